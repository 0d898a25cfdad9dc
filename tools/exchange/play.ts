/** Verbs that are heard, and those that end a document. */
import type { Verb } from './document';
import type { Leg } from './leg';

/** How fast Twilio's voices speak, about. */
const WORDS_A_SECOND = 2.5;
const PLAY_SECONDS = 5;

/** Whether a verb is one that is heard. */
export function isAudible({ name }: Verb): boolean {
  return name === 'Say' || name === 'Play' || name === 'Pause';
}

/** Seconds that it takes. */
export function lengthOf({ name, attributes, text }: Verb): number {
  if (name === 'Pause') return Number(attributes['length'] ?? 1);
  if (name === 'Play') return PLAY_SECONDS;
  return Math.ceil(text.split(/\s+/).length / WORDS_A_SECOND);
}

/** Notes on the leg that it begins. */
export function begin(verb: Verb, leg: Leg): void {
  const { name, attributes, text } = verb;
  if (name === 'Say') leg.log(`${(attributes['language'] ?? '??').slice(0, 2)}: ${text}`);
  if (name === 'Play') leg.log(`plays ${text}`);
}

export async function hear(verb: Verb, leg: Leg): Promise<void> {
  begin(verb, leg);
  await leg.sleep(lengthOf(verb));
}
