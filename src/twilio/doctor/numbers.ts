/** The account's phone numbers, and who answers them. */
import type { ActualNumber } from '../actual';
import { nameList } from '../nameList';
import { incomingUrls } from '../client/urls';
import { type CheckResult, diagnosticsOr, type Examination, ok, warning, wrong } from './check';
import { CONSOLE } from './commands';
import { changesOf, emergencyExtensions, type Examined, extensionsOf } from './examined';
import {
  areaCodeOf,
  NEW_AREA_CODES,
  openingLine,
  regionOf,
} from '../../runtime/numbers/northAmerica';
import { readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { answersNothing } from '../emergency/setup';
import { goesElsewhere, voiceUrlDiagnostic, shownUrl } from './voiceUrlCheck';

export const NUMBERS: readonly Examination[] = [
  { name: 'numbers.owned', needs: ['numbers'], look: owned },
  { name: 'numbers.voice-url', needs: ['numbers', 'deployment'], look: voiceUrl },
  { name: 'numbers.overridden', needs: ['numbers', 'deployment'], look: overridden },
  { name: 'numbers.voice', needs: ['numbers'], look: voice },
  { name: 'numbers.sms', needs: ['numbers'], look: sms },
  { name: 'numbers.look-ups', needs: ['numbers'], look: lookUps },
  { name: 'numbers.status-callback', needs: ['numbers', 'deployment'], look: statusCallback },
  { name: 'numbers.caller-id', needs: ['numbers'], look: callerId },
  { name: 'numbers.unnamed', needs: ['numbers', 'deployment'], look: unnamed },
  { name: 'numbers.stray', needs: ['numbers', 'deployment'], look: stray },
  { name: 'numbers.area-codes', needs: ['numbers'], look: areaCodes },
];

/** Without the emergency extensions' own, which have checks of their own. */
function owned(examined: Examined): readonly CheckResult[] {
  const { desired, numbers, commands } = examined;
  const others = new Set(emergencyExtensions(examined).map(({ number }) => number));
  const diagnostics = desired.numbers
    .filter(({ number }) => !numbers.has(number) && !others.has(number))
    .map(({ number }) =>
      wrong(
        `${number} is not on this account: nobody can call it`,
        `${commands.buy(number)}; or write \`elsewhere: true\` for it in numbers.yaml, if another carrier has it; or remove it from the directory`,
      ),
    );
  return diagnosticsOr(
    diagnostics,
    `the account has the ${desired.numbers.length} numbers it should answer`,
  );
}

function voiceUrl(examined: Examined): readonly CheckResult[] {
  const { desired, actual, environment, commands } = examined;
  if (!actual.deployment?.buildSid) return [];
  const urls = incomingUrls(environment, actual.deployment.domainName);
  const emergency = new Set(emergencyExtensions(examined).map(({ number }) => number));
  const settings = ['voiceMethod', 'voiceFallbackUrl', 'voiceFallbackMethod'];
  const diagnostics = desired.numbers.flatMap(({ number }) => {
    const at = actual.numbers.get(number);
    // That nobody could call back is said by the emergency check.
    if (!at || (emergency.has(number) && answersNothing(at.voiceUrl))) return [];
    const diagnostic = voiceUrlDiagnostic(number, at.voiceUrl, urls.voiceUrl, examined);
    if (diagnostic) return [diagnostic];
    return fieldsOf(examined, number, settings).map(({ name, from, to }) =>
      wrong(`${number}: ${name} is ${shown(from)}, not ${shown(to)}`, commands.apply),
    );
  });
  return diagnosticsOr(diagnostics, `the numbers are answered by ${shownUrl(urls.voiceUrl)}`);
}

function overridden(examined: Examined): readonly CheckResult[] {
  if (!examined.actual.deployment?.buildSid) return [];
  const winners: Readonly<Record<string, string>> = {
    voiceApplicationSid: 'a TwiML application',
    trunkSid: 'a SIP trunk',
    voiceReceiveMode: 'the fax setting',
  };
  const diagnostics = examined.desired.numbers.flatMap(({ number }) =>
    fieldsOf(examined, number, Object.keys(winners)).map(({ name, from }) =>
      wrong(
        `${winners[name]} overrides the voice URL of ${number} (${name}: ${from ?? 'none'})`,
        examined.commands.apply,
      ),
    ),
  );
  return diagnosticsOr(diagnostics, 'nothing overrides their voice URLs');
}

/** A number bought for SMS alone takes no call, whatever its voice URL. */
function voice(examined: Examined): readonly CheckResult[] {
  return diagnosticsOr(
    ours(examined)
      .filter(({ capabilities }) => !capabilities.voice)
      .map(({ phoneNumber }) =>
        wrong(
          `${phoneNumber} has no voice: nobody can call it, and no phone can call from it`,
          `Buy another number, and write that one into the directory: ${CONSOLE.numbers}`,
        ),
      ),
    'every number can take calls',
  );
}

function sms({ directory, numbers }: Examined): readonly CheckResult[] {
  const house = directory.site.defaults.callerId;
  const notified = directory.operator?.notice.sms ?? [];
  const at = house === undefined ? undefined : numbers.get(house);
  if (notified.length === 0) return [ok('no SMS is asked for')];
  // That it is not on the account is the line of another check.
  if (!at) return [];
  if (at.capabilities.sms) return [ok(`${house} can send SMS`)];
  return [
    warning(
      `${house}, the house number, cannot send SMS: nobody gets the SMS about messages that operators.yaml asks for`,
      `Use another house number, or \`webhook: true\` instead of \`sms\`: ${CONSOLE.numbers}`,
    ),
  ];
}

function lookUps(examined: Examined): readonly CheckResult[] {
  return diagnosticsOr(
    ours(examined)
      .filter(({ voiceCallerIdLookup }) => voiceCallerIdLookup)
      .map(({ phoneNumber }) =>
        warning(
          `Twilio looks up the name of each caller of ${phoneNumber} for a fee, and nothing here uses it`,
          `Switch off Caller Name Lookup of the number: ${CONSOLE.numbers}`,
        ),
      ),
    'no caller’s name is looked up',
  );
}

function statusCallback(examined: Examined): readonly CheckResult[] {
  const host = examined.actual.deployment?.domainName;
  return diagnosticsOr(
    ours(examined)
      .filter((one) => goesElsewhere(one.statusCallback, host))
      .map((one) =>
        warning(
          `${one.phoneNumber} notifies ${shownUrl(one.statusCallback)} of each call, with who called`,
          `If you do not know it, remove the status callback of the number: ${CONSOLE.numbers}`,
        ),
      ),
    'nobody else is notified of their calls',
  );
}

function ours({ actual }: Examined): readonly ActualNumber[] {
  return [...actual.numbers.values()];
}

/** Twilio connects a phone's call only under a number of the account, or one that it has verified. */
function callerId(examined: Examined): readonly CheckResult[] {
  const { directory, environment, numbers, desired } = examined;
  const listed = new Set(desired.numbers.map(({ number }) => number));
  const users = new Map<string, string[]>();
  const use = (number: string | undefined, user: string) => {
    if (number === undefined || numbers.has(number) || listed.has(number)) return;
    users.set(number, [...(users.get(number) ?? []), user]);
  };
  use(directory.site.defaults.callerId, 'the house');
  const emergency = new Set(emergencyExtensions(examined).map(({ number }) => number));
  for (const { callerId: number, username } of extensionsOf(directory, environment)) {
    if (!emergency.has(number)) use(number, username);
  }
  const diagnostics = [...users].map(([number, names]) =>
    warning(
      `${number}, the caller ID of ${nameList(names)}, is not on this account: their calls fail (13214) unless Twilio has verified it`,
      directory.elsewhere.has(number)
        ? `If it has not, verify it: ${CONSOLE.verifiedCallerIds}`
        : `${examined.commands.buy(number)}, or verify it: ${CONSOLE.verifiedCallerIds}`,
    ),
  );
  return diagnosticsOr(diagnostics, 'the account has the caller IDs');
}

function unnamed(examined: Examined): readonly CheckResult[] {
  const named = namedNumbers(examined);
  const { elsewhere } = examined.directory;
  const misplaced = [...examined.numbers.keys()]
    .filter((number) => elsewhere.has(number))
    .map((number) =>
      warning(
        `${number} is on this account, though numbers.yaml says \`elsewhere: true\`: its callers get what its voice URL says`,
        'Say in numbers.yaml what a call to it does, instead of `elsewhere: true`',
      ),
    );
  const diagnostics = [...examined.numbers.values()]
    .filter((number) => !named.has(number.phoneNumber) && !isAnsweredHere(number, examined))
    .map(({ phoneNumber }) =>
      warning(
        `the account pays rent for ${phoneNumber}, which is not in the directory`,
        `Add it to numbers.yaml, or release it: ${CONSOLE.numbers}`,
      ),
    );
  return diagnosticsOr(
    [...misplaced, ...diagnostics],
    'the directory has every number that the account pays for',
  );
}

/** Answered here, and not the directory's for this environment. */
function stray(examined: Examined): readonly CheckResult[] {
  const { desired, directory, environment, commands } = examined;
  const ours = new Set(desired.numbers.map(({ number }) => number));
  const diagnostics = [...examined.numbers.values()]
    .filter((number) => !ours.has(number.phoneNumber) && isAnsweredHere(number, examined))
    .map(({ phoneNumber }) => {
      const rule = directory.numbers.get(phoneNumber);
      return rule
        ? // Only the other one's apply puts it right, and its doctor counts it.
          warning(
            `${phoneNumber} belongs to ${rule.environment} but is answered by ${environment.toUpperCase()}`,
            commands.of(rule.environment).apply,
          )
        : warning(
            `${environment} answers ${phoneNumber}, which is not in the directory: its callers hear that it is not in service`,
            `Add it to numbers.yaml, or point it elsewhere: ${CONSOLE.numbers}`,
          );
    });
  return diagnosticsOr(diagnostics, 'these functions answer no other number');
}

/** What Twilio rents out is in service: no phone may call it before the site says where it is. */
function areaCodes({ directory, numbers }: Examined): readonly CheckResult[] {
  const unknown = [...numbers.keys()].flatMap((number) => {
    const read = readPhoneNumber(number, 'US');
    if (typeof read === 'string') return [];
    return regionOf(read, directory.newAreaCodes) === NEW_AREA_CODES
      ? [areaCodeOf(read.national)]
      : [];
  });
  const diagnostics = [...new Set(unknown)].map((areaCode) =>
    warning(
      `area code ${areaCode} is newer than the numbering data of Dialtone: phones may not call numbers there`,
      `Add \`${openingLine(areaCode, directory.site.country)}\` to calling.yaml`,
    ),
  );
  return diagnosticsOr(diagnostics, 'the area codes of the account’s numbers are known');
}

function isAnsweredHere({ voiceUrl }: ActualNumber, { actual }: Examined): boolean {
  const host = actual.deployment?.domainName;
  return host !== undefined && URL.canParse(voiceUrl) && new URL(voiceUrl).hostname === host;
}

function namedNumbers({ directory }: Examined): ReadonlySet<string> {
  const { extensions, numbers, elsewhere, site } = directory;
  const ofExtensions = [...extensions.values()].flatMap(({ number, callerId }) => [
    number,
    callerId,
  ]);
  const all = [site.defaults.callerId, ...numbers.keys(), ...elsewhere, ...ofExtensions];
  return new Set(all.filter((number) => number !== undefined));
}

function fieldsOf(examined: Examined, number: string, names: readonly string[]) {
  return changesOf(examined, 'phone number')
    .filter(({ key }) => key === number)
    .flatMap(({ fields }) => fields)
    .filter(({ name }) => names.includes(name));
}

function shown(value: string | undefined): string {
  return value !== undefined && URL.canParse(value) ? shownUrl(value) : (value ?? 'empty');
}
