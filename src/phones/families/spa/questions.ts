import type { Question } from '../../notes';
import { CLOCK, ENCRYPTED_FILE, KEYPAD, THREE_DIGITS } from '../questions';

export const SPA_QUESTIONS: readonly Question[] = [
  THREE_DIGITS,
  {
    noted: true,
    asked: '`S0<:#>` for the menu: is this how?',
    answer:
      'Written `(S0<:#>)`: manuals always have the parentheses. It dials `#` when the handset is lifted.',
    test: 'Lift the handset of a hotline on a PAP2. With a dial tone instead of the menu: type `(P0<:#>)` and tell us.',
  },
  {
    models: ['cisco-spa2102'],
    noted: true,
    asked: 'SIP Transport: TLS, port 5061?',
    answer:
      'It is older than TLS 1.2, and Twilio accepts nothing older. We set TCP; `transport: tls` asks for the old way, with a warning.',
    test: 'Set `transport: tls` on stage, give it its file, and see whether `dialtone doctor` finds it registered.',
  },
  {
    models: ['linksys-pap2'],
    asked: 'Which file does a PAP2 ask for before anybody has given it an address?',
    answer: 'Not known, and not needed: its address is typed in the browser.',
    test: 'Reset one, give it option 66 and see what the TFTP server is asked for.',
  },
  {
    models: ['cisco-spa2102'],
    asked: 'Does `7932#` open its web page on the `INTERNET` side?',
    answer: 'From general knowledge. Its `ETHERNET` side shows the page in any case.',
    test: 'Try it on one that was reset.',
  },
  KEYPAD,
  CLOCK,
  ENCRYPTED_FILE,
];
