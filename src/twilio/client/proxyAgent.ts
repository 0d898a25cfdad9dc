/** The proxy that requests go through: the variable that Twilio's SDK heeds, for what the SDK does not request. */
import type { Agent } from 'node:https';
import createHttpsProxyAgent from 'https-proxy-agent';

/** Undefined where none is set: then Node connects by itself. */
export function proxyAgent(): Agent | undefined {
  const { HTTP_PROXY } = process.env;
  return HTTP_PROXY ? (createHttpsProxyAgent(HTTP_PROXY) as unknown as Agent) : undefined;
}
