import { IN_AN_EMERGENCY } from '../calls/reasons';

/**
 * What a door answers when everything else has failed: a constant, so that it
 * depends on nothing that could have failed with it.
 */
export const APOLOGY =
  '<?xml version="1.0" encoding="UTF-8"?><Response>' +
  `<Say voice="Polly.Joanna" language="en-US">We are sorry. Your call cannot be completed right now. Please try again later. ${IN_AN_EMERGENCY.en}</Say>` +
  `<Say voice="Polly.Lupe" language="es-US">Lo sentimos. Su llamada no se puede completar ahora. Intente más tarde. ${IN_AN_EMERGENCY.es}</Say>` +
  '<Hangup/></Response>';
