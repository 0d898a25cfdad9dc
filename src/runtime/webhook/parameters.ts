/** Request parameters as Twilio sends them: names and text. */
export type Parameters = Readonly<Record<string, string>>;

/**
 * The text parameters of a Functions event. Whatever else a query or a JSON body
 * can hold (lists, objects, the runtime's own `request`) is left out.
 */
export function readParameters(event: object): Parameters {
  const texts = Object.entries(event).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return Object.fromEntries(texts);
}
