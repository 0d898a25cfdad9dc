/** How to find out whether a phone works, without disturbing anybody. */
import type { EntryKind } from '../dialplan/entry';
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import { type Guide, say, type Said, type Text } from './guide';

export function tryOut(
  settings: PhoneSettings,
  guide: Pick<Guide, 'noHandset'>,
  about: SheetAbout,
): readonly Said[] {
  const { model, number, dial } = settings;
  const hotline = dial === 'hotline' && !model.softphone;
  return [
    ...(hotline ? [lifted(guide, MENU_ANSWERS)] : dialled(settings, guide, about)),
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
        `This phone goes to the menu at once: \`${testNumber}\` cannot be dialled on it.`,
        `Este teléfono va enseguida al menú: en él no se puede marcar \`${testNumber}\`.`,
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

const MENU_ANSWERS: Text = {
  en: 'no dial tone; the menu speaks within a few seconds.',
  es: 'sin tono; el menú habla en unos segundos.',
};
const DIAL_TONE: Text = { en: 'a dial tone.', es: 'se oye tono.' };

function lifted({ noHandset }: Pick<Guide, 'noHandset'>, { en, es }: Text): Said {
  return noHandset
    ? say(`Press the key with the handset: ${en}`, `Oprima la tecla del auricular: ${es}`)
    : say(`Lift the handset: ${en}`, `Levante el auricular: ${es}`);
}

function dialled(
  { dialPlan, model }: PhoneSettings,
  guide: Pick<Guide, 'noHandset'>,
  { tryExtension }: SheetAbout,
): Said[] {
  const can = (kind: EntryKind) =>
    dialPlan.entries.some((entry) => entry.kind === kind && entry.action === 'send');
  return [
    model.softphone
      ? say('The app says that it is connected.', 'La aplicación dice que está conectada.')
      : lifted(guide, DIAL_TONE),
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
