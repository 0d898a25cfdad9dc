/** Whether apply says that everything was done: not while anything is held back, though all else is written. */
import { applyPlan } from '../../../src/twilio/planAndApply';
import { Live } from './live';

it('apply is not done while anything is held back for the sake of emergency calls', async () => {
  jest.spyOn(console, 'error').mockReturnValue();
  const log = jest.spyOn(console, 'log').mockReturnValue();
  const live = new Live({ edited: { mode: 'webhook', dials: '911' } });
  const run = (releases: readonly 'switch-emergency-calling'[] = []) =>
    applyPlan({
      environment: 'prod',
      folder: live.folder,
      rest: live.rest(),
      yes: true,
      releases: new Set(releases),
    });
  // Once with writes beside, once with nothing else to write.
  expect([await run(), await run()]).toEqual([false, false]);
  expect(live.domain.emergencyCallingEnabled).toBe(true);
  expect(log.mock.calls.join('\n')).toContain('or apply with --switch-emergency-calling');
  expect(await run(['switch-emergency-calling'])).toBe(true);
  expect(live.domain.emergencyCallingEnabled).toBe(false);
  live.remove();
  jest.restoreAllMocks();
});
