/**
 * An account as an operator has it who comes from functions of their own: emergency calling on, their
 * functions live at another host, one credential list made by hand with phones that are named by
 * words, numbers with addresses registered by hand, 911 from menus placed by their functions.
 */
import { drillsOf } from '../../../src/twilio/emergency/drilling';
import { addDrills } from '../../../src/twilio/emergency/drills';
import type { FunctionAnswers } from '../../../src/twilio/emergency/evidence';
import { askFunctions } from '../../../src/twilio/emergency/functionAnswers';
import type { Actual } from '../../../src/twilio/actual';
import { readActual } from '../../../src/twilio/readActual';
import { type Desired, desiredFor } from '../../../src/twilio/desired';
import { UserError } from '../../../src/diagnostics/errors';
import type { Domain, OwnedNumber } from '../../../tools/twilio-stand-in/api/state';
import { ownNumber } from '../doctor/seed';
import { Operator, SERVICE } from '../operator';
import { type Edited, filesOf, HOUSE, IMPORTED, PHONES } from './firstUser';
import { Functions } from './functions';
import { FORMS } from './table';
import { type Drilled, helpTo, type Telephone, type Truth } from './truth';

const THEN = new Date('2026-11-20T08:00:00Z');
const DATED = { dateCreated: THEN, dateUpdated: THEN };
export const OLD = 'https://old-functions.example/sip-outgoing';
const BY_HAND = 'by hand';

export interface Start {
  /** The domain has an emergency caller for all its phones. */
  readonly caller?: boolean;
  readonly edited?: Partial<Edited>;
  /** No credential is named by a number. */
  readonly words?: boolean;
}

export class Live extends Operator {
  /** What is said of drills that were truly made. */
  readonly drills: Drilled[] = [];
  /** Whose password generation the operator has raised. */
  readonly raised = new Set<string>();
  readonly functions: Functions;
  private edited: Edited;
  private readonly passwords = new Map<string, string>();

  constructor({ caller = false, edited = {}, words = false }: Start = {}) {
    super({});
    this.edited = { ...IMPORTED, ...edited };
    this.functions = new Functions(this.standIn);
    this.writeAll();
    const { api } = this.standIn.state;
    for (const number of [HOUSE, ...Object.values(PHONES)]) {
      const sid = this.standIn.newSid('AD');
      api.addresses.push({ ...ADDRESS, sid, ...DATED });
      ownNumber(this.standIn, number, {
        voiceUrl: 'https://old-functions.example/sip-incoming',
        ...(number !== HOUSE && {
          emergencyAddressSid: sid,
          emergencyAddressStatus: 'registered',
        }),
      });
    }
    const usernames = [...Object.keys(PHONES), ...(words ? [] : Object.values(PHONES))];
    const list = {
      sid: this.standIn.newSid('CL'),
      friendlyName: 'futel-phones',
      credentials: usernames.map((username) => ({
        sid: this.standIn.newSid('CR'),
        username,
        passwordDigest: BY_HAND,
        ...DATED,
      })),
      ...DATED,
    };
    api.credentialLists.push(list);
    const house = api.numbers.find(({ phoneNumber }) => phoneNumber === HOUSE);
    const mapping = { sid: list.sid, ...DATED };
    api.domains.push({
      sid: this.standIn.newSid('SD'),
      domainName: 'direct-futel-prod.sip.twilio.com',
      friendlyName: BY_HAND,
      voiceUrl: OLD,
      voiceMethod: 'POST',
      voiceFallbackUrl: null,
      voiceFallbackMethod: 'POST',
      voiceStatusCallbackUrl: null,
      voiceStatusCallbackMethod: 'POST',
      sipRegistration: true,
      emergencyCallingEnabled: true,
      emergencyCallerSid: caller ? house!.sid : null,
      secure: false,
      byocTrunkSid: null,
      mapped: { calls: [mapping], registrations: [{ ...mapping }], ipAddresses: [] },
      ...DATED,
    });
  }

  get domain(): Domain {
    return this.standIn.state.api.domains.find(({ domainName }) =>
      domainName.startsWith('direct-futel-prod'),
    )!;
  }

  /** What the operator changes in the directory. */
  edit(change: Partial<Edited>): void {
    if (change.generation !== undefined) {
      this.raised.add('clinton').add(PHONES.clinton);
    }
    this.edited = { ...this.edited, ...change };
    this.writeAll();
  }

