/** What the files of several families share: reading a MAC address, and what is to be said of a transport. */
import type { PhoneModel, PhoneSettings, Transport } from '../phone';

/** Twilio's smallest. A phone behind a router must not ask for more. */
export const EXPIRY_SECONDS = 600;
export const REREGISTER_BEFORE_SECONDS = 300;
/** Routers forget a UDP mapping after 30 seconds. */
export const KEEP_ALIVE_SECONDS = 20;
/** Where phones ask Twilio. */
export const SIP_PORTS: Readonly<Record<Transport, string>> = {
  udp: '5060',
  tcp: '5060',
  tls: '5061',
};

/** Twelve lower-case digits, as most devices name their files. */
export function macDigits(mac: string | undefined): string {
  return (mac ?? '').toLowerCase().replace(/[^0-9a-f]/g, '');
}

/** Lines of one device, in order; each extension's settings stay apart. */
export function inLineOrder(
  settings: PhoneSettings,
  otherLines: readonly PhoneSettings[],
): readonly PhoneSettings[] {
  return [settings, ...otherLines].sort((a, b) => a.line - b.line);
}

/** Devices from before TLS 1.2, the oldest that Twilio takes. */
export type TlsAge = 'current' | 'old';

export function transportWarnings(
  model: Pick<PhoneModel, 'name'>,
  { transport, secureMedia }: PhoneSettings,
  tls: TlsAge,
): string[] {
  if (tls === 'old' && transport === 'tls') {
    return [
      `A ${model.name} is older than TLS 1.2, and Twilio accepts nothing older: it may never register. ` +
        'If it does not, remove `transport: tls`.',
    ];
  }
  if (tls === 'current' && transport !== 'tls') {
    return [
      `A ${model.name} can use TLS. With \`transport: ${transport}\` anybody on the network path can read ` +
        'which numbers are dialled.',
    ];
  }
  return secureMedia ? ['Its calls are encrypted: the domain accepts no others.'] : [];
}
