import type { Question } from '../../notes';
import { CLOCK, ENCRYPTED_FILE, KEYPAD, ROTARY, THREE_DIGITS } from '../questions';

const SIP_URIS: Question = {
  asked: 'Does TLS with `sip:` URIs (`P2329` = 0) register with Twilio?',
  answer: 'Twilio refuses `sips:`, which is the factory setting. An HT801 has run with TLS before.',
  test: 'Give it its file on stage, then `dialtone doctor`.',
};

export const HT_QUESTIONS: readonly Question[] = [
  THREE_DIGITS,
  {
    noted: true,
    asked: 'Leave Dial Plan empty, and the device makes it `{ x+ | *x+ | *xx*x+ }`?',
    answer:
      'That lets anything out, 911 as well, after a wait. We write the plan from the directory. A hotline’s plan lets `#` through.',
  },
  SIP_URIS,
  KEYPAD,
  CLOCK,
  { ...ROTARY, models: ['grandstream-ht801', 'grandstream-ht802', 'grandstream-ht812'] },
  {
    models: ['grandstream-ht812'],
    asked: 'Are its parameter numbers those of the HT814?',
    answer: 'The maker’s guide covers both; we use the HT814’s.',
    test: 'After it has its file, compare its web page with the sheet.',
  },
  {
    models: ['grandstream-ht812'],
    asked: 'Which number switches off a port that no extension has?',
    answer:
      '`P4595` and `P4596` on an HT814, it seems. Until somebody has checked, the file leaves a free port as it is; that of an HT802 is switched off.',
    test: 'Switch a port off on its web page, download its settings and compare.',
  },
  ENCRYPTED_FILE,
];

export const GXP_QUESTIONS: readonly Question[] = [
  SIP_URIS,
  KEYPAD,
  CLOCK,
  {
    asked:
      'Star codes, DTMF and encryption of the second account: `P420`, `P2401` to `P2403`, `P443`?',
    answer:
      'Its maker’s templates for the GXP16xx, GXP17xx, GXP2170 and GRP2612 use them, as far as we have read those; not every template has all of them. Nobody has checked on a phone.',
    test: 'Give it a file with two accounts, and compare the web page of the second.',
  },
];
