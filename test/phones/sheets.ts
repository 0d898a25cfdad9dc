/** Sheets of the example's phones, on any model. */
import type { PhoneModel, PhoneSettings } from '../../src/phones/phone';
import { phoneSheet, type SheetAbout } from '../../src/phones/sheet';
import type { Help, EmergencyCall } from '../../src/phones/sheet/help';
import type { SheetLanguage } from '../../src/phones/sheet/language';
import { phone } from './example';

export const ABOUT: SheetAbout = {
  language: 'en',
  site: 'Example payphones',
  environment: 'prod',
  emergencyNumber: '911',
  testNumber: '933',
  address: '200 SE Example Avenue, Portland, OR 97200',
  answers: {
    zero: 'operator',
    hash: 'menu',
    extension: '101',
    rings: true,
    help: {
      calls: [{ by: 'dialled', proven: true }],
      test: { by: 'dialled', proven: true },
      elsewhere: false,
    },
  },
  fetchFrom: 'http://192.0.2.20:8080/p/abcdefghijkmnpqrstuvwxyz23456/linphone-example.xml',
};

/** Every way in which a sheet speaks of 911. */
export const KINDS: Readonly<Record<string, Kind>> = {
  dialled: { dial: 'dialtone', help: ABOUT.answers.help },
  unproven: { dial: 'dialtone', help: helped({ by: 'dialled', proven: false }) },
  both: {
    dial: 'dialtone',
    help: helped({ by: 'dialled', proven: false }, { by: 'keys', proven: true }),
  },
  'keys alone': { dial: 'dialtone', help: helped({ by: 'keys', proven: true }) },
  hotline: { dial: 'hotline', help: helped({ by: 'keys', proven: true }) },
  'other system': { dial: 'hotline', help: { calls: [], elsewhere: true } },
  nobody: { dial: 'dialtone', help: helped() },
  'may not': { dial: 'dialtone', emergency: false, help: helped() },
  'may not, hotline': { dial: 'hotline', emergency: false, help: helped() },
};

interface Kind {
  readonly dial: PhoneSettings['dial'];
  readonly emergency?: boolean;
  readonly help: Help;
}

function helped(...calls: readonly EmergencyCall[]): Help {
  return { calls, test: calls[0], elsewhere: false };
}

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
  language: SheetLanguage,
  changes: Partial<PhoneSettings> = {},
  about: Partial<SheetAbout> = {},
): string {
  return phoneSheet(settingsOn(model, changes), { ...ABOUT, language, ...about });
}
