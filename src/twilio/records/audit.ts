/** Every write at Twilio, one line of JSON each, in the directory's folder: who changed what, when. It names street addresses. */
import { userInfo } from 'node:os';
import type { Env } from '../../config/folderVariable';
import { OwnFolder } from '../../config/read/ownFolder';
import type { EnvironmentName } from '../../runtime/model/directory';
import type { FieldChange } from '../change';

export interface AuditEntry {
  readonly environment: EnvironmentName;
  /** Such as `create`, `update`, `delete`, `deploy`, `promote`. */
  readonly action: string;
  readonly kind: string;
  /** Natural key of what was written. */
  readonly key: string;
  /** Old and new values; never a secret. */
  readonly fields?: readonly FieldChange[];
}

/** Appends to `audit.jsonl` in the directory's folder. */
export function appendAudit(
  directoryFolder: string,
  entry: AuditEntry,
  { env, now = new Date() }: { readonly env: Env; readonly now?: Date },
): void {
  const { environment, action, kind, key, fields = [] } = entry;
  const line = { at: now.toISOString(), who: who(env), environment, action, kind, key, fields };
  new OwnFolder(directoryFolder).append('audit.jsonl', `${JSON.stringify(line)}\n`);
}

/** Writes beside the operator's files, else in the project's folder. */
export function auditIn(folder: string | undefined, env: Env): (entry: AuditEntry) => void {
  return (entry) => appendAudit(folder ?? '.', entry, { env });
}

/** In CI the runner's account says nothing; DIALTONE_USER names the person. */
function who(env: Env): string {
  return env.DIALTONE_USER ?? userInfo().username;
}
