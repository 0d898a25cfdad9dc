/** What the web page of a Polycom calls the settings. */
import { HOTLINE } from '../../dialplan/entry';
import type { PhoneSettings } from '../../phone';
import type { Page } from '../../sheet/guide';
import { accountPassword, adminPassword, choice, encryption, type Words } from '../guides';
import { EXPIRY_SECONDS, SIP_PORTS } from '../shared';
import type { PolycomWords } from './en';
import { TRANSPORTS } from './file';

/** @param admin whether its file sets the admin password. */
export function polycomPages(
  settings: PhoneSettings,
  { own, sheet }: Words<PolycomWords>,
  { admin }: { readonly admin: boolean },
): readonly Page[] {
  const { line, domain, outboundProxy, username, transport, dial } = settings;
  return [
    {
      name: `Lines → Line ${line}`,
      unproven: true,
      values: [
        { field: 'Address, Auth User ID', value: username },
        accountPassword(settings, sheet, 'Auth Password'),
        { field: 'Server 1: Address', value: domain },
        { field: 'Server 1: Port', value: SIP_PORTS[transport] },
        { field: 'Server 1: Transport', value: TRANSPORTS[transport] },
        { field: 'Server 1: Expires', value: String(EXPIRY_SECONDS) },
        choice('Server 1: Register', sheet.values.yes),
        { field: 'Outbound Proxy: Address', value: outboundProxy },
        {
          field: 'Outbound Proxy: Port, Transport',
          value: `${SIP_PORTS[transport]}, ${TRANSPORTS[transport]}`,
        },
        ...(dial === 'hotline' ? [{ field: 'Auto Off-Hook: Contact', value: HOTLINE }] : []),
      ],
    },
    {
      name: own.fromFileOnly,
      values: [
        choice('Digit map', own.digitMapIs),
        ...encryption(settings, choice(own.encryption, own.on)),
        ...(admin ? [adminPassword(settings, sheet)] : []),
      ],
    },
  ];
}
