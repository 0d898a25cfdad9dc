/** What to type into a phone so that it asks here. */
import { SHEET_LANGUAGES, type SheetLanguage } from '../sheet/language';
import { qrCode } from '../sheet/qr';
import type { Device } from './device';

export interface ProvisioningUrl {
  /** In the form that this kind of phone takes. */
  readonly address: string;
  /** Where it goes on this kind of phone: after "Type it". */
  readonly where: Readonly<Record<SheetLanguage, string>>;
  /** To scan with a mobile telephone, where it is typed with that, or by an app. */
  readonly qr: ReturnType<typeof qrCode>;
}

/** @param server host and port, as phones reach it. */
export function provisioningUrlOf(device: Device, server: string): ProvisioningUrl {
  const { family } = device.model;
  const where = SHEET_LANGUAGES.map((each) => [each, family.whereToType(each)] as const);
  const address = family.provisioningUrl(`${server}/p/${device.token}`, device);
  return {
    address,
    qr: qrCode(address),
    where: Object.fromEntries(where) as Record<SheetLanguage, string>,
  };
}
