/** Several extensions on one device. */
import type { ExtensionProvisioning, PhoneSource } from '../../src/config/compile/provisioning';
import { UserError } from '../../src/diagnostics/errors';
import { checkPhones } from '../../src/cli/commands/phones/checkPhones';
import { filesOfLines, linesOf, warningsOf } from '../../src/phones/lines';
import type { PhoneDirectory } from '../../src/phones/settings';
import { EXAMPLE, KEY, model, MODELS } from './example';
import { readSettings } from './read';

const MAC = '00:0b:82:00:00:09';

type Phones = Readonly<Record<string, Partial<PhoneSource> & Partial<ExtensionProvisioning>>>;

/** The example with these phones and no others, all on one device. */
function device(model: string, phones: Phones): PhoneDirectory {
  const { directory, provisioning } = EXAMPLE;
  const extensions = Object.entries(phones).map(
    ([username, { passwordGeneration = 1, ...phone }]): [string, ExtensionProvisioning] => [
      username,
      { passwordGeneration, phone: { model, mac: MAC, dial: 'dialtone', line: 1, ...phone } },
    ],
  );
  return { directory, provisioning: { ...provisioning, extensions: new Map(extensions) } };
}

const files = (username: string, project: PhoneDirectory) =>
  filesOfLines(linesOf(username, { environment: 'prod', project, key: KEY }));

