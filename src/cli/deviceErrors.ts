/**
 * What `phones check` calls errors, with the lines of extensions.yaml. Calls are answered all the same and a
 * phone that is not among ours may be set by hand, so a directory with them builds: here they are warnings.
 */
import type { Diagnostic } from '../config';
import { readFile } from '../config/read/readFiles';
import { type EnvironmentName, ENVIRONMENTS } from '../runtime/model/directory';
import { checkPhones } from './phoneCheck';
import type { Project } from '../config/project';

const FILE = 'extensions.yaml';

export function deviceDiagnostics(project: Project): Diagnostic[] {
  const { file } = readFile(project.folder, FILE);
  const diagnostics = checkPhones(project, environmentsOf(project))
    .filter(({ severity }) => severity === 'error')
    .map(({ extension = '', message, fix }): Diagnostic => ({
      file: FILE,
      line: file.line([extension, 'phone']),
      path: `${extension}.phone`,
      message: `no file or sheet can be made for it: ${message}`,
      fix,
      severity: 'warning',
    }));
  return [...new Map(diagnostics.map((each) => [each.path + each.message, each])).values()];
}

/** Whether `phones check` has something to look at. */
export function namesPhones({ provisioning }: Project): boolean {
  return [...provisioning.extensions.values()].some(({ phone }) => phone !== undefined);
}

/** As few as have every phone: nearly all errors hold in each, and a thousand phones take seconds. */
function environmentsOf({ directory: { site, extensions } }: Project): readonly EnvironmentName[] {
  const known = ENVIRONMENTS.filter((each) => site.environments[each]).reverse();
  return known.reduce<readonly EnvironmentName[]>((chosen, each) => {
    const more = [...extensions.values()].some(
      ({ environments }) =>
        environments.includes(each) && !chosen.some((other) => environments.includes(other)),
    );
    return more ? [...chosen, each] : chosen;
  }, []);
}
