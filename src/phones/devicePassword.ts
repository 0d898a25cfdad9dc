/**
 * The password of a device's own web page or menu, derived from the environment's master key as
 * SIP passwords are: nothing to store, and the sheet can show it again.
 */
import { createHmac } from 'node:crypto';
import { passwordFrom } from '../twilio/secrets/passwords';
import type { EnvironmentName } from '../runtime/model/directory';

/**
 * Twenty letters and digits; the same for all lines of a device.
 *
 * @param device MAC address; of a softphone, which has none, its username.
 */
export function devicePassword(key: Buffer, environment: EnvironmentName, device: string): string {
  return passwordFrom((purpose, block) =>
    createHmac('sha256', key)
      .update(['dialtone device v1', purpose, environment, device, block].join('\0'))
      .digest(),
  );
}
