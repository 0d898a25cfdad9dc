/** The operator: volunteers who can be called, and somebody who asks for them. */
import type { Source } from '../read/load';
import { isExtension } from '../compile/operator';
import { own, scalarsAt } from '../read/raw';
import type { OperatorsSource } from '../schema';
import { homesOf, type Context } from './context';
import { checkPrompt } from './prompts';
import { below, checkExtension, checkNumber, type Location, addError } from './values';

export function checkOperators(context: Context): void {
  const { operators } = context.source;
  const location: Location = { file: 'operators.yaml', path: [] };
  if (!operators || !context.source.files['operators.yaml'].readable) return;
  const called = new Map<string, string>();
  for (const [name, volunteer] of Object.entries(operators.volunteers)) {
    const at = below(location, 'volunteers', name);
    checkName(context, at, name);
    checkCall(context, below(at, 'call'), volunteer.call);
    checkTwice(context, below(at, 'call'), name, volunteer.call, called);
    checkLanguages(context, below(at, 'languages'), volunteer.languages ?? []);
  }
  checkDuty(context, location, operators);
  if (operators.hold) checkPrompt(context, below(location, 'hold'), operators.hold);
  operators.notice.sms.forEach((number, i) => {
    checkNumber(context, below(location, 'notice', 'sms', i), number);
  });
  checkRinging(context, location, operators);
  checkLimits(context, below(location, 'limits'), operators.limits);
  checkNotify(context, location, operators);
}

function checkName(context: Context, location: Location, name: string): void {
  if (/^[a-z0-9-]{1,40}$/.test(name)) return;
  const fix = 'Use up to 40 lower-case letters, digits and hyphens.';
  addError(context, location, `\`${name}\` cannot be the name of a volunteer`, fix);
}

function checkCall(context: Context, location: Location, call: string): void {
  const { source } = context;
  if (isExtension(call, source.extensions)) {
    checkExtension(context, location, call);
    const extension = own(source.extensions, call);
    const { environments } = source.site;
    if (!extension || !environments.prod || homesOf(extension, context).includes('prod')) return;
    const message = `\`${call}\` does not live in prod: nobody would be called there`;
    return addError(context, location, message, 'Use another extension, or a number.');
  }
  if (!checkNumber(context, location, call)) return;
  const message = answeredByMachine(call, source);
  if (message)
    return addError(context, location, message, 'Use a person’s extension, or their own number.');
  const [phone] = Object.entries(source.extensions).find(([, { number }]) => number === call) ?? [];
  if (phone === undefined) return;
  const why = `${call} is the number of \`${phone}\`: the call would go through the telephone network`;
  context.report.warn(location.file, location.path, why, `Write \`${phone}\`.`);
}

/** A number of ours that leads back to a machine, or to the operator. */
function answeredByMachine(call: string, { numbers }: Source): string | undefined {
  const passed: string[] = [];
  for (let next: string | undefined = call; next !== undefined && !passed.includes(next);) {
    passed.push(next);
    const rule: Source['numbers'][string] | undefined = own(numbers, next);
    const chain = passed.join(' → ');
    if (rule?.operator) return `${chain} calls the operator: the volunteer would call themselves`;
    if (rule?.menu !== undefined)
      return `${chain} is answered by the menu \`${rule.menu}\`, not by a person`;
    if (rule?.twiml !== undefined && !rule.ring) {
      return `${chain} is answered by the TwiML asset \`${rule.twiml}\`, not by a person`;
    }
    next = rule?.otherwise;
  }
  return undefined;
}

function checkTwice(
  context: Context,
  location: Location,
  name: string,
  call: string,
  called: Map<string, string>,
): void {
  const { extensions } = context.source;
  const line = own(extensions, call)?.number ?? call;
  const other = called.get(line);
  called.set(line, other ?? name);
  if (other === undefined) return;
  addError(context, location, `calls the same telephone as \`${other}\``, 'Keep one of them.');
}

function checkLanguages(context: Context, location: Location, spoken: readonly string[]): void {
  const { languages } = context.source.site;
  spoken.forEach((language, i) => {
    if ((languages as readonly string[]).includes(language)) return;
    const fix = `One of: ${languages.join(', ')}.`;
    addError(context, below(location, i), `the site does not speak ${language}`, fix);
  });
}

/** Callers in a language that no volunteer speaks always leave a message. */
function checkDuty(context: Context, location: Location, { volunteers }: OperatorsSource): void {
  const { report, source } = context;
  const all = Object.values(volunteers);
  if (source.files['operators.yaml'].keys(['volunteers']).length === 0) {
    const message = 'is empty: every caller leaves a message';
    report.warn(location.file, [...location.path, 'volunteers'], message, 'Add a volunteer.');
    return;
  }
  for (const language of source.site.languages) {
    if (all.some(({ languages }) => languages === undefined || languages.includes(language)))
      continue;
    const message = `no volunteer speaks ${language}: its callers always leave a message`;
    report.warn(
      location.file,
      [...location.path, 'volunteers'],
      message,
      `Add \`${language}\` to someone's languages.`,
    );
  }
}

/** The end of the wait also ends what still rings. */
function checkRinging(
  { report }: Context,
  location: Location,
  { ringSeconds, waitSeconds }: OperatorsSource,
): void {
  if (ringSeconds <= waitSeconds) return;
  const message = `phones would ring for ${ringSeconds} seconds, but the caller is asked for a message after ${waitSeconds}`;
  const fix = `At most ${waitSeconds}, or let callers wait longer.`;
  report.warn(location.file, [...location.path, 'ringSeconds'], message, fix);
}

function checkLimits(
  { report }: Context,
  location: Location,
  { phone, site }: OperatorsSource['limits'],
): void {
  for (const span of ['minute', 'day'] as const) {
    if (phone[span] <= site[span]) continue;
    const message = `is more than the limit of the whole site (${site[span]}): it has no effect`;
    report.warn(
      location.file,
      [...location.path, 'phone', span],
      message,
      `At most ${site[span]}.`,
    );
  }
}

function checkNotify(
  { report, source }: Context,
  location: Location,
  { notice }: OperatorsSource,
): void {
  if (
    notice.sms.length === 0 &&
    !notice.webhook &&
    !source.files['operators.yaml'].has(['notice', 'sms'])
  ) {
    const fix =
      'Add `sms: [+1…]`, or `webhook: true`. `dialtone messages list` shows the messages anyway.';
    report.warn(
      location.file,
      [...location.path, 'notice'],
      'nobody is notified of a message',
      fix,
    );
  }
  if (asks(source)) return;
  const message = 'nothing calls the operator: no `zero`, no key and no number';
  report.warn(location.file, [], message, 'Write `zero: { do: operator }` in site.yaml.');
}

function asks({ files }: Source): boolean {
  return Object.values(files).some(
    ({ value }) =>
      scalarsAt('do', value).includes('operator') || scalarsAt('operator', value).includes('true'),
  );
}
