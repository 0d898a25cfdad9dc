/** Whatever is changed by hand in what apply looks after: plan finds it, apply fixes it. */
import type { FieldChange, Kind } from '../../src/twilio/change';
import type { Domain, OwnedNumber } from '../../tools/twilio-stand-in/api/state';
import type { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';
import { type Flags, Operator } from './operator';
import { deployed, ownNumbers, SMALL } from './small';

interface Drift {
  /** What somebody did in the console. */
  readonly did: string;
  readonly change: (standIn: TwilioStandIn) => void;
  readonly kind: Kind;
  readonly field?: string;
  readonly flags?: Flags;
}

function inDomain(change: Partial<Domain>): Drift['change'] {
  return ({ state }) => Object.assign(state.api.domains[0]!, change);
}

function inNumber(change: Partial<OwnedNumber>): Drift['change'] {
  return ({ state }) => {
    const shop = state.api.numbers.find(({ phoneNumber }) => phoneNumber === '+15035550102');
    Object.assign(shop!, change);
  };
}

function booth({ state }: TwilioStandIn): OwnedNumber {
  return state.api.numbers.find(({ phoneNumber }) => phoneNumber === '+15035550101')!;
}

const NOW = new Date('2026-11-21T13:00:00Z');

const DRIFTS: readonly Drift[] = [
  ...(
    [
      ['turned registration off', { sipRegistration: false }, 'sipRegistration'],
      [
        'turned emergency calling off',
        { emergencyCallingEnabled: false },
        'emergencyCallingEnabled',
      ],
      [
        'set an emergency caller for all',
        { emergencyCallerSid: `PN${'1'.repeat(32)}` },
        'emergencyCallerSid',
      ],
      ['turned encryption on', { secure: true }, 'secure'],
      ['pointed the domain elsewhere', { voiceUrl: 'https://example.org/' }, 'voiceUrl'],
      [
        'pointed the domain at another environment',
        { voiceUrl: 'https://dialtone-1234-prod.twil.io/sip-outgoing' },
        'voiceUrl',
      ],
      ['took the voice URL away', { voiceUrl: null }, 'voiceUrl'],
      ['changed the method', { voiceMethod: 'GET' }, 'voiceMethod'],
      ['took the fallback away', { voiceFallbackUrl: null }, 'voiceFallbackUrl'],
      [
        'changed the method of the fallback',
        { voiceFallbackMethod: 'POST' },
        'voiceFallbackMethod',
      ],
    ] as const
  ).map(([did, change, field]): Drift => ({
    did,
    change: inDomain(change),
    kind: 'SIP domain',
    field,
    // Nobody knows whether the phones are set up for it by now.
    ...(field === 'secure' && { flags: { releases: ['switch-encryption'] as const } }),
  })),
  ...(
    [
      ['pointed a number elsewhere', { voiceUrl: 'https://example.org/' }, 'voiceUrl'],
      ['changed the method of a number', { voiceMethod: 'GET' }, 'voiceMethod'],
      ['took the fallback of a number away', { voiceFallbackUrl: '' }, 'voiceFallbackUrl'],
      [
        'changed the fallback method of a number',
        { voiceFallbackMethod: 'POST' },
        'voiceFallbackMethod',
      ],
      [
        'gave a number to an application',
        { voiceApplicationSid: `AP${'1'.repeat(32)}` },
        'voiceApplicationSid',
      ],
      ['gave a number to a trunk', { trunkSid: `TK${'1'.repeat(32)}` }, 'trunkSid'],
      ['made a number a fax', { voiceReceiveMode: 'fax' }, 'voiceReceiveMode'],
    ] as const
  ).map(([did, change, field]): Drift => ({
    did,
    change: inNumber(change),
    kind: 'phone number',
    field,
  })),
  {
    did: 'deleted the domain',
    change: ({ state }) => state.api.domains.splice(0),
    kind: 'SIP domain',
  },
  {
    did: 'unmapped the list for calls',
    change: ({ state }) => state.api.domains[0]!.mapped.calls.splice(0),
    kind: 'voice authentication',
  },
  {
    did: 'unmapped the list for registrations',
    change: ({ state }) => state.api.domains[0]!.mapped.registrations.splice(0),
    kind: 'registration authentication',
  },
  {
    did: 'deleted a credential',
    change: ({ state }) => state.api.credentialLists[0]!.credentials.splice(1, 1),
    kind: 'credential',
  },
  {
    did: 'set another password',
    change: ({ state }) => {
      const credential = state.api.credentialLists[0]!.credentials[0]!;
      Object.assign(credential, { passwordDigest: 'another', dateUpdated: NOW });
    },
    kind: 'credential',
    field: 'password generation',
    flags: { setAgain: true },
  },
  {
    did: 'added a stranger',
    change: (standIn) =>
      standIn.state.api.credentialLists[0]!.credentials.push({
        sid: standIn.newSid('CR'),
        username: 'stranger',
        passwordDigest: '',
        dateCreated: NOW,
        dateUpdated: NOW,
      }),
    kind: 'credential',
    flags: { prune: true },
  },
  {
    did: 'mapped a list of their own',
    change: (standIn) => {
      const sid = standIn.newSid('CL');
      const dates = { dateCreated: NOW, dateUpdated: NOW };
      const list = { sid, friendlyName: 'strangers', credentials: [], ...dates };
      standIn.state.api.credentialLists.push(list);
      standIn.state.api.domains[0]!.mapped.calls.push({ sid, ...dates });
    },
    kind: 'voice authentication',
    flags: { prune: true },
  },
  {
    did: 'took the emergency address off',
    change: (standIn) =>
      Object.assign(booth(standIn), {
        emergencyAddressSid: null,
        emergencyAddressStatus: 'unregistered',
      }),
    kind: 'emergency registration',
  },
  {
    did: 'changed the address itself',
    change: ({ state }) => Object.assign(state.api.addresses[0]!, { street: '9 Elsewhere Street' }),
    kind: 'emergency address',
    flags: { releases: ['replace-addresses'] },
  },
  {
    did: 'allowed calls to another country',
    change: ({ state }) => {
      const country = state.voice.countries.find(
        ({ lowRiskNumbersEnabled }) => !lowRiskNumbersEnabled,
      );
      Object.assign(country!, { lowRiskNumbersEnabled: true });
    },
    kind: 'dialing permission',
    field: 'calls',
    flags: { account: true },
  },
  {
    did: 'allowed high-risk numbers',
    change: ({ state }) =>
      Object.assign(
        state.voice.countries.find(({ isoCode }) => isoCode === 'US')!,
        {
          highRiskTollfraudNumbersEnabled: true,
        },
      ),
    kind: 'dialing permission',
    field: 'high-risk numbers',
    flags: { account: true },
  },
];

describe('when somebody', () => {
  let operator: Operator;
  beforeEach(async () => {
    operator = new Operator(SMALL);
    await ownNumbers(operator.standIn);
    deployed(operator.standIn, 'stage');
    const { failures, stopped } = await operator.apply('stage', { account: true });
    expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
    expect((await operator.plan('stage', { prune: true, account: true })).changes).toEqual([]);
  });
  afterEach(() => {
    expect(operator.standIn.violations).toEqual([]);
    operator.remove();
  });

  it.each(DRIFTS.map((drift) => [drift.did, drift] as const))(
    '%s, plan finds it and apply fixes it',
    async (_, { change, kind, field, flags = {} }) => {
      change(operator.standIn);
      const { changes } = await operator.plan('stage', flags);
      expect(changes.map((one) => one.kind)).toContain(kind);
      const fields: FieldChange[] = changes.flatMap((one) => [...one.fields]);
      if (field !== undefined) expect(fields.map(({ name }) => name)).toContain(field);

      const { failures, stopped } = await operator.apply('stage', flags);
      expect({ failures, stopped }).toEqual({ failures: [], stopped: undefined });
      const again = await operator.plan('stage', { prune: true, account: true });
      // An address that was replaced is left over until it is pruned.
      expect(again.changes.filter((one) => one.action !== 'delete')).toEqual([]);
    },
  );

  it('wants what needs a flag, says so and does nothing without it', async () => {
    const needing = DRIFTS.filter(({ flags }) => flags?.prune || flags?.account);
    for (const { change } of needing) change(operator.standIn);
    const { changes, left } = await operator.plan('stage');
    expect(changes).toEqual([]);
    expect(left).toHaveLength(needing.length);
    const before = operator.writes();
    await operator.apply('stage');
    expect(operator.writes()).toBe(before);
  });
});
