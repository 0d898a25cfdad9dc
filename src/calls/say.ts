/** A sentence of ours among what is heard. */
import type { Language } from '../directory/types';
import type { Heard } from './decision';
import type { Sentence } from './reasons';

/** In one language, as it is spoken. */
export function say(sentence: Sentence, language: Language): Heard {
  return { say: sentence[language] };
}
