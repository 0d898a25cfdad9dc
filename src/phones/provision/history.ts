/** What has happened lately: the last of each phone, and of all others together. Never grows. */
import type { Outcome, ProvisionEvent } from './event';

const KEPT = 30;
/** Anyone can claim to be a phone of ours: that may not push out what the phone itself has done. */
const CLAIMS_KEPT = 5;
const CLAIMS = new Set<Outcome>(['no-token', 'wrong-token', 'former-token']);

export class History {
  private readonly byDevice = new Map<string, ProvisionEvent[]>();
  private readonly claims = new Map<string, ProvisionEvent[]>();

  /**
   * Only ids of the directory's devices may stand in events: so there are no more lists than those.
   *
   * @param before what it says the end of.
   */
  add(event: ProvisionEvent, before?: ProvisionEvent): void {
    const { device = '', outcome } = event;
    const claimed = CLAIMS.has(outcome);
    const [lists, most] = claimed ? [this.claims, CLAIMS_KEPT] : [this.byDevice, KEPT];
    const others = (lists.get(device) ?? []).filter((other) => other !== before);
    lists.set(device, [...others, event].slice(-most));
  }

  /** In the order in which they happened. */
  of(device: string): readonly ProvisionEvent[] {
    const events = [...(this.byDevice.get(device) ?? []), ...(this.claims.get(device) ?? [])];
    return events.sort((a, b) => a.at - b.at);
  }

  /** Of whom the directory does not know. */
  get unknownDevices(): readonly ProvisionEvent[] {
    return this.of('');
  }
}
