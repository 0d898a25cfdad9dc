/** A Decision as TwiML. */
export { APOLOGY } from './apology';
export type { Rendering } from './rendering';
export { twimlFor } from './twimlFor';
