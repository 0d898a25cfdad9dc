/** An account in the stand-in with a service, and builds made as the Twilio CLI makes them. */
import { Rest } from '../../src/twilio/client/rest';
import type { Post } from '../../src/twilio/emergency/ask';
import type { AuditEntry } from '../../src/twilio/records/audit';
import type { EnvironmentName } from '../../src/runtime/model/directory';
import type { ReadPage } from '../../src/twilio/deploy/deployedBuild';
import type { BuildStamp } from '../../src/twilio/deploy/stamp';
import { CONNECTION_LOST, type Outcome } from '../../tools/twilio-stand-in/contract';
import { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';

export const SERVICE = 'dialtone';

export class Deployments {
  readonly standIn: TwilioStandIn;
  readonly rest: Rest;
  readonly audit: AuditEntry[] = [];
  readonly said: string[] = [];
  private time = Date.parse('2026-11-21T08:00:00Z');
  private serviceSid = '';

  constructor(standIn?: TwilioStandIn) {
    this.standIn = standIn ?? new TwilioStandIn({ now: () => new Date(this.time) });
    // Nobody waits: the clock is put forward instead.
    const sleep = (milliseconds: number) => {
      this.time += milliseconds;
      return Promise.resolve();
    };
    this.rest = new Rest(this.standIn.client(), { sleep });
  }

  /** What the commands are given. */
  get tools() {
    return {
      rest: this.rest,
      service: SERVICE,
      read: this.read,
      post: this.post,
      directory: undefined,
      say: (text: string) => this.said.push(text),
      record: (entry: AuditEntry) => this.audit.push(entry),
    };
  }

  /** A page that a deployment serves to anyone. */
  readonly read: ReadPage = async (url) => {
    const { host, pathname: path } = new URL(url);
    const nothing = { query: {}, form: {}, files: new Map(), headers: {} };
    const { status, body } = replied(
      await this.standIn.handle({ method: 'GET', host, path, ...nothing }),
    );
    return status === 200 ? String(body) : undefined;
  };

  /** Asks a deployed function as Twilio does. */
  readonly post: Post = async (url, form, headers) => {
    const { host, pathname: path } = new URL(url);
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const { status, body } = replied(
      await this.standIn.handle({
        ...{ method: 'POST', host, path, query: {}, files: new Map() },
        ...{ form, headers: Object.fromEntries(lower) as Record<string, string> },
      }),
    );
    return { status, body: String(body) };
  };

  /** An environment as the CLI names it. */
  async environment(name: string, suffix?: string) {
    return this.service.environments.create({
      uniqueName: name,
      ...(suffix !== undefined && { domainSuffix: suffix }),
    });
  }

  async deploy(environment: EnvironmentName, buildSid: string): Promise<void> {
    const { environments } = this.service;
    const all = await environments.list();
    const found =
      all.find(({ domainSuffix }) => domainSuffix === environment) ??
      (await this.environment(`${environment}-environment`, environment));
    await this.rest.sleep(60_000);
    await environments(found.sid).deployments.create({ buildSid });
  }

  /** @returns the build's SID. */
  async build(
    stamp: string,
    directory: BuildStamp['directory'] = 'own',
    commits?: BuildStamp['commits'],
  ): Promise<string> {
    const page = JSON.stringify({ stamp, directory, commits } satisfies BuildStamp);
    const version = await this.assetVersion('/build.json', page);
    const { sid } = await this.service.builds.create({ assetVersions: [version] });
    while ((await this.service.builds(sid).buildStatus().fetch()).status === 'building') {
      await this.rest.sleep(1_000);
    }
    return sid;
  }

  async createService(): Promise<void> {
    const { services } = this.rest.client.serverless.v1;
    const names = { uniqueName: SERVICE, friendlyName: SERVICE };
    this.serviceSid = (await services.create({ ...names, includeCredentials: true })).sid;
  }

  get service() {
    return this.rest.client.serverless.v1.services(this.serviceSid);
  }

  /** What each environment serves, by its suffix. */
  async serving(): Promise<Record<string, string | null>> {
    const all = await this.service.environments.list();
    return Object.fromEntries(all.map(({ domainSuffix, buildSid }) => [domainSuffix, buildSid]));
  }

  private async assetVersion(path: string, content: string): Promise<string> {
    const asset = await this.service.assets.create({ friendlyName: path });
    const { username, password } = this.rest.client;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const { body } = replied(
      await this.standIn.handle({
        method: 'POST',
        host: 'serverless-upload.twilio.com',
        path: `/v1/Services/${this.serviceSid}/Assets/${asset.sid}/Versions`,
        query: {},
        form: { Path: path, Visibility: 'public' },
        files: new Map([
          [
            'Content',
            {
              filename: 'build.json',
              contentType: 'application/json',
              content: Buffer.from(content),
            },
          ],
        ]),
        headers: { authorization },
      }),
    );
    return (body as { sid: string }).sid;
  }
}

function replied(outcome: Outcome) {
  if (outcome === CONNECTION_LOST) throw new Error('read ECONNRESET');
  return outcome;
}
