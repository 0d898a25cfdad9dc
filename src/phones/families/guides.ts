/** What the guides of several families have in common. */
import type { PhoneSettings } from '../phone';
import { type Page, say, type Said, unproven, type Value } from '../sheet/guide';
import { CATALOGUES, type SheetCatalogue, type SheetLanguage } from '../sheet/language';

/** Of a family, beside those of every sheet. */
export interface Words<Own> {
  readonly own: Own;
  readonly sheet: SheetCatalogue;
}

export function wordsIn<Own>(
  own: Readonly<Record<SheetLanguage, Own>>,
  language: SheetLanguage,
): Words<Own> {
  return { own: own[language], sheet: CATALOGUES[language] };
}

/** The voice menu of an adapter. A hotline dials as soon as it is lifted, and has it no more. */
export function liftAndPress(
  { dial, rotary }: PhoneSettings,
  { devices }: SheetCatalogue,
  keys: string,
): Said {
  if (rotary) return say(devices.onlyOnKeys);
  return unproven(
    dial === 'hotline' ? devices.liftAndPressFirst(keys) : devices.liftAndPress(keys),
  );
}

/** @param said how sure it is: `say` unless given. */
export function browserTo(
  { devices }: SheetCatalogue,
  address: string,
  login: string,
  said = say,
): Said {
  return said(devices.browserTo(address.replace('<address>', devices.address), login));
}

/** Yes, no and the like: in the language of the sheet. */
export function choice(field: string, value: string): Value {
  return { field, value, inWords: true };
}

/** @param field as the device calls it, where that is known. */
export function adminPassword(
  { adminPassword }: PhoneSettings,
  { values }: SheetCatalogue,
  field = values.adminPassword,
): Value {
  return { field, value: adminPassword, secret: true };
}

/** Of its SIP account. */
export function accountPassword(
  { password, passwordByHand }: PhoneSettings,
  { values }: SheetCatalogue,
  field: string,
): Value {
  return passwordByHand ? choice(field, values.byHand) : { field, value: password, secret: true };
}

/** How its calls are encrypted, where the domain takes no others. */
export function encryption({ secureMedia }: PhoneSettings, value: Value): readonly Value[] {
  return secureMedia ? [{ ...value, secure: true }] : [];
}

/** The same, where the device has a page or menu of its own for it. */
export function encryptionPage(settings: PhoneSettings, page: Page): readonly Page[] {
  const values = page.values.flatMap((value) => encryption(settings, value));
  return values.length > 0 ? [{ ...page, values }] : [];
}

/** Nobody copies more than this by hand without a slip; the file has it. */
export const LONGEST_TO_TYPE = 320;

export function dialPlanValue({ values }: SheetCatalogue, field: string, plan: string): Value {
  if (plan === '') return { ...choice(field, values.empty), dialPlan: true };
  return plan.length <= LONGEST_TO_TYPE
    ? { field, value: plan, dialPlan: true }
    : { ...choice(field, values.long), dialPlan: true };
}

/** What is dialled when the handset is lifted, or that the field stays empty. */
export function hotlineValue(
  { dial }: PhoneSettings,
  { values }: SheetCatalogue,
  field: string,
  hotline: string,
): Value {
  return dial === 'hotline' ? { field, value: hotline } : choice(field, values.empty);
}
