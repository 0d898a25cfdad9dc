/** Sheets of the example's phones, on any model. */
import type { Language } from '../../src/directory/types';
import type { PhoneModel, PhoneSettings } from '../../src/phones/phone';
import { phoneSheet, type SheetAbout } from '../../src/phones/sheet';
import { phone } from './example';

export const ABOUT: SheetAbout = {
  language: 'en',
  site: 'Example payphones',
  environment: 'prod',
  emergencyNumber: '911',
  testNumber: '933',
  address: '200 SE Example Avenue, Portland, OR 97200',
  tryExtension: '101',
  answers: {
    zero: 'operator',
    hash: 'menu',
    extension: 'other',
    test: { dialled: true, keys: true },
  },
  fetchFrom: 'http://192.0.2.20:8080/p/abcdefghijkmnpqrstuvwxyz23456/linphone-example.xml',
};

/** A phone as it would be on this model: an app has no MAC address. */
export function settingsOn(model: PhoneModel, changes: Partial<PhoneSettings> = {}): PhoneSettings {
  return phone(model, {
    languages: ['en', 'es'],
    ...(model.softphone && { mac: undefined }),
    ...changes,
  });
}

export function sheetOn(
  model: PhoneModel,
  language: Language,
  changes: Partial<PhoneSettings> = {},
  about: Partial<SheetAbout> = {},
): string {
  return phoneSheet(settingsOn(model, changes), { ...ABOUT, language, ...about });
}
