/** What Twilio has recorded of a phone's passwords, where an account can be asked. */
import { Ledger } from '../records/ledger';
import type { Rest } from '../client/rest';
import { ENVIRONMENTS, type EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import { toUserError } from '../client/toUserError';
import { readProject } from '../../config/project';

export interface Asked {
  /** The highest generation of any environment; 0 where none is recorded. */
  readonly highest: number;
  /** Environments that could not be asked, each with why. */
  readonly unasked: readonly { readonly environment: EnvironmentName; readonly why: string }[];
}

/** Asks every environment that the directory has: one request each. */
export async function recordedGeneration(
  folder: string,
  username: string,
  restOf: (environment: EnvironmentName) => Rest,
): Promise<Asked> {
  const { project } = readProject(folder);
  const known = project?.directory.site.environments ?? {};
  const unasked: { environment: EnvironmentName; why: string }[] = [];
  let highest = 0;
  for (const environment of ENVIRONMENTS.filter((name) => known[name])) {
    try {
      const entry = await Ledger.find(restOf(environment), environment, username, folder);
      highest = Math.max(highest, entry?.generation ?? 0);
    } catch (error) {
      const fixable = toUserError(error);
      if (!(fixable instanceof UserError)) throw error;
      unasked.push({ environment, why: fixable.message });
    }
  }
  return { highest, unasked };
}