  rotate(): void {
    this.edit({ generation: this.edited.generation + 1 });
  }

  /** `clinton` gets the password that apply has set. */
  setUp(): void {
    const ours = this.standIn.state.api.credentialLists.filter(({ friendlyName }) =>
      friendlyName.startsWith('direct-futel-prod'),
    );
    for (const { username, passwordDigest } of ours.flatMap(({ credentials }) => credentials)) {
      if (this.raised.has(username)) this.passwords.set(username, passwordDigest);
    }
  }

  desired(environment: 'stage' | 'prod' = 'prod'): Desired {
    const { directory, provisioning } = this.project();
    return desiredFor(environment, directory, provisioning);
  }

  /** Of the phones that the directory names, and of those that Twilio knows by their numbers. */
  truth(): Truth {
    const { domain, functions } = this;
    const build = functions.live('prod');
    const names = [
      ...this.desired().emergencyPhones.map(({ username }) => username),
      ...Object.values(PHONES),
    ];
    const url = domain.voiceUrl ?? '';
    return {
      flag: domain.emergencyCallingEnabled,
      caller: Boolean(domain.emergencyCallerSid),
      secure: domain.secure,
      voiceUrl: url === '' ? 'none' : functions.isAt(url, 'prod') ? 'ours' : 'other',
      dials: build?.dials ?? '911',
      telephones: [...new Set(names)].map((username) => this.telephone(username)),
    };
  }

  /**
   * 933 is dialled on each phone in each form, and noted where the right address can be heard: then it
   * was, whatever is documented.
   */
  async drill(): Promise<void> {
    const desired = this.desired();
    const actual = await readActual(this.rest(), SERVICE, desired);
    const answers = await this.ask(desired, actual);
    const truth = this.truth();
    for (const { username } of desired.emergencyPhones) {
      const telephone = truth.telephones.find((one) => one.username === username)!;
      for (const form of FORMS) {
        const heard: Drilled = (world) => helpTo(form, [truth, telephone], world) === 'own';
        if (!heard(() => true)) continue;
        this.drills.push(heard);
        const now = this.now();
        try {
          const drilled = { when: now.toISOString(), phones: [username], form };
          addDrills(this.folder, 'prod', drillsOf(drilled, desired, actual, now, answers));
        } catch (error) {
          // It proves nothing of these functions, and apply says so.
          if (!(error instanceof UserError)) throw error;
        }
      }
    }
  }

  /** What the functions answer when they are asked. */
  protected override readonly ask = (
    desired: Desired,
    actual: Actual,
  ): Promise<FunctionAnswers> => {
    const { post, showsBuild } = this.functions;
    const { accountSid, authToken } = this.standIn;
    return askFunctions(desired, actual, { post, showsBuild, accountSid, token: authToken });
  };

  private telephone(username: string): Telephone {
    const { api } = this.standIn.state;
    const number = (PHONES as Record<string, string>)[username] ?? username;
    const has = this.passwords.get(username) ?? BY_HAND;
    const on = (mapped: readonly { readonly sid: string }[]) =>
      api.credentialLists
        .filter(({ sid }) => mapped.some((one) => one.sid === sid))
        .some(({ credentials }) =>
          credentials.some((one) => one.username === username && one.passwordDigest === has),
        );
    const at = api.numbers.find(({ phoneNumber }) => phoneNumber === number);
    return {
      username,
      number,
      hotline: username === 'hut',
      calls: on(this.domain.mapped.calls),
      registers: on(this.domain.mapped.registrations),
      placed: this.functions.places('prod', username, number),
      registered: at?.emergencyAddressStatus === 'registered',
      answerer: this.answerer(at),
    };
  }

  private answerer(at: OwnedNumber | undefined): string {
    const url = at?.voiceUrl ?? '';
    if (!this.functions.isAt(url, 'prod')) return url;
    return this.functions.rings('prod', at!.phoneNumber) ? 'ours' : '';
  }

  private writeAll(): void {
    for (const [name, text] of Object.entries(filesOf(this.edited)))
      this.write(name as never, text);
  }
}

const ADDRESS = {
  friendlyName: BY_HAND,
  customerName: 'Live Phones',
  street: '100 Example Street',
  streetSecondary: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97211',
  isoCountry: 'US',
  emergencyEnabled: true,
  validated: true,
  verified: false,
};
