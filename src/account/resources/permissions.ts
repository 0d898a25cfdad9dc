/**
 * The countries that the account may call, for all environments at once
 * (https://www.twilio.com/docs/voice/api/dialing-permissions-resources). The last line of defence
 * when a password leaks: whoever has one can call, but not where no class of service allows.
 */
import type { Change, FieldChange } from '../change';
import type { Found, FoundPermission } from '../found';
import type { Wanted } from '../wanted';

/** Twilio keeps one entry for the two, under US. */
const SHARED = ['US', 'CA'];

export function planPermissions(
  wanted: Wanted,
  { permissions = [] }: Pick<Found, 'permissions'>,
): Change[] {
  const regions = new Set(wanted.regions);
  if (SHARED.some((region) => regions.has(region))) SHARED.forEach((region) => regions.add(region));
  return permissions.flatMap((permission) => planCountry(permission, regions, wanted.premium));
}

/** What may be called beyond what the classes of service allow. */
export function isWider(permission: FoundPermission, wanted: Wanted): boolean {
  return planPermissions(wanted, { permissions: [permission] })
    .flatMap(({ fields }) => fields)
    .some(({ to }) => to === 'off');
}

function planCountry(
  found: FoundPermission,
  regions: ReadonlySet<string>,
  premium: boolean,
): Change[] {
  const allowed = regions.has(found.isoCode);
  // Special and fraud-prone ranges stay as they are where premium numbers may be called.
  const special = allowed && premium && found.highRiskSpecialNumbersEnabled;
  const tollFraud = allowed && premium && found.highRiskTollfraudNumbersEnabled;
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
      why: allowed ? 'a class of service allows it' : 'no class of service allows it',
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
