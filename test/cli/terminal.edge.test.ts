/** What is not ours is shown on a terminal, and obeyed by none. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { twilioText } from '../../src/twilio/client/toUserError';
import { messagesText } from '../../src/cli/commands/messages/text';
import { harmless } from '../../src/cli/terminal/harmless';
import { dialtone } from './commandLine';
import { copyOfExample } from './faultyDirectory';
import { anyCharacter } from '../support/anyCharacter';

const TRICKS = '\u001b[2J\u001b]0;owned\u0007\r\u009b31m\u202e\u2028';
// eslint-disable-next-line no-control-regex
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

describe('The guard before a terminal', () => {
  it('lets nothing through that is obeyed, and leaves JSON what it is', () => {
    const text = fc.string({ unit: anyCharacter }).map((some) => some + TRICKS);
    fc.assert(
      fc.property(text, fc.boolean(), (some, coloured) => {
        expect(harmless(some, coloured)).not.toMatch(OBEYED);
        const json = JSON.stringify({ some }, null, 2);
        expect(JSON.parse(harmless(json, coloured))).toEqual({ some });
      }),
    );
  });

  it('leaves our colours on a terminal, and nowhere else', () => {
    const red = '\u001b[31m\u001b[1mwrong\u001b[22m\u001b[39m\n';
    expect(harmless(red, true)).toBe(red);
    expect(harmless(red, false)).not.toMatch(OBEYED);
    // Hidden, and blinking.
    expect(harmless('\u001b[8mx\u001b[5m', true)).not.toMatch(OBEYED);
  });

  it('stands before everything that a command prints', async () => {
    const copy = copyOfExample();
    copy.edit('extensions.yaml', 'clinton:', 'clinton: # \u202e\u2066\n   ');
    for (const args of [
      ['check'],
      ['phones', 'list'],
      ['explain', '--from', `c${TRICKS}`, '--to', `5${TRICKS}`],
    ]) {
      const { stdout, stderr } = await dialtone([...args, '--directory', copy.folder]);
      expect(stdout + stderr).not.toMatch(OBEYED);
      expect(stdout + stderr).not.toBe('');
    }
    copy.remove();
  });

  it('is set up before a command is read', () => {
    expect(readFileSync('src/cli/main.ts', 'utf8')).toMatch(/guardConsole\(\);\nconst io/);
  });
});

describe('In one line, whatever line breaks are in it,', () => {
  it('stands what Twilio says', () => {
    expect(twilioText(new Error(`No.${TRICKS}\n✓ all is well`))).not.toMatch(/\n/);
  });

  it('stands a message for the operator', () => {
    const message = {
      recording: 'RE1',
      call: 'CA1',
      at: new Date(0),
      seconds: 3,
      phone: `Booth${TRICKS}\nRE2`,
      language: `en\n`,
      done: false,
      noted: true,
    };
    const text = messagesText([message], 'UTC');
    expect(text).not.toMatch(/\n/);
    expect(text).not.toMatch(OBEYED);
  });
});
