/** Faults as others put them into an account, each with the check that finds it and how it is fixed. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { CheckName, Status } from '../../../src/twilio/doctor';
import { addDrills } from '../../../src/twilio/emergency/drills';
import type { Credential, Domain, OwnedNumber } from '../../../tools/twilio-stand-in/api/state';
import type { Environment, Service } from '../../../tools/twilio-stand-in/serverless/state';
import { ALL_ANSWER } from '../operator';
import { FILES, OWNED } from './directory';
import type { Patient } from './patient';
import { openCountries, ownNumber, seedAlert } from './seed';

export interface Fault {
  readonly check: CheckName;
  readonly what: string;
  readonly status: Exclude<Status, 'ok'>;
  readonly plant: (patient: Patient) => unknown;
  /** Part of what the check says. */
  readonly says: string;
  /** What is to be run; its beginning where it is in words. */
  readonly fix: string;
  /** What a person does where no command of ours can. */
  readonly byHand?: (patient: Patient) => unknown;
  /** Another check whose fault it is too. */
  readonly also?: readonly CheckName[];
}

export const APPLY = './dialtone apply --environment stage';
const PRUNE = `${APPLY} --prune`;
const ACCOUNT = `${APPLY} --account`;
const DEPLOY = './dialtone deploy --environment stage';
const THEN = new Date('2026-11-20T08:00:00Z');
const DATED = { dateCreated: THEN, dateUpdated: THEN };
const STAGE = 'https://dialtone-1234-stage.twil.io';
const PROD = 'https://dialtone-1234-prod.twil.io';
const OVERRIDES = '#ct=2000&rt=4500&rc=2&rp=5xx,ct,rt';

export const domain = ({ standIn }: Patient): Domain => standIn.state.api.domains[0]!;
export const owned = ({ standIn }: Patient, phoneNumber: string): OwnedNumber =>
  standIn.state.api.numbers.find((one) => one.phoneNumber === phoneNumber)!;
export const service = ({ standIn }: Patient): Service => standIn.state.serverless.services[0]!;
export const stage = (patient: Patient): Environment =>
  service(patient).environments.find(({ domainSuffix }) => domainSuffix === 'stage')!;
const build = (patient: Patient) =>
  service(patient).builds.find(({ sid }) => sid === stage(patient).buildSid)!;
const credentials = ({ standIn }: Patient): Credential[] =>
  standIn.state.api.credentialLists[0]!.credentials;

/** As a deployment with another env file would have left it. */
function variable(patient: Patient, key: string, value: string): void {
  const sid = patient.standIn.newSid('ZV');
  stage(patient).variables.push({ sid, key, value, ...DATED });
}

function foreignList(patient: Patient): string {
  const sid = patient.standIn.newSid('CL');
  const one = { sid: patient.standIn.newSid('CR'), username: 'stranger', passwordDigest: '' };
  const list = { sid, friendlyName: 'someone-elses', credentials: [{ ...one, ...DATED }] };
  patient.standIn.state.api.credentialLists.push({ ...list, ...DATED });
  return sid;
}

/** Neither here nor at Twilio is it recorded that apply has set a password of this phone. */
function forgetPassword({ standIn, operator: { folder } }: Patient, username: string): void {
  const file = `${folder}/applied/stage.json`;
  const applied = JSON.parse(readFileSync(file, 'utf8')) as { credentials: object };
  const others = Object.entries(applied.credentials).filter(([name]) => name !== username);
  writeFileSync(file, JSON.stringify({ ...applied, credentials: Object.fromEntries(others) }));
  for (const { items } of standIn.state.sync.services.flatMap(({ maps }) => maps)) {
    const at = items.findIndex(({ key }) => key === username);
    if (at >= 0) items.splice(at, 1);
  }
}

const account = ({ standIn }: Patient) => standIn.state.api.account;

const ACCOUNT_FAULTS: readonly Fault[] = [
  {
    check: 'account.trial',
    what: 'a trial account',
    status: 'warning',
    plant: (patient) => (account(patient).type = 'Trial'),
    says: 'calls only numbers that you have verified',
    fix: 'Upgrade it: https://console.twilio.com',
    byHand: (patient) => (account(patient).type = 'Full'),
  },
  {
    check: 'account.balance',
    what: 'little credit',
    status: 'warning',
    plant: (patient) => (account(patient).balance = '3.20'),
    says: 'the account has 3.20 USD left',
    fix: 'Add credit',
    byHand: (patient) => (account(patient).balance = '50'),
  },
  {
    check: 'account.balance',
    what: 'no credit',
    status: 'wrong',
    plant: (patient) => (account(patient).balance = '-0.42'),
    says: 'the account has -0.42 USD left: Twilio may connect no call',
    fix: 'Add credit',
    byHand: (patient) => (account(patient).balance = '50'),
  },
  {
    check: 'account.profile',
    what: 'a customer profile that nobody has sent off',
    status: 'warning',
    plant: ({ standIn }) => (standIn.state.trusthub.customerProfiles[0]!.status = 'draft'),
    says: '(it is draft): it may refuse calls (21216)',
    fix: 'Fill it in',
    byHand: ({ standIn }) =>
      (standIn.state.trusthub.customerProfiles[0]!.status = 'twilio-approved'),
  },
];

