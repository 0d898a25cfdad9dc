import { checkDocument } from '../../src/config/templates/check';

/** What is wrong with an answer as TwiML, in words; undefined when it is valid. */
export function twimlError(answer: string): string | undefined {
  const [first] = checkDocument('answer', answer);
  return first && `${first.message} in ${answer.slice(0, 500)}`;
}
