/** Whether help finds each phone that may call 911. */
import type { Extension } from '../../directory/types';
import type { Change } from '../change';
import type { FoundNumber } from '../found';
import { type Examination, faultsOr, type Finding, ok, wrong } from './check';
import { CONSOLE } from './commands';
import { changesOf, emergencyExtensions, type Examined } from './examined';
import { answersNothing } from './pointing';

export const EMERGENCY: readonly Examination[] = [
  { name: 'emergency.number', needs: ['numbers'], look: number },
  { name: 'emergency.address', needs: ['numbers', 'addresses'], look: address },
  { name: 'emergency.contents', needs: ['numbers', 'addresses'], look: contents },
  { name: 'emergency.caller-form', needs: ['domains'], look: callerForm },
  { name: 'emergency.call-back', needs: ['numbers'], look: callBack },
];

const NOBODY_KNOWS = 'a 911 call from it costs $75, and nobody knows where to send help';

function number(examined: Examined): readonly Finding[] {
  const extensions = emergencyExtensions(examined);
  if (extensions.length === 0) return [ok('no extension may call 911')];
  const faults = extensions
    .filter(({ number: own }) => !examined.numbers.has(own ?? ''))
    .map(({ username, number: own }) =>
      wrong(
        `${own}, the number of ${username}, is not on this account: 911 from it does not get through as ${username}`,
        own === undefined
          ? `Give ${username} a number in extensions.yaml`
          : examined.commands.buy(own),
      ),
    );
  return faultsOr(
    faults,
    `the account has the numbers of all ${extensions.length} emergency extensions`,
  );
}

/** One line for each phone, for someone to read: is this where it stands? */
function address(examined: Examined): readonly Finding[] {
  return owned(examined).map(([extension, at]) => {
    const { username } = extension;
    const change = registration(examined, at);
    const status = at.emergencyAddressStatus || 'unregistered';
    if (status === 'registered' && at.emergencyAddressSid) {
      const where = placeOf(at, examined);
      const byHand = examined.addressed.has(username)
        ? ''
        : ' (registered by hand: the directory has no address)';
      return ok(`911 from ${username} (${extension.name}) sends help to ${where}${byHand}`);
    }
    if (status === 'pending-registration') {
      return wrong(
        `the address of ${username} (${at.phoneNumber}) is not registered yet: until then ${NOBODY_KNOWS}`,
        `Wait, then ${examined.commands.doctor}`,
      );
    }
    // A number's address belongs to the environment that answers it.
    const home = examined.directory.numbers.get(at.phoneNumber)?.environment;
    const elsewhere = !change && home && examined.addressed.has(username);
    const mend = change
      ? examined.commands.apply
      : elsewhere
        ? examined.commands.of(home).apply
        : `Add \`address:\` to ${username} in extensions.yaml, then ${examined.commands.apply}`;
    return wrong(
      `${username} (${at.phoneNumber}) has no registered address (${status}): ${NOBODY_KNOWS}`,
      mend,
    );
  });
}

function contents(examined: Examined): readonly Finding[] {
  const compared = owned(examined).filter(
    ([extension, { emergencyAddressStatus }]) =>
      isInDirectory(extension, examined) && emergencyAddressStatus === 'registered',
  );
  if (compared.length === 0) return [];
  const faults = compared.flatMap(([{ username }, at]) => {
    const field = registration(examined, at)?.fields.find(({ name }) => name === 'address');
    if (!field) return [];
    return wrong(
      `911 from ${username} sends help to ${field.from ?? 'an address that is not listed'}; the directory says ${field.to}`,
      examined.commands.apply,
    );
  });
  return faultsOr(faults, 'the addresses are those of the directory');
}

/** With emergency calling on, Twilio takes the SIP username for the caller's number, and no other name. */
function callerForm(examined: Examined): readonly Finding[] {
  const extensions = emergencyExtensions(examined);
  const { domain } = examined.found;
  if (!domain || extensions.length === 0) return [];
  if (!domain.emergencyCallingEnabled) {
    return [ok('the functions name the caller of an emergency call by its number')];
  }
  const faults = extensions
    .filter(({ username, number: own }) => username !== own)
    .map(({ username, number: own }) =>
      wrong(
        `Twilio refuses 911 from ${username}: with emergency calling on, the phone must be registered under its own number`,
        `Name the extension ${own} in extensions.yaml, then ${examined.commands.apply}; ` +
          'or say `emergency: webhook` in site.yaml',
      ),
    );
  return faultsOr(faults, 'every emergency extension is named by its own number');
}

function callBack(examined: Examined): readonly Finding[] {
  const all = owned(examined);
  if (all.length === 0) return [];
  const faults = all
    .filter(
      ([, { voiceUrl, voiceApplicationSid, trunkSid }]) =>
        answersNothing(voiceUrl) && !voiceApplicationSid && !trunkSid,
    )
    .map(([{ username }, { phoneNumber }]) => {
      const environment = examined.directory.numbers.get(phoneNumber)?.environment;
      return wrong(
        `the emergency service cannot call ${username} back: ${phoneNumber} is answered by nothing`,
        environment
          ? examined.commands.of(environment).apply
          : `Set a voice URL: ${CONSOLE.numbers}`,
      );
    });
  return faultsOr(faults, 'the emergency service can call back');
}

/** The emergency extensions whose number the account has; the others have been told. */
function owned(examined: Examined): readonly (readonly [Extension, FoundNumber])[] {
  return emergencyExtensions(examined).flatMap((extension) => {
    const at = examined.numbers.get(extension.number ?? '');
    return at ? [[extension, at] as const] : [];
  });
}

/** What plan would do about the address of a number that this environment answers. */
function registration(examined: Examined, { phoneNumber }: FoundNumber): Change | undefined {
  return changesOf(examined, 'emergency registration').find(({ key }) => key === phoneNumber);
}

function isInDirectory({ number: own }: Extension, { wanted }: Examined): boolean {
  return wanted.numbers.some(({ number: one, emergency }) => one === own && emergency?.address);
}

function placeOf({ emergencyAddressSid }: FoundNumber, { found }: Examined): string {
  const at = found.addresses.find(({ sid }) => sid === emergencyAddressSid);
  if (!at) return 'an address that is not listed';
  const { street, streetSecondary, city, region } = at;
  return [street, streetSecondary, city, region].filter(Boolean).join(', ');
}
