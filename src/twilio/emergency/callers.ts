/** Who may call by way of an environment's functions: the phones of the SIP domains that ask them. */
import type { EnvironmentName } from '../../runtime/model/directory';
import type { Deployment } from '../deploy/deployment';
import { parseDomain } from '../client/parse';
import { page, type Rest } from '../client/rest';
import { listsThatCall } from '../readLists';
import { outgoingUrls } from '../client/urls';
import { bare } from './setup';

export interface Caller {
  readonly username: string;
  /** The SIP domain where it may call, such as `direct-example-prod.sip.twilio.com`. */
  readonly sipDomain: string;
}

export interface Callers {
  /** SIP domains whose voice URL is these functions'. */
  readonly sipDomains: readonly string[];
  readonly callers: readonly Caller[];
}

/** Read at Twilio alone, so that a directory with an error hides nobody. */
export async function callersOf(
  rest: Rest,
  environment: EnvironmentName,
  { domainName }: Deployment,
): Promise<Callers> {
  const { sip } = rest.client.api.v2010.account;
  const ours = bare(outgoingUrls(environment, domainName).voiceUrl);
  const domains = (await rest.repeat(() => sip.domains.list(page())))
    .map(parseDomain)
    .filter(({ voiceUrl }) => bare(voiceUrl) === ours);
  const callers = new Map<string, Caller>();
  for (const { sid: domainSid, domainName: sipDomain } of domains) {
    for (const list of await listsThatCall(rest, domainSid)) {
      const credentials = await rest.repeat(() =>
        sip.credentialLists(list).credentials.list(page()),
      );
      credentials.forEach(({ username }) => callers.set(username, { username, sipDomain }));
    }
  }
  return { sipDomains: domains.map((one) => one.domainName), callers: [...callers.values()] };
}
