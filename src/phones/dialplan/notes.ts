/** What the keys of a phone cannot dial although the server would take it: for people. */
import type { Directory, Extension } from '../../runtime/model/directory';
import { callsAbroad } from './abroad';
import { type Candidate, WAIT_SECONDS } from './entry';
import { isNorthAmerican } from './numbering';
import { onlyString } from './pattern';
import type { Rules } from './rules';

interface Plan {
  readonly extension: Extension;
  readonly directory: Directory;
  readonly rules: Rules;
  /** Emergency numbers that leave the phone with a 1 before them. */
  readonly prefixed: readonly string[];
  /** Codes and extensions behind an emergency number. */
  readonly shadowed: readonly Candidate[];
  /** Forms of an emergency number that are left to the server. */
  readonly buried: readonly string[];
}

/** One sentence for each thing, in plain words. */
export function planNotes(plan: Plan): readonly string[] {
  const { prefixed, shadowed, rules, directory } = plan;
  return [
    ...(prefixed.length > 0 ? [sentWithOne(prefixed)] : []),
    ...shadowed.map(
      ({ pattern }) =>
        `${onlyString(pattern)} cannot be dialled: it begins with an emergency number, which the phone sends at once.`,
    ),
    ...rules.tooFree.map(
      ({ from }) =>
        `The rewrite rule \`${from}\` is too general for a dial plan: what it matches can be dialled only if it looks like another number.`,
    ),
    ...(isNorthAmerican(directory.site.country) ? northAmerican(plan) : elsewhere(plan)),
  ];
}

function sentWithOne(numbers: readonly string[]): string {
  const [first = '', ...others] = numbers;
  const also = others.map((each) => `, and ${each} as 1${each}`).join('');
  return (
    `${first} leaves the phone as 1${first}${also}. If Twilio handles ${first} itself, it is unproven whether it passes 1${first} to the functions: ` +
    `dial ${others[0] ?? `1${first}`} on the phone and listen for its address before anybody relies on it.`
  );
}

function northAmerican({ extension, directory, buried: forms }: Plan): readonly string[] {
  const local = directory.site.areaCode !== undefined;
  const buried = atHome(forms, directory);
  return [
    local &&
      'Local numbers that begin with an emergency number or a service code must be dialled with the area code: the phone sends the short number at once.',
    callsAbroad(extension, directory) &&
      'Dial numbers outside North America with 011: without it, the phone sends the first ten digits at once where they are a number here.',
    buried !== undefined &&
      (extension.emergency
        ? `${buried} is an emergency call too: the phone sends it when nothing follows for ${WAIT_SECONDS} seconds.`
        : `${buried} is an emergency number to the server, which refuses it from this phone: the phone does not send it.`),
  ].filter((note) => note !== false);
}

/** The one that people here know: after the site's area code, else that of its house number. */
function atHome(forms: readonly string[], { site }: Directory): string | undefined {
  const home = site.areaCode ?? site.defaults.callerId?.slice('+1'.length, '+1503'.length);
  return forms.find((form) => home !== undefined && form.startsWith(home)) ?? forms[0];
}

function elsewhere({ extension, directory, buried: [buried] }: Plan): readonly string[] {
  const { country } = directory.site;
  return [
    `The dial plan for ${country} is a general one: a number is sent four seconds after its last digit.`,
    !extension.emergency &&
      buried !== undefined &&
      `The server refuses ${buried}, not the phone: other numbers begin with it.`,
  ].filter((note) => note !== false);
}
