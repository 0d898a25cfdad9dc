/** What others print is shown without what it must not show. */
import { envFile, readEnvFile } from '../../../twilio/client/envFile';
import type { Login } from '../../../twilio/client/login';
import type { EnvironmentName } from '../../../runtime/model/directory';

/** Shorter values are words that stand anywhere. */
const SHORTEST_SECRET = 8;

/** The text without the account's password and the values of the env file. */
export function redacted(
  text: string,
  { password }: Login,
  environment: EnvironmentName,
  folder: string | undefined,
): string {
  const values = Object.values(readEnvFile(envFile(environment, folder)));
  return [password, ...values]
    .flatMap((value) => (value && value.length >= SHORTEST_SECRET ? [value] : []))
    .sort((a, b) => b.length - a.length) // one may hold another
    .reduce((shown, value) => shown.replaceAll(value, '***'), text);
}
