/**
 * deploy, promote and rollback on a live voice URL: the real command line and Twilio CLI, builds whose
 * functions answer by their own emergency book.
 */
import { mkdirSync } from 'node:fs';
import { byTheirBook } from '../../tools/rehearse/emergencyBook';
import type { ApiReply, ApiRequest } from '../../tools/twilio-stand-in/contract';
import { openAccount, type OperatorAccount } from '../support/operatorAccount';

const DATED = { dateCreated: new Date(), dateUpdated: new Date() };
const CLINTON =
  'clinton: { name: Clinton, number: +15035550121, emergency: true, passwordGeneration: 0 }';
const BOOTH =
  'booth: { name: Booth, number: +15035550122, emergency: true, passwordGeneration: 0 }';
const OFFICE = 'office: { name: Office, passwordGeneration: 0 }';

let account: OperatorAccount;
beforeAll(async () => {
  account = await openAccount();
  const { project, standIn } = account;
  standIn.state.serverless.running = byTheirBook(standIn);
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

function phones(...entries: readonly string[]): void {
  account.project.write('directory/extensions.yaml', entries.join('\n') + '\n');
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
async function refused(args: readonly string[], ...texts: readonly string[]): Promise<string> {
  const before = [builds().length, prod().buildSid];
  const output = await reported(args);
  for (const text of texts) expect(output).toContain(text);
  expect([builds().length, prod().buildSid]).toEqual(before);
  return output;
}

async function done(...args: readonly string[]): Promise<string> {
  const { code, output } = await account.project.dialtone(args);
  expect(`${code}\n${output}`).toMatch(/^0\n/);
  return output;
}

async function reported(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, output } = await account.project.dialtone(args, '', env);
  expect(`${code}\n${output}`).toMatch(/^1\n/);
  return output;
}

/** Until it is called, what is asked meets the answers of `other` where that has any. */
function answering(other: (request: ApiRequest) => ApiReply | undefined): () => void {
  const { serverless } = account.standIn.state;
  const { running } = serverless;
  serverless.running = (request) => other(request) ?? running?.(request);
  return () => {
    if (running) serverless.running = running;
  };
}

/** Builds, with the phones whose 911 they place. */
let all: string;
let withoutBooth: string;

describe('a build that is deployed', () => {
  it('is the first: nobody is asked before, its phones afterwards', async () => {
    phones(CLINTON, BOOTH, OFFICE);
    const output = await done('deploy', 'prod');
    expect(output).toContain('Asked for each of 2 phones, the build places 911.');
    expect(output).not.toContain('No SIP domain');
    all = prod().buildSid!;
  });

  it('takes nobody’s 911 where the domain asks somebody else', async () => {
    point('https://old-functions.example/sip-outgoing', 'clinton', 'booth', 'office');
    phones(CLINTON, OFFICE);
    const output = await done('deploy', 'prod');
    expect(output).toContain(`No SIP domain uses ${prod().domainName} yet`);
    expect(output).toContain('Asked for its phone, the build places 911.');
    withoutBooth = prod().buildSid!;
  });

  describe('where the domain asks the functions', () => {
    beforeAll(async () => {
      await done('rollback', 'prod', '--to', all, '--yes');
      const [domain] = account.standIn.state.api.domains;
      domain!.voiceUrl = `https://${prod().domainName}/sip-outgoing#rc=2`;
    });

    it.each([
      ['is gone', [BOOTH, OFFICE], 'clinton: the directory does not let it call 911'],
      [
        'may not call 911 any more',
        [CLINTON.replace('emergency: true, ', ''), BOOTH, OFFICE],
        'clinton: the directory does not let it call 911',
      ],
      [
        'would call as another number',
        [CLINTON.replace('0121', '0129'), BOOTH, OFFICE],
        'clinton: it would be placed from another number',
      ],
    ])('is refused before the upload if a phone %s', async (_, entries, why) => {
      phones(...entries);
      const output = await refused(
        ['deploy', 'prod'],
        ...['911 would be taken from clinton in prod', why, '--end-emergency-phones'],
      );
      expect(output).not.toContain('Deploying build');
      expect(output).not.toMatch(/office|booth/);
    });

    it.each([
      ['an API key', 'set TWILIO_AUTH_TOKEN too', undefined],
      ['functions that take another token', 'answers a signed request with 403', 403],
    ])(
      'is refused for a phone that may be calling, where %s cannot tell',
      async (_, why, status) => {
        phones(CLINTON, BOOTH, OFFICE);
        const { apiKey } = account.standIn;
        const key = {
          TWILIO_API_KEY: apiKey.sid,
          TWILIO_API_SECRET: apiKey.secret,
          TWILIO_AUTH_TOKEN: '',
        };
        const end = answering(() => (status === undefined ? undefined : { status, body: '' }));
        const output = await reported(['deploy', 'prod'], status === undefined ? key : {});
        end();
        expect(output).toContain(`office: it is not known whether it can call now`);
        expect(output).toContain(why);
        expect(output).not.toContain('Deploying build');
        expect(prod().buildSid).toBe(all);
      },
    );

    it('says loudly if it does not place 911 once it is live, and how to go back', async () => {
      const { apiKey, authToken } = account.standIn;
      const login = {
        ...{ TWILIO_API_KEY: apiKey.sid, TWILIO_API_SECRET: apiKey.secret },
        TWILIO_AUTH_TOKEN: authToken,
      };
      const end = answering(() =>
        prod().buildSid === all ? undefined : { status: 500, body: '' },
      );
      const output = await reported(['deploy', 'prod'], login);
      end();
      expect(prod().buildSid).not.toBe(all);
      expect(output).toMatch(
        /EMERGENCY CALLS: prod does not place 911 now from (booth, clinton|clinton, booth):/,
      );
      expect(output).toContain('answers with 500');
      expect(output).toContain(`rollback prod --to ${all}`);
      await done('rollback', 'prod', '--to', all, '--yes');
    });

    it('goes live without a phone when that is asked for by name', async () => {
      phones(CLINTON, OFFICE);
      const output = await done('deploy', 'prod', '--end-emergency-phones');
      expect(output).toContain('911 would be taken from booth in prod');
      expect(output).toContain('Asked for its phone, the build places 911.');
    });
  });
});

describe('an earlier build', () => {
  it.each([
    ['the directory has', [CLINTON, BOOTH, OFFICE]],
    ['was placed before, where the directory has an error', ['clinton: { nam: Clinton }']],
  ])('is served again, and told is whose 911 it does not place: what %s', async (_, entries) => {
    phones(...entries);
    const forth = await done('rollback', 'prod', '--to', all, '--yes');
    expect(forth).toContain('the build places 911.');

    const output = await reported(['rollback', 'prod', '--to', withoutBooth, '--yes']);

    expect(prod().buildSid).toBe(withoutBooth);
    expect(output).toContain('EMERGENCY CALLS: prod does not place 911 now from booth:');
    expect(output).toContain(`rollback prod --to ${all}`);
  });

  it('takes the place of a broken one', async () => {
    phones(CLINTON, OFFICE);
    const end = answering(() =>
      prod().buildSid === withoutBooth ? { status: 500, body: '' } : undefined,
    );
    await done('rollback', 'prod', '--to', all, '--yes');
    end();
  });
});

describe('the build of another environment', () => {
  it('is refused where a phone would lose its 911, and goes live when that is asked for', async () => {
    await reported(['rollback', 'prod', '--to', withoutBooth, '--yes']);
    await done('promote', 'prod', 'stage');
    await done('rollback', 'prod', '--to', all, '--yes');
    const promote = ['promote', 'stage', 'prod', '--yes'];
    await refused(promote, '911 would be taken from booth in prod', '--end-emergency-phones');

    await done(...promote, '--end-emergency-phones');

    expect(prod().buildSid).toBe(withoutBooth);
  });

  it('is told of where it does not place 911 at its new place', async () => {
    await done('rollback', 'prod', '--to', all, '--yes');
    await done('promote', 'prod', 'stage');
    await reported(['rollback', 'prod', '--to', withoutBooth, '--yes']);
    const { domainName } = prod();
    const end = answering(({ host }) =>
      host === domainName && prod().buildSid === all ? { status: 404, body: '' } : undefined,
    );
    const output = await reported(['promote', 'stage', 'prod', '--yes']);
    end();
    expect(output).toContain('EMERGENCY CALLS: prod does not place 911 now from clinton:');
    expect(output).toContain(`rollback prod --to ${withoutBooth}`);
  });
});