const DEPLOYMENT: readonly Fault[] = [
  {
    check: 'deployment.exists',
    what: 'the environment is gone',
    status: 'wrong',
    also: ['emergency.placed'],
    plant: (patient) => {
      const { environments } = service(patient);
      environments.splice(environments.indexOf(stage(patient)), 1);
    },
    says: 'nothing is deployed to stage',
    fix: DEPLOY,
  },
  {
    check: 'deployment.current',
    what: 'the directory has changed since',
    status: 'wrong',
    plant: (patient) => (patient.stamp = '0123456789abcdef'),
    says: 'build a1b2c3d4e5f60718 is served, but this directory and code make 0123456789abcdef',
    fix: DEPLOY,
  },
  {
    check: 'deployment.current',
    what: 'a build without a stamp is served',
    status: 'wrong',
    plant: (patient) => service(patient).assets.splice(0),
    says: 'shows no build',
    fix: DEPLOY,
  },
  {
    check: 'deployment.functions',
    what: 'one is open to anybody',
    status: 'wrong',
    plant: (patient) => serve(patient, '/sip-outgoing', 'public'),
    says: '/sip-outgoing is served to ANYBODY',
    fix: DEPLOY,
  },
  {
    check: 'deployment.functions',
    what: 'one is not served',
    status: 'wrong',
    plant: (patient) => serve(patient, '/sip-incoming'),
    says: '/sip-incoming is not served',
    fix: DEPLOY,
  },
  {
    check: 'deployment.functions',
    what: 'one that this code does not have',
    status: 'wrong',
    plant: (patient) => serve(patient, '/old-door', 'protected'),
    says: '/old-door is served, but not like this in this code',
    fix: DEPLOY,
  },
  {
    check: 'deployment.runtime',
    what: 'an old runtime',
    status: 'warning',
    plant: (patient) => (build(patient).runtime = 'node18'),
    says: 'runs on node18',
    fix: DEPLOY,
  },
  {
    check: 'deployment.dependencies',
    what: 'another version of a package, and one missing',
    status: 'wrong',
    plant: (patient) => {
      Object.assign(build(patient), { dependencies: [{ name: 'twilio', version: '5.0.3' }] });
    },
    says: 're2js missing for 2.10.0, twilio 5.0.3 for 6.2.0',
    fix: DEPLOY,
  },
];

const VARIABLES: readonly Fault[] = [
  {
    check: 'variables.secret',
    what: 'a master key by its name',
    status: 'wrong',
    plant: (patient) => variable(patient, 'DIALTONE_KEY_PROD', 'x'),
    says: 'DIALTONE_KEY_PROD at Twilio holds A MASTER KEY',
    fix: `${DEPLOY} --prune`,
  },
  {
    check: 'variables.secret',
    what: 'the master key under another name',
    status: 'wrong',
    plant: (patient) => {
      const key = patient.operator.key.toString('base64url');
      variable(patient, 'HARMLESS', `is ${key}`);
    },
    says: 'HARMLESS at Twilio holds',
    fix: `${DEPLOY} --prune`,
  },
  {
    check: 'variables.secret',
    what: 'the auth token, still in the env file',
    status: 'wrong',
    plant: (patient) => {
      variable(patient, 'TOKEN', patient.standIn.authToken);
      writeFileSync(patient.envFile, 'LOG_LEVEL=info\nTOKEN=x\n');
    },
    says: 'TOKEN at Twilio holds',
    fix: 'Remove TOKEN from .env.stage, then ./dialtone deploy --environment stage --prune',
    byHand: (patient) => {
      stage(patient).variables.pop();
    },
  },
  {
    check: 'variables.stale',
    what: 'a variable that the env file has lost',
    status: 'warning',
    plant: (patient) => variable(patient, 'GREETING', 'hello'),
    says: 'Twilio still has GREETING',
    fix: `${DEPLOY} --prune`,
  },
  {
    check: 'variables.size',
    what: 'more than a function is given',
    status: 'warning',
    plant: (patient) => {
      const names = Array.from({ length: 7 }, (_, index) => `LONG_${index}`);
      for (const name of names) variable(patient, name, 'x'.repeat(400));
      writeFileSync(
        patient.envFile,
        ['LOG_LEVEL=info', ...names.map((name) => `${name}=x`)].join('\n'),
      );
    },
    says: 'of 3072 bytes',
    fix: 'Shorten .env.stage',
    byHand: (patient) => stage(patient).variables.splice(1),
  },
];

const NOTICE = 'volunteers: { ana: { call: +15035550172 } }\n';

const GONE = `IS${'9'.repeat(32)}`;

