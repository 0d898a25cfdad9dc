/** What a sheet says of calling for help on this phone: only what somebody will answer. */
import { REASONS } from '../../runtime/calls/reasons';
import type { Language } from '../../runtime/model/directory';
import type { PhoneSettings } from '../phone';
import type { SheetAbout } from './about';
import { isLifted } from './answers';
import { type Guide, say, type Said, type Text, unproven } from './guide';
import type { Way } from './help';
import { type Html, html } from './html';
import { phrase } from './parts';
import { WORDS } from './words';

type Handset = Pick<Guide, 'noHandset'>;

const MOVES: Text = { en: 'If it moves, tell the operator first', es: 'Si se muda, avise antes' };

/** How to hear the address that help would be sent to. */
export function emergencyTest(
  settings: PhoneSettings,
  guide: Handset,
  { testNumber, address, answers }: SheetAbout,
): readonly Said[] {
  if (!settings.emergency || testNumber === undefined) return [];
  const { test } = answers.help;
  if (test === undefined) {
    return [
      say(
        "We know of no way to hear this phone's address from it.",
        'No conocemos modo de oír en este teléfono su dirección.',
      ),
    ];
  }
  const how = begin(testNumber, test, isLifted(settings), guide);
  const must: Text = {
    en: address === undefined ? '' : ` It must be: ${address}.`,
    es: address === undefined ? '' : ` Debe ser: ${address}.`,
  };
  const said = test.proven ? say : unproven;
  return [
    said(
      `Hang up. ${how.en}: a voice reads this phone's address back.${must.en}`,
      `Cuelgue. ${how.es}: una voz lee la dirección de este teléfono.${must.es}`,
    ),
  ];
}

/** `Dial 933`; or by its keys where it cannot be dialled. */
function begin(number: string, { by }: Way, lifts: boolean, { noHandset }: Handset): Text {
  const keys = [...number].map((key) => `\`${key}\``).join('-');
  if (by === 'dialled') return { en: `Dial \`${number}\``, es: `Marque \`${number}\`` };
  if (!lifts) {
    return {
      en: `Dial \`#\`; when it answers, press ${keys}`,
      es: `Marque \`#\`; cuando conteste, oprima ${keys}`,
    };
  }
  return noHandset
    ? {
        en: `Press the key with the handset; when it answers, press ${keys}`,
        es: `Oprima la tecla del auricular; cuando conteste, oprima ${keys}`,
      }
    : {
        en: `Lift the handset; when it answers, press ${keys}`,
        es: `Levante el auricular; cuando conteste, oprima ${keys}`,
      };
}

/** The last section: how 911 is called here, and a label where it cannot be, or not as people try first. */
export function emergencyBox(
  settings: PhoneSettings,
  guide: Handset,
  about: SheetAbout,
): readonly Html[] {
  const { language, emergencyNumber: number, answers } = about;
  const { ways, elsewhere } = answers.help;
  if (settings.emergency && elsewhere) return [box(otherSystem(number)[language], language)];
  const proven = ways.find((way) => way.proven);
  const [first] = ways;
  if (!settings.emergency || first === undefined) {
    const { sentence } = REASONS['emergency-not-allowed'];
    return [label(settings, language, noCalls(number), sentence)];
  }
  const lifts = isLifted(settings);
  const how = (way: Way) => begin(number, way, lifts, guide);
  const text = proven ? mayCall(number, how(proven), first) : unshown(number, how(first));
  // Where it can be dialled people dial it, whatever this sheet says.
  const said =
    first.by === 'keys' && !lifts
      ? [label(settings, language, dialsNobody(number), how(first))]
      : [];
  return [box(text[language], language), ...said];
}

function box(text: string, language: Language): Html {
  return html`<section class="box">${phrase(text, language)}</section>`;
}

/** To cut out, in all the languages of its callers. */
function label(
  { languages, model }: PhoneSettings,
  language: Language,
  title: Text,
  text: Text,
): Html {
  return html`<section>
    <h2>${(model.softphone ? WORDS.labelApp : WORDS.label)[language]}</h2>
    <div class="label">
      ${languages.map(
        (each) =>
          html`<div lang="${each}">
            <strong>${title[each]}</strong><span>${phrase(text[each], each)}</span>
          </div>`,
      )}
    </div>
  </section>`;
}

/** In capitals above the sentence. */
function noCalls(number: string): Text {
  return { en: `No ${number} calls`, es: `Sin llamadas al ${number}` };
}

function dialsNobody(number: string): Text {
  return { en: `${number} dialed here reaches nobody`, es: `El ${number} marcado aquí no conecta` };
}

function mayCall(number: string, how: Text, first: Way): Text {
  const doubt = first.proven
    ? { en: '', es: '' }
    : {
        en: ` UNPROVEN: whether anybody answers ${number} where it is dialed; until it has read its address back, count on the other way alone.`,
        es: ` SIN COMPROBAR: si alguien contesta al ${number} marcado; hasta que haya leído su dirección, cuente solo con el otro modo.`,
      };
  return {
    en: `This phone may call ${number}: ${lower(how.en)}.${doubt.en} ${MOVES.en}: help is sent to the address on file.`,
    es: `Este teléfono puede llamar al ${number}: ${lower(how.es)}.${doubt.es} ${MOVES.es}: la ayuda va a la dirección registrada.`,
  };
}

function unshown(number: string, how: Text): Text {
  return {
    en: `UNPROVEN: whether anybody answers ${number} from this phone (${lower(how.en)}). Until it has read its address back, count on no help from it. ${MOVES.en}.`,
    es: `SIN COMPROBAR: si alguien contesta al ${number} de este teléfono (${lower(how.es)}). Hasta que haya leído su dirección, no cuente con ayuda desde él. ${MOVES.es}.`,
  };
}

function otherSystem(number: string): Text {
  return {
    en: `UNPROVEN: this phone may call ${number}, but another telephone system answers when it is lifted. Ask whoever runs that how ${number} is called on it. ${MOVES.en}.`,
    es: `SIN COMPROBAR: este teléfono puede llamar al ${number}, pero al levantarlo contesta otro sistema telefónico. Pregunte a quien lo opera cómo se llama ahí al ${number}. ${MOVES.es}.`,
  };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
