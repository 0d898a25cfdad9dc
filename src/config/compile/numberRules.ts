/** What a call to each of our numbers does, with the rules that go without saying. */
import { type Context, homesOf } from '../check/context';
import { resolveClasses } from './classes';
import { allTaken } from './allTaken';
import { timeZoneOf } from './local';
import type { Source } from '../read/load';
import type { NumberSource } from '../schema';
import type { EnvironmentName, NumberRule } from '../../runtime/model/directory';

/** TwiML asset that rings. */
const INCOMING = 'incoming';

/** The rules of numbers.yaml, and one for every other number that an extension has. */
export function numberRules(source: Source, context: Context): Record<string, NumberRule> {
  const rules: Record<string, NumberRule> = {};
  const limit = limits(source);
  for (const [number, { elsewhere, ...rule }] of Object.entries(source.numbers)) {
    if (elsewhere) continue;
    const { timeZone = timeZoneOf(phonesOf(number, rule, source), source) } = rule;
    // With hours also the site's own: a phone elsewhere that calls the number has another clock.
    const ownClock = rule.hours !== undefined || timeZone !== source.site.timeZone;
    const said = ownClock ? { ...rule, timeZone } : rule;
    rules[number] = compileRule(said, limit(number, rule.maxMinutes));
  }
  for (const [number, ring] of implied(source)) {
    const environment = homeOf(ring, source, context);
    rules[number] = { ring, twiml: INCOMING, environment, maxMinutes: limit(number) };
  }
  return rules;
}

/** Those that another carrier has. */
export function numbersElsewhere({ numbers }: Source): string[] {
  return Object.entries(numbers).flatMap(([number, { elsewhere }]) => (elsewhere ? [number] : []));
}

/** Twilio's own limit of a Dial (https://www.twilio.com/docs/voice/twiml/dial#timelimit). */
const MOST_MINUTES = 240;

/** Who calls a number back that 911 was called from cannot be distinguished from others: nobody is cut off there. */
function limits({ site, calling, extensions }: Source) {
  const { maxIncomingMinutes, class: name } = site.defaults;
  const klass = resolveClasses(calling.classes, site.country).find((each) => each.name === name);
  const standard = maxIncomingMinutes ?? klass?.maxMinutes ?? MOST_MINUTES;
  const calledBack = new Set(
    Object.values(extensions).flatMap(({ emergency, number }) => (emergency ? [number] : [])),
  );
  return (number: string, maxMinutes = standard): number | undefined =>
    calledBack.has(number) ? undefined : maxMinutes;
}

/** Whom it rings; else who has it, of a number that a menu or an asset answers. */
function phonesOf(number: string, { ring }: NumberSource, { extensions }: Source): string[] {
  const holders = Object.entries(extensions).filter(([, each]) => each.number === number);
  return ring ?? holders.map(([username]) => username);
}

function compileRule(
  rule: Omit<NumberSource, 'maxMinutes' | 'elsewhere'>,
  maxMinutes: number | undefined,
): NumberRule {
  const { ring = [], twiml = INCOMING, environment = 'prod', hours, ...others } = rule;
  const { otherwise, menu, operator, timeZone, ...rest } = others;
  const answer = menu !== undefined ? { menu } : operator && ({ do: 'operator' } as const);
  allTaken(rest);
  return {
    ...(answer && { answer }),
    ring,
    twiml,
    ...(hours && { hours }),
    ...(timeZone !== undefined && { timeZone }),
    environment,
    maxMinutes,
    ...(otherwise !== undefined && {
      otherwise: otherwise.startsWith('+') ? { dial: otherwise } : { twiml: otherwise },
    }),
  };
}

/** A number without an entry rings everyone who has it. */
function implied({ extensions, numbers }: Source): Map<string, string[]> {
  const sharers = new Map<string, string[]>();
  for (const [username, { number }] of Object.entries(extensions)) {
    if (number === undefined || Object.hasOwn(numbers, number)) continue;
    const names = sharers.get(number);
    if (names === undefined) sharers.set(number, [username]);
    else names.push(username);
  }
  return sharers;
}

/** prod where one of them lives there; a phone that is only in stage is answered in stage. */
function homeOf(ring: readonly string[], source: Source, context: Context): EnvironmentName {
  const homes = new Set(
    ring.flatMap((name) => {
      const extension = source.extensions[name];
      return extension ? homesOf(extension, context) : [];
    }),
  );
  return (['prod', 'stage', 'dev'] as const).find((name) => homes.has(name)) ?? 'prod';
}
