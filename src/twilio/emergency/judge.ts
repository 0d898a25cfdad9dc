/** What a write would do to the emergency calls of each phone, by the table. Pure. */
import { counts, isWorse, whoPlaces } from '../../config/emergency/emergencyRouting';
import { type Answer, type Form, FORMS, type EmergencySetup } from '../../config/emergency/answer';
import type { Actual } from '../actual';
import type { Desired } from '../desired';
import { callBackLost } from './callBack';
import type { EmergencyContext } from './context';
import { type EmergencyPhone, emergencyPhones, listsWith } from './phones';
import { isOurs, setupOf } from './setup';

export interface Loss {
  readonly username: string;
  /** What it has now, what it would have, and why. */
  readonly text: string;
}

/** A form of one phone's emergency calls is placed by somebody else afterwards. */
export interface Handover {
  readonly username: string;
  readonly form: Form;
  readonly from: Answer['by'];
  readonly to: Answer['by'];
}

export interface Judged {
  readonly losses: readonly Loss[];
  readonly handovers: readonly Handover[];
}

export const FORM_WORDS: Readonly<Record<Form, string>> = {
  dialled: 'dialled 911',
  prefixed: 'dialled 1911 or +1911',
  keys: '911 pressed in a menu or at the dial tone inside a call',
};

export const BY_WORDS: Readonly<Record<Answer['by'], string>> = {
  twilio: 'Twilio itself',
  functions: 'these functions',
  other: 'whoever answers at the current voice URL',
  nobody: 'nobody',
};

export function judge(context: EmergencyContext, before: Actual, after: Actual): Judged {
  const judged = emergencyPhones(context.desired, context.actual).map((phone) =>
    judgePhone(phone, context, before, after),
  );
  return {
    losses: judged.flatMap(({ losses }) => losses),
    handovers: judged.flatMap(({ handovers }) => handovers),
  };
}

function judgePhone(
  phone: EmergencyPhone,
  context: EmergencyContext,
  before: Actual,
  after: Actual,
): Judged {
  const { username } = phone;
  const [cells, ...unshown] = possible(phone, context, before, after).map((functions) =>
    answers(phone, context, before, after, functions),
  ) as [Cells, ...Cells[]];
  // What others do with a call is known of this setting of the domain, and of no other.
  const switched = before.domain?.emergencyCallingEnabled !== after.domain?.emergencyCallingEnabled;
  const lost = FORMS.flatMap((_, at) => {
    const worse = [cells, ...unshown]
      .map((each) => each[at]!)
      .find(
        ({ from, to }) =>
          isWorse(from, to) || (switched && from.by === 'other' && to.by === 'other'),
      );
    if (worse === undefined) return [];
    return [{ username, text: lossText(worse.form, worse.from, worse.to, phone, context) }];
  });
  const able = cells.some(({ from }) => from.by !== 'nobody');
  const others = able
    ? [...accessLost(phone, before, after), ...callBackLost(phone, context, before, after)]
    : [];
  return {
    losses: [...lost, ...others.map((text) => ({ username, text }))],
    handovers: cells
      .filter(({ from, to }) => from.by !== to.by)
      .map(({ form, from, to }) => ({ username, form, from: from.by, to: to.by })),
  };
}

/** What the deployed functions may do for a phone: dial, and what. */
interface Functions {
  readonly shown: boolean;
  readonly dials: Desired['dials'];
}

/**
 * Functions that are not shown to place its calls may do so all the same, by an older directory than this
 * one: where they stay at the voice URL, that is not taken from it either.
 */
function possible(
  { username }: EmergencyPhone,
  { desired, evidence }: EmergencyContext,
  before: Actual,
  after: Actual,
): readonly [Functions, ...Functions[]] {
  const shown = evidence.whyNotShown(username) === undefined;
  const seen = { shown, dials: desired.dials };
  if (shown) return [seen];
  const stay = [before, after].every((actual) => isOurs(actual.domain?.voiceUrl, actual, desired));
  if (!stay) return [seen];
  return [seen, { shown: true, dials: '911' }, { shown: true, dials: '+1911' }];
}

