/** How to find out whether a phone works, without disturbing anybody. */
import type { EntryKind } from '../dialplan/entry';
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import { say, type Said } from './guide';

export function tryOut(settings: PhoneSettings, about: SheetAbout): readonly Said[] {
  const { model, number, dial } = settings;
  const hotline = dial === 'hotline' && !model.softphone;
  return [
    ...(hotline ? [hotlineAnswers] : dialled(settings, about)),
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
  { testNumber, address }: SheetAbout,
): readonly Said[] {
  if (!settings.emergency || testNumber === undefined) return [];
  if (settings.dial === 'hotline' && !settings.model.softphone) {
    return [
      say(
        `Lifting the handset goes to the menu at once: \`${testNumber}\` cannot be dialled here.`,
        `Al levantar el auricular va enseguida al menú: aquí no se puede marcar \`${testNumber}\`.`,
      ),
    ];
  }
  const must =
    address === undefined
      ? { en: '', es: '' }
      : { en: ` It must be: ${address}.`, es: ` Debe ser: ${address}.` };
  return [
    say(
      `Then dial \`${testNumber}\`: a voice reads this phone's address back.${must.en}`,
      `Después marque \`${testNumber}\`: una voz lee la dirección de este teléfono.${must.es}`,
    ),
  ];
}

const hotlineAnswers = say(
  'Lift the handset: no dial tone; the menu speaks within a few seconds.',
  'Levante el auricular: sin tono; el menú habla en unos segundos.',
);

function dialled({ dialPlan, model }: PhoneSettings, { tryExtension }: SheetAbout): Said[] {
  const can = (kind: EntryKind) =>
    dialPlan.entries.some((entry) => entry.kind === kind && entry.action === 'send');
  return [
    model.softphone
      ? say('The app says that it is connected.', 'La aplicación dice que está conectada.')
      : say('Lift the handset: a dial tone.', 'Levante el auricular: se oye tono.'),
    ...(can('operator')
      ? [say('Dial `0`: the operator answers.', 'Marque `0`: contesta la operadora.')]
      : []),
    ...(can('menu') ? [say('Dial `#`: the menu speaks.', 'Marque `#`: habla el menú.')] : []),
    ...(tryExtension === undefined
      ? []
      : [
          say(
            `Dial \`${tryExtension}\`, another of our phones: it rings, both hear each other.`,
            `Marque \`${tryExtension}\`, otro de nuestros teléfonos: suena y ambos se oyen.`,
          ),
        ]),
  ];
}
