/**
 * The countries that the account may call, for all environments at once
 * (https://www.twilio.com/docs/voice/api/dialing-permissions-resources). The last line of defence
 * when a password leaks: whoever has one can call, but not where nothing in the directory does.
 */
import type { Change, FieldChange } from '../change';
import type { Actual, ActualPermission } from '../actual';
import type { Desired } from '../desired';

/** Twilio keeps one entry for the two, under US. */
const SHARED = ['US', 'CA'];

export function planPermissions(
  desired: Pick<Desired, 'destinations'>,
  { permissions = [] }: Pick<Actual, 'permissions'>,
): Change[] {
  const regions = withShared(desired.destinations.regions);
  const special = withShared(desired.destinations.dearRegions);
  return permissions.flatMap((permission) =>
    planCountry(
      permission,
      regions.get(permission.isoCode),
      desired.destinations.dear || special.has(permission.isoCode),
    ),
  );
}

/** What may be called beyond what the classes of service allow and the directory itself dials. */
export function isWider(permission: ActualPermission, desired: Desired): boolean {
  return planPermissions(desired, { permissions: [permission] })
    .flatMap(({ fields }) => fields)
    .some(({ to }) => to === 'off');
}

/**
 * Where the directory itself dials a premium or non-geographic number, and Twilio has closed such
 * numbers. They are opened by hand: which range a number falls in is Twilio's to say.
 */
export function closedSpecial(
  { destinations }: Pick<Desired, 'destinations'>,
  permissions: readonly ActualPermission[],
): readonly { readonly isoCode: string; readonly location: string }[] {
  const locations = withShared(destinations.dearRegions);
  return permissions.flatMap(({ isoCode, highRiskSpecialNumbersEnabled: open }) => {
    const location = locations.get(isoCode);
    return location === undefined || open ? [] : [{ isoCode, location }];
  });
}

function withShared(regions: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const shared = SHARED.map((region) => regions.get(region)).find((why) => why !== undefined);
  if (shared === undefined) return regions;
  return new Map([...SHARED.map((region) => [region, shared] as const), ...regions]);
}

/** @param why a call may go there; undefined where none may. */
function planCountry(
  actual: ActualPermission,
  why: string | undefined,
  keepsSpecial: boolean,
): Change[] {
  const allowed = why !== undefined;
  // Special and fraud-prone ranges stay as they are where such a number may be called.
  const special = allowed && keepsSpecial && actual.highRiskSpecialNumbersEnabled;
  const tollFraud = allowed && keepsSpecial && actual.highRiskTollfraudNumbersEnabled;
  const fields = [
    ...difference('calls', actual.lowRiskNumbersEnabled, allowed),
    ...difference('special numbers', actual.highRiskSpecialNumbersEnabled, special),
    ...difference('high-risk numbers', actual.highRiskTollfraudNumbersEnabled, tollFraud),
  ];
  if (fields.length === 0) return [];
  return [
    {
      action: 'update',
      kind: 'dialing permission',
      key: actual.isoCode,
      fields,
      why: why ?? 'no class of service allows it, and the directory itself does not call there',
      needs: 'account',
      write: async ({ rest }) => {
        // Booleans must be strings: Twilio takes others and does nothing.
        const update = {
          iso_code: actual.isoCode,
          low_risk_numbers_enabled: String(allowed),
          high_risk_special_numbers_enabled: String(special),
          high_risk_tollfraud_numbers_enabled: String(tollFraud),
        };
        const { bulkCountryUpdates } = rest.client.voice.v1.dialingPermissions;
        await rest.repeat(() =>
          bulkCountryUpdates.create({ updateRequest: JSON.stringify([update]) }),
        );
      },
    },
  ];
}

function difference(name: string, from: boolean, to: boolean): FieldChange[] {
  return from === to ? [] : [{ name, from: word(from), to: word(to) }];
}

function word(enabled: boolean): string {
  return enabled ? 'on' : 'off';
}
