/** What the doctor says to run is run on the directory that it was asked about. */
import { commandsFor } from '../../src/twilio/doctor/commands';

const { of, buy, rotate, explain, ...plain } = commandsFor('prod', 'my phones');
const COMMANDS = [
  ...Object.entries(plain),
  ['buy', buy('+15035550123')],
  ['rotate', rotate('clinton')],
  ['explain', explain('clinton')],
  ['of another environment', of('stage').apply],
] as const;

it.each(COMMANDS)('%s names its folder', (_, command) => {
  expect(command).toContain("--directory 'my phones'");
});

it('names none that is the usual one', () => {
  expect(commandsFor('prod').keyNew).toBe('./dialtone key new --environment prod');
});
