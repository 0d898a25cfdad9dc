/** Under whose number a phone calls 911: its own, or one that phones at the same address share. */
import { addressDifferences } from '../read/addressDifferences';
import type { Context } from './context';
import { below, type Location, addError } from './values';

/** Help goes to the address of the number: whoever calls 911 under it must stand there. */
export function checkEmergencyNumbers(context: Context): void {
  const holders = holdersOf(context);
  for (const [username, { emergency, number }] of Object.entries(context.source.extensions)) {
    if (!emergency) continue;
    const location: Location = { file: 'extensions.yaml', path: [username] };
    if (number === undefined) reportNoNumber(context, location);
    else checkNumber(context, location, number, holders.get(number) ?? []);
  }
}

function reportNoNumber(context: Context, location: Location): void {
  if (context.source.files['extensions.yaml'].has([...location.path, 'number'])) return;
  const message = 'may call 911, but has no number of its own';
  const fix = 'Add `number`, with a registered address at Twilio.';
  addError(context, below(location, 'emergency'), message, fix);
}

function checkNumber(
  context: Context,
  location: Location,
  number: string,
  holders: readonly string[],
): void {
  const { extensions, files, site } = context.source;
  const username = String(location.path[0]);
  const together = context.sharers.get(number) ?? [];
  const otherHolder = holders.find((name) => !together.includes(name));
  if (otherHolder !== undefined) reportOtherHolder(context, location, number, otherHolder);
  // An address that is there but faulty has been reported already.
  const written = (name: string) => files['extensions.yaml'].has([name, 'address']);
  if (!written(username)) {
    const others = together.filter((name) => name !== username);
    const other = others.find(written) ?? others[0];
    if (other !== undefined) reportNoAddress(context, location, number, at(context, other));
    else if (number === site.defaults.callerId) reportHouseNumber(context, location, number);
    return;
  }
  const first = together.find(written);
  if (first === undefined || first === username) return;
  const one = extensions[username]?.address;
  const another = extensions[first]?.address;
  const keys = one && another ? addressDifferences(one, another, site.country) : [];
  if (keys.length === 0) return;
  const message =
    `differs from that of ${at(context, first)}, which also calls 911 as ${number}: ` +
    `help goes to one address, and ${keys.map((key) => `\`${key}\``).join(', ')} differ${keys.length === 1 ? 's' : ''}`;
  const fix = 'Write the same address if they are side by side; otherwise give it its own number.';
  addError(context, below(location, 'address'), message, fix);
}

function reportOtherHolder(
  context: Context,
  location: Location,
  number: string,
  otherHolder: string,
): void {
  const named = context.source.extensions[otherHolder]?.number !== number;
  const message =
    `may call 911 as ${number}, but ${at(context, otherHolder)} ` +
    (named
      ? 'is named by that number'
      : 'has that number too, but may not call 911: a call back rings there');
  const fix = named
    ? 'Give one of them another number.'
    : `To show ${number} to people outside, write it there as \`callerId\` instead of \`number\`; otherwise give one of them another number.`;
  addError(context, below(location, 'emergency'), message, fix);
}

function reportNoAddress(
  context: Context,
  location: Location,
  number: string,
  other: string,
): void {
  const message = `calls 911 as ${number}, as ${other} does, but has no address`;
  const fix = 'Add its `address`: only phones at one address may share a number for 911.';
  addError(context, below(location, 'emergency'), message, fix);
}

function reportHouseNumber(context: Context, location: Location, number: string): void {
  const message = `may call 911, but ${number} is the house number, and nothing says that its address is this phone's`;
  const fix = 'Add its `address`, or give it its own number.';
  addError(context, below(location, 'emergency'), message, fix);
}

/** Whoever has a number, or is named by it: under `emergency: direct` it would call 911 as that. */
function holdersOf({ source }: Context): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  const add = (number: string, username: string) => {
    const names = holders.get(number);
    if (names === undefined) holders.set(number, [username]);
    else if (!names.includes(username)) names.push(username);
  };
  for (const [username, { number }] of Object.entries(source.extensions)) {
    if (number !== undefined) add(number, username);
    if (username.startsWith('+')) add(username, username);
  }
  return holders;
}

/** A phone with where it is written. */
function at({ source }: Context, username = ''): string {
  return `${username} (extensions.yaml:${source.files['extensions.yaml'].line([username])})`;
}
