/** What an apply has done, and what it has not. */
import { printable } from '../../../diagnostics/printable';
import { twilioText, toUserError } from '../../../twilio/client/toUserError';
import type { Applied } from '../../../twilio/planAndApply';
import type { Context, EnvironmentOptions } from '../../command';
import { count } from '../../../diagnostics/text';
import { changeLine, planJson } from '../plan/text';

/** The plan was shown before it was written. @throws an error of ours that stopped it. */
export function printApplied(
  { plan, outcome, unrevoked, pin }: Applied,
  { terminal }: Context,
  { environment }: EnvironmentOptions,
): void {
  if (!outcome) return;
  const { done, failures, stopped } = outcome;
  const { out, err } = terminal;
  terminal.print(out.green(`${count(done, 'change')} written to ${environment}.`));
  for (const { change, error } of failures) {
    terminal.say(`${err.red('failed')} ${changeLine(change, err)}: ${twilioText(error)}`);
  }
  if (stopped !== undefined) {
    const fixable = toUserError(stopped);
    // An error of ours: with its stack.
    if (!fixable) throw stopped as Error;
    terminal.error(fixable);
  }
  const undone = stopped === undefined ? failures.length : plan.changes.length - done;
  if (stopped !== undefined || failures.length > 0) {
    terminal.say(
      `${undone} of ${plan.changes.length} not done. Fix the cause; the next apply does the rest.`,
    );
  }
  for (const { message, fix } of unrevoked) {
    terminal.say(`${err.red('not revoked')} ${printable(message)}\n    ${printable(fix)}`);
  }
  if (pin !== undefined) terminal.print(pin);
}

export function appliedJson(
  { plan, outcome, unrevoked, pin, complete }: Applied,
  { environment }: EnvironmentOptions,
): unknown {
  return {
    plan: planJson(environment, plan),
    done: outcome?.done ?? 0,
    failures: (outcome?.failures ?? []).map(({ change: { action, kind, key }, error }) => ({
      ...{ action, kind, key },
      message: twilioText(error),
    })),
    stopped: outcome?.stopped === undefined ? undefined : twilioText(outcome.stopped),
    unrevoked,
    pin,
    complete,
  };
}
