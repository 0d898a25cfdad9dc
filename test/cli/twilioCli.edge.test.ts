/** The real Twilio CLI as a deployment runs it: what it is told, what it starts, whom it asks. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Deployer } from '../../tools/twilio-stand-in/serverless/deployer';
import { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';
import { listen, type Wire } from '../../tools/twilio-stand-in/wire';

const NOTE = path.resolve('test/cli/noteChildren.cjs');
const SECRETS = {
  DIALTONE_KEY_PROD: 'K'.repeat(43),
  TWILIO_API_SECRET: 'fictional-api-secret',
  NPM_TOKEN: 'fictional-npm-token',
  DEPLOY_PASSWORD: 'fictional-password',
};

let wire: Wire;
let deployer: Deployer;
let notes: string;
const before = { ...process.env };

beforeEach(async () => {
  const standIn = new TwilioStandIn({ switches: { buildReads: 1 } });
  wire = await listen(standIn);
  deployer = new Deployer(standIn, wire);
  notes = mkdtempSync(path.join(tmpdir(), 'notes-'));
  // Whatever `twilio` comes first in the operator's PATH.
  const found = path.join(notes, 'twilio');
  writeFileSync(found, `#!/bin/sh\nenv > ${notes}/twilio.ran\n`);
  chmodSync(found, 0o755);
  const preload = path.join(notes, 'note.cjs');
  writeFileSync(preload, `process.env.NOTES = ${JSON.stringify(notes)};\nrequire('${NOTE}');\n`);
  const { NODE_OPTIONS = '', ...others } = wire.env('hook');
  const env = { ...others, NODE_OPTIONS: `${NODE_OPTIONS} --require ${preload}` };
  jest.spyOn(wire, 'env').mockReturnValue(env);
  Object.assign(process.env, SECRETS, { PATH: `${notes}:${process.env.PATH}` });
});
afterEach(async () => {
  process.env = before;
  await wire.close();
  deployer.remove();
  rmSync(notes, { recursive: true, force: true });
});

const noted = (name: string) =>
  existsSync(path.join(notes, name))
    ? readFileSync(path.join(notes, name), 'utf8').trim().split('\n')
    : [];

it('starts no other process, asks nobody but Twilio, and knows one secret: the login', async () => {
  const { code, output } = await deployer.deploy('stage', { GREETING: 'hello' });
  if (code !== 0) throw new Error(output);
  // An updater would be left to itself, with the login.
  await new Promise((resolve) => setTimeout(resolve, 1_000));

  expect(noted('children')).toEqual([]);
  expect(existsSync(path.join(notes, 'twilio.ran'))).toBe(false);
  expect(wire.refused).toEqual([]);
  const environments = noted('environments');
  expect(environments).toHaveLength(1);
  expect(environments.join()).toContain(deployer.token.password);
  for (const secret of Object.values(SECRETS)) expect(environments.join()).not.toContain(secret);
});
