/** What to type into a phone so that it asks here. */
import { SHEET_LANGUAGES, type SheetLanguage } from '../sheet/language';
import type { Device } from './device';

export interface ProvisioningUrl {
  /** In the form that this kind of phone takes. */
  readonly address: string;
  /** Where it goes on this kind of phone: after "Type it". */
  readonly where: Readonly<Record<SheetLanguage, string>>;
}

/** @param server host and port, as phones reach it. */
export function provisioningUrlOf(device: Device, server: string): ProvisioningUrl {
  const { family } = device.model;
  const where = SHEET_LANGUAGES.map((each) => [each, family.whereToType(each)] as const);
  return {
    address: family.provisioningUrl(`${server}/p/${device.token}`, device),
    where: Object.fromEntries(where) as Record<SheetLanguage, string>,
  };
}
