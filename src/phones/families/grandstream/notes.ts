import { known, type ModelNotes, type Note, unsure } from '../../notes';

const DHCP: readonly Note[] = [
  known('Option 66 or 160 may hold the address, as it is shown by `dialtone provision`.'),
  known(
    'Option 43 as well. A new one asks its maker’s server (`fm.grandstream.com`) until it is told another.',
  ),
];
const LOWER_CASE = known(
  'It asks for `cfg<mac>` first, gets 404, then for `cfg<mac>.xml`, always in lower case.',
);
const ADDRESS = known(
  '`Config Server Path` takes the address without `http://`: the protocol is in `Upgrade Via`.',
);
const WRONG_PASSWORD = unsure(
  'After a wrong password newer software waits 20 minutes before it asks Twilio again: restart it.',
);

export function grandstreamHtNotes(id: string): ModelNotes {
  return {
    dhcp: DHCP,
    keypad: [unsure('Its keys cannot take an address; `***` opens a voice menu.')],
    firmware: [
      known(
        'The file leaves the firmware path empty and skips the check: software is never changed by itself.',
      ),
      ...(id === 'grandstream-ht801' || id === 'grandstream-ht802'
        ? [
            unsure(
              'Another network of payphones found newer HT801 software unreliable, and stays with 1.0.41.5.',
            ),
          ]
        : []),
      ...(id === 'grandstream-ht701'
        ? [known('From before TLS 1.2, the oldest that Twilio takes: TCP.')]
        : []),
    ],
    problems: [
      LOWER_CASE,
      ADDRESS,
      known(
        'With TLS its factory setting is a `sips:` URI, which Twilio refuses: `SIP URI Scheme When Using TLS` must be `sip`.',
      ),
      known('`Registration Expiration` is in minutes, `Reregister Before Expiration` in seconds.'),
      ...(id === 'grandstream-ht802'
        ? [
            known(
              'A port that no extension has is switched off by its file (`Account Active`: no).',
            ),
          ]
        : []),
      known(
        'Whether 911 leaves before its dial timeout ends is in no manual: [dial plans](../dial-plans.md).',
      ),
      WRONG_PASSWORD,
    ],
  };
}

export function grandstreamGxpNotes(id: string): ModelNotes {
  return {
    dhcp: DHCP,
    keypad: [unsure('The path can be typed in its menu too: slower than on its web page.')],
    firmware: [
      known('The file turns automatic upgrades off.'),
      ...(id.includes('-grp')
        ? [unsure('New ones ask the maker’s GDMS first, which may send them elsewhere.')]
        : [unsure('TLS 1.2 needs newer software; the doctor shows whether it registers.')]),
    ],
    problems: [
      LOWER_CASE,
      ADDRESS,
      known('Off-hook dialling is the whole phone’s, not an account’s: it follows the first.'),
      WRONG_PASSWORD,
    ],
  };
}
