/** All checks, in the order in which they are shown, with what each looks at (docs/doctor.md). */

export const CATALOGUE = {
  'account.credentials': 'Twilio accepts the account’s credentials',
  'account.active': 'the account is not suspended or closed',
  'account.trial': 'it is not a trial account, which calls only verified numbers',
  'account.balance': 'the account has credit',
  'account.profile': 'Twilio has approved a customer profile of the account',

  'deployment.exists': 'something is deployed to the environment',
  'deployment.current': 'the deployed build matches this directory and this code',
  'deployment.functions': 'the deployed functions match this code, and answer only Twilio',
  'deployment.runtime': 'the build runs on a Node.js version that Twilio supports',
  'deployment.dependencies': 'the build’s packages match package.json',

  'variables.secret': 'no variable at Twilio holds a master key or the account’s own password',
  'variables.stale': 'Twilio has no variable that the env file no longer has',
  'variables.size':
    'all variables together stay below what Twilio passes to a function (about 3 KB)',
  'variables.webhook': 'the webhook for messages has its variable',
  'variables.sync': 'the Sync service that the functions use exists',

  'domain.exists': 'the SIP domain exists',
  'domain.registration': 'phones may register with it',
  'domain.voice-url': 'a call from a phone is answered by this environment’s functions',
  'domain.voice-method': 'Twilio requests them by POST',
  'domain.fallback': 'a sentence is played when they do not answer',
  'domain.emergency-calling': 'emergency calling is on or off, as `emergency` in site.yaml says',
  'domain.emergency-caller': 'no caller is set for the emergency calls of the whole domain',
  'domain.secure': 'encryption is required or not, as `secure` in site.yaml says',
  'domain.ip-list': 'no list of IP addresses is required besides the credentials',
  'domain.others': 'no other SIP domain of the account uses this environment’s functions',
  'domain.status-callback': 'no other status callback is notified of the domain’s calls',

  'authentication.calls': 'the credential lists are used when a phone calls',
  'authentication.registrations': 'the credential lists are used when a phone registers',
  'authentication.foreign': 'only the directory’s lists open the domain',
  'authentication.elsewhere': 'no other SIP domain uses the credential lists',

  'credentials.missing': 'every extension has a credential',
  'credentials.unknown': 'every credential belongs to an extension',
  'credentials.key': 'the master key is here, so that passwords can be compared',
  'credentials.copy': 'there is a copy of the master key',
  'credentials.passwords':
    'every password is the one that apply set last, with the generation in the directory',

  'numbers.owned': 'the account has every number that the environment answers',
  'numbers.voice-url': 'a call to it is answered by this environment’s functions',
  'numbers.overridden': 'no TwiML application, trunk or fax setting overrides it',
  'numbers.voice': 'every number of the environment can take calls',
  'numbers.sms': 'the house number can send the SMS that operators.yaml asks for',
  'numbers.look-ups': 'Twilio does not look up callers’ names for a fee',
  'numbers.status-callback': 'no other status callback is notified of calls to a number',
  'numbers.caller-id': 'the account has the house number and every extension’s caller ID',
  'numbers.unnamed': 'the directory has every number that the account pays for',
  'numbers.stray': 'no other number is answered by this environment’s functions',
  'numbers.area-codes': 'the country of each of the account’s numbers is known',

  'emergency.number': 'the account has the number of every emergency extension',
  'emergency.address': 'Twilio has registered a street address for it',
  'emergency.contents': 'it is the address that the directory says',
  'emergency.caller-form': 'Twilio accepts the extension’s name as the caller of an emergency call',
  'emergency.placed':
    'it is known who places the emergency calls of every phone, in each form that it can send',
  'emergency.call-back': 'the emergency service can call back: something answers the number',
  'emergency.left-over': 'no address is registered for a number without emergency extensions',

  'permissions.inherited':
    'the account’s own dialing permissions count, not those of a parent account',
  'permissions.wider':
    'the account may call only where a class of service or the directory itself does',
  'permissions.narrower':
    'the account may call everywhere where a class of service or the directory itself does',

  'alerts.phones': 'Twilio reported no problem with a phone lately',
  'alerts.calls': 'Twilio refused no call that the functions allowed',
  'alerts.functions': 'Twilio reported no problem with the functions',
  'alerts.other': 'Twilio reported nothing else about this environment',
  'alerts.unplaced': 'every alert is known to belong to this environment or to something else',
} as const;

export type CheckName = keyof typeof CATALOGUE;

export const CHECK_NAMES = Object.keys(CATALOGUE) as readonly CheckName[];
