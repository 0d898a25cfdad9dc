/** Which elements TwiML has, what may stand in each, and their attributes: `vocabulary.json`. */
import vocabulary from './vocabulary.json';

/** By the element's class in Twilio's SDK: what may stand in it, by tag. */
export type Vocabulary = Readonly<Record<string, Children>>;

export type Children = Readonly<
  Record<string, { readonly element: string; readonly attributes: readonly string[] }>
>;

/** What may stand in `<Response>`. */
export const RESPONSE = 'VoiceResponse';

export const VOCABULARY: Vocabulary = vocabulary;
