/** Refuses to roll back what somebody else has put live: deploy and apply, unless told to. */
import { changedOf, dialtonePart, directoryPart, type Lineage, whyNotNewer } from './lineage';
import { Applied } from '../records/applied';
import type { Stop } from '../planInput';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import { type ReadPage, deployedStamp } from './deployedBuild';

export const REPLACE_NEWER = '--replace-newer';

export interface Here {
  readonly environment: EnvironmentName;
  /** Of the operator's files; undefined where there are none. */
  readonly folder: string | undefined;
}

/** Where something is live that says nothing of what it was made of: an earlier version's, or broken. */
const UNKNOWN = 'cannot tell what is live: its /build.json does not say what it was built from';

/**
 * Why what is served, or was applied last, might be newer than what is here.
 *
 * @param live undefined where what is live does not say.
 */
export function newerStops(live: Lineage | undefined, { environment, folder }: Here): Stop[] {
  const why = live === undefined ? [UNKNOWN] : reasons(live, { environment, folder });
  return why.map((message) => ({
    message,
    fix: `pull, and merge what is live; to replace it anyway: ${REPLACE_NEWER}`,
  }));
}

/** What a deployment serves was made of; undefined where it does not say. */
export async function deployedLineage(
  domainName: string,
  read?: ReadPage,
): Promise<Lineage | undefined> {
  return (await deployedStamp(domainName, read))?.commits;
}

/** @throws UserError where there is a reason to stop. */
export function refuseOlder(stops: readonly Stop[]): void {
  const [first] = stops;
  if (first) throw new UserError(stops.map(({ message }) => message).join('\n'), first.fix);
}

/** Notes content that no commit has, so that the next run from here knows it for its own. */
export function noteMade(lineage: Lineage, { environment, folder }: Here): void {
  const changed = changedOf(lineage);
  if (folder === undefined || changed.length === 0) return;
  const applied = Applied.read(folder, environment);
  changed.forEach((digest) => applied.noteMade(digest));
  applied.save();
}

function reasons(live: Lineage, { environment, folder }: Here): string[] {
  const seen = folder === undefined ? undefined : Applied.read(folder, environment).made;
  const dialtone = whyNotNewer(live.dialtone, dialtonePart(), seen);
  if (folder === undefined) {
    const lost = live.directory ? ['what is live has a directory, but there is none here'] : [];
    return [...lost, ...(dialtone ? [dialtone] : [])];
  }
  // Nothing of an operator's was live.
  const directory =
    live.directory === null && live.empty
      ? undefined
      : whyNotNewer(live.directory, directoryPart(folder), seen);
  return [directory, dialtone].flatMap((why) => why ?? []);
}
