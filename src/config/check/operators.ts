/** The operator: volunteers who can be called, and somebody who asks for them. */
import type { Source } from '../read/load';
import { isExtension } from '../compile/operator';
import { own, scalarsAt } from '../read/raw';
import type { OperatorsSource } from '../schema';
import { homesOf, type Context } from './context';
import { checkPrompt } from './prompts';
import { below, checkExtension, checkNumber, type Place, tell } from './values';

export function checkOperators(context: Context): void {
  const { operators } = context.source;
  const place: Place = { file: 'operators.yaml', path: [] };
  if (!operators || !context.source.files['operators.yaml'].readable) return;
  const called = new Map<string, string>();
  for (const [name, volunteer] of Object.entries(operators.volunteers)) {
    const at = below(place, 'volunteers', name);
    checkName(context, at, name);
    checkCall(context, below(at, 'call'), volunteer.call);
    checkTwice(context, below(at, 'call'), name, volunteer.call, called);
    checkLanguages(context, below(at, 'languages'), volunteer.languages ?? []);
  }
  checkDuty(context, place, operators);
  if (operators.hold) checkPrompt(context, below(place, 'hold'), operators.hold);
  operators.notice.sms.forEach((number, i) => {
    checkNumber(context, below(place, 'notice', 'sms', i), number);
  });
  checkRinging(context, place, operators);
  checkLimits(context, below(place, 'limits'), operators.limits);
  checkNotice(context, place, operators);
}

function checkName(context: Context, place: Place, name: string): void {
  if (/^[a-z0-9-]{1,40}$/.test(name)) return;
  const fix = 'Use up to 40 lower-case letters, digits and hyphens.';
  tell(context, place, `\`${name}\` cannot be the name of a volunteer`, fix);
}

function checkCall(context: Context, place: Place, call: string): void {
  const { source } = context;
  if (isExtension(call, source.extensions)) {
    checkExtension(context, place, call);
    const extension = own(source.extensions, call);
    const { environments } = source.site;
    if (!extension || !environments.prod || homesOf(extension, context).includes('prod')) return;
    const message = `\`${call}\` does not live in prod: nobody would be called there`;
    return tell(context, place, message, 'Use another extension, or a number.');
  }
  if (!checkNumber(context, place, call)) return;
  const message = answeredByMachine(call, source);
  if (message)
    return tell(context, place, message, 'Use a person’s extension, or their own number.');
  const [phone] = Object.entries(source.extensions).find(([, { number }]) => number === call) ?? [];
  if (phone === undefined) return;
  const why = `${call} is the number of \`${phone}\`: the call would go through the telephone network`;
  context.report.warn(place.file, place.path, why, `Write \`${phone}\`.`);
}

/** A number of ours that leads back to a machine, or to the operator. */
function answeredByMachine(call: string, { numbers }: Source): string | undefined {
  const passed: string[] = [];
  for (let next: string | undefined = call; next !== undefined && !passed.includes(next);) {
    passed.push(next);
    const rule: Source['numbers'][string] | undefined = own(numbers, next);
    const way = passed.join(' → ');
    if (rule?.operator) return `${way} calls the operator: the volunteer would call themselves`;
    if (rule?.menu !== undefined)
      return `${way} is answered by the menu \`${rule.menu}\`, not by a person`;
    if (rule?.twiml !== undefined && !rule.ring) {
      return `${way} is answered by the TwiML asset \`${rule.twiml}\`, not by a person`;
    }
    next = rule?.otherwise;
  }
  return undefined;
}

function checkTwice(
  context: Context,
  place: Place,
  name: string,
  call: string,
  called: Map<string, string>,
): void {
  const { extensions } = context.source;
  const line = own(extensions, call)?.number ?? call;
  const other = called.get(line);
  called.set(line, other ?? name);
  if (other === undefined) return;
  tell(context, place, `calls the same telephone as \`${other}\``, 'Keep one of them.');
}

function checkLanguages(context: Context, place: Place, spoken: readonly string[]): void {
  const { languages } = context.source.site;
  spoken.forEach((language, i) => {
    if ((languages as readonly string[]).includes(language)) return;
    const fix = `One of: ${languages.join(', ')}.`;
    tell(context, below(place, i), `the site does not speak ${language}`, fix);
  });
}

/** Callers in a language that no volunteer speaks always leave a message. */
function checkDuty(context: Context, place: Place, { volunteers }: OperatorsSource): void {
  const { report, source } = context;
  const all = Object.values(volunteers);
  if (source.files['operators.yaml'].keys(['volunteers']).length === 0) {
    const message = 'is empty: every caller leaves a message';
    report.warn(place.file, [...place.path, 'volunteers'], message, 'Add a volunteer.');
    return;
  }
  for (const language of source.site.languages) {
    if (all.some(({ languages }) => languages === undefined || languages.includes(language)))
      continue;
    const message = `no volunteer speaks ${language}: its callers always leave a message`;
    report.warn(
      place.file,
      [...place.path, 'volunteers'],
      message,
      `Add \`${language}\` to someone's languages.`,
    );
  }
}

/** The end of the wait also ends what still rings. */
function checkRinging(
  { report }: Context,
  place: Place,
  { ringSeconds, waitSeconds }: OperatorsSource,
): void {
  if (ringSeconds <= waitSeconds) return;
  const message = `phones would ring for ${ringSeconds} seconds, but the caller is asked for a message after ${waitSeconds}`;
  const fix = `At most ${waitSeconds}, or let callers wait longer.`;
  report.warn(place.file, [...place.path, 'ringSeconds'], message, fix);
}

function checkLimits(
  { report }: Context,
  place: Place,
  { phone, site }: OperatorsSource['limits'],
): void {
  for (const span of ['minute', 'day'] as const) {
    if (phone[span] <= site[span]) continue;
    const message = `is more than the limit of the whole site (${site[span]}): it has no effect`;
    report.warn(place.file, [...place.path, 'phone', span], message, `At most ${site[span]}.`);
  }
}

function checkNotice({ report, source }: Context, place: Place, { notice }: OperatorsSource): void {
  if (
    notice.sms.length === 0 &&
    !notice.webhook &&
    !source.files['operators.yaml'].has(['notice', 'sms'])
  ) {
    const fix =
      'Add `sms: [+1…]`, or `webhook: true`. `dialtone messages list` shows the messages anyway.';
    report.warn(place.file, [...place.path, 'notice'], 'nobody is notified of a message', fix);
  }
  if (asks(source)) return;
  const message = 'nothing calls the operator: no `zero`, no key and no number';
  report.warn(place.file, [], message, 'Write `zero: { do: operator }` in site.yaml.');
}

function asks({ files }: Source): boolean {
  return Object.values(files).some(
    ({ value }) =>
      scalarsAt('do', value).includes('operator') || scalarsAt('operator', value).includes('true'),
  );
}
