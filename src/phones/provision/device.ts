/** A phone as the provisioning server knows it; it may hold several extensions. */
import type { PhoneModel } from '../phone';

/** Where it was before a password was rotated: dead, and distinguished from an unknown device's. */
interface FormerAddress {
  readonly token: string;
  readonly passwords: string;
}

export interface Device {
  /** Twelve digits of its MAC address; of an app its username. */
  readonly id: string;
  /** With colons. */
  readonly mac?: string | undefined;
  readonly model: PhoneModel;
  /** SIP usernames, by line. */
  readonly extensions: readonly string[];
  /** What people call it. */
  readonly name: string;
  readonly token: string;
  /** Which its lines have, as `passwordsText` writes them. */
  readonly passwords: string;
  readonly former: readonly FormerAddress[];
}