const VARIABLES_OF_USE: readonly Fault[] = [
  {
    check: 'variables.webhook',
    what: 'a webhook without its variable',
    status: 'wrong',
    plant: ({ operator }) =>
      operator.write('operators.yaml', `${NOTICE}notice: { webhook: true }\n`),
    says: 'the functions have no MESSAGE_WEBHOOK_URL',
    fix: 'Add MESSAGE_WEBHOOK_URL to .env.stage, then ./dialtone deploy --environment stage',
    byHand: (patient) => patient.operator.write('operators.yaml', NOTICE),
  },
  {
    check: 'variables.sync',
    what: 'a Sync service that is gone',
    status: 'wrong',
    plant: (patient) => {
      variable(patient, 'SYNC_SERVICE_SID', GONE);
      writeFileSync(patient.envFile, `LOG_LEVEL=info\nSYNC_SERVICE_SID=${GONE}\n`);
    },
    says: 'the account has no such Sync service',
    fix: 'Write the SID of one of yours into .env.stage, or remove the line',
    byHand: (patient) => {
      stage(patient).variables.pop();
      writeFileSync(patient.envFile, 'LOG_LEVEL=info\n');
    },
  },
];

const DOMAIN: readonly Fault[] = [
  {
    check: 'domain.status-callback',
    what: 'somebody else hears of each call',
    status: 'warning',
    plant: (patient) =>
      (domain(patient).voiceStatusCallbackUrl = 'https://elsewhere.example/calls?key=hidden'),
    says: 'notifies https://elsewhere.example/calls of each call',
    fix: 'If you do not know it, remove the status callback',
    byHand: (patient) => (domain(patient).voiceStatusCallbackUrl = null),
  },
  {
    check: 'domain.exists',
    what: 'the domain is gone',
    status: 'wrong',
    plant: ({ standIn }) => standIn.state.api.domains.splice(0),
    says: 'there is no SIP domain direct-example-stage.sip.twilio.com',
    fix: APPLY,
  },
  {
    check: 'domain.registration',
    what: 'registration was switched off',
    status: 'wrong',
    plant: (patient) => (domain(patient).sipRegistration = false),
    says: 'no phone can register',
    fix: APPLY,
  },
  {
    check: 'domain.voice-url',
    what: 'it is pointed at prod',
    status: 'wrong',
    also: ['emergency.placed'],
    plant: (patient) => (domain(patient).voiceUrl = `${PROD}/sip-outgoing${OVERRIDES}`),
    says: 'is answered by PROD, not by stage',
    fix: APPLY,
  },
  {
    check: 'domain.voice-url',
    what: 'it is pointed at something else',
    status: 'wrong',
    also: ['emergency.placed'],
    plant: (patient) =>
      (domain(patient).voiceUrl = 'https://user:hidden@app.example/voice?hidden=1'),
    says: 'its voice URL is https://app.example/voice',
    fix: APPLY,
  },
  {
    check: 'domain.voice-url',
    what: 'it is empty',
    status: 'wrong',
    also: ['emergency.placed'],
    plant: (patient) => (domain(patient).voiceUrl = null),
    says: 'nothing answers',
    fix: APPLY,
  },
  {
    check: 'domain.voice-url',
    what: 'failed requests are not repeated',
    status: 'warning',
    plant: (patient) => (domain(patient).voiceUrl = `${STAGE}/sip-outgoing`),
    says: 'does not try again',
    fix: APPLY,
  },
  {
    check: 'domain.voice-method',
    what: 'GET',
    status: 'wrong',
    plant: (patient) => (domain(patient).voiceMethod = 'GET'),
    says: 'by GET, not by POST',
    fix: APPLY,
  },
  {
    check: 'domain.fallback',
    what: 'none',
    status: 'wrong',
    plant: (patient) => (domain(patient).voiceFallbackUrl = null),
    says: 'hears nothing when a function fails',
    fix: APPLY,
  },
  {
    check: 'domain.fallback',
    what: 'that of prod',
    status: 'wrong',
    plant: (patient) => (domain(patient).voiceFallbackUrl = `${PROD}/fallback.xml`),
    says: `is ${PROD}/fallback.xml by GET`,
    fix: APPLY,
  },
  {
    check: 'domain.emergency-calling',
    what: 'off, where the directory says direct',
    status: 'wrong',
    also: ['emergency.placed'],
    plant: (patient) => (domain(patient).emergencyCallingEnabled = false),
    says: 'a dialled 911 may reach the functions, or nobody',
    fix: APPLY,
  },
  {
    check: 'domain.emergency-caller',
    what: 'one for the whole domain',
    status: 'wrong',
    plant: (patient) => (domain(patient).emergencyCallerSid = owned(patient, '+15035550123').sid),
    says: 'EVERY phone',
    fix: APPLY,
  },
  {
    check: 'domain.secure',
    what: 'demanded, where the directory does not say so',
    status: 'wrong',
    plant: (patient) => (domain(patient).secure = true),
    says: 'phones without TLS cannot call',
    fix: APPLY,
  },
  {
    check: 'domain.ip-list',
    what: 'a list of IP addresses as well',
    status: 'warning',
    plant: (patient) => {
      domain(patient).mapped.ipAddresses.push({ sid: patient.standIn.newSid('AL'), ...DATED });
    },
    says: 'only if both match',
    fix: 'Remove it under Voice Authentication of the domain: https://console.twilio.com/',
    byHand: (patient) => domain(patient).mapped.ipAddresses.splice(0),
  },
  {
    check: 'domain.others',
    what: 'a domain made by hand with the same voice URL',
    status: 'warning',
    plant: (patient) => {
      const sid = patient.standIn.newSid('SD');
      const domainName = 'nonemergency-example.sip.twilio.com';
      const mapped = { calls: [], registrations: [], ipAddresses: [] };
      const other = { ...domain(patient), sid, domainName, mapped };
      patient.standIn.state.api.domains.push(other);
    },
    says: 'stage answers nonemergency-example.sip.twilio.com too',
    fix: 'Point it elsewhere or delete it',
    byHand: ({ standIn }) => standIn.state.api.domains.splice(1),
  },
];

