/**
 * What a deployment serves to everyone, at its own domain name: its public assets
 * (https://www.twilio.com/docs/serverless/functions-assets/visibility). The stand-in runs no functions.
 */
import path from 'node:path';
import type { ApiReply, Call, Route } from '../contract';
import type { Resource, Version } from './state';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

/** Twilio calls a function by POST as well. */
export const domainRoutes: readonly Route[] = (['GET', 'POST'] as const).map((method) => ({
  host: '*.twil.io',
  method,
  path: '/{Path+}',
  undocumented: true,
  open: true,
  handle: (call) => active(call),
}));

function active(call: Call): ApiReply | Promise<ApiReply> {
  const { assets, functions } = deployed(call);
  const asset = assets.find(({ path }) => path === call.request.path);
  if (asset?.visibility === 'public') {
    const type = CONTENT_TYPES[path.extname(asset.path)] ?? 'application/octet-stream';
    return { status: 200, body: Buffer.from(asset.content), headers: { 'content-type': type } };
  }
  const ran = call.state.serverless.running?.(call.request);
  if (ran) return ran;
  const found = asset ?? functions.find(({ path }) => path === call.request.path);
  if (!found) return plain(404, 'Not found');
  // Private ones have no URL at all; with which status Twilio says so is not documented, and twilio-run's is taken.
  if (found.visibility === 'private' || found === asset) return plain(403, 'Forbidden');
  return plain(501, 'The stand-in does not run functions.');
}

/** What the build that is active at this domain name consists of. */
function deployed({ state, request }: Call) {
  const service = state.serverless.services.find(({ environments }) =>
    environments.some(({ domainName }) => domainName === request.host),
  );
  const environment = service?.environments.find(({ domainName }) => domainName === request.host);
  const build = service?.builds.find(({ sid }) => sid === environment?.buildSid);
  const versions = (resources: readonly Resource[] = [], sids: readonly string[] = []): Version[] =>
    resources.flatMap((one) => one.versions).filter(({ sid }) => sids.includes(sid));
  return {
    assets: versions(service?.assets, build?.assetVersions),
    functions: versions(service?.functions, build?.functionVersions),
  };
}

function plain(status: number, body: string): ApiReply {
  return { status, body, headers: { 'content-type': 'text/plain; charset=utf-8' } };
}
