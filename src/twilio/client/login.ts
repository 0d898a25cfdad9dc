/** Who asks Twilio: the same variables as the Twilio CLI reads, else the environment's own file. */
import { Twilio } from 'twilio';
import type { EnvironmentName } from '../../runtime/model/directory';
import type { Env } from '../../config/folderVariable';
import { UserError } from '../../diagnostics/errors';
import { envFile, readEnvFile } from './envFile';
import { Rest, type RestOptions } from './rest';

/** United States: where Twilio Functions run. */
const HOME_REGION = 'us1';

export interface Login {
  readonly accountSid: string;
  /** The account's SID, or an API key's. */
  readonly username: string;
  /** The auth token, or the API key's secret. */
  readonly password: string;
}

/**
 * @param folder of the directory, with the file `.env.<environment>`; undefined where there is none.
 * @throws UserError when no credentials are found, or when they cannot be any.
 */
export function findLogin(
  environment: EnvironmentName,
  folder: string | undefined,
  env: Env,
): Login {
  const {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: token,
    TWILIO_API_KEY: key,
    TWILIO_API_SECRET: secret,
  } = env;
  refuseRegion();
  const file = envFile(environment, folder);
  const { ACCOUNT_SID, AUTH_TOKEN } = readEnvFile(file);
  if (accountSid && ACCOUNT_SID && accountSid !== ACCOUNT_SID) {
    throw new UserError(
      `TWILIO_ACCOUNT_SID and ${file} name different Twilio accounts`,
      'Unset the variable, or remove ACCOUNT_SID from the file.',
    );
  }
  if (accountSid && key && secret) return checked({ accountSid, username: key, password: secret });
  if (accountSid && token) return checked({ accountSid, username: accountSid, password: token });
  if (ACCOUNT_SID && AUTH_TOKEN) {
    return checked({ accountSid: ACCOUNT_SID, username: ACCOUNT_SID, password: AUTH_TOKEN });
  }
  throw new UserError(
    'Which Twilio account?',
    'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or TWILIO_API_KEY and TWILIO_API_SECRET), ' +
      `or ACCOUNT_SID and AUTH_TOKEN in ${file}.`,
  );
}

/** The SDK heeds it, and asks another region's API, where none of the account's phones and functions are. */
function refuseRegion(): void {
  const { TWILIO_REGION: region } = process.env;
  if (!region || region === HOME_REGION) return;
  throw new UserError(
    `TWILIO_REGION is ${region}, but SIP domains, numbers and functions are managed only in ${HOME_REGION}`,
    'Unset the variable. To choose the phones’ edge, set `edge` in site.yaml.',
  );
}

/** The account that `findLogin` finds. */
export function connect(
  environment: EnvironmentName,
  folder: string | undefined,
  env: Env,
  options: RestOptions = {},
): Rest {
  const { accountSid, username, password } = findLogin(environment, folder, env);
  return new Rest(new Twilio(username, password, { accountSid }), {
    ...options,
    ...(username !== accountSid && { authToken: env.TWILIO_AUTH_TOKEN || undefined }),
  });
}

function checked(login: Login): Login {
  if (/^AC[0-9a-f]{32}$/i.test(login.accountSid)) return login;
  throw new UserError(
    'This is not an account SID, which is AC and 32 hexadecimal digits',
    "Copy it from the console's first page.",
  );
}
