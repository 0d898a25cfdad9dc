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
    keypad: [unsure('Letters come by pressing a key several times; a soft key changes to digits.')],
    firmware: [
      known(
        `SIP 3.1.8 is the last software with an image for the ${product}, with BootROM 4.1. \`sip.ld\` of 3.2.7 has none, and the phone reports an error in it.`,
      ),
      known(
        'Its maker’s files are not ours to give. Put `phone1.cfg` and `sip.cfg` of that release into a folder and name it with `--files`; `sip.ld` too, to change its software.',
      ),
      known('Without `sip.ld` it says so and starts with the software that it has.'),
      known(
        'BootROM before 4.1 knows TFTP and FTP only: it has to be brought to 4.1 once, by those.',
      ),
    ],
    problems: [
      known('Its web page comes up a while after the phone, and takes some of the settings only.'),
      known(
        '`000000000000.cfg` is what any Polycom takes that finds no file of its own: none is ever served.',
      ),
      FORGETS,
      LOG,
    ],
  };
}

export function polycomUcNotes(): ModelNotes {
  return {
    dhcp: [
      known('Option 160, then 66, as it comes (`Custom + Option 66`).'),
      known('A new one may ask its maker’s server (ZTP) first.'),
    ],
    keypad: [],
    firmware: [known('UC software 5.9 or 6. The file names no software: it keeps what it has.')],
    problems: [
      known('Software 6 asks for a new password at its first start; 456 is gone then.'),
      known(
        'After a reset it takes its old settings again where DHCP still names a server that has them.',
      ),
      FORGETS,
      LOG,
    ],
  };
}
