/**
 * Who places an emergency call, of each form, as an environment and a phone stand: the table of
 * docs/emergency.md. Pure; judged by it are the directory (`check`), what is said of it (`explain`, the
 * sheet), and every write to the account (`plan`, `apply`, `doctor`).
 */
import { type Answer, type Form, type Proof, PROOFS, type EmergencySetup } from './answer';
import { AT_VOICE_URL, type Row, ROUTES } from './emergencyRows';

/** Who places the call; where documentation is silent, only a drill makes it count (`counts`). */
export function whoPlaces(form: Form, setup: EmergencySetup): Answer {
  const route = rowOf(ROUTES, form, setup);
  if (route.by !== 'voiceUrl') return answer(route.by, [route], setup);
  const there = rowOf(AT_VOICE_URL, form, setup);
  if (there.by === 'voiceUrl') throw new Error('The second table leads nowhere else');
  return answer(there.by, there.by === 'nobody' ? [there] : [route, there], setup);
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

function rowOf(rows: readonly Row[], form: Form, setup: EmergencySetup): Row {
  const question: Readonly<Record<string, unknown>> = { ...setup, form };
  const row = rows.find(({ when }) => holds(when, question));
  if (row === undefined) throw new Error('The table of emergency calls has a gap');
  return row;
}

/** Asked for every phone, form and row at every write: without a list for each. */
function holds(
  when: Readonly<Record<string, unknown>>,
  question: Readonly<Record<string, unknown>>,
): boolean {
  for (const key in when) {
    const expected = when[key];
    const actual = question[key];
    if (!(Array.isArray(expected) ? expected.includes(actual) : expected === actual)) return false;
  }
  return true;
}

/** By the weakest of the rows it rests on. */
function answer(
  by: Answer['by'],
  rows: readonly Row[],
  { drilled, number, voiceUrl }: EmergencySetup,
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
