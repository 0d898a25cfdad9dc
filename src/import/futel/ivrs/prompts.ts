/** Recordings as prompts of the directory. */
import { type CallLanguage, CALL_LANGUAGES } from '../../../runtime/model/directory';
import { type Report, shown } from '../report';
import type { Recording } from './drafts';
import type { Sentences } from './given';

/** A prompt as it is written. */
export interface Prompt {
  readonly play?: string;
  readonly say?: Readonly<Record<CallLanguage, string>>;
}

/** Where in their tree of recordings those lie that are the same in every language. */
const EVERYWHERE = '/sound';

/** Makes prompts of recordings, and keeps what must be reported about them. */
export class Prompts {
  readonly #unnamed = new Set<string>();
  readonly #guessed = new Set<string>();

  /**
   * @param hosted whether the recordings lie behind a base URL; else each needs its sentence.
   */
  constructor(
    readonly sentences: ReadonlyMap<string, Sentences>,
    readonly hosted: boolean,
  ) {}

  /** Undefined where its name cannot be that of a recording. */
  of(recording: Recording): Prompt | undefined {
    const play = this.nameOf(recording);
    if (play === undefined) return undefined;
    const say = this.#sentences(pathOf(recording), recording.name);
    return { play, ...(say && { say }) };
  }

  /** The same without a sentence for where it is missing. */
  nameOf(recording: Recording): string | undefined {
    const path = pathOf(recording);
    const play = recording.everywhere ? `${EVERYWHERE}/${path}` : path;
    if (/^\/?[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/.test(play)) return play;
    this.#unnamed.add(path);
    return undefined;
  }

  #sentences(path: string, name: string): Prompt['say'] {
    const { en, es } = this.sentences.get(path) ?? this.sentences.get(name) ?? this.#key(name);
    if (en !== undefined && es !== undefined) return { en, es };
    // Behind the base URL every recording is taken to be there.
    if (this.hosted) return undefined;
    this.#guessed.add(path);
    const words = inWords(name);
    return { en: en ?? words, es: es ?? words };
  }

  /** Keys need no translator; but nothing is to be said where recordings alone are. */
  #key(name: string): Sentences {
    return this.hosted && this.sentences.size === 0 ? {} : spokenKey(name);
  }

  reportTo(report: Report): void {
    for (const path of this.#unnamed) {
      const text = `${shown(path)} cannot be the name of a recording: callers no longer hear it`;
      const fix = 'Rename it: letters, digits, hyphens.';
      report.addForCallers({ extension: null, severity: 'wrong', text, fix });
    }
    if (this.#guessed.size === 0) return;
    const text =
      `${this.#guessed.size} recordings have no sentence in ${CALL_LANGUAGES.join(' and ')}: where the ` +
      'recording is missing, its name is read aloud';
    const fix = 'Import with --recordings (where they are) or --translations (what they say).';
    report.addForCallers({ extension: null, severity: 'changed', text, fix });
  }
}

function pathOf({ folder, name }: Recording): string {
  return folder === undefined || folder === '' ? name : `${folder}/${name}`;
}

/** `to-make-a-call` is To make a call. */
function inWords(name: string): string {
  const words = name.replace(/[^A-Za-z0-9]+/g, ' ').trim() || name;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const NUMBERS = 'zero one two three four five six seven eight nine'.split(' ');
const NUMEROS = 'cero uno dos tres cuatro cinco seis siete ocho nueve'.split(' ');

function spokenKey(name: string): Sentences {
  const at = NUMBERS.indexOf(name.replace(/^press-/, ''));
  if (!name.startsWith('press-') || at < 0) return {};
  return { en: `Press ${NUMBERS[at]}.`, es: `Oprima el ${NUMEROS[at]}.` };
}
