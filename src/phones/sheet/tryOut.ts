/** How to find out whether a phone works: nothing that the call path would refuse. */
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import { type Answered, isLifted } from './answers';
import { type Guide, say, type Said, type Text } from './guide';

type Handset = Pick<Guide, 'noHandset'>;

export function tryOut(
  settings: PhoneSettings,
  guide: Handset,
  { answers }: SheetAbout,
): readonly Said[] {
  const { number } = settings;
  return [
    ...(isLifted(settings)
      ? whenLifted(guide, answers.hash)
      : [
          settings.model.softphone
            ? say('The app says that it is connected.', 'La aplicación dice que está conectada.')
            : lifted(guide, DIAL_TONE),
          ...key('0', answers.zero),
          ...key('#', answers.hash),
          ...extension(answers.extension),
        ]),
    ...(number === undefined || !answers.rings
      ? []
      : [
          say(
            `From another phone call \`${number}\`: it rings.`,
            `Desde otro teléfono llame al \`${number}\`: suena.`,
          ),
        ]),
  ];
}

const DIAL_TONE: Text = { en: 'a dial tone.', es: 'se oye tono.' };
/** By what answers `#`, which a hotline dials by itself. */
const LIFTED: Readonly<Record<Exclude<Answered, 'emergency'>, Text>> = {
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
  phone: {
    en: 'no dial tone; another phone of ours rings.',
    es: 'sin tono; suena otro de nuestros teléfonos.',
  },
  outside: {
    en: 'no dial tone; it calls a number outside.',
    es: 'sin tono; llama a un número de fuera.',
  },
  otherSystem: {
    en: 'no dial tone; another telephone system answers.',
    es: 'sin tono; contesta otro sistema telefónico.',
  },
  voice: {
    en: 'no dial tone; a voice or a sound within a few seconds.',
    es: 'sin tono; una voz o un sonido en unos segundos.',
  },
  varies: {
    en: 'no dial tone; who answers depends on the hour.',
    es: 'sin tono; quién contesta depende de la hora.',
  },
  refused: {
    en: 'no dial tone; a voice says that the call cannot be placed.',
    es: 'sin tono; una voz dice que la llamada no se puede hacer.',
  },
};
/** What comes of a key; nothing is told of one that is refused, or of one that is not always the same. */
const HEARD: Readonly<Partial<Record<Answered, Text>>> = {
  menu: { en: 'the menu speaks.', es: 'habla el menú.' },
  operator: { en: 'it calls the operator.', es: 'llama a la operadora.' },
  dialTone: DIAL_TONE,
  phone: { en: 'another phone of ours rings.', es: 'suena otro de nuestros teléfonos.' },
  outside: { en: 'it calls a number outside.', es: 'llama a un número de fuera.' },
  otherSystem: { en: 'another telephone system answers.', es: 'contesta otro sistema telefónico.' },
  voice: { en: 'a voice or a sound.', es: 'una voz o un sonido.' },
};

function whenLifted(guide: Handset, hash: Answered): readonly Said[] {
  if (hash !== 'emergency') return [lifted(guide, LIFTED[hash])];
  return [
    say(
      'Do not lift it to test: it calls the emergency number at once.',
      'No lo levante para probar: llama de inmediato al número de emergencia.',
    ),
  ];
}

function key(name: string, answered: Answered): readonly Said[] {
  const heard = HEARD[answered];
  return heard ? [say(`Dial \`${name}\`: ${heard.en}`, `Marque \`${name}\`: ${heard.es}`)] : [];
}

function extension(dialled: string | undefined): readonly Said[] {
  if (dialled === undefined) return [];
  return [
    say(
      `Dial \`${dialled}\`, another of our phones: it rings, both hear each other.`,
      `Marque \`${dialled}\`, otro de nuestros teléfonos: suena y ambos se oyen.`,
    ),
  ];
}

function lifted({ noHandset }: Handset, { en, es }: Text): Said {
  return noHandset
    ? say(`Press the key with the handset: ${en}`, `Oprima la tecla del auricular: ${es}`)
    : say(`Lift the handset: ${en}`, `Levante el auricular: ${es}`);
}
