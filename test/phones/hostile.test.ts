/** Names and passwords that mean something to a format: refused, or read back; never elsewhere. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { runs } from '../support/runs';
import { shownName } from '../../src/phones/displayName';
import { UserError } from '../../src/diagnostics/errors';
import type { PhoneModel, PhoneSettings } from '../../src/phones/phone';
import { MODELS, phone } from './example';
import { readSettings } from './read';

const NAMED = [
  '<',
  '&',
  '"',
  "'",
  '$',
  '#',
  ';',
  ' ',
  'é',
  '\n',
  '\r\n',
  ']]>',
  '%',
  '%NULL%',
  '\\',
  '=',
  '<!--',
  '<![CDATA[',
  '&lt;',
  '\u2028',
  '\0',
  '\ud800',
  '|',
  'P34',
  '</P34><P47>',
  '$MA',
  '\t',
  '\u{1F4DE}',
  '\nP47=evil',
  '"/><x y="',
  '\uFFFF',
  '\u0085',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...NAMED), fc.string({ unit: 'grapheme' })), { maxLength: 6 })
  .map((parts) => parts.join(''));
/** Mostly what a format can hold, so that it is not always refused. */
const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map((text) => text.trim());
const text = fc.oneof(hostile, printable);
const strings = fc.record({
  username: text,
  displayName: text,
  password: text,
  adminPassword: text,
});
type Strings = Pick<PhoneSettings, 'username' | 'displayName' | 'password' | 'adminPassword'>;

const PLAIN: Strings = {
  username: 'plain-user',
  displayName: 'Plain Name',
  password: 'Plain1Password',
  adminPassword: 'Plain2Admin',
};

/** What a value made of the plain strings is to be when it is made of others. */
function meant(model: PhoneModel, key: string, plain: string, others: Strings): string {
  if (key === 'auth_info_0.ha1') {
    const { username, password } = others;
    return createHash('md5').update(`${username}:sip.twilio.com:${password}`).digest('hex');
  }
  const ascii = ['spa', 'grandstream-ht', 'polycom-legacy'].includes(model.family.id);
  const inUri = model.family.id === 'linphone' && key.startsWith('proxy_0');
  return plain
    .replace(PLAIN.adminPassword, () => others.adminPassword)
    .replace(PLAIN.password, () => others.password)
    .replace(PLAIN.username, () =>
      inUri ? encodeURIComponent(others.username).replace(/%2B/g, '+') : others.username,
    )
    .replace(PLAIN.displayName, () => shownName(others, ascii ? 'ascii' : 'unicode'));
}

/** One of each way of writing a file; the other models share it. */
const WRITERS = MODELS.filter(({ id }) =>
  [
    'linksys-pap2t',
    'grandstream-ht802',
    'grandstream-ht812',
    'grandstream-gxp2135',
    'polycom-soundpoint-501',
    'polycom-vvx-450',
    'yealink-t46s',
    'linphone',
  ].includes(id),
);

describe.each(WRITERS)('$id', (model) => {
  const expected = readSettings(model.family.id, model.files(phone(model, PLAIN))[0]!);
  const written = { kept: 0, refused: 0 };

  it('holds every string in its own field and nothing else, or refuses', () => {
    fc.assert(
      fc.property(strings, (others) => {
        let files;
        try {
          files = model.files(phone(model, others));
        } catch (error) {
          // Says whose and which setting, and not the password.
          expect(error).toBeInstanceOf(UserError);
          const { message } = error as UserError;
          expect(message).toMatch(/`\S+` contains /);
          if (others.password.length > 12) expect(message).not.toContain(others.password);
          written.refused += 1;
          return;
        }
        written.kept += 1;
        const read = readSettings(model.family.id, files[0]!);
        expect([...read.keys()]).toEqual([...expected.keys()]);
        for (const [key, plain] of expected) {
          expect([key, read.get(key)]).toEqual([key, meant(model, key, plain, others)]);
        }
        for (const { name } of files) expect(name).toMatch(/^[A-Za-z0-9._+-]+$/);
      }),
      { numRuns: runs(100, 200) },
    );
    expect(written.kept).toBeGreaterThan(runs(2, 10));
    expect(written.refused).toBeGreaterThan(runs(2, 10));
  });

  it.each(['a\nb', 'a\rb', 'a\0b', 'a\u2028b', 'a\ud800b', ' a', 'a ', 'a\tb'])(
    'refuses the password %j, for no format would give it back',
    (password) => {
      if (model.family.id === 'linphone') return; // holds a digest of it
      expect(() => model.files(phone(model, { password }))).toThrow(UserError);
    },
  );

  it('shows a name without what it cannot show, and says so', () => {
    const settings = phone(model, { displayName: 'Café "Ñandú" <1>\n' });
    const [file] = model.files(settings);
    const read = [...readSettings(model.family.id, file!).values()];
    if (model.family.id === 'spa') return expect(read).not.toContain('Café');
    const shown = shownName(
      settings,
      ['grandstream-ht', 'polycom-legacy'].includes(model.family.id) ? 'ascii' : 'unicode',
    );
    expect(read.some((value) => value.includes(shown))).toBe(true);
    expect(model.warnings(settings).join('\n')).toContain(`\`${shown}\``);
  });
});

it.each([
  ['linksys-pap2', 'a$b'],
  ['linksys-pap2', 'aéb'],
  ['cisco-spa2102', '$MA'],
  ['grandstream-ht801', 'aéb'],
  ['polycom-soundpoint-501', 'aéb'],
  ['yealink-t46s', 'a%NULL%'],
  ['yealink-t46s', '%empty%'],
])('a %s does not take the password %j', (id, password) => {
  const model = MODELS.find((one) => one.id === id);
  expect(() => model?.files(phone(model, { password }))).toThrow(UserError);
});

it.each([
  ['Café Ñandú', 'Cafe Nandu', 'Café Ñandú'],
  ['"Bob" \\ <b>', 'Bob b', 'Bob b'],
  ['a\nb\tc', 'a b c', 'a b c'],
  ['Телефон', 'user', 'Телефон'],
  ['   ', 'user', 'user'],
  ['50¢ phone\u{1F4DE}', '50 phone', '50¢ phone\u{1F4DE}'],
])('%j is shown as %j or %j', (displayName, ascii, unicode) => {
  expect(shownName({ displayName, username: 'user' }, 'ascii')).toBe(ascii);
  expect(shownName({ displayName, username: 'user' }, 'unicode')).toBe(unicode);
});
