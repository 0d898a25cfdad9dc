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
    firmware: [known('V81 or newer: older versions have other names for some settings.')],
    problems: [
      known('It applies a file only if the file has changed since the last time.'),
      known(
        'By default `#` sends the number: `Key As Send` must be off so that `#` can be dialled.',
      ),
      known(
        'An interdigit timer above 0 sends incomplete numbers. Ours is 0: it waits for more digits.',
      ),
      known('Its hotline applies to the whole phone: it follows the first account.'),
    ],
  };
}
