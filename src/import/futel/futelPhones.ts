/** Whose number is whose, and who may call 911: what extensions.json says without saying it. */
import { isE164, readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { MOST_OF_A_NUMBER } from '../../runtime/model/defaults';
import { COUNTRY, type FutelEntry } from './futelEntries';
import { type Report, shown } from './report';

/** A phone as the directory has it. */
export interface Phone extends Omit<FutelEntry, 'mayCall911'> {
  readonly emergency: boolean;
}

/** Fewer sharing one number may just as well be booths side by side, which ring together. */
const FEWEST_OF_A_HOUSE = 3;

/** The number that most phones show: that of the house, not theirs. */
export function findHouseNumber(
  entries: readonly FutelEntry[],
  report: Report,
): string | undefined {
  const [[number, users] = ['', []]] = [...usersOf(entries)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  if (users.length < FEWEST_OF_A_HOUSE) return undefined;
  report.add(
    null,
    'changed',
    `${number} is shown by ${users.length} extensions: it is read as the house number`,
    'A call to it rings none of them, as before. If the house number is another one, import with --house-number.',
  );
  return number;
}

/**
 * The phones, with a number where it is theirs.
 *
 * @param all every entry, also those that the directory cannot hold: their phones exist.
 */
export function phonesOf(
  all: readonly FutelEntry[],
  house: string | undefined,
  report: Report,
): Phone[] {
  const users = usersOf(all);
  const holders = holdersOf(all);
  return all.map(({ mayCall911, number, ...entry }) => {
    const { username } = entry;
    const own = number !== undefined && number !== house ? number : undefined;
    const others = own === undefined ? [] : without(holders.get(own), username);
    const why = mayCall911 ? whyNot(own, others, number) : undefined;
    if (why !== undefined) {
      const text = `could call 911, and no longer may: ${why}`;
      const fix = others.length > 0 ? SIDE_BY_SIDE : NEEDS_A_NUMBER;
      report.addForCallers({ extension: username, severity: 'wrong', text, fix });
    }
    const sharers = (own === undefined ? [] : users.get(own)) ?? [];
    if (sharers.length > 1 && sharers.length <= MOST_OF_A_NUMBER) {
      const text = `shares ${own} with ${names(without(sharers, username))}: a call to it rings them all`;
      report.add(username, 'kept', text, IF_HOUSE);
    }
    return {
      ...entry,
      ...(own !== undefined && { number: own }),
      emergency: mayCall911 && why === undefined,
    };
  });
}

const IF_HOUSE = 'If it is the house number, import with --house-number.';
const NEEDS_A_NUMBER = 'Give it its own number, register its address, and write `emergency: true`.';
const SIDE_BY_SIDE =
  'If they are side by side, write `emergency: true` and the same `address` for each; otherwise give it its own number.';

/** The ambulance goes to the address of the number, and calls that number back. */
function whyNot(
  own: string | undefined,
  others: readonly string[],
  number: string | undefined,
): string | undefined {
  if (number === undefined) return 'it has no number';
  if (own === undefined) return `${number} is the house number, which has another address`;
  if (others.length > 0) {
    return `it shares ${own} with ${names(others)}, and the ambulance would go to one of them`;
  }
  const read = readPhoneNumber(own, COUNTRY);
  const abroad = typeof read === 'string' || read.countryCode !== '1';
  return abroad ? `${own} is a number of another country` : undefined;
}

/** Who shows each number, in the order of the file. */
export function usersOf(
  entries: readonly Pick<FutelEntry, 'number' | 'username'>[],
): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { number, username } of entries) {
    if (number !== undefined) add(users, number, username);
  }
  return users;
}

/** The same, and who is named by a number: Twilio would take its 911 call for one from there. */
function holdersOf(entries: readonly FutelEntry[]): Map<string, string[]> {
  const holders = usersOf(entries);
  for (const { username } of entries) if (isE164(username)) add(holders, username, username);
  return holders;
}

function add(map: Map<string, string[]>, number: string, username: string): void {
  const list = map.get(number);
  if (list === undefined) map.set(number, [username]);
  else list.push(username);
}

function without(usernames: readonly string[] | undefined, username: string): string[] {
  return [...new Set(usernames)].filter((each) => each !== username);
}

function names(usernames: readonly string[]): string {
  const some = usernames.slice(0, 3).map(shown).join(', ');
  return usernames.length > 3 ? `${some} and ${usernames.length - 3} more` : some;
}
