/** Our own numbers: what a call to each does. */
import { MOST_OF_A_NUMBER } from '../../runtime/model/defaults';
import type { NumberSource } from '../schema';
import { homesOf, type Context } from './context';
import {
  A_NUMBER_RINGS,
  below,
  checkMenu,
  checkNumber,
  checkOperator,
  checkRing,
  checkTwiml,
  type Location,
  addError,
} from './values';

export function checkNumbers(context: Context): void {
  for (const number of context.source.files['numbers.yaml'].keys([])) {
    checkNumber(context, { file: 'numbers.yaml', path: [number] }, number);
  }
  for (const [number, rule] of Object.entries(context.source.numbers)) {
    const location: Location = { file: 'numbers.yaml', path: [number] };
    checkRing(context, below(location, 'ring'), rule.ring ?? [], { ofNumber: true });
    checkAnswer(context, location, rule);
    if (rule.elsewhere) checkElsewhere(context, location, number, rule);
    if (rule.hours) checkTwiml(context, below(location, 'hours'), 'closed');
    checkOtherwise(context, below(location, 'otherwise'), number, rule);
    checkHome(context, location, rule);
    checkLimit(context, below(location, 'maxMinutes'), number, rule);
  }
  checkSharers(context);
  checkUnrung(context);
}

function checkAnswer(
  context: Context,
  location: Location,
  { menu, operator, ring, twiml, elsewhere }: NumberSource,
): void {
  if (elsewhere) return;
  if (menu !== undefined) checkMenu(context, below(location, 'menu'), menu);
  else if (operator) checkOperator(context, below(location, 'operator'));
  else if (operator === false) {
    addError(
      context,
      below(location, 'operator'),
      '`false` has no effect',
      'Write `operator: true`, or remove it.',
    );
  } else if (elsewhere === false) {
    const fix = 'Write what a call to it does, or `elsewhere: true`.';
    addError(context, below(location, 'elsewhere'), '`false` has no effect', fix);
  } else if (twiml !== undefined) {
    checkTwiml(context, below(location, 'twiml'), twiml, ring !== undefined);
  } else checkTwiml(context, location, 'incoming', true);
}

/** Nothing here answers it, and 911 is never called as it: Twilio takes for that a number of its own only. */
function checkElsewhere(
  context: Context,
  location: Location,
  number: string,
  rule: NumberSource,
): void {
  const { extensions } = context.source;
  for (const [username, each] of Object.entries(extensions)) {
    if (!each.emergency || each.number !== number) continue;
    const at: Location = { file: 'extensions.yaml', path: [username, 'number'] };
    const message = `may call 911 as ${number}, but another carrier has that number (\`elsewhere\`): Twilio registers an address for its own numbers only`;
    addError(
      context,
      at,
      message,
      'Give it a number on the Twilio account, or remove `emergency`.',
    );
  }
  for (const key of ['otherwise', 'hours', 'timeZone', 'maxMinutes', 'environment'] as const) {
    if (rule[key] === undefined) continue;
    const message = 'has no effect: nothing here answers a number that another carrier has';
    context.report.warn(location.file, [...location.path, key], message, 'Remove it.');
  }
}

function checkOtherwise(
  context: Context,
  location: Location,
  number: string,
  rule: NumberSource,
): void {
  const { otherwise } = rule;
  if (otherwise === undefined) return;
  if (rule.menu !== undefined || rule.operator) {
    const message = 'has no effect: a menu or the operator always answers';
    context.report.warn(location.file, location.path, message, 'Remove it.');
  }
  if (!/^[+\d]/.test(otherwise)) return checkTwiml(context, location, otherwise);
  if (!checkNumber(context, location, otherwise)) return;
  // Followed to its end: numbers that send callers round would do so for ever, at our cost.
  const passed = [number];
  for (let next: string | undefined = otherwise; next !== undefined;) {
    passed.push(next);
    if (next === number) {
      const message = `loops: ${passed.join(' → ')}`;
      return addError(context, location, message, 'End in a TwiML asset such as `unavailable`.');
    }
    next = context.source.numbers[next]?.otherwise;
    if (next !== undefined && passed.includes(next) && next !== number) return;
  }
}

