/** `npm run rehearse` */
import { rehearse } from './story';

async function main(): Promise<void> {
  const begun = Date.now();
  console.log('A rehearsal: no account, no network, nothing of yours is touched.');
  const { standIn, project } = await rehearse((text) => console.log(text));
  project.remove();
  const seconds = Math.round((Date.now() - begun) / 1_000);
  const { length } = standIn.ledger;
  console.log(`\nDone in ${seconds} s: ${length} requests, each as Twilio documents it.`);
  console.log('With an account of yours: docs/apply.md');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
