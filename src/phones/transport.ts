/** Which transport a phone is set to. */
import { UserError } from '../diagnostics/errors';
import type { PhoneModel, Transport } from './phone';

interface Wish {
  readonly username: string;
  readonly model: PhoneModel;
  /** From the directory. */
  readonly asked?: Transport | undefined;
  /** The environment's domain takes TLS and encrypted calls only (Twilio's errors 32207, 32209). */
  readonly secure: boolean;
}

/**
 * What the directory asks for, else what the model does best.
 *
 * @throws UserError where the model or the domain does not take it.
 */
export function transportFor({ username, model, asked, secure }: Wish): Transport {
  const { name, transports, srtp } = model;
  if (asked && !transports.includes(asked)) {
    throw new UserError(
      `${username}: a ${name} has no transport ${asked}`,
      `It has ${transports.join(', ')}; or leave \`transport\` out.`,
    );
  }
  if (!secure) return asked ?? transports[0] ?? 'udp';
  if (!srtp || !transports.includes('tls')) {
    throw new UserError(
      `${username}: a ${name} cannot encrypt its calls, and this environment's domain takes no others`,
      'Take another phone, or take `secure` from the environment in site.yaml.',
    );
  }
  if (asked && asked !== 'tls') {
    throw new UserError(
      `${username}: \`transport: ${asked}\`, but this environment's domain takes TLS only`,
      'Leave `transport` out, or take `secure` from the environment in site.yaml.',
    );
  }
  return 'tls';
}