const AUTHENTICATION: readonly Fault[] = [
  {
    check: 'authentication.calls',
    what: 'mapped for registrations alone',
    status: 'wrong',
    also: ['emergency.placed'],
    plant: (patient) => domain(patient).mapped.calls.splice(0),
    says: 'its phones register, but cannot call',
    fix: APPLY,
  },
  {
    check: 'authentication.registrations',
    what: 'mapped for calls alone',
    status: 'wrong',
    plant: (patient) => domain(patient).mapped.registrations.splice(0),
    says: 'its phones do not ring',
    fix: APPLY,
  },
  {
    check: 'authentication.foreign',
    what: 'another list is mapped too',
    status: 'wrong',
    plant: (patient) => domain(patient).mapped.calls.push({ sid: foreignList(patient), ...DATED }),
    says: 'the list someone-elses opens the domain: it does not belong to the directory, and 1 of its 1 credentials are not extensions',
    fix: PRUNE,
  },
];

const ELSEWHERE: readonly Fault[] = [
  {
    check: 'authentication.elsewhere',
    what: 'another domain uses our list',
    status: 'warning',
    plant: (patient) => {
      const sid = patient.standIn.newSid('SD');
      const domainName = 'nonemergency-example.sip.twilio.com';
      const calls = [...domain(patient).mapped.calls];
      const mapped = { calls, registrations: [], ipAddresses: [] };
      const voiceUrl = 'https://app.example/';
      const voiceFallbackUrl = null;
      const other = { ...domain(patient), sid, domainName, mapped, voiceUrl, voiceFallbackUrl };
      patient.standIn.state.api.domains.push(other);
    },
    says: 'the list direct-example-stage opens nonemergency-example.sip.twilio.com too',
    fix: 'If you do not want that, remove the list from the other domain',
    byHand: ({ standIn }) => standIn.state.api.domains.splice(1),
  },
];

const CREDENTIALS: readonly Fault[] = [
  {
    check: 'credentials.missing',
    what: 'one was deleted',
    status: 'wrong',
    plant: (patient) => {
      const all = credentials(patient);
      all.splice(
        all.findIndex(({ username }) => username === 'clinton'),
        1,
      );
    },
    says: 'clinton has no credential',
    fix: APPLY,
  },
  {
    check: 'credentials.missing',
    what: 'of a phone whose password is set by hand',
    status: 'wrong',
    plant: (patient) => {
      const all = credentials(patient);
      all.splice(
        all.findIndex(({ username }) => username === 'detroit'),
        1,
      );
      patient.operator.write(
        'extensions.yaml',
        FILES['extensions.yaml']!.replace('detroit:\n', 'detroit:\n  passwordGeneration: 0\n'),
      );
    },
    says: 'detroit has no credential on any list of the account, and its password is set by hand',
    fix: './dialtone rotate detroit',
  },
  {
    check: 'credentials.unknown',
    what: 'one was added by hand',
    status: 'wrong',
    plant: (patient) => {
      const sid = patient.standIn.newSid('CR');
      credentials(patient).push({ sid, username: 'stranger', passwordDigest: '', ...DATED });
    },
    says: 'stranger on the list direct-example-stage is not an extension',
    fix: PRUNE,
  },
  {
    check: 'credentials.key',
    what: 'the key is on another machine',
    status: 'warning',
    plant: (patient) => (patient.keyIsHere = false),
    says: 'goes unnoticed',
    fix: 'Put the key into .keys/stage.key',
    byHand: (patient) => (patient.keyIsHere = true),
  },
  {
    check: 'credentials.key',
    what: 'there never was one',
    status: 'wrong',
    plant: (patient) => {
      patient.keyIsHere = false;
      rmSync(`${patient.operator.folder}/applied`, { recursive: true });
    },
    says: 'no master key yet',
    fix: './dialtone key new --environment stage',
    also: ['credentials.passwords'],
    byHand: async (patient) => {
      patient.keyIsHere = true;
      await patient.apply();
    },
  },
  {
    check: 'credentials.copy',
    what: 'nobody has noted one',
    status: 'warning',
    plant: (patient) => (patient.keyIsCopied = false),
    says: 'no copy of phones/.keys/stage.key is recorded',
    fix: 'Keep a copy where only people who may know the passwords can read it',
    byHand: (patient) => (patient.keyIsCopied = true),
  },
  {
    check: 'credentials.passwords',
    what: 'rotated, and not applied',
    status: 'wrong',
    plant: (patient) =>
      patient.operator.write(
        'extensions.yaml',
        FILES['extensions.yaml']!.replace('clinton:\n', 'clinton:\n  passwordGeneration: 2\n'),
      ),
    says: 'the password of clinton: rotated',
    fix: APPLY,
  },
  {
    check: 'credentials.passwords',
    what: 'changed outside',
    status: 'wrong',
    plant: (patient) => (credentials(patient)[0]!.dateUpdated = new Date('2026-11-21T15:00:00Z')),
    says: 'changed outside, on 2026-11-21T15:00:00.000Z; is this the newest directory?',
    fix: `${APPLY} --set-again`,
  },
  {
    check: 'credentials.passwords',
    what: 'no record of what apply set',
    status: 'warning',
    plant: (patient) => rmSync(`${patient.operator.folder}/applied`, { recursive: true }),
    says: 'the same password is set again, and the phone keeps working',
    fix: APPLY,
  },
  {
    check: 'credentials.passwords',
    what: 'set by somebody else, before the directory had the phone',
    status: 'warning',
    plant: (patient) => {
      forgetPassword(patient, 'clinton');
    },
    says: 'clinton was set by hand: with the directory’s, its phone cannot call, 911 included',
    fix: 'Write `passwordGeneration: 0` for it in extensions.yaml',
    byHand: (patient) =>
      patient.operator.write(
        'extensions.yaml',
        FILES['extensions.yaml']!.replace('clinton:\n', 'clinton:\n  passwordGeneration: 0\n'),
      ),
  },
];

