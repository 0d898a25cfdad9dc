import { known, type ModelNotes, unsure } from '../../notes';

export function linphoneNotes(): ModelNotes {
  return {
    dhcp: [known('None: an app.')],
    keypad: [known('Scan the QR code of the sheet, or type the address.')],
    firmware: [unsure('The names in its menus are those of version 5; older ones differ.')],
    problems: [
      known('911 on a mobile telephone: with the telephone itself, never with the app.'),
      known(
        'Its file holds a digest in place of the password: as good as the password for this extension. Keep it like one.',
      ),
      unsure('On iOS it rings only while it is open: Twilio does not know its push service.'),
    ],
  };
}
