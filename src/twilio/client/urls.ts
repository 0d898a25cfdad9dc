/** What Twilio is to call, for one environment and no other. */
import type { EnvironmentName } from '../../runtime/model/directory';
import { environmentOf } from '../../runtime/model/environment';
import { CALLBACKS, FALLBACK_PATH } from '../../runtime/model/callbacks';

/**
 * Twilio's own default repeats a request once and only when it cannot connect; a function that
 * answers 5xx would go straight to the fallback. Three tries of 4.5 s stay below the ceiling of
 * 15 s that Twilio sets for a call's requests. The signature does not cover the fragment.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
const CONNECTION_OVERRIDES = '#ct=2000&rt=4500&rc=2&rp=5xx,ct,rt';

export interface VoiceUrls {
  readonly voiceUrl: string;
  readonly voiceMethod: 'POST';
  readonly voiceFallbackUrl: string;
  /** A static asset; that it answers POST is not documented. */
  readonly voiceFallbackMethod: 'GET';
}

/** What a call from a phone is answered by. */
export function outgoingUrls(environment: EnvironmentName, domainName: string): VoiceUrls {
  return urls(environment, domainName, CALLBACKS.outgoing.path);
}

/** What a call to one of our numbers is answered by. */
export function incomingUrls(environment: EnvironmentName, domainName: string): VoiceUrls {
  return urls(environment, domainName, CALLBACKS.incoming.path);
}

/** The environment whose functions a URL leads to; undefined where it is not one of Twilio's deployments. */
export function environmentOfUrl(url: string): EnvironmentName | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host.endsWith('.twil.io') ? environmentOf(host) : undefined;
}

/** No environment is ever pointed at another's functions: here, whoever asks. */
function urls(environment: EnvironmentName, domainName: string, route: string): VoiceUrls {
  if (environmentOf(domainName) !== environment || !domainName.endsWith('.twil.io')) {
    throw new Error(`${domainName} is not ${environment}`);
  }
  return {
    voiceUrl: `https://${domainName}${route}${CONNECTION_OVERRIDES}`,
    voiceMethod: 'POST',
    voiceFallbackUrl: `https://${domainName}${FALLBACK_PATH}`,
    voiceFallbackMethod: 'GET',
  };
}
