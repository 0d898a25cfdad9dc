import type { Dial, DialPlan } from './entry';

type Compiler<Result> = (plan: DialPlan, dial?: Dial, longest?: number) => Result;

/** Compiles a plan once, however often the device's file and its sheet ask for the text. */
export function oncePerPlan<Result>(compile: Compiler<Result>): Compiler<Result> {
  const done = new WeakMap<DialPlan, Map<string, Result>>();
  return (plan, dial, longest) => {
    const known = done.get(plan) ?? new Map<string, Result>();
    done.set(plan, known);
    const key = `${dial} ${longest}`;
    const result = known.get(key) ?? compile(plan, dial, longest);
    known.set(key, result);
    return result;
  };
}
