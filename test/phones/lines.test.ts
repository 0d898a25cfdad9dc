/** Several extensions on one device. */
import type { ExtensionProvisioning, PhoneSource } from '../../src/directory/provisioning';
import { UserError } from '../../src/errors';
import { checkPhones } from '../../src/ops/phoneCheck';
import { filesOfLines, linesOf, warningsOf } from '../../src/phones/lines';
import type { PhoneDirectory } from '../../src/phones/settings';
import { EXAMPLE, KEY, MODELS } from './example';

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
  filesOfLines(linesOf(username, 'prod', project, KEY));

describe('The lines of a device', () => {
  it('are those of this environment, in order', () => {
    const project = device('grandstream-ht802', {
      clinton: { line: 2 },
      belmont: { line: 1 },
      demo: { line: 1 }, // not in prod
      detroit: { line: 1, mac: '00:0b:82:00:00:0a' },
    });
    const usernames = (of: string) => linesOf(of, 'prod', project, KEY).map((one) => one.username);
    expect(usernames('clinton')).toEqual(['belmont', 'clinton']);
    expect(usernames('detroit')).toEqual(['detroit']);
  });

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

  it('are of one model', () => {
    const project = device('linksys-pap2', {
      clinton: { line: 1 },
      belmont: { line: 2, model: 'cisco-spa2102' },
    });
    expect(() => linesOf('clinton', 'prod', project, KEY)).toThrow(UserError);
    expect(checkPhones(project, ['prod']).filter((one) => one.severity === 'fault')).toMatchObject([
      {
        extension: 'clinton',
        message: `the phone ${MAC} is a Linksys PAP2 here, and for belmont a Cisco (Linksys) SPA2102`,
      },
      { extension: 'belmont' },
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
      const warnings = warningsOf(username, linesOf(username, 'prod', project, 'none')).join('\n');
      const says = 'it follows clinton (`dial: dialtone`), and belmont cannot have `dial: hotline`';
      expect(warnings.includes(says)).toBe(shared);
    }
    const found = checkPhones(project, ['prod']).filter(({ message }) => /hotline/.test(message));
    expect(found).toHaveLength(shared ? 1 : 0);
  });

  it('have no file while the password of one is not known', () => {
    const project = device('grandstream-ht802', {
      clinton: {},
      belmont: { line: 2, passwordGeneration: 0 },
    });
    expect(() => files('clinton', project)).toThrow(/password of belmont was set by hand/);
    expect(filesOfLines(linesOf('clinton', 'prod', project, 'none'))).toHaveLength(1);
  });
});
