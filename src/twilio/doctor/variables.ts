/** The variables of the functions: none too many, none too large, and no secret that is not theirs. */
import {
  type Examination,
  diagnosticsOr,
  type CheckResult,
  ok,
  type Source,
  warning,
  wrong,
} from './check';
import { envFileName } from '../../config/ownFiles';
import type { Examined } from './examined';

const NEEDS: readonly Source[] = ['deployment', 'variables'];
/** What Twilio gives a function of variables and its own data, about (82006). */
const MOST_BYTES = 3_072;
/** The account's data, domain name and path, which Twilio adds. */
const OWN_BYTES = 350;
const NEAR = 0.85;

export const VARIABLES: readonly Examination[] = [
  { name: 'variables.secret', needs: NEEDS, look: secret },
  { name: 'variables.stale', needs: NEEDS, look: stale },
  { name: 'variables.size', needs: NEEDS, look: size },
  { name: 'variables.webhook', needs: NEEDS, look: webhook },
  { name: 'variables.sync', needs: [...NEEDS, 'sync'], look: sync },
];

function secret({ environment, actual, variables, commands }: Examined): readonly CheckResult[] {
  if (!actual.deployment) return [];
  return diagnosticsOr(
    variables
      .filter((variable) => variable.secret)
      .map(({ name, stale: gone }) =>
        wrong(
          `${name} at Twilio holds A MASTER KEY OR THE ACCOUNT’S PASSWORD, for everyone who sees the console: remove it, then change what it held`,
          gone
            ? commands.deployPrune
            : `Remove ${name} from ${envFileName(environment)}, then ${commands.deployPrune}`,
        ),
      ),
    'no variable at Twilio holds a secret that the functions do not need',
  );
}

function stale({ actual, variables, commands }: Examined): readonly CheckResult[] {
  if (!actual.deployment) return [];
  const names = variables.filter((one) => one.stale && !one.secret).map(({ name }) => name);
  if (names.length === 0) return [ok('no variable is left over at Twilio')];
  const text = `Twilio still has ${names.join(', ')}, which the env file no longer has`;
  return [warning(text, commands.deployPrune)];
}

function size({ actual, variables, environment }: Examined): readonly CheckResult[] {
  if (!actual.deployment) return [];
  const bytes = variables.reduce((sum, one) => sum + one.bytes, OWN_BYTES);
  const text = `the variables take about ${bytes} of ${MOST_BYTES} bytes`;
  if (bytes < MOST_BYTES * NEAR) return [ok(text)];
  return [
    warning(
      `${text}: above that, functions fail (82006)`,
      `Shorten ${envFileName(environment)}; tables belong in the directory`,
    ),
  ];
}

const WEBHOOK = 'MESSAGE_WEBHOOK_URL';

function webhook(examined: Examined): readonly CheckResult[] {
  const { actual, directory, variables, environment, commands } = examined;
  if (!actual.deployment) return [];
  if (!directory.operator?.notice.webhook) return [ok('no webhook is asked for')];
  if (variables.some(({ name }) => name === WEBHOOK)) return [ok(`${WEBHOOK} is set`)];
  return [
    wrong(
      `operators.yaml says \`webhook: true\`, but the functions have no ${WEBHOOK}: it is not called when there is a message`,
      `Add ${WEBHOOK} to ${envFileName(environment)}, then ${commands.deploy}`,
    ),
  ];
}

function sync({ actual, lostSync, environment, commands }: Examined): readonly CheckResult[] {
  if (!actual.deployment) return [];
  if (lostSync === undefined) return [ok('the Sync service that the functions use is there')];
  return [
    wrong(
      `SYNC_SERVICE_SID is ${lostSync}, and the account has no such Sync service: counts and the operator's calls are kept nowhere`,
      `Write the SID of one of yours into ${envFileName(environment)}, or remove the line; then ${commands.deploy}`,
    ),
  ];
}
