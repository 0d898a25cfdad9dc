import { known, type ModelNotes, unsure } from '../../notes';

export function linphoneNotes(): ModelNotes {
  return {
    dhcp: [known('None: an app.')],
    keypad: [known('Scan the QR code of the sheet, or type the address.')],
    firmware: [unsure('The names in its menus are those of version 5; older ones differ.')],
    problems: [
      known('On a mobile telephone, call 911 with the telephone itself, never with the app.'),
      known(
        'It registers where `reg_proxy` says, and calls by `reg_route`: both are the edge (tried with 5.1.65). The domain is in its identity.',
      ),
      unsure(
        'Its call requests are 1.5 kB with all its codecs. The file turns off those that Twilio does not use, as far as we know their names: check what it offers.',
      ),
      known(
        'Its file contains a digest instead of the password. It works like the password of this extension: keep it as safe.',
      ),
      unsure('On iOS it rings only while it is open: Twilio does not support its push service.'),
    ],
  };
}
