/** What is deployed, against what a deployment of this directory would be. */
import {
  type Examination,
  diagnosticsOr,
  type CheckResult,
  ok,
  type Source,
  warning,
  wrong,
} from './check';
import { nameList } from '../nameList';
import type { Examined } from './examined';

const NEEDS: readonly Source[] = ['deployment', 'build'];
/** Twilio has switched off those before, or is about to. */
const RUNTIMES = ['node22', 'node24'];

export const DEPLOYMENT: readonly Examination[] = [
  { name: 'deployment.exists', needs: ['deployment'], look: exists },
  { name: 'deployment.current', needs: NEEDS, look: current },
  { name: 'deployment.functions', needs: NEEDS, look: functions },
  { name: 'deployment.runtime', needs: NEEDS, look: runtime },
  { name: 'deployment.dependencies', needs: NEEDS, look: dependencies },
];

function exists({
  environment,
  actual: { deployment },
  commands,
}: Examined): readonly CheckResult[] {
  if (deployment?.buildSid) return [ok(`${deployment.domainName} serves ${deployment.buildSid}`)];
  return [wrong(`nothing is deployed to ${environment}: no call is answered`, commands.deploy)];
}

function current({ build, expected, actual, commands }: Examined): readonly CheckResult[] {
  if (!build) return [];
  const { stamp } = expected;
  if (stamp === undefined) {
    return [
      { status: 'unknown', message: 'this directory does not build, so nothing can be compared' },
    ];
  }
  if (build.deployedStamp === stamp)
    return [ok(`the deployed build is that of this directory: ${stamp}`)];
  const url = `https://${actual.deployment?.domainName}/build.json`;
  const text =
    build.deployedStamp === undefined
      ? `${url} shows no build: an older one is served, or the page cannot be reached`
      : `build ${build.deployedStamp} is served, but this directory and code make ${stamp}`;
  return [wrong(text, commands.deploy)];
}

/** A function that became public answers anybody who knows its URL, and calls on the account's costs. */
function functions({ build, expected, commands }: Examined): readonly CheckResult[] {
  if (!build || !expected.functions) return [];
  const deployed = [...build.functions];
  const built = expected.functions;
  const named = (paths: readonly (readonly [string, string])[]) =>
    nameList(paths.map(([path]) => path));
  const open = deployed.filter(([path, seen]) => seen === 'public' && built.get(path) !== 'public');
  const missing = [...built].filter(([path]) => !build.functions.has(path));
  const others = deployed.filter(([path, seen]) => seen !== 'public' && built.get(path) !== seen);
  return diagnosticsOr(
    [
      [open, 'is served to ANYBODY, without Twilio’s signature'],
      [missing, 'is not served: calls that need it fail'],
      [others, 'is served, but not like this in this code'],
    ].flatMap(([paths, text]) =>
      paths!.length === 0
        ? []
        : [wrong(`${named(paths as [])} ${text as string}`, commands.deploy)],
    ),
    'the deployed functions match this code',
  );
}

function runtime({ build, commands }: Examined): readonly CheckResult[] {
  if (!build) return [];
  const { runtime: version } = build;
  if (version !== undefined && RUNTIMES.includes(version))
    return [ok(`the build runs on ${version}`)];
  const what = version === undefined ? 'names no runtime' : `runs on ${version}`;
  return [warning(`the build ${what}, not on ${RUNTIMES.join(' or ')}`, commands.deploy)];
}

function dependencies({ build, expected, commands }: Examined): readonly CheckResult[] {
  if (!build) return [];
  const differing = Object.entries(expected.dependencies).flatMap(([name, version]) => {
    const built = build.dependencies[name];
    return built === version ? [] : [`${name} ${built ?? 'missing'} for ${version}`];
  });
  return diagnosticsOr(
    differing.length === 0
      ? []
      : [
          wrong(
            `the build’s packages differ from package.json: ${differing.join(', ')}`,
            commands.deploy,
          ),
        ],
    'the build has the packages of package.json',
  );
}
