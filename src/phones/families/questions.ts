/** Questions about every phone, and about families of several makers. */
import type { Question } from '../notes';

export const ABOUT_EVERY_PHONE: readonly Question[] = [
  {
    noted: true,
    asked:
      '`[2-9]xxxxxxxxx` lets shorter sequences through, 911 as well: is the length not enforced?',
    answer:
      'Manuals say that an SPA rejects an incomplete number; a Grandstream with an empty plan, and a Polycom when Send is pressed, send it. We assume that any phone may send less. Where 911 is not allowed, the plan denies it by name, and the server refuses it whatever the phone sends.',
    test: 'Dial 50355 and wait ten seconds. The log shows a call, or the phone a fast busy tone.',
  },
  {
    noted: true,
    asked: 'Do we need `*`?',
    answer: 'It is in every plan, and so is `*` with two digits: calling.yaml says what they do.',
    test: 'Dial `*72`: the log shows `feature-code-unknown`. Then the phone’s own codes are off.',
  },
  {
    noted: true,
    asked: 'Is the edge part of the name of the server?',
    answer:
      'No: earlier settings had it there. The server is the site’s SIP domain, the outbound proxy is `sip.<edge>.twilio.com`.',
  },
];

/** Of an SPA, a Grandstream adapter and an old Polycom. */
export const THREE_DIGITS: Question = {
  noted: true,
  asked: 'Do all three-digit numbers have to be in the dial plan? Why restrict them?',
  answer:
    'A rule for any three digits sends an area code after a pause. The plan contains the service codes and extensions in the directory (`serviceCodes`, extensions of three digits), each by name; add a new code to calling.yaml, and the plan follows.',
};

/** Of an SPA and a Grandstream adapter. */
export const ENCRYPTED_FILE: Question = {
  asked: 'Could its file be encrypted (AES), as its maker describes?',
  answer:
    'Not done: the key would have to be typed first, and which digest newer software expects is not known. The file travels unencrypted, in your own network, for minutes.',
  test: 'Needed only if files are ever to cross networks that are not yours.',
};

/** Of every family whose file closes its keypad. */
export const KEYPAD: Question = {
  asked: 'Does `public: true` close its keypad, and nothing else?',
  answer:
    'The settings are from configurations that owners have published, and from guides. Nobody has tried them on a phone.',
  test: 'Give one a file with `public: true`. Try its voice menu or menu, a factory reset by its keys, and a call to an IP address; then call and be called, and open it again on its web page.',
};

/** Of an adapter whose file turns pulse dialling on. */
export const ROTARY: Question = {
  asked: 'Does `rotary: true` make a telephone with a dial work?',
  answer:
    'The settings are from a published list of those of an HT802V2. Owners of telephones with a dial say that they turn these two on. Nobody has reported what digits dialled during a call become.',
  test: 'Plug one in: dial a number, be called, and dial a digit in a menu. Does the menu hear it? Is a 9 or 0 in time?',
};

/** Of every family whose file sets the clock. */
export const CLOCK: Question = {
  asked: 'Does its clock follow `timeZone`, summer time too?',
  answer:
    'The file sets the zone and the rule of summer time of the place where the phone stands. Names and forms are from configurations that owners and other provisioning systems have published. Nobody has seen them on a phone. Calls do not depend on it: hours are read by our clock.',
  test: 'Give it a file, restart it and look at its clock or its web page, in summer and in winter.',
};
