/** Emergency calls: by the directory alone, before any rule, state or network. */
import type { Directory } from '../directory/types';
import { isE164 } from '../numbers/phoneNumber';
import type { Emergency, Refuse } from './decision';
import { refuse } from './trace';

/**
 * An extension that may call for help does so under its own number, whose
 * address is registered. Where the directory cannot tell (unreadable, or a phone
 * it does not know) a SIP username that is a telephone number serves as one.
 */
export function routeEmergency(
  number: string,
  username: string | undefined,
  directory: Directory | null,
): Emergency | Refuse {
  if (username === undefined) return refuse('emergency-caller-unknown');
  const extension = directory?.extensions.get(username);
  if (extension) {
    return extension.emergency && extension.number !== undefined
      ? { kind: 'emergency', number, callerId: extension.number }
      : refuse('emergency-not-allowed');
  }
  return isE164(username)
    ? { kind: 'emergency', number, callerId: username }
    : refuse('emergency-caller-unknown');
}