const NUMBERS: readonly Fault[] = [
  {
    check: 'numbers.voice',
    what: 'a number for SMS alone',
    status: 'wrong',
    plant: (patient) =>
      Object.assign(owned(patient, '+15035550130').capabilities, { voice: false }),
    says: '+15035550130 has no voice',
    fix: 'Buy another number, and write',
    byHand: (patient) =>
      Object.assign(owned(patient, '+15035550130').capabilities, { voice: true }),
  },
  {
    check: 'numbers.sms',
    what: 'a house number that cannot send the SMS of operators.yaml',
    status: 'warning',
    plant: (patient) => {
      Object.assign(owned(patient, '+15035550100').capabilities, { sms: false });
      patient.operator.write('operators.yaml', `${NOTICE}notice: { sms: [+15035550172] }\n`);
    },
    says: '+15035550100, the house number, cannot send SMS',
    fix: 'Use another house number, or `webhook: true`',
    byHand: (patient) => patient.operator.write('operators.yaml', NOTICE),
  },
  {
    check: 'numbers.look-ups',
    what: 'callers’ names are looked up',
    status: 'warning',
    plant: (patient) => (owned(patient, '+15035550130').voiceCallerIdLookup = true),
    says: 'Twilio looks up the name of each caller of +15035550130 for a fee',
    fix: 'Switch off Caller Name Lookup',
    byHand: (patient) => (owned(patient, '+15035550130').voiceCallerIdLookup = false),
  },
  {
    check: 'numbers.status-callback',
    what: 'somebody else hears of each call',
    status: 'warning',
    plant: (patient) =>
      (owned(patient, '+15035550130').statusCallback = 'https://elsewhere.example/?key=hidden'),
    says: '+15035550130 notifies https://elsewhere.example/ of each call',
    fix: 'If you do not know it, remove the status callback',
    byHand: (patient) => (owned(patient, '+15035550130').statusCallback = null),
  },
  {
    check: 'numbers.owned',
    what: 'one was released',
    status: 'wrong',
    plant: (patient) => release(patient, '+15035550130'),
    says: '+15035550130 is not on this account',
    fix: './dialtone numbers buy +15035550130 --environment stage; or write `elsewhere: true`',
  },
  {
    check: 'numbers.voice-url',
    what: 'it is pointed at prod',
    status: 'wrong',
    plant: (patient) => (owned(patient, '+15035550130').voiceUrl = `${PROD}/sip-incoming`),
    says: '+15035550130 is answered by PROD, not by stage',
    fix: APPLY,
  },
  {
    check: 'numbers.voice-url',
    what: 'it is empty',
    status: 'wrong',
    plant: (patient) => (owned(patient, '+15035550130').voiceUrl = null),
    says: 'nothing answers +15035550130',
    fix: APPLY,
  },
  {
    check: 'numbers.voice-url',
    what: 'it is asked by GET',
    status: 'wrong',
    plant: (patient) => (owned(patient, '+15035550130').voiceMethod = 'GET'),
    says: '+15035550130: voiceMethod is GET, not POST',
    fix: APPLY,
  },
  {
    check: 'numbers.overridden',
    what: 'by a TwiML application',
    status: 'wrong',
    plant: (patient) =>
      (owned(patient, '+15035550130').voiceApplicationSid = patient.standIn.newSid('AP')),
    says: 'a TwiML application overrides the voice URL of +15035550130',
    fix: APPLY,
  },
  {
    check: 'numbers.overridden',
    what: 'by a trunk',
    status: 'wrong',
    plant: (patient) => (owned(patient, '+15035550130').trunkSid = patient.standIn.newSid('TK')),
    says: 'a SIP trunk overrides the voice URL of +15035550130',
    fix: APPLY,
  },
  {
    check: 'numbers.caller-id',
    what: 'the house number is another account’s',
    status: 'warning',
    plant: ({ operator }) => {
      const house = FILES['site.yaml']!.replace('callerId: +15035550100', 'callerId: +15035550177');
      operator.write('site.yaml', house);
      operator.write('numbers.yaml', `${FILES['numbers.yaml']}+15035550177: { ring: [desk] }\n`);
    },
    says: '+15035550177, the caller ID of the house, detroit, is not on this account',
    fix: './dialtone numbers buy +15035550177 --environment stage, or verify it',
    byHand: (patient) => patient.operator.write('site.yaml', FILES['site.yaml']!),
  },
  {
    check: 'numbers.unnamed',
    what: 'one more, which nothing needs',
    status: 'warning',
    plant: ({ standIn }) => ownNumber(standIn, '+15035550155'),
    says: 'pays rent for +15035550155',
    fix: 'Add it to numbers.yaml, or release it',
    byHand: ({ standIn }) => standIn.state.api.numbers.pop(),
  },
  {
    check: 'numbers.stray',
    what: 'one more, answered here',
    status: 'warning',
    plant: ({ standIn }) =>
      ownNumber(standIn, '+15035550155', { voiceUrl: `${STAGE}/sip-incoming` }),
    says: 'stage answers +15035550155, which is not in the directory',
    fix: 'Add it to numbers.yaml, or point it elsewhere',
    byHand: ({ standIn }) => standIn.state.api.numbers.pop(),
  },
  {
    check: 'numbers.stray',
    what: 'prod’s number, answered here',
    status: 'warning',
    plant: (patient) => (owned(patient, '+15035550140').voiceUrl = `${STAGE}/sip-incoming`),
    says: '+15035550140 belongs to prod but is answered by STAGE',
    fix: './dialtone apply --environment prod',
    byHand: (patient) => (owned(patient, '+15035550140').voiceUrl = `${PROD}/sip-incoming`),
  },
  {
    check: 'numbers.area-codes',
    what: 'one in an area code that is newer than the numbering data',
    status: 'warning',
    plant: ({ standIn }) => ownNumber(standIn, '+16795550155'),
    says: 'area code 679 is newer than the numbering data of Dialtone',
    fix: "Add `newAreaCodes: { '679': US }` to calling.yaml",
    byHand: ({ standIn }) => standIn.state.api.numbers.pop(),
    also: ['numbers.unnamed'],
  },
];

