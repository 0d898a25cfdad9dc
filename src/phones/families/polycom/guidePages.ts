/** What the web page of a Polycom calls the settings. */
import { HOTLINE } from '../../dialplan/entry';
import { SIP_PORTS } from '../family';
import type { PhoneSettings, Transport } from '../../phone';
import { type Page, type Text, YES } from '../../sheet/guide';
import { adminPassword, encryption } from '../../sheet/guides/common';

const TRANSPORTS: Readonly<Record<Transport, string>> = {
  udp: 'UDPOnly',
  tcp: 'TCPOnly',
  tls: 'TLS',
};

const ENCRYPTION: Text = { en: 'Encryption of calls (SRTP)', es: 'Cifrado de llamadas (SRTP)' };

export function polycomPages(
  settings: PhoneSettings,
  { expires, admin }: { readonly expires: number; readonly admin: boolean },
): readonly Page[] {
  const { line, domain, outboundProxy, username, password, transport, dial } = settings;
  return [
    {
      name: `Lines → Line ${line}`,
      unproven: true,
      values: [
        { field: 'Address, Auth User ID', value: username },
        { field: 'Auth Password', value: password, secret: true },
        { field: 'Server 1: Address', value: domain },
        { field: 'Server 1: Port', value: SIP_PORTS[transport] },
        { field: 'Server 1: Transport', value: TRANSPORTS[transport] },
        { field: 'Server 1: Expires', value: String(expires) },
        { field: 'Server 1: Register', value: YES },
        { field: 'Outbound Proxy: Address', value: outboundProxy },
        {
          field: 'Outbound Proxy: Port, Transport',
          value: `${SIP_PORTS[transport]}, ${TRANSPORTS[transport]}`,
        },
        ...(dial === 'hotline' ? [{ field: 'Auto Off-Hook: Contact', value: HOTLINE }] : []),
      ],
    },
    {
      name: { en: 'From its file only', es: 'Solo de su archivo' },
      values: [
        { field: 'Digit map', value: { en: 'what it may dial', es: 'lo que puede marcar' } },
        ...encryption(settings, ENCRYPTION, { en: 'on', es: 'activado' }),
        ...(admin ? [adminPassword(settings)] : []),
      ],
    },
  ];
}
