/** Who places the emergency calls of each phone, in each form that it can send, by the table. */
import { counts } from '../../config/emergency/emergencyRouting';
import type { Answer, Form } from '../../config/emergency/answer';
import { BY_WORDS, whoPlacesTried, FORM_WORDS } from '../emergency/judge';
import { type EmergencyPhone } from '../emergency/phones';
import { setupOf } from '../emergency/setup';
import type { DesiredEmergencyPhone } from '../desired';
import { type Examination, type CheckResult, ok, warning, wrong } from './check';
import { applyFor, changesOf, type Examined } from './examined';

export const PLACED: readonly Examination[] = [
  {
    name: 'emergency.placed',
    needs: ['domains', 'credentials', 'numbers', 'deployment'],
    look: placed,
  },
];

interface Cell {
  readonly phone: EmergencyPhone;
  readonly form: Form;
  readonly answer: Answer;
}

function placed(examined: Examined): readonly CheckResult[] {
  const { desired, actual, evidence } = examined;
  if (!actual.domain) return [];
  // That the account has no such number, the check of it says, with what to do.
  const callers = desired.emergencyPhones.filter(({ number }) => actual.owned.has(number));
  const cells = callers.flatMap((one) => {
    const phone = { ...one, known: true };
    return formsOf(one).map((form): Cell => {
      const shown = evidence.whyNotShown(phone.username) === undefined;
      const setup = setupOf(phone, actual, desired, { shown, drilled: false });
      const drilled = evidence.drilled(form, setup);
      return { phone, form, answer: whoPlacesTried(form, { ...setup, drilled }) };
    });
  });
  return [...grouped(cells).values()].flatMap((alike) => resultOf(alike, examined));
}

/** A hotline phone dials nothing but `#`. */
function formsOf({ hotline, sends }: DesiredEmergencyPhone): readonly Form[] {
  return hotline ? ['keys'] : [sends, 'keys'];
}

function resultOf(alike: readonly Cell[], examined: Examined): readonly CheckResult[] {
  const [{ phone, form, answer }] = alike as readonly [Cell];
  const names = [...new Set(alike.map((cell) => cell.phone.username))];
  const who =
    names.length > 6
      ? `${names.slice(0, 6).join(', ')} and ${names.length - 6} more`
      : names.join(', ');
  const call = `${FORM_WORDS[form]} (${who})`;
  const why = examined.evidence.whyNotShown(phone.username);
  if (answer.by === 'nobody')
    return [wrong(`nobody places ${call}: ${answer.source}`, fixOf(form, examined))];
  if (answer.proof === 'unshown') {
    return [
      wrong(`nobody is shown to place ${call}: ${why ?? answer.source}`, examined.commands.deploy),
    ];
  }
  if (!counts(answer)) {
    const text = `it is not known whether ${BY_WORDS[answer.by]} ${verbFor(answer)} ${call}: ${answer.source}`;
    if (answer.by === 'other') return [wrong(text, applyFor(examined, 'SIP domain', 'voiceUrl'))];
    const drill = `Dial 933 from such a phone in this way, listen for its address, then ${examined.commands.apply} --drilled <date>`;
    return [warning(text, drill)];
  }
  // Where help does not find the phone, the check of its address says so.
  if (answer.address !== 'own') return [];
  return [ok(`${BY_WORDS[answer.by]} ${verbFor(answer)} ${call}`)];
}

function verbFor({ by }: Answer): string {
  return by === 'functions' ? 'place' : 'places';
}

/** With emergency calling as the directory has it, no command helps: the directory or the phone must change. */
function fixOf(form: Form, examined: Examined): string {
  const pending = changesOf(examined, 'SIP domain').some(({ fields }) =>
    fields.some(({ name }) => name === 'emergencyCallingEnabled'),
  );
  if (form === 'dialled' && examined.desired.domain.emergencyCalling && !pending)
    return HOW_IT_SENDS;
  return applyFor(examined, 'SIP domain', 'emergencyCallingEnabled');
}

const HOW_IT_SENDS =
  'Write in extensions.yaml how each phone sends 911: `dial911As: keys` if it dials `#` when it is lifted, `1911` if its dial plan sends that; or name it by its number';

function grouped(cells: readonly Cell[]): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const { by, proof, address, source } = cell.answer;
    const key = [cell.form, by, proof, address, source].join('\0');
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return groups;
}
