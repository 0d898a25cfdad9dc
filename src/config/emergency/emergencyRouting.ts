/**
 * Who places an emergency call, of each form, as an environment and a phone stand: the table of
 * docs/emergency.md. Pure; judged by it are the directory (`check`), what is told of it (`explain`, the
 * sheet), and every write to the account (`plan`, `apply`, `doctor`).
 */
import { AT_VOICE_URL, type Row, WAYS } from './emergencyRows';

/**
 * How a call for help leaves the phone: 911 dialled as it is; a form that Twilio is not documented to
 * take (1911, +1911); keys in a menu or at the dial tone inside a call.
 */
export const FORMS = ['dialled', 'prefixed', 'keys'] as const;
export type Form = (typeof FORMS)[number];

/** Of a phone that may call for help, and of the SIP domain it is registered at. */
export interface Standing {
  /** EmergencyCallingEnabled of the SIP domain. */
  readonly flag: boolean;
  /** EmergencyCallerSid of the SIP domain is set; never by us. */
  readonly emergencyCaller: boolean;
  /** The domain's voice URL: ours and shown to answer; ours, not shown; somebody else's; none. */
  readonly voiceUrl: 'shown' | 'unshown' | 'other' | 'none';
  /** What its SIP username is. */
  readonly name: 'own number' | 'other number' | 'word';
  /** Its emergency number: on the account with a registered address; without one; not on the account. */
  readonly number: 'registered' | 'unregistered' | 'not ours';
  /** It has a credential that the domain's call authentication accepts. */
  readonly credential: boolean;
  /** Lifting it sends `#`: it never dials by itself. */
  readonly hotline: boolean;
  /** What our TwiML dials for 911. */
  readonly dials: '911' | '+1911';
  /** A 933 test from such a phone is on record, under the settings that are judged. */
  readonly drilled: boolean;
}

/** From the weakest; the first two count as nobody until somebody has tried. */
const PROOFS = ['unshown', 'silent', 'drilled', 'field', 'documented'] as const;
export type Proof = (typeof PROOFS)[number];

export interface Answer {
  readonly by: 'twilio' | 'functions' | 'other' | 'nobody';
  readonly proof: Proof;
  /** Where help is sent: the phone's own registered address, another one, or nobody knows where ($75). */
  readonly address: 'own' | 'other' | 'none';
  /** Why, with the page that says so. */
  readonly source: string;
}

/** Who places the call; where documentation is silent, only a drill makes it count (`counts`). */
export function whoPlaces(form: Form, standing: Standing): Answer {
  const way = rowOf(WAYS, form, standing);
  if (way.by !== 'voiceUrl') return answer(way.by, [way], standing);
  const there = rowOf(AT_VOICE_URL, form, standing);
  if (there.by === 'voiceUrl') throw new Error('The second table leads nowhere else');
  return answer(there.by, there.by === 'nobody' ? [there] : [way, there], standing);
}

/** Whether somebody places it as far as anybody knows: documented, proven in the field, or drilled. */
export function counts({ by, proof }: Answer): boolean {
  return by !== 'nobody' && rank(proof) > rank('silent');
}

/**
 * Whether somebody placed it before, perhaps, and after nobody does, surely; or help found the phone,
 * and does not after. What is uncertain counts for what is there and against what replaces it.
 */
export function isWorse(before: Answer, after: Answer): boolean {
  if (before.by === 'nobody') return false;
  const asBefore = after.by === before.by && rank(after.proof) >= rank(before.proof);
  if (!counts(after) && !asBefore) return true;
  return before.address === 'own' && after.address !== 'own';
}

function rowOf(rows: readonly Row[], form: Form, standing: Standing): Row {
  const question: Readonly<Record<string, unknown>> = { ...standing, form };
  const row = rows.find(({ when }) =>
    Object.entries(when).every(([key, wanted]) =>
      Array.isArray(wanted) ? wanted.includes(question[key]) : wanted === question[key],
    ),
  );
  if (row === undefined) throw new Error('The table of emergency calls has a gap');
  return row;
}

/** By the weakest of the rows it rests on. */
function answer(
  by: Answer['by'],
  rows: readonly Row[],
  { drilled, number, voiceUrl }: Standing,
): Answer {
  const proven = ({ proof, by: whom }: Row): Proof =>
    // A test by way of the functions proves nothing of anybody else.
    proof === 'silent' && drilled && voiceUrl === 'shown' && whom !== 'twilio' ? 'drilled' : proof;
  const proof = PROOFS[Math.min(...rows.map((row) => rank(proven(row))))] ?? 'unshown';
  const address = rows.at(-1)?.address ?? (number === 'registered' ? 'own' : 'none');
  const source = rows
    .map(({ why, page }) => (page === undefined ? why : `${why} (${page})`))
    .join('; ');
  return { by, proof, address: by === 'nobody' ? 'none' : address, source };
}

function rank(proof: Proof): number {
  return PROOFS.indexOf(proof);
}
