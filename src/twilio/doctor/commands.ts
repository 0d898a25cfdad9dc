/** What to run: the commands that fix, and the console's pages where no command can. */
import { quoted } from '../../diagnostics/quoted';
import type { EnvironmentName } from '../../runtime/model/directory';

export interface Commands {
  readonly apply: string;
  readonly prune: string;
  readonly account: string;
  readonly setAgain: string;
  readonly deploy: string;
  readonly deployPrune: string;
  readonly doctor: string;
  readonly keyNew: string;
  readonly buy: (number: string) => string;
  readonly rotate: (username: string) => string;
  readonly explain: (username: string) => string;
  /** For what belongs to another environment. */
  readonly of: (environment: EnvironmentName) => Commands;
}

/** @param directory the folder that was asked for, where it is not the usual one. */
export function commandsFor(environment: EnvironmentName, directory?: string): Commands {
  const folder = directory === undefined ? '' : ` --directory ${quoted(directory)}`;
  const dialtone = (words: string) => `./dialtone ${words}`;
  const ours = (command: string) => dialtone(`${command} --environment ${environment}${folder}`);
  const deploy = `./dialtone deploy --environment ${environment}${folder}`;
  return {
    apply: ours('apply'),
    prune: `${ours('apply')} --prune`,
    account: `${ours('apply')} --account`,
    setAgain: `${ours('apply')} --set-again`,
    deploy,
    deployPrune: `${deploy} --prune`,
    doctor: ours('doctor'),
    keyNew: ours('key new'),
    buy: (number) => ours(`numbers buy ${number}`),
    rotate: (username) => dialtone(`rotate ${username}${folder}`),
    explain: (username) =>
      dialtone(`explain --environment ${environment}${folder} --from ${username} --to <number>`),
    of: (other) => commandsFor(other, directory),
  };
}

/** Where the console hides what the API does not have, or what we do not touch. */
export const CONSOLE = {
  account: 'https://console.twilio.com',
  billing: 'https://console.twilio.com/us1/billing/manage-billing/billing-overview',
  profiles: 'https://console.twilio.com/us1/account/trust-hub/customer-profiles',
  debugger: 'https://console.twilio.com/us1/monitor/logs/debugger',
  credentialLists: 'https://console.twilio.com/us1/develop/voice/manage/credential-lists',
  domains: 'https://console.twilio.com/us1/develop/voice/manage/sip-domains',
  permissions: 'https://console.twilio.com/us1/develop/voice/settings/geo-permissions',
  numbers: 'https://console.twilio.com/us1/develop/phone-numbers/manage/incoming',
  verifiedCallerIds: 'https://console.twilio.com/us1/develop/phone-numbers/manage/verified',
} as const;
