/** Whether functions count as shown: asked over HTTP, behind a gateway that checks signatures as Twilio's does. */
import { validateRequest } from 'twilio';
import { askFunctions, type Asking } from '../../../src/twilio/emergency/functionAnswers';
import type { Post } from '../../../src/twilio/emergency/ask';
import type { Actual } from '../../../src/twilio/actual';
import { type Desired, desiredFor } from '../../../src/twilio/desired';
import { readProject } from '../../../src/config/project';
import { type LocalServer, startLocalServer } from '../../support/localServer';

const HOST = 'dialtone-1234-prod.twil.io';
const TOKEN = 'fictional0auth0token0no0a0secret';
const BOOTH = '+15035550123';

let server: LocalServer;
let desired: Desired;
beforeAll(async () => {
  server = await startLocalServer('examples/payphones');
  const { directory, provisioning } = readProject('examples/payphones').project!;
  desired = desiredFor('prod', directory, provisioning);
});
afterAll(() => server.stop());

const actual = {
  deployment: { serviceSid: 'ZS', environmentSid: 'ZE', domainName: HOST, buildSid: 'ZB' },
  lists: [],
} as unknown as Actual;

const gateway: Post = async (url, form, headers) => {
  const signature = headers['X-Twilio-Signature'] ?? '';
  if (!validateRequest(TOKEN, signature, url, { ...form })) return { status: 400, body: '' };
  return server.post(new URL(url).pathname, form);
};

async function shown(asking: Partial<Asking> = {}) {
  const answers = await askFunctions(desired, actual, {
    post: gateway,
    showsBuild: () => Promise.resolve(true),
    accountSid: `AC${'0'.repeat(32)}`,
    token: TOKEN,
    ...asking,
  });
  return {
    fault: answers.whyNone,
    booth: answers.phones.get(BOOTH),
    back: answers.numbers.get(BOOTH),
  };
}

const answering = (body: string): Partial<Asking> => ({
  post: async (url, form, headers) => {
    const { status } = await gateway(url, form, headers);
    return { status, body };
  },
});
const dial = (callerId: string, number: string) =>
  `<?xml version="1.0"?><Response><Dial callerId="${callerId}"><Number>${number}</Number></Dial></Response>`;

describe('the functions', () => {
  it('are shown to place 911 for every emergency phone of the directory, and to ring it', async () => {
    expect(desired.emergencyPhones.map(({ username }) => username)).toContain(BOOTH);
    expect(await shown()).toEqual({ fault: undefined, booth: undefined, back: undefined });
  });

  it.each([
    ['show no build', { showsBuild: () => Promise.resolve(false) }, 'shows no build'],
    ['can be asked with an API key alone', { token: undefined }, 'set the auth token'],
    [
      'take what is not signed',
      {
        post: (url: string, form: Readonly<Record<string, string>>) =>
          server.post(new URL(url).pathname, form),
      },
      'anybody can use it',
    ],
  ] satisfies readonly (readonly [string, Partial<Asking>, string])[])(
    'do not count where they %s',
    async (_, asking, why) => expect((await shown(asking)).fault).toContain(why),
  );

  it.each([
    ['are signed for by another token', { token: 'another' }, 'answers a signed request with 400'],
    [
      'are out of reach',
      {
        post: (url, form, headers) =>
          headers['X-Twilio-Signature']
            ? Promise.reject(new Error('no answer in five seconds'))
            : gateway(url, form, headers),
      },
      'cannot be reached: no answer in five seconds',
    ],
    ['apologise', answering('<Response><Say>Sorry</Say></Response>'), 'without dialling it'],
    [
      'say something first',
      answering(dial(BOOTH, '911').replace('<Dial', '<Say>x</Say><Dial')),
      'without dialling it',
    ],
    ['dial another number', answering(dial(BOOTH, '+15035550199')), 'dial another number'],
    ['dial the test number', answering(dial(BOOTH, '933')), 'dial another number'],
    ['call as another', answering(dial('+15035550100', '911')), 'from another number'],
  ] satisfies readonly (readonly [string, Partial<Asking>, string])[])(
    'do not count for a phone where they %s',
    async (_, asking, why) => expect((await shown(asking)).booth).toContain(why),
  );

  it('dial what the directory says: what is known of 911 is not known of +1911', async () => {
    expect((await shown(answering(dial(BOOTH, '+1911')))).booth).toBe(
      'asked for its 911, the functions dial +1911, but the directory says 911',
    );
  });
});