const EMERGENCY: readonly Fault[] = [
  {
    check: 'emergency.number',
    what: 'the number was released',
    status: 'wrong',
    plant: (patient) => release(patient, '+15035550123'),
    says: '+15035550123, the number of +15035550123, is not on this account',
    fix: './dialtone numbers buy +15035550123 --environment stage',
  },
  {
    check: 'emergency.address',
    what: 'the address was taken off in the console',
    status: 'wrong',
    plant: (patient) => withoutAddress(patient, '+15035550123'),
    says: 'a 911 call from it costs $75, and nobody knows where to send help',
    fix: APPLY,
  },
  {
    check: 'emergency.address',
    what: 'none, and none in the directory',
    status: 'wrong',
    plant: (patient) => {
      withoutAddress(patient, '+15035550123');
      patient.operator.write('extensions.yaml', withoutAddressIn('100 NE'));
    },
    says: 'has no registered address (unregistered)',
    fix: 'Add `address:` to +15035550123 in extensions.yaml, then ./dialtone apply --environment stage',
    byHand: async (patient) => {
      patient.operator.write('extensions.yaml', FILES['extensions.yaml']!);
      await patient.apply();
    },
  },
  {
    check: 'emergency.address',
    what: 'Twilio is still at it',
    status: 'wrong',
    plant: (patient) =>
      (owned(patient, '+15035550123').emergencyAddressStatus = 'pending-registration'),
    says: 'is not registered yet',
    fix: 'Wait, then ./dialtone doctor --environment stage',
    byHand: (patient) => (owned(patient, '+15035550123').emergencyAddressStatus = 'registered'),
  },
  {
    check: 'emergency.contents',
    what: 'the phone has moved',
    status: 'wrong',
    plant: (patient) =>
      patient.operator.write(
        'extensions.yaml',
        FILES['extensions.yaml']!.replace('100 NE Example', '300 NE Example'),
      ),
    says: 'sends help to 100 NE Example Street, Portland, OR 97211, US; the directory says 300 NE Example Street',
    fix: APPLY,
  },
  {
    check: 'emergency.caller-form',
    what: 'emergency calling is on, and the phone is named by a word',
    status: 'wrong',
    also: ['domain.emergency-calling', 'emergency.placed'],
    plant: async (patient) => {
      const named = FILES['extensions.yaml']!.replace('+15035550123:\n', 'ainsworth:\n');
      patient.operator.write('extensions.yaml', named);
      const ring = FILES['numbers.yaml']!.replace('[+15035550123]', '[ainsworth]');
      patient.operator.write('numbers.yaml', ring);
      const webhook = FILES['site.yaml']!.replace(
        'direct-example-stage, emergency: direct',
        'direct-example-stage, emergency: webhook',
      );
      patient.operator.write('site.yaml', webhook);
      const made = { at: '2026-11-20T08:00:00.000Z', phones: ['x'], form: 'dialled' as const };
      const off = { ...made, flag: false, dials: '911' as const };
      const drills = [
        { ...off, name: 'word' as const },
        { ...off, name: 'own number' as const },
      ];
      addDrills(patient.operator.folder, 'stage', drills);
      await patient.apply({ prune: true, releases: ['end-emergency-phones'] });
      domain(patient).emergencyCallingEnabled = true;
    },
    says: 'Twilio refuses 911 from ainsworth',
    fix: 'Name the extension +15035550123 in extensions.yaml',
    byHand: (patient) => patient.apply(),
  },
  {
    check: 'emergency.placed',
    what: 'the functions are deployed and answer 911 with something else',
    status: 'wrong',
    plant: ({ operator }) => {
      const why = 'asked for its 911, the functions answer without dialling it';
      const phones = new Map(OWNED.map((number) => [number, why]));
      operator.answers = { ...ALL_ANSWER, phones };
    },
    says: '(+15035550123, +15035550124): asked for its 911, the functions answer without dialling it',
    fix: DEPLOY,
    byHand: ({ operator }) => (operator.answers = ALL_ANSWER),
  },
  {
    check: 'emergency.call-back',
    what: 'nothing answers its number',
    status: 'wrong',
    plant: (patient) =>
      (owned(patient, '+15035550123').voiceUrl = 'https://demo.twilio.com/welcome/voice/'),
    says: 'cannot call +15035550123 back',
    fix: APPLY,
  },
];

