/**
 * The whole life of an installation in two minutes, with no account and no network: the real command
 * line, the real Twilio CLI and the real functions, against the stand-in.
 */
import { byTheirBook } from './emergencyBook';
import { placing } from './placing';
import { TwilioStandIn } from '../twilio-stand-in/standIn';
import { listen, type Wire } from '../twilio-stand-in/wire';
import { buyNumbers } from './account';
import { OperatorProject } from './operatorProject';
import { placeCall } from './call';
import { runFunctions } from './functions';
import { Stage } from './stage';

export interface Rehearsed {
  readonly standIn: TwilioStandIn;
  readonly project: OperatorProject;
  /** Everything that was printed. */
  readonly output: string;
}

const STAGE = ['--environment', 'stage'];
const PROD = ['--environment', 'prod'];

/** @throws Error at the first thing that is not as it should be. The project's folder is the caller's to remove. */
export async function rehearse(say: (text: string) => void): Promise<Rehearsed> {
  const standIn = new TwilioStandIn();
  const emergency = byTheirBook(standIn);
  standIn.state.serverless.running = (request) => emergency(request) ?? placing(request);
  const wire = await listen(standIn);
  const project = new OperatorProject({
    ...wire.env('hook'),
    TWILIO_ACCOUNT_SID: standIn.accountSid,
    TWILIO_AUTH_TOKEN: standIn.authToken,
    DIALTONE_USER: 'example volunteer',
  });
  const stage = new Stage(project, say);
  try {
    await setUp(stage, standIn);
    await deployAndCall(stage, standIn);
    await goLive(stage);
    await addPhone(stage);
    await fixDiagnostic(stage, standIn);
    await promoteAgain(stage);
    refuseViolations(standIn, wire);
    return { standIn, project, output: stage.output };
  } finally {
    await wire.close();
  }
}

async function setUp(stage: Stage, standIn: TwilioStandIn): Promise<void> {
  stage.title('Your own directory');
  stage.print(
    '$ cp -r examples/payphones directory    # and other names and SIP domains in site.yaml',
  );
  stage.project.copyExample();
  await buyNumbers(standIn, stage.project.path('directory'), ['+15035550142']);
  await stage.run(['check']);

  stage.title('A key, from which the SIP passwords are made');
  await stage.run(['key', 'new', ...STAGE]);

  stage.title('A number for the bench phone, and what would change at Twilio');
  await stage.run(['numbers', 'buy', '+15035550142', ...STAGE, '--yes']);
  await stage.run(['plan', ...STAGE, '--detailed-exitcode'], { code: 2, lines: 14 });

  stage.title('Do it');
  await stage.run(['apply', ...STAGE, '--yes'], { tail: 3 });
}

async function deployAndCall(stage: Stage, standIn: TwilioStandIn): Promise<void> {
  stage.title('Ship the functions, by the real Twilio CLI, and point the domain at them');
  await stage.run(['deploy', 'stage']);
  await stage.run(['apply', ...STAGE, '--yes'], { lines: 8 });

  stage.title('A call: Twilio asks the deployed function, with its signature');
  const domain = standIn.state.api.domains.find(({ domainName }) => domainName.includes('-stage'));
  const voiceUrl = domain?.voiceUrl ?? '';
  const functions = await runFunctions(stage.project, new URL(voiceUrl).hostname);
  try {
    const gateway = { authToken: standIn.authToken, functionsUrl: functions.url };
    const call = (to: string, authToken = standIn.authToken) =>
      placeCall(
        { voiceUrl, authToken, from: 'demo', to, sipDomain: domain?.domainName ?? '' },
        gateway,
      );
    const answer = await call('5035550199');
    stage.print(`demo dials 5035550199:\n  ${answer.body}`);
    stage.expect(answer.body.includes('<Number>+15035550199</Number>'), 'the call is connected');
    const emergency = await call('911');
    stage.print(`demo, which has no registered address, dials 911:\n  ${emergency.body}`);
    stage.expect(emergency.body.includes('cannot make emergency calls'), '911 is refused in words');
    const forged = await call('5035550199', 'not-the-token');
    stage.print(`someone else asks, without Twilio's signature: ${forged.status}`);
    stage.expect(forged.status === 400, 'a forged request is refused');
  } finally {
    await functions.stop();
  }
}

async function addPhone(stage: Stage): Promise<void> {
  stage.title('Add a phone');
  const entry = 'workshop: { name: Bike workshop, class: local }';
  stage.print(`$ echo '${entry}' >> directory/extensions.yaml`);
  stage.project.edit('directory/extensions.yaml', (text) => `${text}\n${entry}\n`);
  await stage.run(['plan', ...STAGE]);
  await stage.run(['apply', ...STAGE, '--yes'], { tail: 1 });
  await stage.run(['deploy', 'stage'], { lines: 3 });
  await stage.run(['doctor', ...STAGE], { tail: 2 });
}

async function fixDiagnostic(stage: Stage, standIn: TwilioStandIn): Promise<void> {
  stage.title(
    'Somebody clicks in the console: the domain calls elsewhere, a stranger gets a password',
  );
  const { domains, credentialLists } = standIn.state.api;
  const domain = domains.find(({ domainName }) => domainName.includes('-stage'));
  if (domain) domain.voiceUrl = 'https://example.org/voice';
  credentialLists[0]?.credentials.push({
    sid: standIn.newSid('CR'),
    username: 'stranger',
    passwordDigest: '',
    dateCreated: new Date(),
    dateUpdated: new Date(),
  });
  await stage.run(['doctor', ...STAGE], { code: 1, only: /✗|!|checks/ });
  await stage.run(['apply', ...STAGE, '--prune', '--yes']);
  await stage.run(['doctor', ...STAGE], { tail: 1 });
}

async function goLive(stage: Stage): Promise<void> {
  stage.title('Go live: the same build to prod, whose phones may call 911 from their addresses');
  await stage.run(['key', 'new', ...PROD], { lines: 1 });
  await stage.run(['promote', 'stage', 'prod', '--yes']);
  await stage.run(['apply', ...PROD, '--yes', '--account'], { tail: 3 });
  await stage.run(['doctor', ...PROD], { only: /emergency|checks/ });
}

async function promoteAgain(stage: Stage): Promise<void> {
  stage.title('What stage has proven, prod gets');
  await stage.run(['promote', 'stage', 'prod', '--yes']);
  await stage.run(['apply', ...PROD, '--yes'], { tail: 1 });
  await stage.run(['doctor', ...PROD], { tail: 1 });
  await stage.run(['plan', ...PROD, '--detailed-exitcode']);
}

/** Nothing was asked that Twilio does not document, and nobody else was asked anything. */
function refuseViolations({ violations }: TwilioStandIn, { refused }: Wire): void {
  const all = [...violations, ...refused.map((host) => `${host} was asked`)];
  if (all.length > 0) throw new Error(all.join('\n'));
}
