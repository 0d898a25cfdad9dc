/** What the account would hold after a write, as far as emergency calls depend on it. Pure. */
import type { Change } from '../change';
import type { Actual, ActualDomain, ActualList, ActualNumber } from '../actual';

export function after(actual: Actual, change: Change): Actual {
  const { kind, key, action } = change;
  switch (kind) {
    case 'SIP domain':
      return { ...actual, domain: domainAfter(actual.domain, change) };
    case 'emergency registration':
      return registered(actual, key, action === 'delete' ? 'unregistered' : 'pending-registration');
    case 'credential list':
      return { ...actual, lists: [...actual.lists, emptyList(key)] };
    case 'credential':
      return action === 'update' ? actual : credentialAfter(actual, change);
    case 'voice authentication':
      return mapped(actual, key, { calls: action !== 'delete' });
    case 'registration authentication':
      return mapped(actual, key, { registrations: action !== 'delete' });
    case 'phone number':
      return numberAfter(actual, change);
    case 'emergency address':
    case 'dialing permission':
      return actual;
  }
}

/** Of a change, by the names of its fields. */
function settingsOf({ fields }: Pick<Change, 'fields'>): Record<string, string | boolean> {
  return Object.fromEntries(
    fields.map(({ name, to = '' }) => [name, to === 'true' ? true : to === 'false' ? false : to]),
  );
}

function domainAfter(domain: ActualDomain | undefined, change: Change): ActualDomain {
  const none = { emergencyCallingEnabled: false, emergencyCallerSid: '', secure: false };
  const now = domain ?? { sid: '', domainName: change.key, ...none };
  return { ...now, ...settingsOf(change) } as ActualDomain;
}

/** Also one that is replaced has none for a while: Twilio takes the old one off first. */
function registered(actual: Actual, number: string, emergencyAddressStatus: string): Actual {
  const set = (one: ActualNumber) =>
    one.phoneNumber === number ? { ...one, emergencyAddressStatus } : one;
  return {
    ...actual,
    addressed: actual.addressed.map(set),
    numbers: new Map([...actual.numbers].map(([key, one]) => [key, set(one)])),
  };
}

function emptyList(name: string): ActualList {
  return {
    sid: '',
    name,
    ordinal: 1,
    credentials: [],
    calls: false,
    registrations: false,
    elsewhere: [],
  };
}

function credentialAfter(actual: Actual, { action, key, fields }: Change): Actual {
  const list = fields.find(({ name }) => name === 'list');
  const there = (one: ActualList) => one.name === (action === 'delete' ? list?.from : list?.to);
  const credential = { sid: '', username: key, dateUpdated: new Date(0) };
  return {
    ...actual,
    lists: actual.lists.map((one) => {
      if (!there(one)) return one;
      const others = one.credentials.filter(({ username }) => username !== key);
      return { ...one, credentials: action === 'delete' ? others : [...others, credential] };
    }),
  };
}

function mapped(actual: Actual, name: string, how: Partial<ActualList>): Actual {
  return {
    ...actual,
    lists: actual.lists.map((one) => (one.name === name ? { ...one, ...how } : one)),
  };
}

function numberAfter(actual: Actual, change: Change): Actual {
  const at = actual.numbers.get(change.key);
  if (!at) return actual;
  const numbers = new Map(actual.numbers).set(change.key, { ...at, ...settingsOf(change) });
  return { ...actual, numbers };
}
