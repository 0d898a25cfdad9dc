/**
 * Every way a call can be refused or fail: one code, and how the caller learns of it. The code is what
 * logs and metrics count; what is said is in `sentences/`.
 */

/** `spoken` answers and says why; `rejected` hangs up unanswered, so that nothing is billed. */
type Delivery = 'spoken' | 'rejected';

export const REASONS = {
  // What was dialled.
  'to-missing': 'spoken',
  'not-a-number': 'spoken',
  'too-short': 'spoken',
  'too-long': 'spoken',
  'area-code-needed': 'spoken',
  'no-such-number': 'spoken',
  'service-code-unknown': 'spoken',
  'feature-code-unknown': 'spoken',

  // Emergency calls.
  'emergency-not-allowed': 'spoken',
  // From outside: `{number}` is the country's own.
  'emergency-outside': 'spoken',
  'emergency-caller-unknown': 'spoken',
  'emergency-failed': 'spoken',

  // Who is calling.
  'from-missing': 'spoken',
  'caller-unknown': 'spoken',
  'caller-mismatch': 'spoken',
  'caller-elsewhere': 'spoken',
  'lookup-failed': 'spoken',
  'directory-unreadable': 'spoken',

  // Where it may go.
  'no-menu': 'spoken',
  'no-operator': 'spoken',
  'no-dial-tone': 'spoken',
  'caller-gone': 'spoken',
  'hand-off-not-allowed': 'spoken',
  blocked: 'spoken',
  premium: 'spoken',
  'non-geographic': 'spoken',
  'destination-not-allowed': 'spoken',
  // An area code that is newer than the numbering data, and that nobody has opened.
  'new-area-code': 'spoken',
  'area-not-allowed': 'spoken',
  'outside-hours': 'spoken',
  unavailable: 'spoken',

  // A call to one of our numbers.
  'number-not-in-service': 'spoken',
  'caller-blocked': 'rejected',

  // How a dialled call ended.
  busy: 'spoken',
  'no-answer': 'spoken',
  'not-registered': 'spoken',
  'number-refused': 'spoken',
  'call-failed': 'spoken',
} as const satisfies Record<string, Delivery>;

export type Reason = keyof typeof REASONS;

/** What TwiML assets say beside the reasons. */
export const NOTICES = ['closed'] as const;
export type Notice = (typeof NOTICES)[number];
