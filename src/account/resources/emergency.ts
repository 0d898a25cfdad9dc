/**
 * The street address that is registered for a phone's emergency calls: an address is created, put to
 * the number, and Twilio registers it in its own time. One in use cannot be changed, so another takes
 * its place: the old one is unregistered first, which may take half an hour.
 * https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice
 * (`EmergencyStatus` has done nothing since October 2021.)
 */
import type { EmergencyAddress } from '../../directory/provisioning';
import { UserError } from '../../errors';
import type { Change, Tools } from '../change';
import type { Found, FoundAddress, FoundNumber } from '../found';
import type { Wanted, WantedNumber } from '../wanted';
import { awaitStatus } from './registration';

/** Registered, or on its way. */
const GOOD = new Set(['registered', 'pending-registration']);

export function planEmergency(wanted: Wanted, found: Found): Change[] {
  const changes = wanted.numbers.flatMap(({ number, emergency }) => {
    const owned = found.numbers.get(number);
    if (!owned || !emergency?.address) return [];
    return planAddress(number, emergency.address, owned, found.addresses);
  });
  return [...changes, ...planOldAddresses(wanted, found)];
}

/** Whether Twilio holds an address for the number that the directory does not contradict. */
export function addressOf(
  { number, emergency }: WantedNumber,
  { numbers, addresses }: Found,
): FoundAddress | undefined {
  const sid = numbers.get(number)?.emergencyAddressSid;
  const current = sid ? addresses.find((address) => address.sid === sid) : undefined;
  if (!current || !emergency?.address) return current;
  return isSame(current, emergency.address) ? current : undefined;
}

function planAddress(
  number: string,
  address: EmergencyAddress,
  owned: FoundNumber,
  addresses: readonly FoundAddress[],
): Change[] {
  const current = addresses.find(({ sid }) => sid === owned.emergencyAddressSid);
  if (current && isSame(current, address) && GOOD.has(owned.emergencyAddressStatus)) return [];
  const ready =
    current && isSame(current, address) ? current : existing(number, address, addresses);
  const replaces = owned.emergencyAddressSid !== '' && owned.emergencyAddressSid != null;
  return [
    ...(ready ? [] : [planCreation(number, address)]),
    {
      action: replaces ? 'replace' : 'create',
      kind: 'emergency registration',
      key: number,
      fields: [
        { name: 'address', from: current && lineOf(current), to: lineOf(address) },
        { name: 'status', from: owned.emergencyAddressStatus || undefined, to: 'registered' },
      ],
      why: replaces
        ? 'Twilio unregisters the old address first: for up to half an hour 911 from it has none'
        : '911 from it costs $75 and finds nobody without a registered address',
      cost: 'a monthly charge for each registered address (www.twilio.com/voice/pricing)',
      write: async (tools) => {
        const sid = ready?.sid ?? tools.sids.get('emergency address', number);
        await register(owned.sid, number, sid, tools);
      },
    },
  ];
}

function planCreation(number: string, address: EmergencyAddress): Change {
  return {
    action: 'create',
    kind: 'emergency address',
    key: number,
    fields: [{ name: 'address', to: lineOf(address) }],
    why: 'the directory says that the phone is there',
    write: async ({ rest, sids }) => {
      const { addresses } = rest.client.api.v2010.account;
      const created = await rest.create({
        what: `the emergency address of ${number}`,
        taken: [],
        post: () =>
          addresses.create({
            friendlyName: nameOf(number),
            customerName: address.customerName,
            street: address.street,
            ...(address.streetSecondary && { streetSecondary: address.streetSecondary }),
            city: address.city,
            region: address.region,
            postalCode: address.postalCode,
            isoCountry: address.country,
            emergencyEnabled: true,
            // An address that Twilio would correct is refused with its suggestion: the directory
            // is what gets corrected.
            autoCorrectAddress: false,
          }),
        find: async () => existing(number, address, await addresses.list({ pageSize: 1_000 })),
      });
      sids.set('emergency address', number, created.sid);
    },
  };
}

/** Puts the address to the number; whatever was registered is unregistered before. */
async function register(
  numberSid: string,
  number: string,
  addressSid: string,
  tools: Tools,
): Promise<void> {
  const context = tools.rest.client.api.v2010.account.incomingPhoneNumbers(numberSid);
  const now = await tools.rest.repeat(() => context.fetch());
  if (now.emergencyAddressSid === addressSid && GOOD.has(now.emergencyAddressStatus)) return;
  if (now.emergencyAddressSid) {
    await tools.rest.repeat(() => context.update({ emergencyAddressSid: '' }));
  }
  await awaitStatus(number, numberSid, tools, (status) => !status.startsWith('pending-'));
  await tools.rest.repeat(() => context.update({ emergencyAddressSid: addressSid }));
}

/** Ours by name, for the same place, put to the number before or not. */
function existing(
  number: string,
  address: EmergencyAddress,
  addresses: readonly FoundAddress[],
): FoundAddress | undefined {
  const matching = addresses.filter(
    (one) => one.friendlyName === nameOf(number) && isSame(one, address),
  );
  if (matching.length > 1) {
    throw new UserError(
      `${matching.length} addresses are called "${nameOf(number)}" and are alike: ` +
        matching.map(({ sid }) => sid).join(', '),
      'Delete all but one of them in the console, then run this again.',
    );
  }
  return matching[0];
}

/** Addresses of ours that no number needs any more. */
function planOldAddresses(wanted: Wanted, { numbers, addresses }: Found): Change[] {
  const used = new Set([...numbers.values()].map(({ emergencyAddressSid }) => emergencyAddressSid));
  return wanted.numbers.flatMap(({ number, emergency }) =>
    addresses
      .filter(({ friendlyName }) => friendlyName === nameOf(number))
      .filter((one) => !used.has(one.sid))
      .filter((one) => !emergency?.address || !isSame(one, emergency.address))
      .map((one) => ({
        action: 'delete' as const,
        kind: 'emergency address' as const,
        key: number,
        fields: [{ name: 'address', from: lineOf(one) }],
        why: 'no number uses it',
        needs: 'prune' as const,
        write: async ({ rest }: Tools) => {
          const { addresses: all } = rest.client.api.v2010.account;
          await rest.repeat(() => rest.ifThere(() => all(one.sid).remove()));
        },
      })),
  );
}

function nameOf(number: string): string {
  return `Dialtone ${number}`;
}

/** Twilio may write a street in another case. */
function isSame(found: FoundAddress, wanted: EmergencyAddress): boolean {
  return [
    [found.customerName, wanted.customerName],
    [found.street, wanted.street],
    [found.streetSecondary, wanted.streetSecondary],
    [found.city, wanted.city],
    [found.region, wanted.region],
    [found.postalCode, wanted.postalCode],
    [found.isoCountry, wanted.country],
    [String(found.emergencyEnabled), 'true'],
  ].every(([a, b]) => plain(a) === plain(b));
}

function plain(text: string | null | undefined): string {
  return (text ?? '').trim().replace(/\s+/g, ' ').toUpperCase();
}

function lineOf(address: FoundAddress | EmergencyAddress): string {
  const { street, streetSecondary, city, region, postalCode } = address;
  return [street, streetSecondary, city, `${region} ${postalCode}`].filter(Boolean).join(', ');
}
