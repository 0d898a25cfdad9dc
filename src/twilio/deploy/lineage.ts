/**
 * What a build or an apply was made of, and whether a checkout descends from it: an older one would
 * roll back what somebody else has put there since, without a word.
 */
import { checkout } from '../../config/checkout';
import * as z from 'zod';
import {
  commitsSince,
  digestAt,
  digestHere,
  hasCommit,
  headOf,
  isAncestor,
  isShallow,
  type Part,
} from './git';

const COMMIT = /^[0-9a-f]{40,64}$/;
const madeSchema = z.object({
  commit: z.string().regex(COMMIT),
  /** Of the content, where it is not that of the commit. */
  changed: z
    .string()
    .regex(/^[0-9a-f]+$/)
    .optional(),
});
/** Null: no commit was known. */
export const lineageSchema = z.object({
  directory: madeSchema.nullable(),
  dialtone: madeSchema.nullable(),
  /** There was no directory. */
  empty: z.literal(true).optional(),
});

export type Made = z.infer<typeof madeSchema>;
export type Lineage = z.infer<typeof lineageSchema>;

/** What an apply or a deployment writes itself, and secrets: none of it is built. */
const OWN_RECORDS = /^(applied\/|audit\.jsonl$|\.keys\/|\.env\.)/;
const SHOWN = 10;

/** The operator's files. */
export function directoryPart(folder: string): Part {
  return { name: 'the directory', folder, paths: ['.'], except: OWN_RECORDS };
}

/** What of Dialtone itself is built. */
export function dialtonePart(folder = checkout()): Part {
  return { name: 'Dialtone', folder, paths: ['src', 'package.json', '.twilioserverlessrc'] };
}

/** @param directory the folder of the operator's files; undefined where there are none. */
export function lineageOf(directory: string | undefined, dialtone = checkout()): Lineage {
  return {
    directory: (directory !== undefined && madeOf(directoryPart(directory))) || null,
    dialtone: madeOf(dialtonePart(dialtone)) ?? null,
    ...(directory === undefined && { empty: true }),
  };
}

/** Undefined where git knows no commit, or does not know the files. */
export function madeOf(part: Part): Made | undefined {
  const commit = headOf(part);
  const here = digestHere(part);
  if (commit === undefined || here === undefined) return undefined;
  return { commit, ...(here !== digestAt(commit, part) && { changed: here }) };
}

/**
 * Why a checkout might roll back something newer; undefined when it descends from what is live.
 *
 * @param seen digests of changed content that this checkout has been live with itself.
 */
export function whyNotNewer(
  live: Made | null,
  part: Part,
  seen: ReadonlySet<string> = new Set(),
): string | undefined {
  const unknown = (why: string) => `cannot tell whether ${part.name} here is newer: ${why}`;
  const here = madeOf(part);
  if (!here) return unknown('git has no commit of it here');
  if (live === null) return unknown('what is live was made without git');
  const shown = live.commit.slice(0, SHOWN);
  if (!hasCommit(live.commit, part)) {
    return unknown(`commit ${shown}, which is live, is not in this repository. Fetch first`);
  }
  if (!isAncestor(live.commit, here.commit, part)) {
    if (isShallow(part)) return unknown(`this clone is shallow; commit ${shown} is live`);
    return isAncestor(here.commit, live.commit, part)
      ? `${part.name} here is older than commit ${shown}, which is live`
      : `${part.name} here does not have commit ${shown}, which is live`;
  }
  const { changed } = live;
  if (changed === undefined || changed === here.changed || seen.has(changed)) return undefined;
  const commits = [here.commit, ...commitsSince(live.commit, part)];
  if (commits.some((commit) => digestAt(commit, part) === changed)) return undefined;
  return unknown(`what is live had changes to ${shown} that no commit here has`);
}

/** Digests of content that no commit has. */
export function changedOf({ directory, dialtone }: Lineage): string[] {
  return [directory?.changed, dialtone?.changed].flatMap((one) => one ?? []);
}
