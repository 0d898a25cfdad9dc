import type { Question } from '../../notes';
import { CLOCK, KEYPAD, THREE_DIGITS } from '../questions';

const KEEPS_SETTINGS: Question = {
  asked: 'Does it keep its settings when it starts and gets 404 for all its files?',
  answer: 'We rely on it: outside its minutes it gets 404 for everything.',
  test: 'Set one up, end the server, restart the phone: is it still registered after ten minutes?',
};

export const LEGACY_QUESTIONS: readonly Question[] = [
  THREE_DIGITS,
  {
    noted: true,
    asked: 'Is the MAC address in the menu as well?',
    answer:
      'On the label underneath for certain: twelve digits that begin with `0004f2` on most. In the menu under `Status` → `Platform` → `Phone`, as several providers say.',
    test: 'Look there, on both models.',
  },
  {
    noted: true,
    asked: '“We sometimes get errors about sip.ld during load”: which models and revisions?',
    answer:
      'The IP 501 and the IP 4000, always, with 3.2.7: the last software with an image for either is SIP 3.1.8. `sip.ld`, `phone1.cfg` and `sip.cfg` must all be of 3.1.8.',
  },
  {
    noted: true,
    asked: 'SIP/Local Digitmap: `S0<:#>`, `S5<:#>`?',
    answer:
      'That is the grammar of another maker. A Polycom dials when it is lifted by `call.autoOffHook.1.contact`; the first speed dial of its directory is `#` as well.',
    test: 'Lift the handset of a hotline. If nothing happens, press the first speed dial.',
  },
  {
    noted: true,
    asked: 'FTP, or HTTP?',
    answer: 'HTTP, by `dialtone provision`. FTP is needed only for a BootROM older than 4.1, once.',
  },
  {
    noted: true,
    asked: '000000000000 in file names, where the MAC address is not known?',
    answer:
      'Never: any phone that reaches the server would get the password. When an unknown phone asks, `dialtone provision` shows its MAC address and the line to add.',
  },
  {
    noted: true,
    asked: 'sp.prov.phu73l.net, the provisioning server that does not exist yet?',
    answer:
      'Replaced: `dialtone provision` runs on the computer of the person who sets the phone up, for those minutes. A phone that is set up needs no server. Do not leave an address in it that nobody owns.',
  },
  {
    noted: true,
    asked: 'The web page takes a while, and not all settings can be entered there?',
    answer: 'Yes. Use the page to compare; all settings come from the file.',
  },
  {
    noted: true,
    asked: 'A writable /log directory, if desired?',
    answer: 'Not needed: logs are put beside its files, and `dialtone provision` keeps the latest.',
  },
  {
    models: ['polycom-soundpoint-501'],
    noted: true,
    asked: 'Factory reset: hold 468*, or maybe 1357? The MAC address in capitals?',
    answer:
      'Every list that we found says `4 6 8 *` for the IP 501, though none is its maker’s; `1 3 5 7` is for the IP 320 to 450. They say to hold them while it counts down (`Cancel` at “Loading” brings the countdown back), not at the welcome screen. On capitals they disagree: small letters, capitals, either.',
    test: 'Try it, small letters first. Note which ones work.',
  },
  {
    models: ['polycom-soundstation-4000'],
    noted: true,
    asked: 'Factory reset: 68*, or maybe 1357? The MAC address in capitals?',
    answer:
      'Every list that we found says `6 8 *` for the IP 4000, though none is its maker’s; `1 3 5 7` is for the IP 5000 and 7000. One says to hold them when the welcome appears, the others while it counts down; on capitals they disagree too.',
    test: 'Try it, small letters first. Note which ones work.',
  },
  {
    models: ['polycom-soundstation-4000'],
    noted: true,
    asked: 'How is it set up at all? (The notes have links only.)',
    answer: 'Like the IP 501: the same files and the same software, SIP 3.1.8.',
    test: 'Give it its file.',
  },
  KEEPS_SETTINGS,
  CLOCK,
];

export const UC_QUESTIONS: readonly Question[] = [KEEPS_SETTINGS, KEYPAD, CLOCK];
