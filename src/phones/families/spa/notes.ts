import { known, type ModelNotes, unsure } from '../../notes';

export function spaNotes(id: string): ModelNotes {
  return {
    dhcp: [
      known(
        'Option 66 gives it only the name of a TFTP server, and Dialtone has no TFTP: use the address in the browser.',
      ),
    ],
    keypad: [unsure('You cannot type an address on its keys: the voice menu accepts only digits.')],
    firmware: firmware(id),
    problems: [
      known(
        'It fetches nothing while a line is in use, and some time after that: hang up all handsets first.',
      ),
      known(
        'Its HTTPS trusts only its maker’s certificates, with ciphers that nobody offers any more: its file comes over HTTP.',
      ),
      known(
        'It adds its own star codes to every dial plan, which makes `#` and `*` wait. The file clears them; if you type the values by hand, they are still there.',
      ),
      known(
        '`SIP Port` is the port that it listens on, not Twilio’s. Its two lines must have different ones.',
      ),
      known('Its file switches off a line that no extension uses (`Line Enable`: `no`).'),
      known('Its names may contain only ASCII.'),
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
      `The documents describe ${id === 'cisco-spa2102' ? '5.2' : '5.1.6'}. Other versions ignore what they do not know.`,
    ),
  ];
}
