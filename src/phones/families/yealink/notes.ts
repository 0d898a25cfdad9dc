import { known, type ModelNotes, unsure } from '../../notes';

export function yealinkNotes(): ModelNotes {
  return {
    dhcp: [
      known(
        'Option 66 or 43 may hold the address, ending in `/`; or an option of your own choice.',
      ),
      unsure('The maker’s redirection (RPS) and PnP may come first on a new one.'),
    ],
    keypad: [unsure('The address can be typed in its menu, `Advanced` → `Auto Provision`.')],
    firmware: [known('V81 or newer: older ones have other names for some settings.')],
    problems: [
      known('It applies a file only when that has changed since the last time.'),
      known('As it comes `#` sends: `Key As Send` must be off for `#` to be dialled.'),
      known(
        'An interdigit timer above 0 sends numbers that are not finished. Ours is 0: it waits for more.',
      ),
      known('Its hotline is the whole phone’s: it follows the first account.'),
    ],
  };
}
