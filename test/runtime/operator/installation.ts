/**
 * An operator's office for tests: a directory with volunteers, built and served by twilio-run, with
 * the stand-in for Twilio's REST API behind it and a telephone exchange before it. One server serves
 * all tests of a file; the account is a new one for each.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Exchange } from '../../../tools/exchange/exchange';
import type { Unproven } from '../../../tools/exchange/switchboard';
import { type LocalServer, startLocalServer } from '../../support/localServer';
import type { OwnedNumber } from '../../../tools/twilio-stand-in/api/state';
import { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';
import { listen, type Wire } from '../../../tools/twilio-stand-in/wire';

export const HOUSE = '+15035550100';
export const ROBIN = '+15035550171';
export const KIM = '+15035550172';
/** A phone of ours whose holder is a volunteer. */
export const DESK = 'desk';
/** Gets an SMS of every message. */
export const NOTIFIED = '+15035550179';
export const OUTSIDE = '+15035550199';

/** So many times slower goes the clock of the functions: for them, ours and the stand-in's are as much faster. */
export const SLOWER = 5;

const HOURS_OF_NOBODY = '00:00-00:01';

export interface InstallationSettings {
  readonly limits?: string;
  readonly onDuty?: boolean;
  /** For the functions it is always the same minute. */
  readonly oneMinute?: boolean;
}

export class Installation {
  exchange!: Exchange;
  /** Bodies that the webhook has got. */
  readonly notices: unknown[] = [];
  webhookAnswers = 204;
  /** Whether nothing is lost, late or broken in this test. */
  goodDay = false;

  private constructor(
    readonly standIn: TwilioStandIn,
    private readonly server: LocalServer,
    private readonly wire: Wire,
    private readonly folder: string,
  ) {}

  static async open(settings: InstallationSettings = {}): Promise<Installation> {
    const began = new Date('2026-06-01T12:00:00Z').getTime();
    const now = (): Date => new Date(began + installation.exchange.clock.now * 1_000);
    const standIn: TwilioStandIn = new TwilioStandIn({ now });
    const wire = await listen(standIn, (body) => {
      installation.notices.push(JSON.parse(body));
      return installation.webhookAnswers;
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'office-'));
    writeDirectory(folder, settings);
    const env = path.join(folder, '.env');
    writeFileSync(
      env,
      [
        'DOMAIN_NAME=dialtone-1234-prod.twil.io',
        `ACCOUNT_SID=${standIn.accountSid}`,
        `AUTH_TOKEN=${standIn.authToken}`,
        `MESSAGE_WEBHOOK_URL=https://localhost:${wire.port}/message`,
        '',
      ].join('\n'),
    );
    const variables = {
      ...wire.env('hook'),
      SLOW_CLOCK: String(SLOWER),
      ...(settings.oneMinute && { FROZEN_DATE: '1' }),
    };
    const server = await startLocalServer(folder, {
      env: path.relative('.', env),
      variables,
      preload: ['test/support/slowClock.cjs'],
    }).catch(async (error: unknown) => {
      await wire.close();
      throw error;
    });
    const installation = new Installation(standIn, server, wire, folder);
    await installation.warmUp();
    return installation;
  }

  /** A new account, and an exchange without a call. Everybody's phone rings unheard. */
  reset(unproven?: Partial<Unproven>): Exchange {
    this.standIn.reset();
    this.notices.length = 0;
    this.webhookAnswers = 204;
    this.standIn.state.api.numbers.push(number(HOUSE));
    this.exchange = new Exchange({
      url: this.server.url,
      standIn: this.standIn,
      ...(unproven && { unproven }),
    });
    return this.exchange;
  }

  /** What the functions have logged so far: `"event":"store.failed"`. */
  output(): string {
    return this.server.output();
  }

  /** The SMS that were sent. */
  get texts(): string[] {
    return this.standIn.state.api.messages.map(({ to, body }) => `${to}: ${body}`);
  }

  /** A process is slow at its first requests: by the time they are answered it has given up on them. */
  private async warmUp(): Promise<void> {
    const exchange = this.reset();
    exchange.call('booth', '0', { 8: 'hangs up' });
    await exchange.pass();
    this.reset();
  }

  async close(): Promise<void> {
    await this.server.stop();
    await this.wire.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A number of the account's; the functions ask nothing more of it. */
function number(phoneNumber: string): OwnedNumber {
  const capabilities = { voice: true, sms: true, mms: true, fax: false };
  return { phoneNumber, capabilities } as OwnedNumber;
}

function writeDirectory(folder: string, { limits, onDuty = true }: InstallationSettings): void {
  const hours = onDuty ? '' : `, hours: [${dayFarFrom(new Date())} ${HOURS_OF_NOBODY}]`;
  const files = {
    site: `
name: Example Phones
country: US
timeZone: America/Los_Angeles
languages: [en, es]
environments:
  prod: { sipDomain: direct-example-prod, emergency: webhook }
defaults: { callerId: ${HOUSE}, class: local, zero: { do: operator } }
`,
    extensions: `
booth: { name: NE Ainsworth booth }
puesto: { name: SE Clinton booth, language: es }
${DESK}: { name: Desk }
`,
    numbers: `${HOUSE}: { operator: true }\n`,
    calling: 'classes: { local: { allow: [US, CA] } }\n',
    operators: `
volunteers:
  robin: { call: ${ROBIN}${hours} }
  kim: { call: ${KIM}, languages: [en]${hours} }
  desk: { call: ${DESK}, languages: [en]${hours} }
waitSeconds: 60
ringSeconds: 25
message: { maxMinutes: 15, keepDays: 30 }
notice: { sms: [${NOTIFIED}], webhook: true }
limits: ${limits ?? '{ phone: { minute: 60, day: 1000 }, site: { minute: 60, day: 1000 } }'}
`,
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, `${name}.yaml`), text.trimStart());
  }
}

/** A day of the week on which it is not now, anywhere. */
function dayFarFrom(now: Date): string {
  const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
  return days[(now.getUTCDay() + 3) % days.length] ?? 'sun';
}
