/**
 * What the notes asked by which these phones used to be set up, and what nobody has seen on a real
 * phone yet. Of the dial plans alone: docs/dial-plans.md.
 */
import type { Family } from '../phone';

export interface Question {
  readonly about: 'every phone' | readonly (Family | `model:${string}`)[];
  readonly asked: string;
  /** What is known, and what we do. */
  readonly answer: string;
  /** On a real phone; none where it is answered. */
  readonly settle?: string;
}

/** In the order of the notes. */
export const NOTED: readonly Question[] = [
  {
    about: ['spa', 'grandstream-ht', 'polycom-legacy'],
    asked: 'Do all three-digit numbers have to be in the dial plan? Why restrict them?',
    answer:
      'A rule for any three digits sends an area code after a pause. In the plan are the service codes and extensions that the directory has (`serviceCodes`, extensions of three digits), each by name; a new code goes into calling.yaml, and the plan follows.',
  },
  {
    about: ['spa'],
    asked: '`S0<:#>` for the menu: is this how?',
    answer:
      'Written `(S0<:#>)`: manuals always have the parentheses. It dials `#` when the handset is lifted.',
    settle:
      'Lift the handset of a hotline on a PAP2. With a dial tone instead of the menu: type `(P0<:#>)` and tell us.',
  },
  {
    about: ['model:cisco-spa2102'],
    asked: 'SIP Transport: TLS, port 5061?',
    answer:
      'It is from before TLS 1.2, and Twilio takes nothing older now. We set TCP; `transport: tls` asks for the old way, with a warning.',
    settle:
      'Set `transport: tls` on stage, give it its file, and see whether `dialtone doctor` finds it registered.',
  },
  {
    about: ['grandstream-ht'],
    asked: 'Leave Dial Plan empty, and the device makes it `{ x+ | *x+ | *xx*x+ }`?',
    answer:
      'That lets anything out, 911 as well, after a wait. We write the plan from the directory. A hotline’s plan lets `#` through.',
  },
  {
    about: ['polycom-legacy'],
    asked: 'Is the MAC address in the menu as well?',
    answer:
      'On the label underneath for certain: twelve digits that begin with `0004f2` on most. In the menu under `Status` → `Platform` → `Phone`, as several providers say.',
    settle: 'Look there, on both models.',
  },
  {
    about: ['polycom-legacy'],
    asked: '“We sometimes get errors about sip.ld during load”: which models and revisions?',
    answer:
      'The IP 501 and the IP 4000, always, with 3.2.7: the last software with an image for either is SIP 3.1.8. `sip.ld`, `phone1.cfg` and `sip.cfg` must all be of 3.1.8.',
  },
  {
    about: ['polycom-legacy'],
    asked: 'SIP/Local Digitmap: `S0<:#>`, `S5<:#>`?',
    answer:
      'That is the grammar of another maker. A Polycom dials when it is lifted by `call.autoOffHook.1.contact`; the first speed dial of its directory is `#` as well.',
    settle: 'Lift the handset of a hotline. If nothing happens, press the first speed dial.',
  },
  {
    about: ['polycom-legacy'],
    asked: 'FTP, or HTTP?',
    answer: 'HTTP, by `dialtone provision`. FTP is needed only for a BootROM older than 4.1, once.',
  },
  {
    about: ['polycom-legacy'],
    asked: '000000000000 in file names, where the MAC address is not known?',
    answer:
      'Never: any phone that reaches the server would get the password. When an unknown phone asks, `dialtone provision` shows its MAC address and the line to add.',
  },
  {
    about: ['polycom-legacy'],
    asked: 'sp.prov.phu73l.net, the provisioning server that does not exist yet?',
    answer:
      'Replaced: `dialtone provision` runs on the computer of whoever sets a phone up, for those minutes. A phone that is set up needs no server. Do not leave an address in it that nobody owns.',
  },
  {
    about: ['polycom-legacy'],
    asked: 'The web page takes a while, and not all settings can be entered there?',
    answer: 'So it is. The page is to compare with; the settings come from the file, all of them.',
  },
  {
    about: ['polycom-legacy'],
    asked: 'A writable /log directory, if desired?',
    answer: 'Not needed: logs are put beside its files, and `dialtone provision` keeps the latest.',
  },
  {
    about: ['model:polycom-soundpoint-501'],
    asked: 'Factory reset: hold 468*, or maybe 1357? The MAC address in capitals?',
    answer:
      'Every list that we found says `4 6 8 *` for the IP 501, though none is its maker’s; `1 3 5 7` is of the IP 320 to 450. They say to hold them while it counts down (`Cancel` at “Loading” brings the countdown back), not at the welcome screen. On capitals they disagree: small letters, capitals, either.',
    settle: 'Do it, with small letters first. Note which were taken.',
  },
  {
    about: ['model:polycom-soundstation-4000'],
    asked: 'Factory reset: 68*, or maybe 1357? The MAC address in capitals?',
    answer:
      'Every list that we found says `6 8 *` for the IP 4000, though none is its maker’s; `1 3 5 7` is of the IP 5000 and 7000. One says to hold them when the welcome appears, the others while it counts down; on capitals they disagree too.',
    settle: 'Do it, with small letters first. Note which were taken.',
  },
  {
    about: ['model:polycom-soundstation-4000'],
    asked: 'How is it set up at all? (The notes have links only.)',
    answer: 'As the IP 501, with the same files and the same software, SIP 3.1.8.',
    settle: 'Give it its file.',
  },
  {
    about: 'every phone',
    asked:
      '`[2-9]xxxxxxxxx` lets shorter sequences through, 911 as well: is the length not enforced?',
    answer:
      'Manuals say that an SPA rejects what is not finished; a Grandstream with an empty plan, and a Polycom when Send is pressed, let it out. We take it that any phone may send less. Where 911 is not allowed the plan denies it by name, and the server refuses it whatever the phone sends.',
    settle: 'Dial 50355 and wait ten seconds. The log shows a call, or the phone a fast busy tone.',
  },
  {
    about: 'every phone',
    asked: 'Do we need `*`?',
    answer: 'It is in every plan, and so is `*` with two digits: what they do is calling.yaml’s.',
    settle: 'Dial `*72`: the log shows `feature-code-unknown`. Then the phone’s own codes are off.',
  },
  {
    about: 'every phone',
    asked: 'Is the edge part of the name of the server?',
    answer:
      'No: it was in earlier settings. The server is the site’s SIP domain, the outbound proxy is `sip.<edge>.twilio.com`.',
  },
];

