/** The functions of the build that the stand-in serves, as far as emergency calls go: by the build's own book. */
import { NO_BOOK, readBook, routeOutgoing, readCall } from '../../src/runtime/calls';
import { twimlFor } from '../../src/runtime/twiml';
import type { ApiReply, ApiRequest } from '../twilio-stand-in/contract';
import type { TwilioStandIn } from '../twilio-stand-in/standIn';

export function byTheirBook(standIn: TwilioStandIn) {
  return ({ method, path, host, headers, form }: ApiRequest): ApiReply | undefined => {
    if (method !== 'POST' || path !== '/sip-outgoing') return undefined;
    if (headers['x-twilio-signature'] === undefined) return { status: 400, body: '' };
    const { environments, builds, assets } = standIn.state.serverless.services[0]!;
    const buildSid = environments.find(({ domainName }) => domainName === host)?.buildSid ?? '';
    const versions = builds.find(({ sid }) => sid === buildSid)?.assetVersions ?? [];
    const asset = assets
      .flatMap((one) => one.versions)
      .find((one) => one.path === '/emergency.json' && versions.includes(one.sid));
    const book = asset ? readBook(JSON.parse(Buffer.from(asset.content).toString())) : NO_BOOK;
    const call = {
      environment: 'prod',
      from: String(form['From']),
      to: String(form['To']),
    } as const;
    const decision = routeOutgoing(readCall(call), null, new Date(), book);
    const rendering = { site: book, template: () => undefined, parameters: {} };
    return { status: 200, body: twimlFor(decision, rendering) };
  };
}
