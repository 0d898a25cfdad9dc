/** Whose trouble an alert is: the account has one list for all environments, and for other uses. */
import type { EnvironmentName } from '../../runtime/model/directory';
import { environmentOfUrl } from '../client/urls';
import type { ExaminedAlert } from './examined';

export type AlertOrigin = 'ours' | 'elsewhere' | 'unknown';

/** What tells an environment from another. */
export interface Landmarks {
  readonly environment: EnvironmentName;
  /** Host of the functions, where they are deployed. */
  readonly host?: string | undefined;
  /** Such as `direct-example-prod.sip.twilio.com`. */
  readonly sipDomain: string;
  /** E.164 numbers that the environment answers. */
  readonly numbers: ReadonlySet<string>;
}

export function originOf({ requestUrl, call }: ExaminedAlert, landmarks: Landmarks): AlertOrigin {
  const byUrl = originOfUrl(requestUrl, landmarks);
  if (byUrl !== 'unknown') return byUrl;
  // The URL of an alert 32009 is the address of the phone.
  const domains = [call?.to, call?.from, requestUrl].flatMap((uri) => domainLabel(uri ?? '') ?? []);
  if (domains.length > 0) {
    return domains.includes(firstLabel(landmarks.sipDomain)) ? 'ours' : 'elsewhere';
  }
  return call && landmarks.numbers.has(call.to) ? 'ours' : 'unknown';
}

export function originOfUrl(
  url: string,
  { environment, host }: Pick<Landmarks, 'environment' | 'host'>,
): AlertOrigin {
  const parsed = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed) return 'unknown';
  const ours =
    host === undefined ? environmentOfUrl(url) === environment : parsed.hostname === host;
  return ours ? 'ours' : 'elsewhere';
}

/** `direct-example-prod`, at the global host and at an edge's (`….sip.us1.twilio.com`) alike. */
function domainLabel(uri: string): string | undefined {
  return /@([a-z0-9-]+)(?:\.[a-z0-9-]+)*\.sip(?:\.[a-z0-9-]+)?\.twilio\.com/i
    .exec(uri)?.[1]
    ?.toLowerCase();
}

function firstLabel(domainName: string): string {
  return domainName.split('.', 1).join().toLowerCase();
}
