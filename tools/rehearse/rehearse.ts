/**
 * An operator's own directory, played from an empty account to its calls, with no account and no
 * network: the real command line, the real Twilio CLI and the real functions, against the stand-in.
 */
import type { EnvironmentName } from '../../src/runtime/model/directory';
import { whoAnswers } from '../../src/simulate/whoAnswers';
import { Exchange } from '../exchange/exchange';
import type { ApiReply, ApiRequest } from '../twilio-stand-in/contract';
import { TwilioStandIn } from '../twilio-stand-in/standIn';
import { listen, type Wire } from '../twilio-stand-in/wire';
import { buyNumbers } from './account';
import { callsOf, extensionsOf, type PlayedCall, playCall } from './calls';
import { type Functions, pass, runFunctions } from './functions';
import { OperatorProject } from './operatorProject';
import { copyDirectory, environmentOf } from './ownDirectory';
import { type RegisteredPhone, registerPhones } from './phones';
import { Stage } from './stage';

export interface RehearsalOptions {
  /** The operator's files; they are copied, and nothing in them is changed. */
  readonly folder: string;
  /** Prod, or the only one, unless given. */
  readonly environment?: string | undefined;
  /** So many calls at most. */
  readonly mostCalls?: number | undefined;
  readonly say: (text: string) => void;
}

export interface Rehearsal {
  readonly directory: string;
  readonly environment: EnvironmentName;
  readonly phones: readonly RegisteredPhone[];
  /** Who places 911 for each phone that may dial it. */
  readonly emergency: readonly { readonly username: string; readonly by: string }[];
  readonly calls: readonly PlayedCall[];
  /** Calls that were left out, because there are more than `mostCalls`. */
  readonly notPlayed: number;
  /** Requests to Twilio's REST API. */
  readonly requests: number;
  /** What went otherwise than the directory says; nothing when all is well. */
  readonly wrong: readonly string[];
}

const MOST_CALLS = 200;
/** Of a call's story, in its line. */
const LAST = 3;
const SHOWN = 90;

interface Installation {
  readonly stage: Stage;
  readonly standIn: TwilioStandIn;
  readonly environment: EnvironmentName;
  readonly named: readonly string[];
}

/** @throws Error at the first command that does not end as it should. */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const standIn = new TwilioStandIn();
  const wire = await listen(standIn);
  const project = new OperatorProject({
    ...wire.env('hook'),
    TWILIO_ACCOUNT_SID: standIn.accountSid,
    TWILIO_AUTH_TOKEN: standIn.authToken,
    DIALTONE_USER: 'rehearsal',
  });
  const functions = onDemand(standIn, wire, project);
  standIn.state.serverless.running = functions.answer;
  try {
    const stage = new Stage(project, options.say);
    stage.title('A copy of the directory, and an account that has its numbers');
    const own = copyDirectory(options.folder, project, standIn.accountSid);
    const environment = environmentOf(own, options.environment);
    const numbers = await buyNumbers(standIn, project.path('directory'));
    stage.print(`${options.folder} → ${environment}; ${numbers.length} numbers are bought.`);
    const named = ['--environment', environment];
    const installation = { stage, standIn, environment, named };

    await setUp(installation);
    stage.title('The phones register');
    const phones = registerPhones(standIn, own, environment, keyOf(project, environment));
    for (const { username, refused } of phones)
      stage.print(`${username}: ${refused ?? 'registered'}`);

    stage.title('Calls, played by the exchange against the functions that were deployed');
    const emergency = extensionsOf(own, environment).flatMap(({ username }) => {
      const [answer] = whoAnswers(username, environment, own);
      return answer ? [{ username, by: answer.by }] : [];
    });
    for (const { username, by } of emergency) stage.print(`911 from ${username}: placed by ${by}`);
    const exchange = new Exchange({
      url: await functions.url(),
      standIn,
      sipDomain: `${own.directory.site.environments[environment]?.sipDomain}.sip.twilio.com`,
      everybody: { 4: 'answers', 9: 'presses 1', 60: 'hangs up' },
    });
    const planned = callsOf(own, environment, new Date());
    const most = options.mostCalls ?? MOST_CALLS;
    const calls: PlayedCall[] = [];
    for (const call of planned.slice(0, most)) {
      const played = await playCall(call, exchange, own, environment);
      calls.push(played);
      stage.print(callLine(played));
    }
    const notPlayed = planned.length - calls.length;
    if (notPlayed > 0)
      stage.print(`… ${notPlayed} more calls are not played: --calls ${planned.length}`);

    await drift(installation);
    stage.title('Taken down');
    const wrong = [
      ...phones.flatMap(({ username, refused }) =>
        refused === undefined || refused.includes('by hand') ? [] : [`${username}: ${refused}`],
      ),
      ...calls.flatMap((call) => (call.wrong === undefined ? [] : [callLine(call)])),
      ...standIn.violations,
      ...wire.refused.map((host) => `${host} was asked`),
    ];
    const { length: requests } = standIn.ledger;
    stage.print('The functions, the account and the copy are gone; your directory is as it was.');
    return {
      ...{ directory: options.folder, environment, phones, emergency, calls },
      ...{ notPlayed, requests, wrong },
    };
  } finally {
    await functions.stop();
    await wire.close();
    project.remove();
  }
}

