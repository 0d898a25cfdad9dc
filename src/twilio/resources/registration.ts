/** Twilio registers and unregisters emergency addresses in its own time. */
import type { Tools } from '../change';

/** Twilio has not finished in the time that was given: the next apply goes on. */
export class Pending extends Error {
  constructor(number: string, status: string) {
    super(`the emergency address of ${number} is still ${status}`);
    this.name = 'Pending';
  }
}

const POLL_MS = 2_000;

/**
 * Reads the number's emergency address status until `done` likes it.
 *
 * @throws Pending after `tools.emergencyWaitMs`.
 */
export async function awaitStatus(
  number: string,
  numberSid: string,
  { rest, emergencyWaitMs }: Tools,
  done: (status: string) => boolean,
): Promise<string> {
  const context = rest.client.api.v2010.account.incomingPhoneNumbers(numberSid);
  for (let waited = 0; ; waited += POLL_MS) {
    const { emergencyAddressStatus } = await rest.repeat(() => context.fetch());
    // Null on a number that never had one.
    const status: string = emergencyAddressStatus ?? 'unregistered';
    if (done(status)) return status;
    if (waited >= emergencyWaitMs) throw new Pending(number, status);
    await rest.sleep(POLL_MS);
  }
}
