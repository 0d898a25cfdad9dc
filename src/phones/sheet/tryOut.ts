/** How to find out whether a phone works, without disturbing anybody. */
import { type EntryKind, sendsPrefixed } from '../dialplan/entry';
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import type { Answered } from './answers';
import { type Guide, say, type Said, type Text, unproven } from './guide';

export function tryOut(
  settings: PhoneSettings,
  guide: Pick<Guide, 'noHandset'>,
  about: SheetAbout,
): readonly Said[] {
  const { model, number, dial } = settings;
  const hotline = dial === 'hotline' && !model.softphone;
  return [
    ...(hotline ? [lifted(guide, LIFTED[about.answers.hash])] : dialled(settings, guide, about)),
    ...(number === undefined
      ? []
      : [
          say(
            `From another phone call \`${number}\`: it rings.`,
            `Desde otro teléfono llame al \`${number}\`: suena.`,
          ),
        ]),
  ];
}

/** What to dial to hear the address that help would be sent to. */
export function emergencyTest(
  settings: PhoneSettings,
  { testNumber, address, answers, emergencyNumber }: SheetAbout,
): readonly Said[] {
  if (!settings.emergency || testNumber === undefined) return [];
  const lifts = settings.dial === 'hotline' && !settings.model.softphone;
  if (!(lifts ? answers.test.keys : answers.test.dialled)) {
    return [
      say(
        `We know of no way to try \`${testNumber}\` on this phone.`,
        `No conocemos modo de probar el \`${testNumber}\` en este teléfono.`,
      ),
    ];
  }
  const must =
    address === undefined
      ? { en: '', es: '' }
      : { en: ` It must be: ${address}.`, es: ` Debe ser: ${address}.` };
  if (lifts) {
    const keys = [...testNumber].map((key) => `\`${key}\``).join('-');
    return [
      say(
        `Hang up, begin again and press ${keys}: a voice reads this phone's address back.${must.en}`,
        `Cuelgue, empiece otra vez y oprima ${keys}: una voz lee la dirección de este teléfono.${must.es}`,
      ),
    ];
  }
  return [
    say(
      `Then dial \`${testNumber}\`: a voice reads this phone's address back.${must.en}`,
      `Después marque \`${testNumber}\`: una voz lee la dirección de este teléfono.${must.es}`,
    ),
    ...(sendsPrefixed(settings.dialPlan) ? [untilHeard(testNumber, emergencyNumber)] : []),
  ];
}

/** No page says that Twilio leaves 1911 to the functions: docs/unproven.md. */
function untilHeard(testNumber: string, number: string): Said {
  return unproven(
    `The phone sends it as \`1${testNumber}\`, and ${number} as \`1${number}\`. If you do not hear the address, ${number} does not work here: tell the operator.`,
    `El teléfono lo envía como \`1${testNumber}\`, y el ${number} como \`1${number}\`. Si no oye la dirección, el ${number} no funciona aquí: avise a quien opera el sistema.`,
  );
}

const DIAL_TONE: Text = { en: 'a dial tone.', es: 'se oye tono.' };
/** By what answers `#`, which a hotline dials by itself. */
const LIFTED: Readonly<Record<Answered, Text>> = {
  menu: {
    en: 'no dial tone; the menu speaks within a few seconds.',
    es: 'sin tono; el menú habla en unos segundos.',
  },
  operator: {
    en: 'no dial tone; it calls the operator.',
    es: 'sin tono; llama a la operadora.',
  },
  dialTone: {
    en: 'a dial tone within a few seconds.',
    es: 'se oye tono en unos segundos.',
  },
  other: {
    en: 'no dial tone; it is answered within a few seconds.',
    es: 'sin tono; contestan en unos segundos.',
  },
  refused: {
    en: 'no dial tone; a voice says that the call cannot be placed.',
    es: 'sin tono; una voz dice que la llamada no se puede hacer.',
  },
};
/** What is heard after a key; nothing is told of one that is refused. */
const HEARD: Readonly<Record<Exclude<Answered, 'refused'>, Text>> = {
  menu: { en: 'the menu speaks.', es: 'habla el menú.' },
  operator: { en: 'it calls the operator.', es: 'llama a la operadora.' },
  dialTone: DIAL_TONE,
  other: { en: 'the call goes through.', es: 'la llamada sale.' },
};

function key(name: string, answered: Answered): readonly Said[] {
  if (answered === 'refused') return [];
  const { en, es } = HEARD[answered];
  return [say(`Dial \`${name}\`: ${en}`, `Marque \`${name}\`: ${es}`)];
}

function lifted({ noHandset }: Pick<Guide, 'noHandset'>, { en, es }: Text): Said {
  return noHandset
    ? say(`Press the key with the handset: ${en}`, `Oprima la tecla del auricular: ${es}`)
    : say(`Lift the handset: ${en}`, `Levante el auricular: ${es}`);
}

function dialled(
  { dialPlan, model }: PhoneSettings,
  guide: Pick<Guide, 'noHandset'>,
  { tryExtension, answers }: SheetAbout,
): Said[] {
  const can = (kind: EntryKind) =>
    dialPlan.entries.some((entry) => entry.kind === kind && entry.action === 'send');
  return [
    model.softphone
      ? say('The app says that it is connected.', 'La aplicación dice que está conectada.')
      : lifted(guide, DIAL_TONE),
    ...(can('operator') ? key('0', answers.zero) : []),
    ...(can('menu') ? key('#', answers.hash) : []),
    ...(tryExtension === undefined || answers.extension === 'refused'
      ? []
      : [
          say(
            `Dial \`${tryExtension}\`, another of our phones: it rings, both hear each other.`,
            `Marque \`${tryExtension}\`, otro de nuestros teléfonos: suena y ambos se oyen.`,
          ),
        ]),
  ];
}
