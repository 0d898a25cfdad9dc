import { known, type ModelNotes, unsure } from '../../notes';

const FORGETS = unsure(
  'It keeps nothing that is not in its files. While its provisioning window is closed it gets 404 for all of them, and then starts with what it had.',
);
const LOG = known(
  'It puts its logs beside its files (`<mac>-boot.log`, `<mac>-app.log`): `dialtone provision` keeps the latest in `.provision/`.',
);

export function polycomLegacyNotes(id: string): ModelNotes {
  const product = id === 'polycom-soundstation-4000' ? 'IP 4000' : 'IP 501';
  return {
    dhcp: [
      known(
        '`Setup` → `DHCP Menu` → `Boot Server`: `Static` for a typed address, `Option 66`, or `Custom` with 160. HTTP needs BootROM 4.1.',
      ),
    ],
    keypad: [unsure('Press a key several times for letters; a soft key changes to digits.')],
    firmware: [
      known(
        `SIP 3.1.8 is the last software with an image for the ${product}, with BootROM 4.1. \`sip.ld\` of 3.2.7 has none, and the phone reports an error in it.`,
      ),
      known(
        'We may not give you its maker’s files. Put `phone1.cfg` and `sip.cfg` of that release into a folder and name it with `--files`; to change its software, `sip.ld` too.',
      ),
      known('Without `sip.ld` it says so and starts with the software that it has.'),
      known(
        'A BootROM before 4.1 knows only TFTP and FTP: update it to 4.1 once, with one of those.',
      ),
    ],
    problems: [
      known(
        'Its web page starts some time after the phone, and accepts only some of the settings.',
      ),
      known(
        'Any Polycom that finds no file of its own loads `000000000000.cfg`: it is never served.',
      ),
      FORGETS,
      LOG,
    ],
  };
}

export function polycomUcNotes(): ModelNotes {
  return {
    dhcp: [
      known('Option 160, then 66, by default (`Custom + Option 66`).'),
      known('A new one may ask its maker’s server (ZTP) first.'),
    ],
    keypad: [],
    firmware: [known('UC software 5.9 or 6. The file names no software: it keeps what it has.')],
    problems: [
      known('Software 6 asks for a new password at its first start; 456 no longer works then.'),
      known(
        'After a reset it loads its old settings again if DHCP still names a server that has them.',
      ),
      FORGETS,
      LOG,
    ],
  };
}
