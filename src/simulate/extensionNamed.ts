/** Extensions as people call them: by their SIP username, or by the short name that other phones dial. */
import type { Directory } from '../runtime/model/directory';

interface Known {
  readonly directory: Pick<Directory, 'shortNames' | 'extensions'>;
}

/** The SIP username that is meant; what nobody has is left as it is. */
export function usernameOf(name: string, { directory }: Known): string {
  return directory.shortNames.get(name) ?? name;
}

/** `+15035550123 (101)`; the username alone where there is no short name. */
export function withShort(username: string, { directory }: Known): string {
  const short = directory.extensions.get(username)?.short;
  return short === undefined ? username : `${username} (${short})`;
}