/** Beside what the notes asked. */
export const OPEN: readonly Question[] = [
  {
    about: ['spa'],
    asked: 'Which file does a PAP2 ask for that nobody has told its address?',
    answer: 'Not known, and not needed: it is told the address in the browser.',
    settle: 'Reset one, give it option 66 and see what the TFTP server is asked for.',
  },
  {
    about: ['model:cisco-spa2102'],
    asked: 'Does `7932#` open its web page on the `INTERNET` side?',
    answer: 'From general knowledge. Its `ETHERNET` side shows the page in any case.',
    settle: 'Try it on one that was reset.',
  },
  {
    about: ['grandstream-ht', 'grandstream-gxp'],
    asked: 'Does TLS with `sip:` URIs (`P2329` = 0) register with Twilio?',
    answer:
      'Twilio refuses `sips:`, which is the factory setting. An HT801 has run with TLS before.',
    settle: 'Give it its file on stage, then `dialtone doctor`.',
  },
  {
    about: ['model:grandstream-ht812'],
    asked: 'Are the numbers of its settings those of the HT814?',
    answer: 'The maker’s guide is of both; we use those of the HT814.',
    settle: 'After it has its file, compare its web page with the sheet.',
  },
  {
    about: ['model:grandstream-ht812'],
    asked: 'Which number switches off a port that no extension has?',
    answer:
      '`P4595` and `P4596` on an HT814, it seems. Until somebody has seen it the file leaves a free port as it is; that of an HT802 is switched off.',
    settle: 'Switch a port off on its web page, download its settings and compare.',
  },
  {
    about: ['grandstream-gxp'],
    asked:
      'Star codes, DTMF and encryption of the second account: `P420`, `P2401` to `P2403`, `P443`?',
    answer:
      'So they are in its maker’s templates for the GXP16xx, GXP17xx, GXP2170 and GRP2612, as far as we have read those; not all of them stand in each. Nobody has seen it on a phone.',
    settle: 'Give it a file with two accounts, and compare the web page of the second.',
  },
  {
    about: ['polycom-legacy', 'polycom-uc'],
    asked: 'Does it keep its settings when it starts and gets 404 for all its files?',
    answer: 'We count on it: outside its minutes it gets 404 for everything.',
    settle:
      'Set one up, end the server, restart the phone: is it still registered after ten minutes?',
  },
  {
    about: ['yealink'],
    asked: 'Does its hotline take `#`?',
    answer: 'The setting is of digits; `#` is not excluded.',
    settle: 'Lift the handset of a hotline.',
  },
  {
    about: ['spa', 'grandstream-ht'],
    asked: 'Could its file be encrypted (AES), as its maker describes?',
    answer:
      'Not done: the key would have to be typed first, and which digest newer software expects is not known. The file travels in the clear, in a network of yours, for minutes.',
    settle: 'Needed only if files are ever to cross networks that are not yours.',
  },
];

/** Whether a question is about a model. */
export function concerns({ about }: Question, family: Family, id: string): boolean {
  return about === 'every phone' || about.includes(family) || about.includes(`model:${id}`);
}
