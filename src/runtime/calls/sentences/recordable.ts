/** Which of our sentences a recording of the operator's may stand in for. */
import type { CallLanguage } from '../../model/language';
import { type Reason, REASONS } from '../reasons';
import { CATALOGUES } from './catalogues';

/**
 * Never a recording: what somebody who needs help must hear, what is said when no directory can be
 * read, and what nobody hears.
 */
const NEVER = [
  'emergency-not-allowed',
  'emergency-outside',
  'emergency-caller-unknown',
  'emergency-failed',
  'lookup-failed',
  'directory-unreadable',
  'caller-blocked',
] as const satisfies readonly Reason[];

export type RecordableReason = Exclude<Reason, (typeof NEVER)[number]>;

const REASON_NAMES = (Object.keys(REASONS) as Reason[]).filter(
  (reason): reason is RecordableReason => !(NEVER as readonly Reason[]).includes(reason),
);

/** What callers who ask for the operator hear. */
const OPERATOR_NAMES = ['pleaseHold', 'leaveMessage', 'thanks', 'nothingRecorded'] as const;

export type OperatorSentence = (typeof OPERATOR_NAMES)[number];

/** Before a call to 911 from a menu, and to 933, by which it is tried; other emergency numbers are spoken. */
const ANNOUNCED = { dialing911: '911', dialing933: '933' } as const;

export type Announcement = keyof typeof ANNOUNCED;
export const ANNOUNCEMENTS = Object.keys(ANNOUNCED) as readonly Announcement[];

export type SentenceName = OperatorSentence | Announcement | RecordableReason;

export const SENTENCE_NAMES: readonly SentenceName[] = [
  ...OPERATOR_NAMES,
  ...ANNOUNCEMENTS,
  ...REASON_NAMES,
];

/** What is spoken where there is no recording. */
export function textOf(name: SentenceName, language: CallLanguage): string {
  const { operator, reasons } = CATALOGUES[language];
  if (isAnnouncement(name)) return dialingText(ANNOUNCED[name], language);
  return isOperators(name) ? operator[name] : reasons[name];
}

export function dialingText(number: string, language: CallLanguage): string {
  return CATALOGUES[language].menus.dialing(spell(number, language));
}

/** Digits one by one: `911` is nine one one. */
export function spell(digits: string, language: CallLanguage): string {
  return [...digits].map((digit) => CATALOGUES[language].digits[Number(digit)]).join(' ');
}

export function isAnnouncement(name: string): name is Announcement {
  return Object.hasOwn(ANNOUNCED, name);
}

function isOperators(name: SentenceName): name is OperatorSentence {
  return (OPERATOR_NAMES as readonly string[]).includes(name);
}
