/** What hangs beside a phone, the list of all, and all sheets in one document. */
import { readProject } from '../../../src/config/project';
import { cardOf, listedPhones, sheetsOf } from '../../../src/cli/commands/phones/sheetOf';
import { extensionList } from '../../../src/phones/sheet/card';
import { SHEET_LANGUAGES } from '../../../src/phones/sheet/language';
import { EXAMPLE, KEY } from '../example';
import { inMode } from './cases';
import { desks } from './desks';
import { textOf } from './text';

const NOW = new Date('2026-11-21T12:00-08:00');
const project = readProject('examples/payphones').project!;
const wish = { now: NOW };

function card(username: string, language: 'en' | 'es' = 'en'): string {
  return cardOf({ username, environment: 'prod', project }, { ...wish, language });
}

describe('The card of a phone', () => {
  it('says what can be dialled there, and how help is called', () => {
    const page = textOf(card('+15035550124')).replace(/\s+/g, ' ');
    expect(page).toContain('0 the operator');
    expect(page).toContain('# the menu');
    expect(page).toContain('Seven digits a number in area code 503');
    expect(page).toContain('Area code and seven digits');
    expect(page).toContain('101 Workbench');
    expect(page).toContain('Dial 911.');
    // Its class allows nothing abroad.
    expect(page).not.toContain('011');
  });

  it('of a hotline says what happens when it is lifted, and nothing to dial', () => {
    const page = textOf(card('+13135550150')).replace(/\s+/g, ' ');
    expect(page).toContain('Lift the handset');
    expect(page).not.toMatch(/Seven digits|Workbench/);
    expect(page).toContain('911Lift the handset; when it answers, press 9-1-1.');
  });

  it('of a phone that may not call for help says so in every language of its callers', () => {
    const page = textOf(card('clinton'));
    for (const said of ['No 911 calls', 'Sin llamadas al 911']) expect(page).toContain(said);
    expect(page).not.toContain('Dial 911');
  });

  it('promises nothing that nobody has tried', () => {
    // Nobody has shown that Twilio asks our functions about 911.
    const webhook = { ...project, directory: inMode(project.directory, 'webhook') };
    const of = (username: string) =>
      textOf(cardOf({ username, environment: 'prod', project: webhook }, wish));
    expect(of('+15035550124')).toMatch(/911\s*Dial #; when it answers, press 9-1-1\./);
    const { directory } = webhook;
    const plain = { ...directory.extensions.get('+15035550124')!, hash: { do: 'back' } as const };
    const extensions = new Map(directory.extensions).set('+15035550124', plain);
    const alone = { ...webhook, directory: { ...directory, extensions } };
    const question = { username: '+15035550124', environment: 'prod', project: alone } as const;
    expect(textOf(cardOf(question, wish))).toMatch(/Dial 911\. Nobody has tried it from here yet/);
  });

  it('contains no password, in any language', () => {
    for (const { username } of EXAMPLE.directory.extensions.values()) {
      if (EXAMPLE.provisioning.extensions.get(username)?.phone === undefined) continue;
      for (const language of SHEET_LANGUAGES) {
        // Of twenty letters and digits, all three kinds.
        expect(card(username, language)).not.toMatch(
          /\b(?=\w*[a-z])(?=\w*[A-Z])(?=\w*\d)[A-Za-z0-9]{20}\b/,
        );
      }
    }
  });
});

it.each([
  [12, 1],
  [13, 1],
  [14, 2],
])(
  'Of %i phones a card at one of them names twelve, and says where the others are',
  (count, parts) => {
    const { questions } = desks(KEY, count);
    const page = textOf(cardOf(questions[0]!, wish));
    // Its own name is in the title and the heading.
    expect(page.match(/Desk \d+/g)).toHaveLength(2 + Math.min(count - 1, 12));
    expect(page.split('more of our telephones: see their list')).toHaveLength(parts);
  },
);

it('The list names every phone that can be dialled by digits, and what to dial', () => {
  const phones = listedPhones(project, 'prod');
  const page = textOf(extensionList({ site: 'Example', language: 'en' }, phones));
  expect(page.replace(/\s+/g, ' ')).toContain('101 Workbench');
  expect(page).not.toContain('operator-desk');
});

describe('All sheets in one document', () => {
  it('are those of twelve desks at one address, each once, with its own password', () => {
    const { questions, passwords } = desks(KEY);
    const document = sheetsOf(questions, wish);
    expect(document.match(/<article>/g)).toHaveLength(12);
    expect(document.match(/<!doctype html>/g)).toHaveLength(1);
    for (const password of passwords) expect(document.split(password)).toHaveLength(2);
    expect(textOf(document).match(/It must be: 1 Example Plaza/g)).toHaveLength(12);
  });

  it('are said to be missing where there is none', () => {
    expect(() => sheetsOf([], wish)).toThrow('No phone here has a sheet');
  });
});
