/** A copy of somebody's directory, without what ties it to their account. */
import { cpSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { EXAMPLE_DIRECTORY, type Project, readProject } from '../../src/config/project';
import { formatDiagnostics } from '../../src/diagnostics/text';
import { UserError } from '../../src/diagnostics/errors';
import { ENVIRONMENTS, type EnvironmentName } from '../../src/runtime/model/directory';
import type { OperatorProject } from './operatorProject';

/** Keys, variables, and what was applied: of the real account, and no part of a rehearsal. */
const THEIRS = /^(\.git|\.keys|\.env.*|\.env|applied|audit\.jsonl|node_modules)$/;

const ACCOUNT = /(?<=\baccountSid:\s*["']?)AC[0-9a-f]{32}\b/gi;

/** @throws UserError when it does not build. */
export function copyDirectory(from: string, project: OperatorProject, accountSid: string): Project {
  const original = readProject(from);
  if (!original.project) {
    throw new UserError(
      `${from} does not build:\n${formatDiagnostics(original.diagnostics)}`,
      'Fix that first: `dialtone check` says the same.',
    );
  }
  const folder = project.path('directory');
  cpSync(from, folder, {
    recursive: true,
    filter: (file) =>
      !THEIRS.test(path.basename(file)) || path.resolve(file) === path.resolve(from),
  });
  // Whoever names the real account there means that no other one is written to.
  project.edit('directory/site.yaml', (text) => text.replace(ACCOUNT, accountSid));
  if (isExample(original.project)) {
    project.edit('directory/site.yaml', (text) =>
      text.replaceAll('direct-example-', 'direct-rehearsal-'),
    );
  }
  const { project: copy, diagnostics } = readProject(folder);
  if (!copy) throw new Error(`The copy does not build:\n${formatDiagnostics(diagnostics)}`);
  return copy;
}

/** The environment asked for, else the only one, else prod, else the first. @throws UserError */
export function environmentOf(
  { directory, folder }: Project,
  asked: string | undefined,
): EnvironmentName {
  const known = ENVIRONMENTS.filter((name) => directory.site.environments[name]);
  const chosen = asked ?? (known.includes('prod') ? 'prod' : known[0]);
  const found = known.find((name) => name === chosen);
  if (found) return found;
  throw new UserError(
    `${folder} has no environment ${chosen ?? ''}`,
    `It has ${known.join(', ') || 'none'}: name one of them with -e.`,
  );
}

/** Nobody may deploy the example as it is. */
function isExample({ compiled }: Project): boolean {
  return isDeepStrictEqual(compiled, readProject(EXAMPLE_DIRECTORY).project?.compiled);
}
