/** A phone that is named by its number, by the short name that people know it by. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { explain } from '../../src/simulate/explain';
import type { Question } from '../../src/simulate/question';
import { explanationText } from '../../src/cli/commands/explain/text';
import { usernameOf } from '../../src/simulate/extensionNamed';
import { showLogin } from '../../src/cli/commands/phones/login';
import { listPhones, showPhone } from '../../src/cli/commands/phones/phones';
import { sheetOf } from '../../src/cli/commands/phones/sheetOf';
import { listText, loginText, showText } from '../../src/cli/commands/phones/text';
import { type Project, readProject } from '../../src/config/project';
import { simulateKeys } from '../../src/simulate/simulateKeys';
import { settingsFor } from '../../src/phones/settings';
import { KEY } from '../phones/example';
import { dialtone } from './commandLine';

const ADDRESS =
  'address: { street: 1 Example Street, city: Portland, region: OR, postalCode: 97200 }';
const FRONT = '+15035550130';
const FILES = {
  'site.yaml': `
name: Example Hall
timeZone: America/Los_Angeles
languages: [en, es]
environments: { prod: { sipDomain: direct-example-prod, emergency: direct } }
defaults: { callerId: +15035550100 }
`,
  'extensions.yaml': `
${FRONT}:
  name: Front desk
  short: 101
  number: ${FRONT}
  callerId: +15035550100
  emergency: true
  ${ADDRESS}
  phone: { model: grandstream-ht801, mac: 00:0b:82:00:00:01, dial: dialtone }
office: { name: Office, short: 102, phone: { model: grandstream-ht801, mac: 00:0b:82:00:00:02, dial: dialtone } }
`,
  'numbers.yaml': '+15035550100: { ring: [office] }\n',
};

let folder: string;
let project: Project;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'short-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
  project = readProject(folder).project!;
});
afterEach(() => rmSync(folder, { recursive: true }));

const ask = (from: string, to: string): Question => ({
  direction: 'outgoing',
  from,
  to,
  environment: 'prod',
  at: new Date('2026-11-21T12:00-08:00'),
});
const asked = () => ({
  username: usernameOf('101', project),
  environment: 'prod' as const,
  project,
});

describe('A short name', () => {
  it('is dialled by other phones', () => {
    expect(explain(ask('office', '101'), project).decision).toMatchObject({
      kind: 'ring',
      extensions: [FRONT],
    });
  });

  it('names a phone that explain asks about', () => {
    const question = ask('101', '911');
    const explanation = explain(question, project);
    expect(explanation.decision).toMatchObject({ kind: 'emergency', callerId: FRONT });
    expect(explanation.lookUp).toBe(false);
    expect(explanationText(question, explanation, project)).toContain(`${FRONT} (101) dials 911`);
    const outside = explain(ask('101', '5035550199'), project).decision;
    expect(outside).toMatchObject({ kind: 'connect', callerId: '+15035550100' });
    expect(simulateKeys(question, [], project).steps[0]?.decision).toEqual(explanation.decision);
    expect(simulateKeys(ask('102', '101'), [], project).steps[0]?.decision).toMatchObject({
      extensions: [FRONT],
    });
  });

  it('is no caller from outside', () => {
    const question: Question = { ...ask('101', '+15035550100'), direction: 'incoming' };
    const explanation = explain(question, project);
    expect(explanation.decision).toMatchObject({ extensions: ['office'] });
    expect(explanationText(question, explanation, project)).toContain('101 calls +15035550100');
  });

  it('is in the list of phones, and in what one is set to', () => {
    expect(listPhones(project)[0]).toMatchObject({ extension: FRONT, short: '101' });
    expect(listText(listPhones(project))).toContain(`${FRONT} (101)`);
    expect(showPhone(asked())).toMatchObject({ short: '101', displayName: '101 Front desk' });
    expect(showText(showPhone(asked()))).toMatch(/^short name +101$/m);
    expect(loginText(showLogin(asked()), 'prod')).toMatch(/^short name +101$/m);
  });

  it('is dialled at once by the dial plan of a phone', () => {
    const { dialPlan } = settingsFor('office', { environment: 'prod', project, key: 'none' });
    expect(dialPlan.entries.map(({ pattern }) => pattern.keys.join(''))).toContain('101');
  });

  it('stands on the sheet, and on that of another to try', () => {
    const sheet = (name: string, language: 'en' | 'es') =>
      sheetOf(
        { ...asked(), username: usernameOf(name, project), key: KEY },
        { language, now: new Date() },
      );
    expect(sheet('101', 'en')).toContain('<span>Short name <b>101</b></span>');
    expect(sheet('101', 'es')).toContain('<span>Nombre corto <b>101</b></span>');
    expect(sheet('102', 'en')).toContain('<kbd>101</kbd>, another of our phones');
  });

  it('finds its password, and what raises it', async () => {
    const env = { DIALTONE_KEY_PROD: KEY.toString('base64url') };
    const password = (name: string) =>
      dialtone(['password', name, '-e', 'prod', '--pipe', '-d', folder], { env });
    const [short, whole] = await Promise.all([password('101'), password(FRONT)]);
    expect([short.code, short.stdout]).toEqual([0, whole.stdout]);
    const rotated = await dialtone(['rotate', '101', '-d', folder], { env });
    expect(rotated.stdout).toContain(`${FRONT}: password generation 1 → 2.`);
    const { provisioning } = readProject(folder).project!;
    expect(provisioning.extensions.get(FRONT)?.passwordGeneration).toBe(2);
  });
});
