/** All checks, in the order in which they are told, with what each looks at (docs/doctor.md). */

export const CATALOGUE = {
  'account.credentials': 'Twilio takes the account’s credentials',
  'account.active': 'the account is not suspended or closed',

  'deployment.exists': 'something is deployed to the environment',
  'deployment.current': 'what is served is the build of this directory and this code',
  'deployment.runtime': 'the build runs on a Node.js that Twilio keeps up',
  'deployment.dependencies': 'the build’s packages are those of package.json',

  'variables.secret': 'no variable at Twilio holds a master key or the account’s own password',
  'variables.stale': 'no variable is left at Twilio that the env file does not have',
  'variables.size': 'all variables together stay below what Twilio gives a function (about 3 KB)',

  'domain.exists': 'the SIP domain is there',
  'domain.registration': 'phones may register at it',
  'domain.voice-url': 'a call from a phone is answered by this environment’s functions',
  'domain.voice-method': 'Twilio asks them by POST',
  'domain.fallback': 'a sentence is played when they do not answer',
  'domain.emergency-calling': 'emergency calling is on or off, as `emergency` in site.yaml says',
  'domain.emergency-caller': 'no caller is set for the emergency calls of the whole domain',
  'domain.secure': 'encryption is demanded or not, as `secure` in site.yaml says',
  'domain.ip-list': 'no list of IP addresses stands in the way of the credentials',
  'domain.others': 'no other SIP domain of the account uses this environment’s functions',

  'authentication.calls': 'the credential lists are asked when a phone calls',
  'authentication.registrations': 'the credential lists are asked when a phone registers',
  'authentication.foreign': 'no list that is not the directory’s opens the domain',

  'credentials.missing': 'every extension has a credential',
  'credentials.unknown': 'every credential is an extension’s',
  'credentials.key': 'the master key is here, so that passwords can be compared',
  'credentials.passwords':
    'every password is the one that apply set last, and of the generation that the directory asks for',

  'numbers.owned': 'the account has every number that the environment answers',
  'numbers.voice-url': 'a call to it is answered by this environment’s functions',
  'numbers.overridden': 'no TwiML application, trunk or fax setting takes its calls away',
  'numbers.caller-id': 'the account has the house number and every extension’s caller ID',
  'numbers.unnamed': 'the account pays for no number that the directory does not name',
  'numbers.stray': 'no other number is answered by this environment’s functions',

  'emergency.number': 'the account has the number of every emergency extension',
  'emergency.address': 'Twilio has registered a street address for it',
  'emergency.contents': 'it is the address that the directory says',
  'emergency.caller-form': 'Twilio accepts the extension’s name as the caller of an emergency call',
  'emergency.placed':
    'somebody is known to place the emergency calls of every phone, in each form that it can send',
  'emergency.call-back': 'the emergency service can call back: the number is answered by something',

  'permissions.wider':
    'the account may not call where neither a class of service nor the directory itself does',
  'permissions.narrower':
    'the account may call where a class of service or the directory itself does',

  'alerts.phones': 'Twilio had no trouble with a phone lately',
  'alerts.calls': 'Twilio refused no call that the functions allowed',
  'alerts.functions': 'Twilio had no trouble with the functions',
  'alerts.other': 'Twilio reported nothing else about this environment',
  'alerts.unplaced': 'every alert of the account could be told to be this environment’s or not',
} as const;

export type CheckName = keyof typeof CATALOGUE;

export const CHECK_NAMES = Object.keys(CATALOGUE) as readonly CheckName[];
