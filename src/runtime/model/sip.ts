/** Where phones register, and by which of Twilio's edges. */
import type { Directory, EnvironmentName, Extension } from './directory';

/** Host of a SIP domain, by its first label: `direct-example-prod.sip.twilio.com`. */
export function sipHost(sipDomain: string): string {
  return `${sipDomain}.sip.twilio.com`;
}

/** The extension's own edge, else its environment's; undefined where neither has one. */
export function edgeOf(
  extension: Pick<Extension, 'edge'> | undefined,
  environment: EnvironmentName,
  { site }: Pick<Directory, 'site'>,
): string | undefined {
  return extension?.edge ?? site.environments[environment]?.edge;
}
