/** In a process of its own for each site: `main.ts <site> <dist> <out.jsonl>`. */
import { writeFileSync } from 'node:fs';
import { Account } from '../../../test/runtime/webhook/account';
import { CredentialListApi, listSid } from '../../../test/support/credentialLists';
import { type Context, Host } from './host';
import * as scenes from './scenes';

const [site = '', dist = '', out = ''] = process.argv.slice(2);

const alone: Context = {
  getTwilioClient() {
    throw new Error('no account here');
  },
};

/** Usernames on the lists of the domain, for phones that no directory knows. */
function withLists(): Context {
  const api = new CredentialListApi({
    lists: { [listSid('a')]: ['+15035550155', '+15035550124', 'lobby'] },
    calls: [listSid('a')],
    registrations: [listSid('a')],
  });
  return { getTwilioClient: () => api.client() };
}

async function main(): Promise<Host> {
  if (site === 'example') {
    const host = new Host(dist, alone);
    await scenes.bare(host);
    await scenes.outgoing(host);
    await scenes.tables(host);
    await scenes.incoming(host);
    await scenes.presses(
      host,
      ['+15035550124', '+13135550150', 'hall', 'demo'],
      ['+15035550100', '+15035550102'],
    );
    await scenes.dialResults(host);
    await scenes.dialTone(host, ['+15035550124', 'hall', 'demo', 'clinton']);
    await scenes.operator(host);
    host.forget();
    await scenes.fuzz(host, 2_000);
    return host;
  }
  if (site === 'account') return withAccount();
  if (site === 'town') {
    const host = new Host(dist, alone);
    await scenes.outgoing(host, ['booth-1', 'kiosk-4', 'desk-1', 'desk-2']);
    await scenes.incoming(host, ['+15035550100', '+15415550101', '+15415550191']);
    await scenes.presses(
      host,
      ['booth-1', 'kiosk-4', 'kiosk-5', 'desk-1'],
      ['+15035550100'],
      1_500,
    );
    await scenes.dialResults(host, 40);
    await scenes.dialTone(host, ['desk-1']);
    return host;
  }
  const host = new Host(dist, withLists());
  await scenes.credentials(host);
  await scenes.vital(host);
  if (site === 'strangers') {
    await scenes.tables(host);
    await scenes.dialResults(host, 40);
    await scenes.fuzz(host, 500);
  }
  return host;
}

/** The operator's stories where volunteers are called: at the stand-in, whose requests are recorded too. */
async function withAccount(): Promise<Host> {
  const account = await new Account().open();
  const client = account.client();
  const { accountSid, authToken } = account.standIn;
  const host = new Host(dist, {
    ACCOUNT_SID: accountSid,
    AUTH_TOKEN: authToken,
    getTwilioClient: () => client,
  });
  account.before = ({ method, path, query, form }) => {
    host.rest.push({ method, path, query, form });
    return undefined;
  };
  await scenes.operator(host);
  return host;
}

void main().then(({ records }) => {
  writeFileSync(out, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  process.exit(0);
});
