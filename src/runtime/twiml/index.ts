/** A Decision as TwiML. */
export { APOLOGY } from './apology';
export { type Rendering, twimlFor } from './twimlFor';
