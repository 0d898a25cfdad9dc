/** The way of the first set-up, credential lists read on every call, beside ours. */
import { routeOutgoing, usernameToLookUp, readCall } from '../../src/runtime/calls';
import { openDirectory } from '../../src/runtime/model/open';
import { CredentialLists } from '../../src/runtime/webhook/credentialLists';
import { sipInvite, SIP_DOMAIN_SID } from '../../test/fixtures/twilio';
import { CredentialListApi, listSid } from '../../test/support/credentialLists';
import { bigDirectory, phone } from './bigDirectory';
import { inTurns } from './measure';

const RUNS = 40;
/** Of one answer of Twilio's REST API: an assumption, the same for both. */
const LATENCY_MS = 50;

export async function benchSeed(): Promise<void> {
  const directory = openDirectory(bigDirectory(100));
  const api = new CredentialListApi({
    lists: { [listSid('a')]: Array.from({ length: 100 }, (_, n) => phone(n)) },
    calls: [listSid('a')],
    registrations: [listSid('a')],
  });
  api.latency = LATENCY_MS;
  const { From: from, To: to } = sipInvite({ from: phone(7), to: '5035550199' });
  const call = { environment: 'prod' as const, from, to };

  const times = await inTurns(
    {
      'read on every call': () =>
        new CredentialLists().lookUp(phone(7), { sid: SIP_DOMAIN_SID }, () => api.client()),
      'from the directory': () => {
        if (usernameToLookUp(readCall(call), directory) !== undefined)
          throw new Error('must be known');
        return routeOutgoing(readCall(call), directory, new Date());
      },
    },
    RUNS,
  );
  console.log(
    `\nKnowing a phone, with ${LATENCY_MS} ms for each answer of Twilio's REST API (ms, median / p95)`,
  );
  for (const [name, { median, p95 }] of Object.entries(times)) {
    console.log(`  ${name}  ${median.toFixed(3)} / ${p95.toFixed(3)}`);
  }
}
