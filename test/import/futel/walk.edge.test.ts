/**
 * The first user's way from their files and account to ours: import, every path, plan, apply and doctor until all
 * is well. At no step is a phone off the air, and 911 stays where it was.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { doctorText } from '../../../src/cli/commands/doctor/text';
import { importText } from '../../../src/cli/commands/import/text';
import { planText } from '../../../src/cli/commands/plan/text';
import { readProject } from '../../../src/config/project';
import { importFutel } from '../../../src/import/futel/importFutel';
import { enumerateCalls } from '../../../src/simulate/enumerateCalls';
import { examine } from '../../../src/twilio/doctor';
import { Applied } from '../../../src/twilio/records/applied';
import { Ledger } from '../../../src/twilio/records/ledger';
import { futelTown } from '../../fixtures/futelTown';
import { ownNumber, seedDeployment } from '../../twilio/doctor/seed';
import { ALL_ANSWER, Operator, SERVICE } from '../../twilio/operator';

const STAMP = 'a1b2c3d4e5f60718';
const PREFIX = 'direct-example';
const OLD = 'https://dialplans.example.org/dial_outgoing';
const HOUSE = '+15035550100';
const PASSWORD = 'Typed-in-2019-by-hand';

const town = futelTown();
const PHONES = Object.keys(town.extensions);
const NUMBERS = [
  ...new Set(Object.values(town.extensions).map(({ caller_id }) => String(caller_id))),
];

let folder: string;
let operator: Operator;
const transcript: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dialtone-walk-'));
  const files = {
    'extensions.json': town.extensions,
    ...town.ivrs,
    'operator_numbers.json': town.operatorNumbers,
    'destinations.json': town.destinations,
  };
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), JSON.stringify(value));
  }
});
afterAll(() => {
  if (process.env.WALK !== undefined) writeFileSync(process.env.WALK, transcript.join('\n\n'));
  operator.remove();
  rmSync(folder, { recursive: true });
});

function say(command: string, text: string): string {
  const shown = text
    .replaceAll(folder, '../dialplan-functions')
    .replaceAll(operator?.folder ?? '-', 'directory');
  transcript.push(`$ ./dialtone ${command}\n${shown}`);
  return shown;
}

it('imports the files, and says first what changes for callers', () => {
  const imported = importFutel(folder, {
    out: path.join(folder, 'directory'),
    name: 'Example Phones',
    sipDomainPrefix: PREFIX,
    edge: 'umatilla',
    handOffHost: 'pbx-{environment}.example.org;region=us2',
    recordings: 'https://sounds.example.org',
    destinations: path.join(folder, 'destinations.json'),
  });
  operator = new Operator({});
  cpSync(imported.folder, operator.folder, { recursive: true });
  const shown = say('import futel ../dialplan-functions …', importText(imported));
  expect(imported.extensions).toBe(PHONES.length);
  expect(shown.indexOf('What changes for callers')).toBeLessThan(shown.indexOf('Already wrong'));
});

it('answers every path', () => {
  const { project } = readProject(operator.folder);
  const calls = enumerateCalls(project!, new Date('2026-03-04T20:00:00Z'));
  const refused = calls.filter(({ expected }) =>
    /directory-unreadable|hand-off-not-allowed|no-menu/.test(expected),
  );
  transcript.push(`(${calls.length} paths)`);
  expect(refused).toEqual([]);
});

it('goes to an account that was run by hand, until all is well', async () => {
  const { standIn } = operator;
  const list = await byHand(operator);
  seedDeployment(standIn, 'prod', { stamp: STAMP, dependencies: {} });
  const steps = [
    // What the report and the doctor ask for.
    () => Promise.resolve(address(operator)),
    async () => expect((await operator.apply('prod', { account: true })).failures).toEqual([]),
  ];
  let diagnosis = await look(list);
  expect(diagnosis.wrong).toBeGreaterThan(0);
  for (const step of steps) {
    await step();
    diagnosis = await look(list);
  }
  // Both are true and as the operator means it: stage's domain asks the list, and Twilio has verified the house number.
  const left = diagnosis.checks.filter(({ status }) => status !== 'ok');
  expect(left.map(({ name, status }) => `${status} ${name}`)).toEqual([
    'warning authentication.elsewhere',
    'warning numbers.caller-id',
  ]);
  const plan = await operator.plan('prod', { account: true, prune: true });
  expect([plan.changes, plan.left, plan.held, plan.stops]).toEqual([[], [], [], []]);
  expect(standIn.violations).toEqual([]);
});

/** What plan and doctor say now. No phone is off the air, 911 is where it was, and nobody is told to end a password. */
async function look(list: string) {
  const { domains, credentialLists } = operator.standIn.state.api;
  const diagnosis = await doctor();
  const doctored = say('doctor --environment prod', doctorText(diagnosis));
  say('plan --environment prod', planText('prod', await operator.plan('prod')));
  expect(onTheAir(operator, list)).toEqual(PHONES);
  expect(credentialLists.map(({ friendlyName }) => friendlyName)).toEqual([list]);
  expect(domains.map((each) => each.emergencyCallingEnabled)).toEqual([true, true]);
  expect(doctored).not.toContain('./dialtone rotate');
  expect(doctored).not.toContain(`numbers buy ${HOUSE}`);
  return diagnosis;
}

