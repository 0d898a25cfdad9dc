/** Whether help finds each phone that may call 911. */
import type { EnvironmentName, Extension } from '../../runtime/model/directory';
import type { Change } from '../change';
import type { ActualNumber } from '../actual';
import { type Examination, diagnosticsOr, type CheckResult, ok, warning, wrong } from './check';
import { CONSOLE } from './commands';
import { answersNothing } from '../emergency/setup';
import { nameList } from '../nameList';
import { applyFor, changesOf, emergencyExtensions, type Examined } from './examined';

export const EMERGENCY: readonly Examination[] = [
  { name: 'emergency.number', needs: ['numbers'], look: number },
  { name: 'emergency.address', needs: ['numbers', 'addresses'], look: address },
  { name: 'emergency.contents', needs: ['numbers', 'addresses'], look: contents },
  { name: 'emergency.caller-form', needs: ['domains'], look: callerForm },
  { name: 'emergency.call-back', needs: ['numbers'], look: callBack },
  { name: 'emergency.left-over', needs: ['numbers', 'addresses'], look: leftOver },
];

const NOBODY_KNOWS = 'a 911 call from it costs $75, and nobody knows where to send help';

function number(examined: Examined): readonly CheckResult[] {
  const extensions = emergencyExtensions(examined);
  if (extensions.length === 0) return [ok('no extension may call 911')];
  const diagnostics = [...sharing(extensions)]
    .filter(([own]) => !examined.numbers.has(own))
    .map(([own, phones]) =>
      wrong(
        `${own}, the number of ${who(phones)}, is not on this account: 911 does not get through as ${own}`,
        examined.commands.buy(own),
      ),
    );
  return diagnosticsOr(
    diagnostics,
    `the account has the numbers of all ${extensions.length} emergency extensions`,
  );
}

/** One line for each number, for someone to read: is this where its phones stand? */
function address(examined: Examined): readonly CheckResult[] {
  return owned(examined).map(([phones, at]) => {
    const addressed = isAddressed(phones, examined);
    const change = registration(examined, at);
    const status = at.emergencyAddressStatus || 'unregistered';
    if (status === 'registered' && at.emergencyAddressSid) {
      const where = placeOf(at, examined);
      const byHand = addressed ? '' : ' (registered by hand: the directory has no address)';
      const named = phones.map(({ username, name }) => `${username} (${name})`);
      return ok(`911 from ${nameList(named)} sends help to ${where}${byHand}`);
    }
    if (status === 'pending-registration') {
      return wrong(
        `the address of ${who(phones)} (${at.phoneNumber}) is not registered yet: until then ${NOBODY_KNOWS}`,
        `Wait, then ${examined.commands.doctor}`,
      );
    }
    // A number's address belongs to the environment that answers it.
    const home = examined.directory.numbers.get(at.phoneNumber)?.environment;
    const elsewhere = !change && home && addressed;
    const fix = change
      ? examined.commands.apply
      : elsewhere
        ? examined.commands.of(home).apply
        : `Add \`address:\` to ${who(phones)} in extensions.yaml, then ${examined.commands.apply}`;
    const report = elsewhere && isCountedBy(home, phones, examined) ? warning : wrong;
    return report(
      `${who(phones)} (${at.phoneNumber}) ${phones.length === 1 ? 'has' : 'have'} no registered address (${status}): ${NOBODY_KNOWS}`,
      fix,
    );
  });
}

function contents(examined: Examined): readonly CheckResult[] {
  const compared = owned(examined).filter(
    ([, { phoneNumber, emergencyAddressStatus }]) =>
      isInDirectory(phoneNumber, examined) && emergencyAddressStatus === 'registered',
  );
  if (compared.length === 0) return [];
  const diagnostics = compared.flatMap(([phones, at]) => {
    const field = registration(examined, at)?.fields.find(({ name }) => name === 'address');
    if (!field) return [];
    return wrong(
      `911 from ${who(phones)} sends help to ${field.from ?? 'an address that is not listed'}; the directory says ${field.to}`,
      applyFor(examined, 'emergency registration', 'address'),
    );
  });
  return diagnosticsOr(diagnostics, 'the addresses are those of the directory');
}

