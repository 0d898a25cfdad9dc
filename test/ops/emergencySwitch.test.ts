/**
 * deploy, promote and rollback on a live voice URL: the real command line and Twilio CLI, builds whose
 * functions answer by their own emergency book.
 */
import { mkdirSync } from 'node:fs';
import { byTheirBook } from '../support/deployedFunctions';
import { openAccount, type OperatorAccount } from '../support/operatorAccount';

jest.setTimeout(60_000);

const DATED = { dateCreated: new Date(), dateUpdated: new Date() };
const CLINTON =
  'clinton: { name: Clinton, number: +15035550121, emergency: true, passwordGeneration: 0 }';
const BOOTH =
  'booth: { name: Booth, number: +15035550122, emergency: true, passwordGeneration: 0 }';
const OFFICE = 'office: { name: Office, passwordGeneration: 0 }';
const BROKEN = new Set<string>();

let account: OperatorAccount;
beforeAll(async () => {
  account = await openAccount();
  const { project, standIn } = account;
  standIn.state.serverless.running = byTheirBook(standIn, BROKEN);
  mkdirSync(project.path('directory'));
  project.write(
    'directory/site.yaml',
    `name: Live Phones
timeZone: America/Los_Angeles
languages: [en]
environments:
  stage: { sipDomain: direct-live-stage, emergency: webhook }
  prod: { sipDomain: direct-live-prod, emergency: webhook }
defaults: { callerId: +15035550120 }
`,
  );
  project.write('directory/numbers.yaml', '+15035550120: { ring: [office] }\n');
});
afterAll(async () => {
  const violations = account.standIn
    .takeViolations()
    .filter((one) => !one.includes('FriendlyName'));
  await account.close();
  expect(violations).toEqual([]);
});
beforeEach(() => BROKEN.clear());

function phones(...entries: readonly string[]): void {
  account.project.write('directory/extensions.yaml', entries.join('\n') + '\n');
}

/** Without its colours and line breaks in the middle of a sentence there are none. */
async function dialtone(...args: readonly string[]) {
  return account.project.dialtone(args);
}

function prod() {
  const { environments } = account.standIn.state.serverless.services[0]!;
  return environments.find(({ domainSuffix }) => domainSuffix === 'prod')!;
}

function builds() {
  return account.standIn.state.serverless.services[0]!.builds;
}

/** As after apply: the domain asks the functions, its phones are on a list. */
function point(voiceUrl: string, ...usernames: readonly string[]): void {
  const { standIn } = account;
  const { api } = standIn.state;
  const sid = standIn.newSid('CL');
  const credentials = usernames.map((username) => ({
    ...{ sid: standIn.newSid('CR'), username, passwordDigest: 'by hand' },
    ...DATED,
  }));
  api.credentialLists.push({ sid, friendlyName: 'by hand', credentials, ...DATED });
  api.domains.push({
    sid: standIn.newSid('SD'),
    domainName: 'direct-live-prod.sip.twilio.com',
    friendlyName: 'by hand',
    voiceUrl,
    voiceMethod: 'POST',
    voiceFallbackUrl: null,
    voiceFallbackMethod: 'POST',
    voiceStatusCallbackUrl: null,
    voiceStatusCallbackMethod: 'POST',
    sipRegistration: true,
    emergencyCallingEnabled: false,
    emergencyCallerSid: null,
    secure: false,
    byocTrunkSid: null,
    mapped: { calls: [{ sid, ...DATED }], registrations: [], ipAddresses: [] },
    ...DATED,
  });
}

/** Nothing may have been built or put live meanwhile. */
async function refused(args: readonly string[], ...told: readonly string[]): Promise<string> {
  const before = [builds().length, prod().buildSid];
  const { code, output } = await dialtone(...args);
  expect({ code, output }).toMatchObject({ code: 1 });
  for (const text of told) expect(output).toContain(text);
  expect([builds().length, prod().buildSid]).toEqual(before);
  return output;
}

