/**
 * The countries that the account may call, for all environments at once
 * (https://www.twilio.com/docs/voice/api/dialing-permissions-resources). The last line of defence
 * when a password leaks: whoever has one can call, but not where nothing in the directory does.
 */
import type { Change, FieldChange } from '../change';
import type { Found, FoundPermission } from '../actual';
import type { Wanted } from '../desired';

/** Twilio keeps one entry for the two, under US. */
const SHARED = ['US', 'CA'];

export function planPermissions(
  wanted: Pick<Wanted, 'destinations'>,
  { permissions = [] }: Pick<Found, 'permissions'>,
): Change[] {
  const regions = withShared(wanted.destinations.regions);
  const special = withShared(wanted.destinations.dearRegions);
  return permissions.flatMap((permission) =>
    planCountry(
      permission,
      regions.get(permission.isoCode),
      wanted.destinations.dear || special.has(permission.isoCode),
    ),
  );
}

/** What may be called beyond what the classes of service allow and the directory itself dials. */
export function isWider(permission: FoundPermission, wanted: Wanted): boolean {
  return planPermissions(wanted, { permissions: [permission] })
    .flatMap(({ fields }) => fields)
    .some(({ to }) => to === 'off');
}

/**
 * Where the directory itself dials a premium or non-geographic number, and Twilio has closed such
 * numbers. They are opened by hand: which range a number falls in is Twilio's to say.
 */
export function closedSpecial(
  { destinations }: Pick<Wanted, 'destinations'>,
  permissions: readonly FoundPermission[],
): readonly { readonly isoCode: string; readonly place: string }[] {
  const places = withShared(destinations.dearRegions);
  return permissions.flatMap(({ isoCode, highRiskSpecialNumbersEnabled: open }) => {
    const place = places.get(isoCode);
    return place === undefined || open ? [] : [{ isoCode, place }];
  });
}

function withShared(regions: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const shared = SHARED.map((region) => regions.get(region)).find((why) => why !== undefined);
  if (shared === undefined) return regions;
  return new Map([...SHARED.map((region) => [region, shared] as const), ...regions]);
}

/** @param why a call may go there; undefined where none may. */
function planCountry(
  found: FoundPermission,
  why: string | undefined,
  keepsSpecial: boolean,
): Change[] {
  const allowed = why !== undefined;
  // Special and fraud-prone ranges stay as they are where such a number may be called.
  const special = allowed && keepsSpecial && found.highRiskSpecialNumbersEnabled;
  const tollFraud = allowed && keepsSpecial && found.highRiskTollfraudNumbersEnabled;
  const fields = [
    ...difference('calls', found.lowRiskNumbersEnabled, allowed),
    ...difference('special numbers', found.highRiskSpecialNumbersEnabled, special),
    ...difference('high-risk numbers', found.highRiskTollfraudNumbersEnabled, tollFraud),
  ];
  if (fields.length === 0) return [];
  return [
    {
      action: 'update',
      kind: 'dialing permission',
      key: found.isoCode,
      fields,
      why: why ?? 'no class of service allows it, and the directory itself calls nobody there',
      needs: 'account',
      write: async ({ rest }) => {
        // Booleans must be strings: Twilio takes others and does nothing.
        const update = {
          iso_code: found.isoCode,
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
