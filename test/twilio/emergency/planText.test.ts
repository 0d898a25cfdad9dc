/** What plan says of emergency calls: what is held, who takes over, which phone cannot call. */
import { RELEASE_NAMES } from '../../../src/twilio/emergency/releases';
import type { Plan } from '../../../src/twilio/plan';
import { differs, planJson, planText } from '../../../src/cli/commands/plan/text';
import { Live, OLD } from './live';

let live: Live;
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  live = new Live({ edited: { mode: 'webhook', dials: '911' } });
});
afterEach(() => {
  live.remove();
  jest.restoreAllMocks();
});

const held = ({ held: all }: Plan) =>
  all.map(({ release, change }) => [
    release,
    change.kind === 'SIP domain' ? change.fields.map(({ name }) => name) : change.key,
  ]);

describe('plan says of emergency calls', () => {
  it('what is held, from whom it would be taken, and the option of each', async () => {
    live.functions.deploy('prod', live.desired(), 'fails');
    const plan = await live.plan('prod');
    const text = planText('prod', plan);
    expect(text).toContain('--yes is not enough');
    expect(text).toContain('clinton, alder');
    for (const name of ['voice-url', 'emergency-calling', 'call-backs']) {
      expect(text).toContain(`or apply with --switch-${name}`);
    }
    expect(planJson('prod', plan)).toMatchObject({
      held: expect.arrayContaining([
        expect.objectContaining({ option: '--switch-emergency-calling' }),
      ]) as unknown,
    });
    expect(differs({ ...plan, changes: [], left: [], manualSteps: [] })).toBe(true);
    expect(differs({ ...plan, changes: [], held: [], left: [], manualSteps: [] })).toBe(false);
  });

  it('loudly, who takes over from whom, and for whom', async () => {
    live.functions.deploy('prod', live.desired(), 'works');
    const plan = await live.plan('prod');
    const line =
      /EMERGENCY CALLS CHANGE HANDS: 911 pressed .* from whoever answers at the current voice URL to these functions, for clinton/;
    expect(planText('prod', plan)).toMatch(line);
    expect(planJson('prod', plan)).toMatchObject({
      handovers: expect.arrayContaining([
        { username: 'clinton', form: 'keys', from: 'other', to: 'functions' },
      ]) as unknown,
    });
  });

  it('why of each field of the domain, and of no other', async () => {
    live.functions.deploy('prod', live.desired(), 'fails');
    const whys = new Map(
      (await live.plan('prod')).held
        .filter(({ change }) => change.kind === 'SIP domain')
        .map(({ release, change }) => [release, change.why]),
    );
    expect(whys.get('switch-emergency-calling')).toBe('site.yaml says who routes a dialled 911');
    expect(whys.get('switch-voice-url')).toContain('these functions answer its phones');
    expect(whys.get('switch-voice-url')).not.toContain('911');
  });

  it.each(RELEASE_NAMES)('--%s releases its own kind alone', async (name) => {
    live = new Live({ caller: true, edited: { secure: true, addresses: true, without: true } });
    live.functions.deploy('prod', live.desired(), 'fails');
    const before = await live.plan('prod', { prune: true });
    const after = await live.plan('prod', { prune: true, releases: [name] });
    const others = held(before).filter(([release]) => release !== name);
    expect(held(after).filter(([release]) => release !== name)).toEqual(others);
    expect(held(after).map(([release]) => release)).not.toContain(name);
  });

  it('which phone cannot call until it has its new password', async () => {
    live.functions.deploy('prod', live.desired(), 'works');
    await live.apply('prod');
    live.rotate();
    const first = await live.plan('prod');
    expect(first.lockedOut).toEqual(['clinton']);
    await live.apply('prod');
    live.later();
    expect((await live.plan('prod')).lockedOut).toEqual([]);
    live.rotate();
    const plan = await live.plan('prod');
    const line = 'CANNOT CALL, 911 INCLUDED, until it has its new password: clinton';
    expect(planText('prod', plan)).toContain(line);
    expect(planJson('prod', plan)).toMatchObject({ lockedOut: ['clinton'] });
    expect(plan.held.filter(({ change }) => change.key === 'clinton')).toEqual([]);
    expect(plan.changes.map(({ key }) => key)).toContain('clinton');
    expect(live.domain.voiceUrl).not.toBe(OLD);
  });

  it.each(['setAgain', 'newKey'] as const)('the same where it is set by %s', async (flag) => {
    live.functions.deploy('prod', live.desired(), 'works');
    await live.apply('prod');
    live.rotate();
    await live.apply('prod');
    live.later();
    if (flag === 'newKey') live.key = Buffer.alloc(32, 9);
    else {
      const all = live.standIn.state.api.credentialLists.flatMap(({ credentials }) => credentials);
      for (const one of all) Object.assign(one, { dateUpdated: live.now() });
    }
    expect((await live.plan('prod', { [flag]: true })).lockedOut).toEqual(['clinton']);
  });
});
