import { known, type ModelNotes, unsure } from '../../notes';

export function spaNotes(id: string): ModelNotes {
  return {
    dhcp: [
      known(
        'Option 66 gives it the name of a TFTP server and nothing more, and no TFTP is served here: use the address in the browser.',
      ),
    ],
    keypad: [unsure('Its keys cannot take an address: the voice menu knows numbers only.')],
    firmware: firmware(id),
    problems: [
      known(
        'It fetches nothing while a line is in use, and in its own time after that: hang all handsets up first.',
      ),
      known(
        'Its HTTPS trusts its maker’s certificates alone, with ciphers that nobody offers any more: its file comes over HTTP.',
      ),
      known(
        'It adds its own star codes to every dial plan, and then `#` and `*` wait. The file clears them; after typing by hand they are still there.',
      ),
      known(
        '`SIP Port` is the port that it listens on, not Twilio’s. Its two lines must not have the same.',
      ),
      known('A line that no extension has is switched off by its file (`Line Enable`: `no`).'),
      known('Its names take ASCII only.'),
    ],
  };
}

function firmware(id: string): ModelNotes['firmware'] {
  const never = known('The file turns upgrades off (`Upgrade_Enable`).');
  if (id === 'linksys-pap2') {
    return [
      never,
      known('A PAP2 has no setting for the transport: UDP.'),
      unsure('One that was sold with a contract may be locked to that company.'),
    ];
  }
  return [
    never,
    known(
      `The documents are of ${id === 'cisco-spa2102' ? '5.2' : '5.1.6'}. Other versions ignore what they do not know.`,
    ),
  ];
}
