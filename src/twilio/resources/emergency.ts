/**
 * The street address that is registered for a phone's emergency calls: an address is created, put to
 * the number, and Twilio registers it in its own time. One in use cannot be changed, so another takes
 * its place: the old one is unregistered first, which may take half an hour.
 * https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice
 * (`EmergencyStatus` has done nothing since October 2021.)
 */
import type { EmergencyAddress } from '../../config/compile/provisioning';
import type { Change, Tools } from '../change';
import type { Actual, ActualAddress, ActualNumber } from '../actual';
import { parseAddress } from '../client/parse';
import { nameList } from '../nameList';
import type { Desired, DesiredNumber } from '../desired';
import { addressLine, addressName, existingAddress, isSame, usedAddresses } from './addresses';
import { awaitStatus } from './registration';

/** Registered, or on its way. */
const GOOD = new Set(['registered', 'pending-registration']);
const REGISTRATION = { action: 'update', kind: 'emergency registration' } as const;

export function planEmergency(desired: Desired, actual: Actual): Change[] {
  const changes = desired.numbers.flatMap(({ number, emergency }) => {
    const owned = actual.numbers.get(number);
    if (!owned || !emergency?.address) return [];
    return planAddress(number, emergency.usernames, emergency.address, owned, actual);
  });
  return [...changes, ...planLeftOver(desired, actual), ...planOldAddresses(desired, actual)];
}

/** Whether Twilio holds an address for the number that the directory does not contradict. */
export function addressOf(
  { number, emergency }: DesiredNumber,
  { numbers, addresses }: Actual,
): ActualAddress | undefined {
  const sid = numbers.get(number)?.emergencyAddressSid;
  const current = sid ? addresses.find((address) => address.sid === sid) : undefined;
  if (!current || !emergency?.address) return current;
  return isSame(current, emergency.address) ? current : undefined;
}

function planAddress(
  number: string,
  usernames: readonly string[],
  address: EmergencyAddress,
  owned: ActualNumber,
  { addresses, addressed }: Actual,
): Change[] {
  const status = owned.emergencyAddressStatus;
  const current = addresses.find(({ sid }) => sid === owned.emergencyAddressSid);
  const right = current && isSame(current, address);
  if (right && GOOD.has(status)) return [];
  const ready = right ? current : existingAddress(number, address, addresses, addressed);
  const replaces = owned.emergencyAddressSid !== '' && !right;
  return [
    ...(ready ? [] : [planCreation(number, usernames, address)]),
    {
      action: replaces ? 'replace' : 'create',
      kind: 'emergency registration',
      key: number,
      fields: [
        { name: 'address', from: current && addressLine(current), to: addressLine(address) },
        { name: 'status', from: status || undefined, to: 'pending-registration' },
      ],
      why: whyRegister(replaces, status),
      cost: 'a monthly charge for each registered address (www.twilio.com/voice/pricing)',
      write: async (tools) => {
        const sid = ready?.sid ?? tools.sids.get('emergency address', number);
        await register(owned.sid, number, sid, tools);
      },
    },
  ];
}

function whyRegister(replaces: boolean, status: string): string {
  if (replaces) {
    return 'Twilio unregisters the old address first: for up to half an hour, 911 from this number has none';
  }
  if (status === 'pending-unregistration') {
    return 'the old address is being unregistered: until the new one is registered, 911 from this number has none';
  }
  return status === 'registration-failure'
    ? 'Twilio could not register it: 911 from it costs $75, and help does not know where to go; is the address right?'
    : 'without a registered address, 911 from it costs $75, and help does not know where to go';
}

function planCreation(
  number: string,
  usernames: readonly string[],
  address: EmergencyAddress,
): Change {
  return {
    action: 'create',
    kind: 'emergency address',
    key: number,
    fields: [
      { name: 'address', to: addressLine(address) },
      { name: 'customer', to: address.customerName },
    ],
    why: `the directory says that ${nameList(usernames)} ${usernames.length === 1 ? 'is' : 'are'} there`,
    write: async ({ rest, sids }) => {
      const { addresses } = rest.client.api.v2010.account;
      const created = await rest.create({
        what: `the emergency address of ${number}`,
        taken: [],
        post: () =>
          addresses.create({
            friendlyName: addressName(number),
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
        find: async () => {
          const listed = await addresses.list({ pageSize: 1_000 });
          return existingAddress(number, address, listed.map(parseAddress), []);
        },
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
    tools.audit({ ...REGISTRATION, key: number, fields: [{ name: 'address', to: undefined }] });
  }
  await awaitStatus(number, numberSid, tools, (status) => !status.startsWith('pending-'));
  await tools.rest.repeat(() => context.update({ emergencyAddressSid: addressSid }));
}

/** Numbers with an address of ours that may not call 911 any more: it costs, and may be stale. */
function planLeftOver(desired: Desired, { addresses, addressed }: Actual): Change[] {
  const emergency = new Set(desired.numbers.flatMap((one) => (one.emergency ? [one.number] : [])));
  const names = new Map(addresses.map(({ sid, friendlyName }) => [sid, friendlyName]));
  return addressed
    .filter(({ phoneNumber }) => !emergency.has(phoneNumber))
    .filter(({ phoneNumber }) => !desired.othersNumbers.has(phoneNumber))
    .filter((one) => names.get(one.emergencyAddressSid) === addressName(one.phoneNumber))
    .map(({ sid, phoneNumber }) => ({
      action: 'delete' as const,
      kind: 'emergency registration' as const,
      key: phoneNumber,
      fields: [{ name: 'status', from: 'registered', to: 'unregistered' }],
      why: 'no emergency extension has this number any longer, and Twilio charges for its address',
      needs: 'prune' as const,
      write: async ({ rest }: Tools) => {
        const context = rest.client.api.v2010.account.incomingPhoneNumbers(sid);
        await rest.repeat(() => context.update({ emergencyAddressSid: '' }));
      },
    }));
}

/** Another place, or the same as the number has already: a twin. */
function isDone(
  one: ActualAddress,
  address: EmergencyAddress,
  { numbers, addresses }: Actual,
  number: string,
): boolean {
  if (!isSame(one, address)) return true;
  const sid = numbers.get(number)?.emergencyAddressSid;
  return addresses.some((other) => other.sid === sid && isSame(other, address));
}

/** Addresses of ours that no number needs any more. */
function planOldAddresses(desired: Desired, actual: Actual): Change[] {
  const { numbers, addresses, addressed } = actual;
  const used = usedAddresses(addressed);
  return desired.numbers.flatMap(({ number, emergency }) => {
    // While the new one is not registered, the old one may be what it has to go back to.
    const settled = numbers.get(number)?.emergencyAddressStatus === 'registered';
    if (emergency && !settled) return [];
    return addresses
      .filter(({ friendlyName }) => friendlyName === addressName(number))
      .filter((one) => !used.has(one.sid))
      .filter((one) => !emergency?.address || isDone(one, emergency.address, actual, number))
      .map((one) => ({
        action: 'delete' as const,
        kind: 'emergency address' as const,
        key: number,
        fields: [{ name: 'address', from: addressLine(one) }],
        why: 'no number uses it',
        needs: 'prune' as const,
        write: async ({ rest }: Tools) => {
          const { addresses: all } = rest.client.api.v2010.account;
          await rest.repeat(() => rest.ifThere(() => all(one.sid).remove()));
        },
      }));
  });
}
