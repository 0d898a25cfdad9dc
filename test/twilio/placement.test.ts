import fc from 'fast-check';
import type { ActualList } from '../../src/twilio/actual';
import { listNames, placeCredentials } from '../../src/twilio/resources/credentialLists';
import type { Desired } from '../../src/twilio/desired';
import { runs } from '../support/runs';

function wanting(usernames: readonly string[]): Desired {
  return {
    environment: 'stage',
    domain: {
      name: 'direct-example-stage.sip.twilio.com',
      friendlyName: 'Example stage',
      emergencyCalling: false,
      secure: false,
    },
    listName: 'example',
    credentials: usernames.map((username) => ({ username, generation: 1 })),
    numbers: [],
    emergencyPhones: [],
    dials: '911' as const,
    country: 'US',
    emergencyNumber: '911',
    othersNumbers: new Set(),
    destinations: { regions: new Map(), dear: false, dearRegions: new Map() },
  };
}

function list(ordinal: number | undefined, name: string, usernames: readonly string[]): ActualList {
  const credentials = usernames.map((username) => ({
    sid: `CR${username}`,
    username,
    dateUpdated: new Date(0),
  }));
  return {
    sid: `CL${name}`,
    name,
    ordinal,
    credentials,
    calls: true,
    registrations: true,
    elsewhere: [],
  };
}

function usernames(count: number, prefix = 'phone'): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

describe('which list a phone is on', () => {
  it('is the first until it holds a thousand', () => {
    const placement = placeCredentials(wanting(usernames(2_500)), []);
    const sizes = ['example', 'example #2', 'example #3'].map(
      (name) => [...placement.values()].filter((one) => one === name).length,
    );
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });

  it('stays the one it is on, whatever is added or taken away', () => {
    const lists = [list(1, 'example', usernames(1_000, 'old')), list(2, 'example #2', ['phone7'])];
    const placement = placeCredentials(wanting(['phone7', 'phone8', 'old3']), lists);
    expect(placement.get('phone7')).toBe('example #2');
    expect(placement.get('phone8')).toBe('example #2');
    expect(placement.get('old3')).toBe('example');
  });

  it('is the first list again where an unknown credential has left', () => {
    const lists = [list(1, 'example', usernames(999, 'old')), list(2, 'example #2', [])];
    expect(placeCredentials(wanting(['new']), lists).get('new')).toBe('example');
  });

  it('is never a list that is not ours', () => {
    const lists = [list(undefined, 'someone-elses', ['demo'])];
    expect(placeCredentials(wanting(['demo']), lists).get('demo')).toBe('example');
  });

  it('leaves no list with more than a thousand', () => {
    fc.assert(
      fc.property(fc.nat(1_200), fc.nat(1_000), fc.nat(1_000), (desired, first, second) => {
        const lists = [
          list(1, 'example', usernames(first, 'a')),
          list(2, 'example #2', usernames(second, 'b')),
        ];
        const all = wanting([...usernames(desired), 'a0', 'b0']);
        const placement = placeCredentials(all, lists);
        const sizes = new Map<string, number>();
        for (const name of placement.values()) sizes.set(name, (sizes.get(name) ?? 0) + 1);
        for (const [, size] of sizes) expect(size).toBeLessThanOrEqual(1_000);
        for (const { username } of all.credentials) expect(placement.has(username)).toBe(true);
      }),
      { numRuns: runs(20, 50) },
    );
  });

  it('has one list even where there is no phone, so that the domain has one to ask', () => {
    expect(listNames(wanting([]), new Map())).toEqual(['example']);
  });
});
