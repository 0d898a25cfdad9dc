/**
 * What Twilio's own tools send although no document has it. The API passes over such fields, and so
 * does the stand-in: of all requests, these alone are no violation.
 */
export interface Exception {
  readonly method: string;
  readonly host: string;
  /** Path template of the route. */
  readonly path: string;
  readonly parameter: string;
  readonly value: RegExp;
}

export const EXCEPTIONS: readonly Exception[] = [
  {
    // "This property currently doesn't exist but for the future lets set it":
    // https://github.com/twilio-labs/serverless-toolkit, serverless-api, src/api/environments.ts.
    method: 'POST',
    host: 'serverless.twilio.com',
    path: '/v1/Services/{ServiceSid}/Environments',
    parameter: 'FriendlyName',
    value: /^[\w-]+ Environment \(Created by CLI\)$/,
  },
];
