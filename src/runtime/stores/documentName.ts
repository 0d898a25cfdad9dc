/** Names of documents in the store. */
import type { EnvironmentName } from '../model/directory';

/** An account's environments may share a service, and the service may hold what is not ours. */
export function documentName(environment: EnvironmentName, kind: string, key: string): string {
  return `dialtone-${environment}-${kind}-${key.replace(/[^A-Za-z0-9.-]/g, '_')}`;
}
