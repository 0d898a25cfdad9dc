/** A phone as the provisioning server knows it; it may hold several extensions. */
import type { PhoneModel } from '../phone';

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
}

export function isPolycom({ model }: Device): boolean {
  return model.family === 'polycom-legacy' || model.family === 'polycom-uc';
}
