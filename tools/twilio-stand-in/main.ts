/** `npm run stand-in`: an account in memory on loopback, until Ctrl-C. See README.md. */
import { TwilioStandIn } from './standIn';
import { listen } from './wire';

async function main(): Promise<void> {
  const standIn = new TwilioStandIn();
  const wire = await listen(standIn);
  const variables = {
    TWILIO_ACCOUNT_SID: standIn.accountSid,
    TWILIO_AUTH_TOKEN: standIn.authToken,
    ...wire.env('hook'),
  };
  // Standard output is for the shell: `eval` of it leads every Node program to the stand-in.
  for (const [name, value] of Object.entries(variables)) {
    console.log(`export ${name}='${value.replaceAll("'", String.raw`'\''`)}'`);
  }
  console.error(`
The stand-in for Twilio's REST API listens on 127.0.0.1:${wire.port}. Paste the lines above into another
terminal; there dialtone, the Twilio CLI and the SDK talk to it. The account is empty: numbers for sale
are +15035550100 to +15035550119. Ctrl-C ends it, and all that it holds.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end(standIn, () => wire.close()));
  }
}

/** What was asked that Twilio does not document is said at the end, and is a failure. */
async function end(standIn: TwilioStandIn, close: () => Promise<void>): Promise<void> {
  await close();
  const { ledger, violations } = standIn;
  console.error(`\n${ledger.length} requests were answered.`);
  if (violations.length > 0) {
    console.error(`Not as Twilio documents it:\n${violations.map((one) => `  ${one}`).join('\n')}`);
    process.exitCode = 1;
  }
}

void main();
