/** Whether apply says that everything was done: not while anything is held back, though all else is written. */
import { applyPlan } from '../../../src/twilio/planAndApply';
import { planText } from '../../../src/cli/commands/plan/text';
import { Live } from './live';

it('apply is not done while anything is held back for the sake of emergency calls', async () => {
  let shown = '';
  const live = new Live({ edited: { mode: 'webhook', dials: '911' } });
  const run = async (releases: readonly 'switch-emergency-calling'[] = []) => {
    const { complete } = await applyPlan({
      environment: 'prod',
      folder: live.folder,
      env: {},
      rest: live.rest(),
      show: (plan) => (shown += planText('prod', plan)),
      warn: () => {},
      releases: new Set(releases),
    });
    return complete;
  };
  // Once with writes beside, once with nothing else to write.
  expect([await run(), await run()]).toEqual([false, false]);
  expect(live.domain.emergencyCallingEnabled).toBe(true);
  expect(shown).toContain('or apply with --switch-emergency-calling');
  expect(await run(['switch-emergency-calling'])).toBe(true);
  expect(live.domain.emergencyCallingEnabled).toBe(false);
  live.remove();
});