/** With emergency calling on, Twilio takes the SIP username for the caller's number, and no other name. */
function callerForm(examined: Examined): readonly CheckResult[] {
  const extensions = emergencyExtensions(examined);
  const { domain } = examined.actual;
  if (!domain || extensions.length === 0) return [];
  if (!domain.emergencyCallingEnabled) {
    return [ok('the functions name the caller of an emergency call by its number')];
  }
  // Where a phone of any name dials 911 by itself, `check` has reported it.
  if (examined.directory.site.environments[examined.environment]?.emergency === 'menus') {
    return [
      ok('phones with any username call 911 from menus, where the functions name the caller'),
    ];
  }
  const diagnostics = extensions
    .filter(({ username, number: own }) => username !== own)
    .map(({ username, number: own }) =>
      wrong(
        `Twilio refuses 911 from ${username}: with emergency calling on, the phone must be registered under its own number`,
        `Name the extension ${own} in extensions.yaml, then ${examined.commands.apply}; ` +
          'or let it call from menus, and write `emergency: menus` in site.yaml',
      ),
    );
  return diagnosticsOr(diagnostics, 'every emergency extension is named by its own number');
}

function callBack(examined: Examined): readonly CheckResult[] {
  const all = owned(examined);
  if (all.length === 0) return [];
  const diagnostics = all
    .filter(
      ([, { voiceUrl, voiceApplicationSid, trunkSid }]) =>
        answersNothing(voiceUrl) && !voiceApplicationSid && !trunkSid,
    )
    .map(([phones, { phoneNumber }]) => {
      const home = examined.directory.numbers.get(phoneNumber)?.environment;
      const report = home && isCountedBy(home, phones, examined) ? warning : wrong;
      return report(
        `the emergency service cannot call ${who(phones)} back: nothing answers ${phoneNumber}`,
        home ? examined.commands.of(home).apply : `Set a voice URL: ${CONSOLE.numbers}`,
      );
    });
  return diagnosticsOr(diagnostics, 'the emergency service can call back');
}

/** It costs a monthly charge, and sends help to where nobody calls from. */
function leftOver(examined: Examined): readonly CheckResult[] {
  return diagnosticsOr(
    changesOf(examined, 'emergency registration')
      .filter(({ action }) => action === 'delete')
      .map(({ key }) =>
        warning(
          `an emergency address is registered for ${key}, and no emergency extension has this number any longer: Twilio charges for it`,
          examined.commands.prune,
        ),
      ),
    'no emergency address is left over',
  );
}

type Phones = readonly Extension[];

/** The phones that call 911 under each number: several where they stand at one address. */
function sharing(extensions: Phones): ReadonlyMap<string, Phones> {
  const phones = new Map<string, Phones>();
  for (const extension of extensions) {
    const own = extension.number ?? '';
    phones.set(own, [...(phones.get(own) ?? []), extension]);
  }
  return phones;
}

/** The same, of numbers that the account has; the others have been reported. */
function owned(examined: Examined): readonly (readonly [Phones, ActualNumber])[] {
  return [...sharing(emergencyExtensions(examined))].flatMap(([own, phones]) => {
    const at = examined.numbers.get(own);
    return at ? [[phones, at] as const] : [];
  });
}

function who(phones: Phones): string {
  return nameList(phones.map(({ username }) => username));
}

/** Only another environment's apply puts it right, and its doctor counts it, since one of the phones lives there too. */
function isCountedBy(home: EnvironmentName, phones: Phones, { environment }: Examined): boolean {
  return home !== environment && phones.some(({ environments }) => environments.includes(home));
}

function isAddressed(phones: Phones, { addressed }: Examined): boolean {
  return phones.some(({ username }) => addressed.has(username));
}

/** What plan would do about the address of a number that this environment answers. */
function registration(examined: Examined, { phoneNumber }: ActualNumber): Change | undefined {
  return changesOf(examined, 'emergency registration').find(({ key }) => key === phoneNumber);
}

function isInDirectory(own: string, { desired }: Examined): boolean {
  return desired.numbers.some(({ number: one, emergency }) => one === own && emergency?.address);
}

function placeOf({ emergencyAddressSid }: ActualNumber, { actual }: Examined): string {
  const at = actual.addresses.find(({ sid }) => sid === emergencyAddressSid);
  if (!at) return 'an address that is not listed';
  const { street, streetSecondary, city, region } = at;
  return [street, streetSecondary, city, region].filter(Boolean).join(', ');
}
