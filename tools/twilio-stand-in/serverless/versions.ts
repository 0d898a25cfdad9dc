/**
 * Versions of functions and assets. Each is uploaded by itself, as a multipart form, to a host that
 * no OpenAPI document describes (https://www.twilio.com/docs/serverless/api/resource/function-version).
 */
import { badRequest, type Call, type Route } from '../contract';
import { bySid, iso8601, without } from '../records';
import { created, list, ok, rendered, route, SERVICE, serviceOf } from './paths';
import type { Resource, Service, Version } from './state';

export type Kind = 'functions' | 'assets';

/** As paths and replies have them. */
export const NAMES = {
  functions: {
    part: 'Functions',
    owner: 'FunctionSid',
    key: 'function_sid',
    list: 'function_versions',
  },
  assets: { part: 'Assets', owner: 'AssetSid', key: 'asset_sid', list: 'asset_versions' },
} as const;

const UPLOAD_HOST = 'serverless-upload.twilio.com';
/** Shorter than 256, and none of `#;,?:@+&$()'"` (https://www.twilio.com/docs/serverless/api/resource/asset-version). */
const PATH = /^\/[^#;,?:@+&$()'"\s]{0,254}$/;
const MOST_BYTES = 25 * 1_024 * 1_024;

export function versionRoutes(kind: Kind): Route[] {
  const { part, owner, list: key } = NAMES[kind];
  const all = `${SERVICE}/${part}/{${owner}}/Versions`;
  const resource = (call: Call) => bySid(serviceOf(call)[kind], call.params[owner], call);
  const render = (version: Version, call: Call) =>
    renderVersion(kind, version, resource(call), call);
  return [
    route('GET', all, (call) => list(call, key, resource(call).versions, render)),
    route('GET', `${all}/{Sid}`, (call) =>
      ok(render(bySid(resource(call).versions, call.params['Sid'], call), call)),
    ),
    ...(kind === 'functions' ? [contentRoute(`${all}/{Sid}/Content`)] : []),
    {
      host: UPLOAD_HOST,
      method: 'POST',
      path: all,
      undocumented: true,
      handle: (call) => {
        const { versions } = resource(call);
        const version = uploaded(call);
        versions.push(version);
        return created(render(version, call));
      },
    },
  ];
}

/** Only a function's code can be read back. */
function contentRoute(path: string): Route {
  return route('GET', path, (call) => {
    const service = serviceOf(call);
    const owner = bySid(service.functions, call.params['FunctionSid'], call);
    const { sid, content } = bySid(owner.versions, call.params['Sid'], call);
    const at = `${service.sid}/Functions/${owner.sid}/Versions/${sid}/Content`;
    const more = { service_sid: service.sid, function_sid: owner.sid };
    return ok(rendered(call, { sid }, at, { ...more, content: Buffer.from(content).toString() }));
  });
}

function uploaded(call: Call): Version {
  const { Path: path, Visibility: visibility } = call.form;
  const content = call.files.get('Content')?.content;
  if (typeof path !== 'string' || !PATH.test(path)) throw badRequest(20001, 'Invalid Path');
  if (visibility !== 'public' && visibility !== 'protected' && visibility !== 'private') {
    throw badRequest(20001, 'Visibility must be public, protected or private');
  }
  if (!content || content.length > MOST_BYTES) {
    throw badRequest(20001, 'Content must be a file of at most 25 MB');
  }
  return {
    sid: call.newSid('ZN'),
    path,
    visibility,
    content: new Uint8Array(content),
    dateCreated: call.now,
  };
}

function renderVersion(kind: Kind, version: Version, owner: Resource, call: Call): object {
  const { part, key } = NAMES[kind];
  const service = serviceOf(call).sid;
  const path = `${service}/${part}/${owner.sid}/Versions/${version.sid}`;
  const more = { service_sid: service, [key]: owner.sid };
  const links = kind === 'functions' ? { function_version_content: 'Content' } : undefined;
  return rendered(call, without(version, 'content'), path, more, links);
}

/** @throws ApiError where the service has no such version. */
export function requireVersions(call: Call, kind: Kind, sids: readonly string[]): void {
  const known = new Set(ofService(serviceOf(call), kind).map(({ version }) => version.sid));
  const unknown = sids.find((sid) => !known.has(sid));
  if (unknown !== undefined) throw badRequest(20001, `There is no version ${unknown}`);
}

/** Versions as a build lists them: without links. One whose function is deleted is gone. */
export function versionsOfBuild(call: Call, kind: Kind, sids: readonly string[]): object[] {
  const service = serviceOf(call);
  return ofService(service, kind)
    .filter(({ version }) => sids.includes(version.sid))
    .map(({ version, owner }) => ({
      sid: version.sid,
      account_sid: call.accountSid,
      service_sid: service.sid,
      [NAMES[kind].key]: owner.sid,
      date_created: iso8601(version.dateCreated),
      path: version.path,
      visibility: version.visibility,
    }));
}

function ofService(service: Service, kind: Kind) {
  return service[kind].flatMap((owner) => owner.versions.map((version) => ({ version, owner })));
}