const LEFT_OVER: readonly Fault[] = [
  {
    check: 'emergency.left-over',
    what: 'an address of ours at a number that no emergency extension has',
    status: 'warning',
    plant: (patient) => {
      const { addresses } = patient.standIn.state.api;
      const sid = patient.standIn.newSid('AD');
      addresses.push({ ...addresses[0]!, sid, friendlyName: 'Dialtone +15035550130' });
      const registered = {
        emergencyAddressSid: sid,
        emergencyAddressStatus: 'registered' as const,
      };
      Object.assign(owned(patient, '+15035550130'), registered);
    },
    says: 'an emergency address is registered for +15035550130',
    fix: PRUNE,
  },
];

const INHERITED: readonly Fault[] = [
  {
    check: 'permissions.inherited',
    what: 'a subaccount that takes them from its parent',
    status: 'warning',
    plant: ({ standIn }) => {
      Object.assign(standIn.state.api.account, { ownerAccountSid: `AC${'9'.repeat(32)}` });
      standIn.state.voice.dialingPermissionsInheritance = true;
    },
    says: 'inherits its dialing permissions from its parent account',
    fix: 'Switch the inheritance off',
    byHand: ({ standIn }) => (standIn.state.voice.dialingPermissionsInheritance = false),
  },
];

const PERMISSIONS: readonly Fault[] = [
  {
    check: 'permissions.wider',
    what: 'two more countries are open, and special numbers of one',
    status: 'warning',
    plant: ({ standIn }) => {
      openCountries(standIn, ['US', 'MX', 'GB', 'LV']);
      standIn.state.voice.countries[0]!.highRiskSpecialNumbersEnabled = true;
    },
    says: 'the directory itself does not call: special numbers to AU; calls to GB, LV',
    fix: ACCOUNT,
  },
  {
    check: 'permissions.narrower',
    what: 'a country is shut',
    status: 'wrong',
    plant: ({ standIn }) => openCountries(standIn, ['US']),
    says: '(13227): calls to MX',
    fix: ACCOUNT,
  },
  {
    check: 'permissions.narrower',
    what: 'a volunteer is in a country that is shut',
    status: 'wrong',
    plant: ({ operator }) =>
      operator.write('operators.yaml', 'volunteers: { ana: { call: +442079460123 } }\n'),
    says: '(13227): calls to GB (GB: the directory itself calls there (operators.yaml: volunteers.ana.call))',
    fix: ACCOUNT,
  },
  {
    check: 'permissions.narrower',
    what: 'a number with a price of its own is dialled, and such numbers are shut',
    status: 'warning',
    plant: ({ operator }) =>
      operator.write(
        'calling.yaml',
        `${FILES['calling.yaml']}numberLists: { lines: [+19005550199] }\n`,
      ),
    says: '(calling.yaml: numberLists.lines[0]), but special numbers are closed for US',
    fix: 'https://console.twilio.com/us1/develop/voice/settings/geo-permissions',
    byHand: ({ standIn }) => {
      const { countries } = standIn.state.voice;
      countries.find(({ isoCode }) => isoCode === 'US')!.highRiskSpecialNumbersEnabled = true;
    },
  },
];

const AT = 'sip:clinton@direct-example-stage.sip.twilio.com';
const forget = ({ standIn }: Patient): unknown => standIn.state.monitor.alerts.splice(0);

