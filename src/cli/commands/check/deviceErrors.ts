/**
 * What `phones check` calls errors, with the lines of extensions.yaml. Calls are answered all the same and a
 * phone that is not among ours may be set by hand, so a directory with them builds: here they are warnings.
 */
import { type Diagnostic, isError, warningAt } from '../../../diagnostics/diagnostic';
import { type EnvironmentName, ENVIRONMENTS } from '../../../runtime/model/directory';
import { checkPhones, withLines } from '../phones/checkPhones';
import type { Project } from '../../../config/project';

export function deviceDiagnostics(project: Project): Diagnostic[] {
  const diagnostics = checkPhones(project, environmentsOf(project))
    .filter(isError)
    .map(({ where: { file, line, path }, message, fix }) =>
      // Where it is an error in one environment only is for `phones check` to say.
      warningAt({ file, line, path }, `cannot make a file or sheet for it: ${message}`, fix),
    );
  const distinct = new Map(diagnostics.map((each) => [each.where.path + each.message, each]));
  return withLines(project.folder, [...distinct.values()]);
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
