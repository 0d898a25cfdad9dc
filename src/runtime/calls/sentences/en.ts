/** What callers hear in English. */
import type { Catalogue } from './catalogue';

const inAnEmergency =
  'In an emergency, hang up and dial the emergency number. If that does not work, use another telephone.';

export const en = {
  inAnEmergency,
  apology: 'We are sorry. Your call cannot be completed right now. Please try again later.',
  digits: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],

  reasons: {
    'to-missing': 'We did not receive the number you dialed. Please hang up and try again.',
    'not-a-number': 'What you dialed is not a telephone number. Please check it and try again.',
    'too-short': 'The number you dialed is too short. Please check it and try again.',
    'too-long': 'The number you dialed is too long. Please check it and try again.',
    'area-code-needed': 'Please dial the area code before the number.',
    'no-such-number': 'There is no such number. Please check it and try again.',
    'service-code-unknown': 'That service code does not work from this telephone.',
    'feature-code-unknown': 'Star codes do not work from this telephone.',

    'emergency-not-allowed':
      'This telephone cannot make emergency calls. Please use another telephone.',
    // From outside: `{number}` is the country's own.
    'emergency-outside': 'Hang up and dial {number}.',
    'emergency-caller-unknown':
      'We cannot place an emergency call from this telephone. Please use another telephone.',
    'emergency-failed':
      'The emergency call did not go through. Hang up and dial again, or use another telephone.',

    'from-missing': 'We could not tell which telephone is calling. Please use another telephone.',
    'caller-unknown': 'This telephone is not set up to make calls.',
    'caller-mismatch': 'This telephone is not set up correctly to make calls.',
    'caller-elsewhere': 'This telephone is not set up to make calls here.',
    'lookup-failed': `We cannot tell right now whether this telephone may make calls. Please try again later. ${inAnEmergency}`,
    'directory-unreadable': `Calls cannot be made right now. Please try again later. ${inAnEmergency}`,

    'no-menu': 'There is no menu on this telephone.',
    'no-operator': 'There is no operator on this telephone.',
    'no-dial-tone': 'No number can be dialed here.',
    'caller-gone': 'You are too late: the caller is no longer waiting. Thank you.',
    'hand-off-not-allowed': 'That service is not available.',
    blocked: 'Calls to that number are not allowed.',
    premium: 'Calls to premium rate numbers are not allowed from this telephone.',
    'non-geographic': 'Calls to that kind of number are not allowed from this telephone.',
    'destination-not-allowed': 'Calls to that country are not allowed from this telephone.',
    'new-area-code': 'Calls to that area code are not possible from this telephone yet.',
    'area-not-allowed': 'Calls to that area are not allowed from this telephone.',
    'outside-hours': 'This telephone cannot make that call at this hour.',
    unavailable: 'The telephone you called is not available.',

    'number-not-in-service': 'The number you called is not in service.',
    'caller-blocked': 'Calls from this number are not accepted.',

    busy: 'The line is busy. Please try again later.',
    'no-answer': 'Nobody answered.',
    'not-registered': 'The telephone you called is not connected right now.',
    'number-refused': 'That number cannot be called. Please check it and try again.',
    'call-failed': 'Your call could not be completed. Please try again later.',
  },

  notices: {
    closed: 'The number you called does not answer at this hour. Please call again later.',
  },

  menus: {
    dialing: (number) => `Dialing ${number}. To cancel, hang up.`,
    pressLast: (number, last) => `To call ${number}, press ${last}.`,
    pressLastOrWait: (number, last) =>
      `To call ${number}, press ${last} or wait. To cancel, hang up.`,
  },

  operator: {
    pleaseHold: 'Please hold while we call an operator.',
    leaveMessage:
      'Nobody can take your call right now. Please leave a message after the tone, and hang up when you are done.',
    thanks: 'Thank you. Your message has been recorded. Goodbye.',
    nothingRecorded: 'We could not hear you, so there is no message. Goodbye.',
    callFromOutside: 'A call for the operator, from outside.',
    takeOrDecline: 'To take it, press 1. If you cannot, press 2.',
    notYou: 'Thank you. The others are still being called.',
    callFrom: (phone) => `A call for the operator, from ${phone}.`,
    callerChose: { en: 'The caller chose English.', es: 'The caller chose Spanish.' },
  },
} satisfies Catalogue;