/** One list for all phones, which stage's domain asks too; the numbers' addresses are registered. */
async function byHand({ standIn }: Operator): Promise<string> {
  const { sip } = standIn.client().api.v2010.account;
  const { sid } = await sip.credentialLists.create({ friendlyName: 'futel-clients' });
  for (const username of PHONES) {
    await sip.credentialLists(sid).credentials.create({ username, password: PASSWORD });
  }
  for (const environment of ['stage', 'prod']) {
    const domain = await sip.domains.create({
      domainName: `${PREFIX}-${environment}.sip.twilio.com`,
      sipRegistration: true,
      voiceUrl: OLD,
      emergencyCallingEnabled: true,
    });
    const { auth } = sip.domains(domain.sid);
    await auth.calls.credentialListMappings.create({ credentialListSid: sid });
    await auth.registrations.credentialListMappings.create({ credentialListSid: sid });
  }
  const then = new Date('2026-11-20T08:00:00Z');
  for (const number of NUMBERS.filter((each) => each !== HOUSE)) {
    const addressSid = standIn.newSid('AD');
    standIn.state.api.addresses.push({
      ...ADDRESS,
      sid: addressSid,
      dateCreated: then,
      dateUpdated: then,
    });
    ownNumber(standIn, number, {
      voiceUrl: 'https://dialplans.example.org/dial_sip_e164',
      emergencyAddressSid: addressSid,
      emergencyAddressStatus: 'registered',
    });
  }
  return 'futel-clients';
}

const ADDRESS = {
  friendlyName: 'by hand',
  customerName: 'Example Phones',
  street: '100 Example Street',
  streetSecondary: null,
  city: 'Bend',
  region: 'OR',
  postalCode: '97701',
  isoCountry: 'US',
  emergencyEnabled: true,
  validated: true,
  verified: false,
};

/** What the report asks for: the address of each phone that may call 911. */
function address({ folder: own }: Operator): void {
  const file = path.join(own, 'extensions.yaml');
  const line =
    '  dial911As: keys\n  address: { street: 100 Example Street, city: Bend, region: OR, postalCode: 97701 }';
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replaceAll('  dial911As: 911\n', '')
      .replaceAll('  emergency: true', `  emergency: true\n${line}`),
  );
}

function onTheAir({ standIn }: Operator, list: string): string[] {
  const { domains, credentialLists } = standIn.state.api;
  const domain = domains.find(({ domainName }) => domainName === `${PREFIX}-prod.sip.twilio.com`)!;
  const { sid } = credentialLists.find(({ friendlyName }) => friendlyName === list)!;
  const asks = [domain.mapped.calls, domain.mapped.registrations].every((mapped) =>
    mapped.some((one) => one.sid === sid),
  );
  return PHONES.filter((username) => asks && standIn.passwordMatches(list, username, PASSWORD));
}

async function doctor() {
  const { folder: own, key } = operator;
  const { directory, provisioning } = readProject(own).project!;
  const checks = await examine(operator.rest(), {
    ...{ environment: 'prod' as const, directory, provisioning, service: SERVICE, key },
    applied: Applied.read(own, 'prod'),
    envFile: '',
    expected: { dependencies: {}, stamp: STAMP },
    sinceHours: 24,
    now: operator.now(),
    deployedStamp: () => Promise.resolve(STAMP),
    answers: () => Promise.resolve(ALL_ANSWER),
    readLedger: () => Ledger.read(operator.rest(), 'prod', own),
    drills: [],
  });
  const many = (status: string) => checks.filter((each) => each.status === status).length;
  return { environment: 'prod' as const, checks, wrong: many('wrong'), warnings: many('warning') };
}
