/**
 * What an environment's functions have logged (https://www.twilio.com/docs/serverless/api/resource/logs).
 * The stand-in runs none: a test puts lines into the state.
 */
import type { Call, Route } from '../contract';
import { bySid, text } from '../records';
import { ENVIRONMENT, environmentOf, list, ok, renderedBelow, route } from './paths';
import type { Log } from './state';

const LOGS = `${ENVIRONMENT}/Logs`;
const DAY_MS = 24 * 60 * 60_000;

export const logRoutes: readonly Route[] = [
  route('GET', LOGS, (call) =>
    list(call, 'logs', environmentOf(call).logs.filter(isAskedFor(call)), render),
  ),
  route('GET', `${LOGS}/{Sid}`, (call) =>
    ok(render(bySid(environmentOf(call).logs, call.params['Sid'], call), call)),
  ),
];

/** Of the last day, unless other dates are given. */
function isAskedFor(call: Call): (log: Log) => boolean {
  const start = dateOf(call, 'StartDate') ?? new Date(call.now.getTime() - DAY_MS);
  const end = dateOf(call, 'EndDate') ?? call.now;
  const functionSid = text(call, 'FunctionSid');
  return (log) =>
    (functionSid === undefined || log.functionSid === functionSid) &&
    log.dateCreated >= start &&
    log.dateCreated <= end;
}

function dateOf(call: Call, name: string): Date | undefined {
  const value = text(call, name);
  return value ? new Date(value) : undefined;
}

function render(log: Log, call: Call): object {
  return renderedBelow(call, log, 'Logs');
}
