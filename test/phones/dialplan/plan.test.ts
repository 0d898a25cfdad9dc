/** What of the directory gets into a dial plan. */
import type { Directory } from '../../../src/runtime/model/directory';
import { type DialPlan, dialPlanFor, type When } from '../../../src/phones/dialplan/plan';
import { directory, extension, numberRule } from '../../fixtures/directory';
import { EXAMPLE, planIn, planOf } from './phones';

/** When what is written like this leaves; undefined where it is not in the plan. */
function when({ entries }: DialPlan, written: string): When | undefined {
  return entries.find(({ pattern, action }) => {
    return action === 'send' && pattern.keys.join('') === written;
  })?.when;
}

function withExtensions(added: Directory['extensions']): Directory {
  return { ...directory, extensions: new Map([...directory.extensions, ...added]) };
}

describe('A dial plan', () => {
  it('has the extensions that live where this one does', () => {
    // Prepare
    const from = withExtensions(
      new Map([
        ['150', extension('150', { environments: ['dev'] })],
        ['151', extension('151', { environments: ['stage', 'prod'] })],
        ['trial', extension('trial', { environments: ['stage'] })],
      ]),
    );

    // Act
    const plan = planIn(from, 'trial');

    // Assess
    expect(when(plan, '150')).toBeUndefined();
    expect(when(plan, '151')).toEqual({ afterSeconds: 4 }); // 515 is Iowa
  });

  it('has the extension itself, which hears that it is busy', () => {
    expect(when(planIn(directory, '200'), '200')).toBe('now');
  });

  it('lets a service code wait for the extensions that begin with it', () => {
    const from = withExtensions(new Map([['2115', extension('2115')]]));
    expect(when(planIn(directory, 'alder'), '211')).toBe('now');
    expect(when(planIn(from, 'alder'), '211')).toEqual({ afterSeconds: 4 });
    expect(when(planIn(from, 'alder'), '311')).toBe('now');
  });

  it('goes abroad for a number of ours, whatever the class allows', () => {
    const numbers = new Map([...directory.numbers, ['+442079460123', numberRule({})] as const]);
    const abroad = ({ entries }: DialPlan) => entries.some(({ kind }) => kind === 'international');
    expect(abroad(planIn(directory, 'alder'))).toBe(false);
    expect(abroad(planIn({ ...directory, numbers }, 'alder'))).toBe(true);
    expect(abroad(planIn(directory, 'globe'))).toBe(true);
  });

  it('gives 112 up for an extension that begins with it, and never 911', () => {
    const from = withExtensions(
      new Map([
        ['1125', extension('1125')],
        ['9115', extension('9115')],
      ]),
    );
    const plan = planIn(from, 'clinton');
    expect(when(plan, '112')).toBeUndefined();
    expect(when(plan, '1125')).toBe('now');
    expect(when(plan, '911')).toBe('now');
    expect(when(plan, '9115')).toBeUndefined();
    expect(plan.notes.join()).toContain('9115 cannot be dialled');
  });

  it('is the same when it is computed again, and has a note for each entry', () => {
    const plan = planOf('example/clinton');
    const again = dialPlanFor(EXAMPLE.extensions.get('clinton')!, EXAMPLE);
    expect(again).not.toBe(plan);
    expect(again).toEqual(plan);
    for (const { note } of plan.entries) expect(note).toMatch(/./);
  });
});