const ALERTS: readonly Fault[] = [
  {
    check: 'alerts.phones',
    what: 'a phone was not registered',
    status: 'warning',
    plant: ({ standIn }) => {
      const call = { from: '+15035550188', to: AT };
      seedAlert(standIn, { code: '32009', ...call, at: '2026-11-21T16:00:00Z' });
      seedAlert(standIn, { code: '32009', ...call, at: '2026-11-21T17:30:00Z' });
    },
    says: 'clinton is not registered, so it does not ring: 32009, 2 times in the last 24 hours, last at 2026-11-21T17:30:00.000Z',
    fix: 'Check its power and network',
    byHand: forget,
  },
  {
    check: 'alerts.calls',
    what: 'a number that is none',
    status: 'warning',
    plant: ({ standIn }) =>
      seedAlert(standIn, {
        code: '13224',
        url: `${STAGE}/sip-outgoing`,
        from: 'sip:clinton@direct-example-stage.sip.twilio.com:5060;transport=tls',
        to: 'sip:5035550@direct-example-stage.sip.twilio.com',
      }),
    says: 'clinton dialled something that cannot be called: 13224, once',
    fix: './dialtone explain --environment stage --from clinton --to <number>',
    byHand: forget,
  },
  {
    check: 'alerts.functions',
    what: 'a function failed',
    status: 'warning',
    plant: ({ standIn }) => seedAlert(standIn, { code: '11200', url: `${STAGE}/sip-outgoing` }),
    says: 'the functions did not answer Twilio, or answered with an error: 11200, once',
    fix: 'Read the newest of them',
    byHand: forget,
  },
  {
    check: 'alerts.functions',
    what: 'a function wrote an error',
    status: 'warning',
    plant: ({ standIn }) => seedAlert(standIn, { code: '82005', url: `${STAGE}/sip-outgoing` }),
    says: 'the functions wrote an error: 82005, once',
    fix: 'Read the newest of them',
    byHand: forget,
  },
  {
    check: 'alerts.other',
    what: 'a code that we do not know',
    status: 'warning',
    plant: ({ standIn }) => seedAlert(standIn, { code: '90010', url: `${STAGE}/sip-outgoing` }),
    says: '90010, once',
    fix: 'Read the newest of them',
    byHand: forget,
  },
  {
    check: 'alerts.unplaced',
    what: 'nothing tells whose it is',
    status: 'unknown',
    plant: ({ standIn }) => seedAlert(standIn, { code: '32011' }),
    says: '1 alert in the last 24 hours could belong to this environment',
    fix: 'https://console.twilio.com/us1/monitor/logs/debugger',
    byHand: forget,
  },
];

export const FAULTS: readonly Fault[] = [
  ...ACCOUNT_FAULTS,
  ...VARIABLES_OF_USE,
  ...ELSEWHERE,
  ...LEFT_OVER,
  ...INHERITED,
  ...DEPLOYMENT,
  ...VARIABLES,
  ...DOMAIN,
  ...AUTHENTICATION,
  ...CREDENTIALS,
  ...NUMBERS,
  ...EMERGENCY,
  ...PERMISSIONS,
  ...ALERTS,
];

/** As a deployment by somebody else would: another function, or the same otherwise; without it, none. */
function serve(patient: Patient, path: string, visibility?: 'public' | 'protected'): void {
  const { functions } = service(patient);
  const served = build(patient);
  const versions = functions.flatMap((one) => one.versions);
  const kept = served.functionVersions.filter((sid) =>
    versions.some((version) => version.sid === sid && version.path !== path),
  );
  if (visibility === undefined) {
    Object.assign(served, { functionVersions: kept });
    return;
  }
  const sid = patient.standIn.newSid('ZN');
  const version = { sid, path, visibility, content: new Uint8Array(), dateCreated: THEN };
  const owner = { sid: patient.standIn.newSid('ZH'), friendlyName: path, versions: [version] };
  functions.push({ ...owner, ...DATED });
  Object.assign(served, { functionVersions: [...kept, sid] });
}

/** Gone from the account, and for sale again. */
function release({ standIn }: Patient, phoneNumber: string): void {
  const { numbers, forSale } = standIn.state.api;
  numbers.splice(
    numbers.findIndex((one) => one.phoneNumber === phoneNumber),
    1,
  );
  forSale.push({
    phoneNumber,
    kind: 'Local',
    isoCountry: 'US',
    region: 'OR',
    locality: 'Portland',
    postalCode: '97201',
    rateCenter: 'PORTLAND',
    addressRequirements: 'none',
    capabilities: { voice: true, sms: true, mms: true, fax: false },
  });
}

function withoutAddress(patient: Patient, phoneNumber: string): void {
  const number = owned(patient, phoneNumber);
  number.emergencyAddressSid = null;
  number.emergencyAddressStatus = 'unregistered';
}

/** The directory without the address of a street that begins so. */
export function withoutAddressIn(street: string): string {
  return FILES['extensions.yaml']!.split('\n')
    .filter((line) => !line.includes(`street: ${street}`))
    .join('\n');
}