/** Who calls back after a call to 911 cannot be distinguished from other callers. */
function checkLimit(
  context: Context,
  location: Location,
  number: string,
  rule: NumberSource,
): void {
  const [phone] =
    Object.entries(context.source.extensions).find(
      ([, each]) => each.emergency && each.number === number,
    ) ?? [];
  if (rule.maxMinutes === undefined || phone === undefined) return;
  const message = `\`${phone}\` calls 911 as ${number}: the emergency service calls back there, and its call must not be cut off`;
  addError(
    context,
    location,
    message,
    'Remove it: Dialtone sets no limit for calls to this number.',
  );
}

function checkHome(context: Context, location: Location, rule: NumberSource): void {
  const { environments, source, report } = context;
  const home = rule.environment ?? 'prod';
  if (environments === undefined) return;
  if (!environments.has(home)) {
    const message = `is answered by ${home}, which has no SIP domain`;
    const fix = `Add ${home} to \`environments\` in site.yaml, or name another \`environment\`.`;
    const at = rule.environment === undefined ? location : below(location, 'environment');
    return addError(context, at, message, fix);
  }
  const phones = (rule.ring ?? []).map((name) => source.extensions[name]);
  // A name that is unknown or faulty has been reported already.
  if (phones.length === 0 || phones.includes(undefined)) return;
  if (phones.some((phone) => phone && homesOf(phone, context).includes(home))) return;
  report.warn(
    location.file,
    [...location.path, 'ring'],
    `none of these extensions lives in ${home}, which answers this number`,
    'Write their environment as `environment`, or add other extensions.',
  );
}

/** Without an entry, a number rings everyone who has it: no more than it can. */
function checkSharers(context: Context): void {
  const sharers = new Map<string, string[]>();
  for (const [username, { number }] of Object.entries(context.source.extensions)) {
    if (number === undefined || context.source.files['numbers.yaml'].has([number])) continue;
    const names = sharers.get(number) ?? [];
    names.push(username);
    sharers.set(number, names);
  }
  for (const [number, names] of sharers) {
    if (names.length <= MOST_OF_A_NUMBER) continue;
    addError(
      context,
      { file: 'extensions.yaml', path: [names[MOST_OF_A_NUMBER] ?? '', 'number'] },
      `${names.length} extensions have the number ${number}: ${A_NUMBER_RINGS}`,
      `Say in numbers.yaml which of them \`${number}\` rings.`,
    );
  }
}

/** Numbers that are shown to the people called, who then cannot call back. */
function checkUnrung({ source, report, isE164 }: Context): void {
  const { callerId } = source.site.defaults;
  const { files } = source;
  const shared = Object.values(source.extensions).some(({ number }) => number === callerId);
  const silent = callerId !== undefined && !files['numbers.yaml'].has([callerId]) && !shared;
  if (silent && isE164(callerId)) {
    const message = `a call to the house number ${callerId} rings nothing`;
    report.warn('site.yaml', ['defaults', 'callerId'], message, 'Add it to numbers.yaml.');
  }
  for (const [username, { number = '', emergency }] of Object.entries(source.extensions)) {
    const rule = Object.hasOwn(source.numbers, number) ? source.numbers[number] : undefined;
    // Of a phone that may call 911 more is said by the check of call backs.
    if (emergency || rule?.ring === undefined || rule.ring.includes(username)) continue;
    const message = `a call to its number ${number} does not ring it`;
    const fix = `Add \`${username}\` to the \`ring\` of ${number} in numbers.yaml.`;
    report.warn('extensions.yaml', [username, 'number'], message, fix);
  }
}
