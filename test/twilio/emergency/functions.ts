/** What is deployed, as far as a phone in need meets it: each build is the directory it was made of. */
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import type { Post } from '../../../src/twilio/emergency/ask';
import type { Desired } from '../../../src/twilio/desired';
import type { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';
import { deployed } from '../small';

/** `fails`: 500 for everything. `refuses`: it answers, and places nothing. */
export type Health = 'works' | 'fails' | 'refuses';

export interface Build {
  readonly health: Health;
  readonly dials: '911' | '+1911';
  /** Number by username. */
  readonly phones: ReadonlyMap<string, string>;
}

type Name = 'stage' | 'prod';

export class Functions {
  private readonly builds = new Map<string, Build>();
  private readonly former = new Map<Name, string[]>();

  constructor(private readonly standIn: TwilioStandIn) {}

  deploy(to: Name, { dials, emergencyPhones }: Desired, health: Health): void {
    const sid = this.standIn.newSid('ZB');
    const phones = new Map(emergencyPhones.map(({ username, number }) => [username, number]));
    this.builds.set(sid, { health, dials, phones });
    this.serve(to, sid);
  }

  /** The build of stage in prod, if there is one. */
  promote(): void {
    const sid = this.buildSid('stage');
    if (sid !== undefined) this.serve('prod', sid);
  }

  /** The build before this one. */
  rollback(): void {
    const earlier = this.former.get('prod')?.pop();
    if (earlier !== undefined) this.at('prod')!.buildSid = earlier;
  }

  live(name: Name): Build | undefined {
    return this.builds.get(this.buildSid(name) ?? '');
  }

  isAt(url: string, name: Name): boolean {
    return url.startsWith(`https://dialtone-1234-${name}.twil.io/`);
  }

  places(name: Name, username: string, number: string): boolean {
    const build = this.live(name);
    if (build?.health !== 'works') return false;
    // A phone that only its number names may call for help as well.
    return (build.phones.get(username) ?? username) === number;
  }

  rings(name: Name, number: string): boolean {
    const build = this.live(name);
    return build?.health === 'works' && [...build.phones.values()].includes(number);
  }

  /** A request as they would answer it. */
  readonly post: Post = (url, form, headers) => {
    const name: Name = this.isAt(url, 'stage') ? 'stage' : 'prod';
    const build = this.live(name);
    const signature = getExpectedTwilioSignature(this.standIn.authToken, url, { ...form });
    if (!build || build.health === 'fails') return Promise.resolve({ status: 500, body: '' });
    if (headers['X-Twilio-Signature'] !== signature) {
      return Promise.resolve({ status: 403, body: '' });
    }
    const body = url.endsWith('/sip-incoming')
      ? this.rings(name, form['To'] ?? '') && '<Dial><Sip>sip:phone@example.com</Sip></Dial>'
      : this.answerTo(build, /^sip:(.*)@/.exec(form['From'] ?? '')?.[1] ?? '');
    return Promise.resolve({ status: 200, body: `<Response>${body || '<Reject/>'}</Response>` });
  };

  readonly showsBuild = (domainName: string): Promise<boolean> => {
    const name: Name = this.isAt(`https://${domainName}/`, 'stage') ? 'stage' : 'prod';
    return Promise.resolve(this.live(name) !== undefined);
  };

  private answerTo({ health, dials, phones }: Build, username: string): string {
    const number = phones.get(username) ?? (username.startsWith('+') ? username : undefined);
    if (health !== 'works' || number === undefined) return '';
    return `<Dial callerId="${number}"><Number>${dials}</Number></Dial>`;
  }

  private serve(name: Name, sid: string): void {
    if (!this.at(name)) deployed(this.standIn, name);
    else this.former.set(name, [...(this.former.get(name) ?? []), this.buildSid(name)!]);
    this.at(name)!.buildSid = sid;
  }

  private buildSid(name: Name): string | undefined {
    return this.at(name)?.buildSid ?? undefined;
  }

  private at(name: Name) {
    return this.standIn.state.serverless.services[0]?.environments.find(
      ({ domainSuffix }) => domainSuffix === name,
    );
  }
}
