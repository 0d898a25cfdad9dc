import { compileDirectory, openDirectory } from '../../src/config';
import { callerNamed, usernameOf } from '../../src/simulate/extensionNamed';
import { dialtone } from '../cli/commandLine';

const EXAMPLE = 'examples/payphones';
const { directory: compiled } = compileDirectory(EXAMPLE, {
  twimlAssets: ['closed', 'incoming', 'incoming-house', 'unavailable'],
});
const directory = openDirectory(compiled!);
const booth = '+15035550123';

describe('A phone is named', () => {
  it.each([
    ['by its extension', 'clinton', 'clinton'],
    ['by its extension, a number', booth, booth],
    ['by its number as it is dialled', '5035550123', booth],
    ['by its number with a 1', '1 503 555 0123', booth],
    ['by its number as it is written', '(503) 555-0123', booth],
    ['by its name', 'SE Clinton booth', 'clinton'],
    ['by its name, in small letters', ' se clinton booth ', 'clinton'],
    ['by nothing that it has', 'Bus mall', 'Bus mall'],
  ])('%s', (_, name, username) => {
    expect(usernameOf(name, { directory })).toBe(username);
  });

  it('by a name of its own, never by one that two have', () => {
    const [one, two] = [...directory.extensions.values()];
    const alike = new Map([
      ['a', { ...one!, username: 'a', name: 'Booth' }],
      ['b', { ...two!, username: 'b', name: 'booth' }],
    ]);
    expect(() => usernameOf('Booth', { directory: { ...directory, extensions: alike } })).toThrow(
      'Several phones are called `Booth`',
    );
  });
});

describe('Who calls, for explain,', () => {
  it.each([
    ['is a phone of the directory', 'SE Clinton booth', undefined, 'clinton'],
    [
      'may be a URI',
      'sip:nobody@example.sip.twilio.com',
      undefined,
      'sip:nobody@example.sip.twilio.com',
    ],
    [
      'may be a number that is on the credential lists alone',
      '+15035550177',
      undefined,
      '+15035550177',
    ],
    ['may be a name that is listed', 'shed', ['shed'], 'shed'],
    ['may be left out', '', undefined, ''],
  ])('%s', (_, name, listed, from) => {
    expect(callerNamed(name, { directory }, listed)).toBe(from);
  });

  it.each([
    ['Bus mall', 'There is no phone `Bus mall`'],
    ['clintn', 'Did you mean `clinton`?'],
    ['SE Clintn booth', 'Did you mean `SE Clinton booth`?'],
    ['shed', 'add --listed'],
  ])('is no answer about %s, of whom nobody has heard', async (from, said) => {
    const { code, stdout, stderr } = await dialtone([
      ...['explain', '--from', from, '--to', '911', '--directory', EXAMPLE],
    ]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(said);
  });

  it('is told the same by its name and by its extension', async () => {
    const asked = (from: string) =>
      dialtone(['explain', '--from', from, '--to', '911', '--json', '--directory', EXAMPLE]);
    const [name, extension] = [await asked('SE Clinton booth'), await asked('clinton')];
    expect(name).toEqual(extension);
    expect(name.code).toBe(0);
  });
});
