/** Which environment a call came to, and from which phone: by Twilio's record of it. */
import { readParty } from '../../runtime/calls';
import { type Directory, ENVIRONMENTS, type EnvironmentName } from '../../runtime/model/directory';

export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** undefined where it came to no SIP domain and no number of the directory's. */
export function environmentOfCall(
  { from, to }: Ends,
  { site, extensions, numbers }: Directory,
): { readonly environment: EnvironmentName; readonly phone?: string | undefined } | undefined {
  const domain = /@([a-z0-9-]+)\./i.exec(to)?.[1]?.toLowerCase();
  if (domain !== undefined) {
    const environment = ENVIRONMENTS.find((each) => site.environments[each]?.sipDomain === domain);
    return environment && { environment, phone: extensions.get(readParty(from)?.user ?? '')?.name };
  }
  const rule = numbers.get(to);
  return rule && { environment: rule.environment };
}