describe('a build that takes the place of a live one', () => {
  it('is the first: nobody is asked before, its phones afterwards', async () => {
    phones(CLINTON, BOOTH, OFFICE);
    const { code, output } = await dialtone('deploy', 'prod');
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain('Asked for each of 2 phones, the build places 911.');
  });

  it('takes nobody’s 911 where the domain asks somebody else', async () => {
    point('https://old-functions.example/sip-outgoing', 'clinton', 'booth', 'office');
    phones(CLINTON, OFFICE);
    const { code, output } = await dialtone('deploy', 'prod');
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain(`No SIP domain asks ${prod().domainName} yet`);
    expect(output).toContain('Asked for its phone, the build places 911.');
    phones(CLINTON, BOOTH, OFFICE);
    expect((await dialtone('deploy', 'prod')).code).toBe(0);
    account.standIn.state.api.domains[0]!.voiceUrl = `https://${prod().domainName}/sip-outgoing#rc=2`;
  });

  it.each([
    ['is gone', [BOOTH, OFFICE], 'clinton: the directory does not let it call 911'],
    [
      'may not call 911 any more',
      [CLINTON.replace('emergency: true, ', ''), BOOTH, OFFICE],
      'clinton: the directory does not let it call 911',
    ],
    [
      'calls as another number',
      [CLINTON.replace('0121', '0129'), BOOTH, OFFICE],
      'clinton: it would be placed in the name of another number',
    ],
  ])('is refused before the upload where a phone %s', async (_, entries, why) => {
    phones(...entries);
    const output = await refused(
      ['deploy', 'prod'],
      ...['911 would be taken from clinton in prod', why, '--end-emergency-phones'],
    );
    expect(output).not.toContain('Deploying build');
    expect(output).not.toMatch(/office|booth/);
  });

  it('is refused where an API key cannot ask, unless all can call 911 or the token is given beside it', async () => {
    phones(CLINTON, BOOTH, OFFICE);
    const { apiKey, accountSid, authToken } = account.standIn;
    const key = { TWILIO_API_KEY: apiKey.sid, TWILIO_API_SECRET: apiKey.secret };
    const login = { TWILIO_ACCOUNT_SID: accountSid, ...key };
    const { project } = account;
    const alone = await project.dialtone(['deploy', 'prod'], '', {
      ...login,
      TWILIO_AUTH_TOKEN: '',
    });
    expect(alone.code).toBe(1);
    expect(alone.output).toContain('office: whether it calls now cannot be told');
    expect(alone.output).toContain('give TWILIO_AUTH_TOKEN beside it');
    const both = await project.dialtone(['deploy', 'prod'], '', {
      ...login,
      TWILIO_AUTH_TOKEN: authToken,
    });
    expect({ code: both.code, output: both.output }).toMatchObject({ code: 0 });
  });

  it('says loudly where it does not place 911 once it is live, and how to go back', async () => {
    const former = prod().buildSid;
    const { running } = account.standIn.state.serverless;
    account.standIn.state.serverless.running = (request) =>
      prod().buildSid === former ? running?.(request) : { status: 500, body: '' };

    const { code, output } = await dialtone('deploy', 'prod');

    account.standIn.state.serverless.running = running;
    expect(code).toBe(1);
    expect(output).toContain('EMERGENCY CALLS: prod does not place 911 now from clinton, booth');
    expect(output).toContain('answers with 500');
    expect(output).toContain(`rollback prod --to ${former}`);
  });

  it('goes live without a phone when that is asked for by name', async () => {
    phones(CLINTON, OFFICE);
    const { code, output } = await dialtone('deploy', 'prod', '--end-emergency-phones');
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).toContain('911 would be taken from booth in prod');
    expect(output).toContain('Asked for its phone, the build places 911.');
  });
});

describe('an earlier build', () => {
  it('is served again, and the phones whose 911 it does not place are told, with the way forth', async () => {
    const without = prod().buildSid!;
    phones(CLINTON, BOOTH, OFFICE);
    expect((await dialtone('deploy', 'prod')).code).toBe(0);
    const former = prod().buildSid!;

    const { code, output } = await dialtone('rollback', 'prod', '--to', without, '--yes');

    expect(code).toBe(1);
    expect(prod().buildSid).toBe(without);
    expect(output).toContain('EMERGENCY CALLS: prod does not place 911 now from booth:');
    expect(output).toContain(`rollback prod --to ${former}`);
    const forth = await dialtone('rollback', 'prod', '--to', former, '--yes');
    expect({ code: forth.code, output: forth.output }).toMatchObject({ code: 0 });
    expect(forth.output).toContain('Asked for each of 2 phones, the build places 911.');
  });

  it('is judged by what was live where the directory cannot be read', async () => {
    const [former, without] = [prod().buildSid!, builds().at(-2)!.sid];
    phones('clinton: { nam: Clinton }');
    const { code, output } = await dialtone('rollback', 'prod', '--to', without, '--yes');
    expect(code).toBe(1);
    expect(output).toContain('EMERGENCY CALLS: prod does not place 911 now from booth:');
    expect((await dialtone('rollback', 'prod', '--to', former, '--yes')).code).toBe(0);
  });

  it('takes the place of a broken one though nobody can be asked', async () => {
    const [broken, without] = [prod().buildSid!, builds().at(-2)!.sid];
    BROKEN.add(broken);
    phones(CLINTON, OFFICE);
    const { code, output } = await dialtone('rollback', 'prod', '--to', without, '--yes');
    expect({ code, output }).toMatchObject({ code: 0 });
    BROKEN.clear();
    expect((await dialtone('rollback', 'prod', '--to', broken, '--yes')).code).toBe(0);
  });
});

describe('the build of another environment', () => {
  it('is refused where a phone would lose its 911, and goes live when that is asked for', async () => {
    phones(CLINTON, OFFICE);
    expect((await dialtone('deploy', 'stage')).code).toBe(0);
    const former = prod().buildSid;
    await refused(
      ['promote', 'stage', 'prod', '--yes'],
      ...['911 would be taken from booth in prod', '--end-emergency-phones'],
    );

    const { code, output } = await dialtone(
      'promote',
      'stage',
      'prod',
      '--yes',
      '--end-emergency-phones',
    );

    expect({ code, output }).toMatchObject({ code: 0 });
    expect(prod().buildSid).not.toBe(former);
  });

  it('is told of where it does not place 911 at its new place', async () => {
    phones(CLINTON, BOOTH, OFFICE);
    expect((await dialtone('deploy', 'stage')).code).toBe(0);
    const former = prod().buildSid;
    const { running } = account.standIn.state.serverless;
    account.standIn.state.serverless.running = (request) =>
      request.host === prod().domainName && prod().buildSid !== former
        ? { status: 404, body: '' }
        : running?.(request);

    const { code, output } = await dialtone('promote', 'stage', 'prod', '--yes');

    account.standIn.state.serverless.running = running;
    expect(code).toBe(1);
    expect(output).toContain('EMERGENCY CALLS: prod does not place 911 now from clinton, booth:');
    expect(output).toContain(`rollback prod --to ${former}`);
  });
});
