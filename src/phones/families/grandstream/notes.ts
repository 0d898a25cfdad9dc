import { known, type ModelNotes, type Note, unsure } from '../../notes';

const DHCP: readonly Note[] = [
  known('Option 66 or 160 may contain the address, as `dialtone provision` shows it.'),
  known(
    'Option 43 too. A new one asks its maker’s server (`fm.grandstream.com`) until you give it another.',
  ),
];
const LOWER_CASE = known(
  'It asks for `cfg<mac>` first, gets 404, then for `cfg<mac>.xml`, always in lower case.',
);
const ADDRESS = known(
  'Type the address into `Config Server Path` without `http://`: the protocol is in `Upgrade Via`.',
);
const WRONG_PASSWORD = unsure(
  'After a wrong password, newer software waits 20 minutes before it tries Twilio again: restart it.',
);

export function grandstreamHtNotes(id: string): ModelNotes {
  return {
    dhcp: DHCP,
    keypad: [unsure('You cannot type an address on its keys; `***` opens a voice menu.')],
    firmware: [
      known(
        'The file leaves the firmware path empty and skips the check: it never changes its software by itself.',
      ),
      ...(id === 'grandstream-ht801' || id === 'grandstream-ht802'
        ? [
            unsure(
              'Another payphone network found newer HT801 software unreliable, and stays with 1.0.41.5.',
            ),
          ]
        : []),
      ...(id === 'grandstream-ht701'
        ? [known('Older than TLS 1.2, the oldest version that Twilio accepts: use TCP.')]
        : []),
    ],
    problems: [
      LOWER_CASE,
      ADDRESS,
      known(
        'With TLS its factory setting is a `sips:` URI, which Twilio does not support: `SIP URI Scheme When Using TLS` must be `sip`.',
      ),
      known('`Registration Expiration` is in minutes, `Reregister Before Expiration` in seconds.'),
      ...(id === 'grandstream-ht802'
        ? [known('Its file switches off a port that no extension uses (`Account Active`: no).')]
        : []),
      known(
        'No manual says whether 911 leaves before its dial timeout ends: [dial plans](../dial-plans.md).',
      ),
      WRONG_PASSWORD,
    ],
  };
}

export function grandstreamGxpNotes(id: string): ModelNotes {
  return {
    dhcp: DHCP,
    keypad: [unsure('You can type the path in its menu too, but the web page is quicker.')],
    firmware: [
      known('The file turns automatic upgrades off.'),
      ...(id.includes('-grp')
        ? [unsure('New ones ask the maker’s GDMS first, which may send them elsewhere.')]
        : [unsure('TLS 1.2 needs newer software; `dialtone doctor` shows whether it registers.')]),
    ],
    problems: [
      LOWER_CASE,
      ADDRESS,
      known(
        'Off-hook dialling applies to the whole phone, not to an account: it follows the first.',
      ),
      WRONG_PASSWORD,
    ],
  };
}
