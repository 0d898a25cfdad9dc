/**
 * An account as an operator has it who comes from functions of their own: emergency calling on, their
 * functions live at another host, one credential list made by hand with phones that are named by
 * words, numbers with addresses registered by hand, 911 from menus placed by their functions.
 */
import { rmSync } from 'node:fs';
import type { Served } from '../../../src/account/emergency/evidence';
import { deployed } from '../small';
import { ownNumber } from '../doctor/seed';
import { Operator, type Files } from '../operator';

const THEN = new Date('2026-11-20T08:00:00Z');
const DATED = { dateCreated: THEN, dateUpdated: THEN };
export const OLD = 'https://old-functions.example/sip-outgoing';
export const DOMAIN = 'direct-futel-prod';

export type Mode = 'webhook' | 'direct';

const HOUSE = '+15035550100';
const PHONES = { clinton: '+15035550101', alder: '+15035550102' } as const;

/** As its import gives it: words, numbers, passwords set by hand, no address. */
export function imported(mode: Mode = 'webhook'): Files {
  const named = (username: string, number: string) => (mode === 'direct' ? number : username);
  const phones = Object.entries(PHONES).map(
    ([username, number]) => `
${named(username, number)}:
  name: ${username} booth
  number: ${number}
  emergency: true
  passwordGeneration: 0
`,
  );
  return {
    'site.yaml': `
name: Live Phones
timeZone: America/Los_Angeles
languages: [en]
environments:
  prod: { sipDomain: ${DOMAIN}, emergency: ${mode} }
defaults: { callerId: ${HOUSE} }
`,
    'extensions.yaml': `${phones.join('')}
office: { name: Office, passwordGeneration: 0 }
`,
    'numbers.yaml': `
${HOUSE}: { ring: [office] }
`,
  };
}

export class Live extends Operator {
  /** What the functions of our deployment would truly answer; `served` is what they were seen to. */
  works = false;

  constructor(files: Files = imported()) {
    super(files);
    const { state } = this.standIn;
    const { api } = state;
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
    const list = {
      sid: this.standIn.newSid('CL'),
      friendlyName: 'futel-phones',
      credentials: ['clinton', 'alder', 'office', ...Object.values(PHONES)].map((username) => ({
        sid: this.standIn.newSid('CR'),
        username,
        passwordDigest: 'by hand',
        ...DATED,
      })),
      ...DATED,
    };
    api.credentialLists.push(list);
    const mapping = { sid: list.sid, ...DATED };
    api.domains.push({
      sid: this.standIn.newSid('SD'),
      domainName: `${DOMAIN}.sip.twilio.com`,
      friendlyName: 'by hand',
      voiceUrl: OLD,
      voiceMethod: 'POST',
      voiceFallbackUrl: null,
      voiceFallbackMethod: 'POST',
      voiceStatusCallbackUrl: null,
      voiceStatusCallbackMethod: 'POST',
      sipRegistration: true,
      emergencyCallingEnabled: true,
      emergencyCallerSid: null,
      secure: false,
      byocTrunkSid: null,
      mapped: { calls: [mapping], registrations: [{ ...mapping }], ipAddresses: [] },
      ...DATED,
    });
    this.served = NOTHING;
  }

  deploy(works: boolean, seen: boolean = works): void {
    const { services } = this.standIn.state.serverless;
    if (!services[0]?.environments.length) deployed(this.standIn, 'prod');
    this.works = works;
    this.served = seen ? allServed() : BROKEN;
  }

  /** A test with 933 that was truly made; none here. */
  drilledNow(): boolean {
    return false;
  }

  /** Called after each write that Twilio has done. */
  afterWrite(callback: () => void): void {
    const handle = this.standIn.handle.bind(this.standIn);
    this.standIn.handle = async (request) => {
      const outcome = await handle(request);
      if (request.method !== 'GET') callback();
      return outcome;
    };
  }

  /** What the operator changes in the directory. */
  edit(how: string): void {
    const site = this.read('site.yaml');
    const extensions = this.read('extensions.yaml');
    switch (how) {
      case 'direct':
      case 'webhook':
        this.mode = how;
        for (const [name, text] of Object.entries(imported(how))) this.write(name as never, text);
        return;
      case 'secure':
        this.write('site.yaml', site.replace('emergency:', 'secure: true, emergency:'));
        return;
      case 'take a phone out':
        this.write(
          'extensions.yaml',
          imported(this.mode)['extensions.yaml']!.replace(/\n\S+:\n {2}name: alder[^]*?\n\n/, '\n'),
        );
        return;
      case 'give addresses':
        this.write(
          'extensions.yaml',
          extensions.replaceAll(
            'emergency: true\n',
            'emergency: true\n  address: { street: 200 Example Street, city: Portland, region: OR, postalCode: 97211 }\n',
          ),
        );
    }
  }

  private mode: Mode = 'webhook';

  override remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const ADDRESS = {
  friendlyName: 'by hand',
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

function allServed(): Served {
  const all = Object.assign(new Map<string, undefined>(), { has: () => true });
  return { phones: all, numbers: all };
}

const NOTHING: Served = { fault: 'nothing is deployed', phones: new Map(), numbers: new Map() };
const BROKEN: Served = {
  fault: 'https://dialtone-1234-prod.twil.io/sip-outgoing answers a signed request with 500',
  phones: new Map(),
  numbers: new Map(),
};
