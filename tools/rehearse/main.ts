/** `npm run rehearse -- -d FOLDER -e ENVIRONMENT`: see README.md. */
import { parseArgs } from 'node:util';
import { directoryFolder } from '../../src/config/project';
import { UserError } from '../../src/diagnostics/errors';
import { rehearse } from './rehearse';

const OPTIONS = {
  directory: { type: 'string', short: 'd' },
  environment: { type: 'string', short: 'e' },
  calls: { type: 'string' },
  json: { type: 'boolean' },
} as const;

async function main(): Promise<void> {
  const begun = Date.now();
  const { directory, environment, calls, json } = parseArgs({ options: OPTIONS }).values;
  // What is printed as JSON is the result alone.
  const say = (text: string) => (json ? console.error(text) : console.log(text));
  say('A rehearsal: no account, no network, nothing of yours is touched.');
  const rehearsal = await rehearse({
    folder: directoryFolder(directory, process.env),
    environment,
    mostCalls: calls === undefined ? undefined : Number(calls),
    say,
  });
  const seconds = Math.round((Date.now() - begun) / 1_000);
  const { wrong, requests, calls: played } = rehearsal;
  if (json) console.log(JSON.stringify(rehearsal, null, 2));
  if (wrong.length > 0) {
    process.exitCode = 1;
    say(`\nNot as the directory says:\n${wrong.map((one) => `  ${one}`).join('\n')}`);
    return;
  }
  say(
    `\nDone in ${seconds} s: ${played.length} calls, ${requests} requests to Twilio, all as documented.`,
  );
  say('With an account of yours: docs/apply.md');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UserError && error.fix !== undefined) console.error(error.fix);
  process.exitCode = 1;
});