describe('The lines of a device', () => {
  it('are those of this environment, in order', () => {
    const project = device('grandstream-ht802', {
      clinton: { line: 2 },
      belmont: { line: 1 },
      demo: { line: 1 }, // not in prod
      detroit: { line: 1, mac: '00:0b:82:00:00:0a' },
    });
    const usernames = (of: string) =>
      linesOf(of, { environment: 'prod', project, key: KEY }).map((one) => one.username);
    expect(usernames('clinton')).toEqual(['belmont', 'clinton']);
    expect(usernames('detroit')).toEqual(['detroit']);
  });

  it.each([
    [{}, undefined],
    [{ public: true }, '1'],
    [{ keypad: { reset: 'open' } }, '0'],
    [{ public: true, keypad: { reset: 'open', settings: 'open' } }, '0'],
  ] as const)(
    'are closed to a factory reset by keys where any of them is closed: %j',
    (belmont, alone) => {
      for (const [clinton, expected] of [
        [{}, alone],
        [{ public: true }, '1'],
      ] as const) {
        const project = device('grandstream-ht802', {
          clinton: { line: 1, ...clinton },
          belmont: { line: 2, ...belmont },
        });
        expect(readSettings('grandstream', files('clinton', project)[0]!).get('P88')).toBe(
          expected,
        );
      }
    },
  );

  it.each(MODELS.filter(({ lines }) => lines > 1))(
    '$id: have one file, whichever of them asks',
    ({ id }) => {
      for (const dials of [
        ['hotline', 'dialtone'],
        ['dialtone', 'hotline'],
      ] as const) {
        const project = device(id, {
          clinton: { line: 2, dial: dials[1] },
          '+15035550124': { line: 1, dial: dials[0] },
        });
        expect(files('clinton', project)).toEqual(files('+15035550124', project));
      }
    },
  );

  it.each([
    ['linksys-pap2', 'Line_Enable_1_', 'Line_Enable_2_', 'Yes', 'No'],
    ['linksys-pap2t', 'Line_Enable_1_', 'Line_Enable_2_', 'Yes', 'No'],
    ['cisco-spa2102', 'Line_Enable_1_', 'Line_Enable_2_', 'Yes', 'No'],
    ['grandstream-ht802', 'P271', 'P401', '1', '0'],
  ])('of a %s are off where nobody has them', (id, first, second, on, off) => {
    const read = (project: PhoneDirectory) => {
      const [file] = files('clinton', project);
      const settings = readSettings(model(id).family.id, file!);
      return [settings.get(first), settings.get(second)];
    };
    const elsewhere = { line: 2, mac: '00:0b:82:00:00:0a' };
    expect(read(device(id, { clinton: {}, belmont: elsewhere }))).toEqual([on, off]);
    expect(read(device(id, { clinton: { line: 2 } }))).toEqual([off, on]);
    expect(read(device(id, { clinton: {}, belmont: { line: 2 } }))).toEqual([on, on]);
    // The other environment has set it, and this one leaves it alone.
    expect(read(device(id, { clinton: {}, demo: { line: 2 } }))).toEqual([on, undefined]);
  });

  it('of an HT812 stay as they are where nobody has them: the number is not certain', () => {
    const [file] = files('clinton', device('grandstream-ht812', { clinton: {} }));
    const settings = readSettings('grandstream-ht', file!);
    expect(['P4595', 'P401', 'P4596'].map((key) => settings.get(key))).toEqual([
      '1',
      undefined,
      undefined,
    ]);
  });

  it('are of one model', () => {
    const project = device('linksys-pap2', {
      clinton: { line: 1 },
      belmont: { line: 2, model: 'cisco-spa2102' },
    });
    expect(() => linesOf('clinton', { environment: 'prod', project, key: KEY })).toThrow(UserError);
    expect(checkPhones(project, ['prod']).filter((one) => one.severity === 'error')).toMatchObject([
      {
        where: { path: 'clinton.phone' },
        message: `the phone ${MAC} is a Linksys PAP2 here, and for belmont a Cisco (Linksys) SPA2102`,
      },
      { where: { path: 'belmont.phone' } },
    ]);
  });

  it.each([
    ['yealink-t46s', true],
    ['grandstream-gxp2170', true],
    ['grandstream-ht802', false],
    ['linksys-pap2t', false],
    ['polycom-vvx-411', false],
  ])('of a %s share one hotline: %s, and they say so', (id, shared) => {
    const project = device(id, { clinton: {}, belmont: { line: 2, dial: 'hotline' } });
    for (const username of ['clinton', 'belmont']) {
      const warnings = warningsOf(
        username,
        linesOf(username, { environment: 'prod', project, key: 'none' }),
      ).join('\n');
      const says = 'it follows clinton (`dial: dialtone`), and belmont cannot have `dial: hotline`';
      expect(warnings.includes(says)).toBe(shared);
    }
    const found = checkPhones(project, ['prod']).filter(({ message }) => /hotline/.test(message));
    expect(found).toHaveLength(shared ? 1 : 0);
  });

  it('have no file while the password of one is not known', () => {
    const project = device('polycom-vvx-411', {
      clinton: {},
      belmont: { line: 2, passwordGeneration: 0 },
    });
    expect(() => files('clinton', project)).toThrow(/password of belmont was set by hand/);
    expect(
      filesOfLines(linesOf('clinton', { environment: 'prod', project, key: 'none' })),
    ).toHaveLength(2);
  });

  it.each([
    ['grandstream-ht802', /^P7?34$/],
    ['grandstream-gxp2170', /^P(34|406)$/],
    ['linksys-pap2', /^Password_[12]_$/],
    ['yealink-t46s', /^account\.[12]\.password$/],
  ])('a %s has its file without a password that was set by hand, and a word', (id, key) => {
    const lines = (generation: number) => {
      const project = device(id, {
        clinton: {},
        belmont: { line: 2, passwordGeneration: generation },
      });
      const [file] = files('clinton', project);
      const all = [...readSettings(model(id).family.id, file!)];
      return {
        passwords: all.filter(([name]) => key.test(name)).map(([, value]) => value),
        others: all.filter(([name]) => !key.test(name)),
        said: warningsOf(
          'belmont',
          linesOf('belmont', { environment: 'prod', project, key: 'none' }),
        ),
      };
    };
    const [known, byHand] = [lines(1), lines(0)];
    expect(known.passwords).toHaveLength(2);
    expect(byHand.passwords).toEqual([known.passwords[0]]);
    expect(byHand.others).toEqual(known.others);
    expect(byHand.said.join()).toContain('its file leaves it out');
    expect(known.said.join()).not.toContain('set by hand');
  });
});