/** Who answers each form before and after. */
type Cells = readonly { readonly form: Form; readonly from: Answer; readonly to: Answer }[];

function answers(
  phone: EmergencyPhone,
  { desired, evidence }: EmergencyContext,
  before: Actual,
  after: Actual,
  { shown, dials }: Functions,
): Cells {
  const [left, right] = [before, after].map((actual) => ({
    ...setupOf(phone, actual, desired, { shown, drilled: false }),
    dials,
  })) as [EmergencySetup, EmergencySetup];
  // Whether such a call comes to the voice URL at all is nothing that another URL changes.
  const moved = JSON.stringify({ ...left, voiceUrl: right.voiceUrl }) === JSON.stringify(right);
  const switches = moved && left.voiceUrl !== right.voiceUrl;
  // But whether what is dialled there is placed may be known no better: a pressed key always comes there.
  const keys = { ...right, drilled: evidence.drilled('keys', right) };
  const placed = switches && counts(whoPlaces('keys', keys));
  return FORMS.map((form) => {
    const from = { ...left, drilled: switches || evidence.drilled(form, left) };
    const to = { ...right, drilled: placed || evidence.drilled(form, right) };
    return { form, from: whoPlaces(form, from), to: whoPlacesTried(form, to) };
  });
}

/** Whether Twilio takes a prefixed number for 911 is not known; where each of the two would place it, it need not be. */
export function whoPlacesTried(form: Form, setup: EmergencySetup): Answer {
  const answer = whoPlaces(form, setup);
  if (form !== 'prefixed' || answer.proof !== 'silent') return answer;
  const asked = whoPlaces(form, { ...setup, drilled: true });
  const taken = whoPlaces('dialled', setup);
  return counts(asked) && counts(taken) && taken.address === asked.address ? asked : answer;
}

/** A phone calls with one password on one list, and nobody can see which it has. */
function accessLost({ username }: EmergencyPhone, before: Actual, after: Actual): string[] {
  const names = (actual: Actual, mapped: 'calls' | 'registrations') =>
    listsWith(username, actual.lists)
      .filter((list) => list[mapped])
      .map(({ name }) => name);
  const ended = names(before, 'calls').filter((name) => !names(after, 'calls').includes(name));
  const deaf = names(before, 'registrations').filter(
    (name) => !names(after, 'registrations').includes(name),
  );
  const secure = before.domain && after.domain && before.domain.secure !== after.domain.secure;
  return [
    ...ended.map(
      (name) =>
        `its password on the list ${name} would stop working; if the phone uses that one, it could call nobody`,
    ),
    ...deaf
      .filter((name) => !ended.includes(name))
      .map((name) => `it could no longer register with its password on the list ${name}`),
    ...(secure
      ? [
          after.domain?.secure
            ? 'it could not call until it is set up for TLS and encrypted calls'
            : 'set up for encrypted calls, it could not call until it is set up again (32207)',
        ]
      : []),
  ];
}

function lossText(
  form: Form,
  from: Answer,
  to: Answer,
  phone: EmergencyPhone,
  context: EmergencyContext,
): string {
  const who =
    from.by === to.by ? BY_WORDS[to.by] : `from ${BY_WORDS[from.by]} to ${BY_WORDS[to.by]}`;
  return `${FORM_WORDS[form]}: ${who}; ${whyText(form, from, to, phone, context)}`;
}

function whyText(
  form: Form,
  from: Answer,
  to: Answer,
  { username, number }: EmergencyPhone,
  { evidence }: EmergencyContext,
): string {
  if (to.by === 'functions' && to.proof === 'unshown') {
    return evidence.whyNotShown(username) ?? to.source;
  }
  if (to.by !== 'nobody' && from.address === 'own' && to.address !== 'own') {
    return `${number} would have no registered address: a call costs $75, and nobody knows where to send help`;
  }
  const drill = to.proof === 'silent' && to.by === 'functions';
  return drill ? `${to.source}; no 933 test on record shows it` : to.source;
}
