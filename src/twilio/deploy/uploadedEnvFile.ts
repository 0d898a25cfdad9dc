/** The env file of an environment, of which a deployment uploads nearly every variable. */
import { existsSync, writeFileSync } from 'node:fs';
import { refuseKeyInEnvFile } from '../secrets/key';
import { envFile, readEnvFile } from '../client/envFile';
import type { Login } from '../client/login';
import type { EnvironmentName } from '../../runtime/model/directory';
import type { Env } from '../../config/folderVariable';
import { UserError } from '../../diagnostics/errors';
import { isWebhookUrl, NO_WEBHOOK_URL } from '../../runtime/model/messageWebhook';

/** The two that the Twilio CLI never uploads. */
const NOT_UPLOADED = ['ACCOUNT_SID', 'AUTH_TOKEN'];

/**
 * The Twilio CLI does not deploy without the file.
 *
 * @returns whether it was missing, and has been made.
 */
export function ensureEnvFile(environment: EnvironmentName, folder: string | undefined): boolean {
  const file = envFile(environment, folder);
  if (existsSync(file)) return false;
  writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
  return true;
}

/** @throws UserError when the file would upload the master key, or what opens the account. */
export function refuseSecrets(
  environment: EnvironmentName,
  folder: string | undefined,
  { password }: Login,
  env: Env,
): void {
  refuseKeyInEnvFile(environment, folder, env);
  const file = envFile(environment, folder);
  for (const [name, value] of Object.entries(readEnvFile(file))) {
    if (NOT_UPLOADED.includes(name) || !value?.includes(password)) continue;
    throw new UserError(
      `${file} holds the account's auth token or API secret, as ${name}: a deployment would upload it`,
      'Remove it. Twilio gives functions the account; a deployment reads AUTH_TOKEN or TWILIO_AUTH_TOKEN.',
    );
  }
}

/** @throws UserError when the message webhook could never be asked. */
export function refuseWebhookUrl(environment: EnvironmentName, folder: string | undefined): void {
  const file = envFile(environment, folder);
  const { MESSAGE_WEBHOOK_URL: url } = readEnvFile(file);
  if (!url || isWebhookUrl(url)) return;
  throw new UserError(
    `${NO_WEBHOOK_URL}, in ${file}`,
    'Write it like `https://hooks.example.org/message`; its path may contain a secret.',
  );
}
