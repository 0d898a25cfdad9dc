/** Builds, which take their time (https://www.twilio.com/docs/serverless/api/resource/build). */
import { badRequest, type Call, type Route } from '../contract';
import { bySid, remove, text, without } from '../records';
import { created, DELETED, list, ok, rendered, route, SERVICE, serviceOf } from './paths';
import type { Build } from './state';
import { requireVersions, versionsOfBuild } from './versions';

const BUILDS = `${SERVICE}/Builds`;
const DEFAULT_RUNTIME = 'node22';

export const buildRoutes: readonly Route[] = [
  route('GET', BUILDS, (call) => list(call, 'builds', serviceOf(call).builds, renderBuild)),
  route('POST', BUILDS, (call) => {
    const functionVersions = texts(call, 'FunctionVersions');
    const assetVersions = texts(call, 'AssetVersions');
    if (functionVersions.length + assetVersions.length === 0) {
      throw badRequest(
        20001,
        'At least one Function Version or Asset Version is required for Build.',
      );
    }
    requireVersions(call, 'functions', functionVersions);
    requireVersions(call, 'assets', assetVersions);
    const { serverless } = call.state;
    const build: Build = {
      sid: call.newSid('ZB'),
      status: 'building',
      reads: 0,
      fails: serverless.failingBuilds > 0,
      runtime: text(call, 'Runtime') ?? DEFAULT_RUNTIME,
      dependencies: dependenciesOf(text(call, 'Dependencies')),
      functionVersions,
      assetVersions,
      dateCreated: call.now,
      dateUpdated: call.now,
    };
    if (build.fails) serverless.failingBuilds -= 1;
    serviceOf(call).builds.push(build);
    return created(renderBuild(build, call));
  }),
  route('GET', `${BUILDS}/{Sid}`, (call) => ok(renderBuild(progressed(call), call))),
  route('GET', `${BUILDS}/{Sid}/Status`, (call) => {
    const { sid, status } = progressed(call);
    const service_sid = serviceOf(call).sid;
    return ok(
      rendered(call, { sid }, `${service_sid}/Builds/${sid}/Status`, { service_sid, status }),
    );
  }),
  route('DELETE', `${BUILDS}/{Sid}`, (call) => {
    const { builds, environments } = serviceOf(call);
    const build = bySid(builds, call.params['Sid'], call);
    if (environments.some(({ buildSid }) => buildSid === build.sid)) {
      throw badRequest(20001, 'The build is deployed');
    }
    remove(builds, build);
    return DELETED;
  }),
];

/** A build is done after it was asked about often enough. */
function progressed(call: Call): Build {
  const build = bySid(serviceOf(call).builds, call.params['Sid'], call);
  if (build.status !== 'building') return build;
  build.reads += 1;
  if (build.reads < call.switches.buildReads) return build;
  const status = build.fails ? 'failed' : 'completed';
  return Object.assign(build, { status, dateUpdated: call.now });
}

function texts(call: Call, name: string): string[] {
  return [call.values[name] ?? []].flat().map(String);
}

/** A list in JSON. The command line puts quotes around it, and Twilio takes it all the same. */
function dependenciesOf(json = ''): Build['dependencies'] {
  try {
    const list: unknown = JSON.parse(/^"([^]*)"$/.exec(json)?.[1] ?? (json || '[]'));
    if (Array.isArray(list) && list.every(isDependency)) return list;
  } catch {
    // No JSON: refused like any other value that is no list.
  }
  throw badRequest(20001, 'Dependencies must be a list of names and versions in JSON');
}

function isDependency(value: unknown): value is Build['dependencies'][number] {
  const { name, version } = (value ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof version === 'string';
}

function renderBuild(build: Build, call: Call): object {
  const service_sid = serviceOf(call).sid;
  const path = `${service_sid}/Builds/${build.sid}`;
  const more = {
    service_sid,
    function_versions: versionsOfBuild(call, 'functions', build.functionVersions),
    asset_versions: versionsOfBuild(call, 'assets', build.assetVersions),
  };
  const record = without(build, 'reads', 'fails');
  return rendered(call, record, path, more, { build_status: 'Status' });
}
