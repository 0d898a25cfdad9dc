/** What the account would hold after a write, as far as emergency calls depend on it. Pure. */
import type { Change } from '../change';
import type { Found, FoundDomain, FoundList, FoundNumber } from '../actual';

export function after(found: Found, change: Change): Found {
  const { kind, key, action } = change;
  switch (kind) {
    case 'SIP domain':
      return { ...found, domain: domainAfter(found.domain, change) };
    case 'emergency registration':
      return registered(found, key, action === 'delete' ? 'unregistered' : 'pending-registration');
    case 'credential list':
      return { ...found, lists: [...found.lists, emptyList(key)] };
    case 'credential':
      return action === 'update' ? found : credentialAfter(found, change);
    case 'voice authentication':
      return mapped(found, key, { calls: action !== 'delete' });
    case 'registration authentication':
      return mapped(found, key, { registrations: action !== 'delete' });
    case 'phone number':
      return numberAfter(found, change);
    case 'emergency address':
    case 'dialing permission':
      return found;
  }
}

/** Of a change, by the names of its fields. */
export function settingsOf({ fields }: Pick<Change, 'fields'>): Record<string, string | boolean> {
  return Object.fromEntries(
    fields.map(({ name, to = '' }) => [name, to === 'true' ? true : to === 'false' ? false : to]),
  );
}

function domainAfter(domain: FoundDomain | undefined, change: Change): FoundDomain {
  const none = { emergencyCallingEnabled: false, emergencyCallerSid: '', secure: false };
  const now = domain ?? { sid: '', domainName: change.key, ...none };
  return { ...now, ...settingsOf(change) } as FoundDomain;
}

/** Also one that is replaced has none for a while: Twilio takes the old one off first. */
function registered(found: Found, number: string, emergencyAddressStatus: string): Found {
  const set = (one: FoundNumber) =>
    one.phoneNumber === number ? { ...one, emergencyAddressStatus } : one;
  return {
    ...found,
    addressed: found.addressed.map(set),
    numbers: new Map([...found.numbers].map(([key, one]) => [key, set(one)])),
  };
}

function emptyList(name: string): FoundList {
  return { sid: '', name, ordinal: 1, credentials: [], calls: false, registrations: false };
}

function credentialAfter(found: Found, { action, key, fields }: Change): Found {
  const list = fields.find(({ name }) => name === 'list');
  const there = (one: FoundList) => one.name === (action === 'delete' ? list?.from : list?.to);
  const credential = { sid: '', username: key, dateUpdated: new Date(0) };
  return {
    ...found,
    lists: found.lists.map((one) => {
      if (!there(one)) return one;
      const others = one.credentials.filter(({ username }) => username !== key);
      return { ...one, credentials: action === 'delete' ? others : [...others, credential] };
    }),
  };
}

function mapped(found: Found, name: string, how: Partial<FoundList>): Found {
  return {
    ...found,
    lists: found.lists.map((one) => (one.name === name ? { ...one, ...how } : one)),
  };
}

function numberAfter(found: Found, change: Change): Found {
  const at = found.numbers.get(change.key);
  if (!at) return found;
  const numbers = new Map(found.numbers).set(change.key, { ...at, ...settingsOf(change) });
  return { ...found, numbers };
}