async function setUp({ stage, standIn, named, environment }: Installation): Promise<void> {
  stage.title('Check it, and make a key for its SIP passwords');
  await stage.run(['check'], { tail: 2 });
  await stage.run(['key', 'new', ...named], { lines: 1 });
  stage.title('What would change at Twilio; then do it');
  await stage.run(['plan', ...named, '--account', '--detailed-exitcode'], { code: 2, lines: 14 });
  await stage.run(['apply', ...named, '--account', '--yes'], { tail: 3 });
  stage.title('Deploy the functions, by the real Twilio CLI, and point the domain at them');
  await stage.run(['deploy', environment], { lines: 6 });
  await stage.run(['apply', ...named, '--account', '--yes'], { lines: 8 });
  stage.title('Nothing is left to do');
  await stage.run(['plan', ...named, '--account', '--detailed-exitcode'], { tail: 3 });
  const domains = standIn.state.api.domains.length;
  stage.expect(domains === 1, `one SIP domain was made, not ${domains}`);
}

/** Somebody clicks in the console: doctor sees it, and apply puts it right. */
async function drift({ stage, standIn, named }: Installation): Promise<void> {
  stage.title(
    'Somebody clicks in the console: a stranger gets a password, a number calls elsewhere',
  );
  const { credentialLists, numbers } = standIn.state.api;
  credentialLists[0]?.credentials.push({
    sid: standIn.newSid('CR'),
    username: 'stranger',
    passwordDigest: '',
    dateCreated: new Date(),
    dateUpdated: new Date(),
  });
  const ours = numbers.find(({ voiceUrl }) => voiceUrl?.includes('.twil.io/'));
  if (ours) ours.voiceUrl = 'https://example.org/voice';
  await stage.run(['doctor', ...named], { code: 1, only: /✗|!|checks/ });
  await stage.run(['apply', ...named, '--account', '--prune', '--yes'], { tail: 4 });
  await stage.run(['plan', ...named, '--account', '--prune', '--detailed-exitcode'], { tail: 2 });
  const left = credentialLists.some((list) =>
    list.credentials.some(({ username }) => username === 'stranger'),
  );
  stage.expect(!left && ours?.voiceUrl !== 'https://example.org/voice', 'apply puts it right');
}

/** Read by itself, so that no key of the operator's own is looked at. */
function keyOf(project: OperatorProject, environment: EnvironmentName): Buffer {
  return Buffer.from(project.read(`directory/.keys/${environment}.key`).trim(), 'base64url');
}

/** One line a call: what was dialled, what was heard and done. */
function callLine({ from, to, keys, expected, story, wrong }: PlayedCall): string {
  const pressed = keys.length > 0 ? `, presses ${keys.join(' ')}` : '';
  const shown = story.slice(-LAST).join(' · ');
  const short = shown.length > SHOWN ? `${shown.slice(0, SHOWN)}…` : shown;
  return `${wrong === undefined ? '✓' : '✗'} ${from} calls ${to}${pressed}: ${wrong ?? `${expected} (${short})`}`;
}

/** The functions run from the moment when somebody asks the deployment for one. */
function onDemand(standIn: TwilioStandIn, wire: Wire, project: OperatorProject) {
  let started: Promise<Functions> | undefined;
  const start = (domainName: string) =>
    (started ??= runFunctions(project, domainName, wire.env('hook'), standIn));
  return {
    answer: (request: ApiRequest): Promise<ApiReply> | undefined =>
      request.method === 'POST'
        ? start(request.host).then((functions) => pass(functions, request))
        : undefined,
    url: async (): Promise<string> => {
      const { environments } = standIn.state.serverless.services[0]!;
      return (await start(environments[0]!.domainName)).url;
    },
    stop: async () => (await started?.catch(() => undefined))?.stop(),
  };
}
