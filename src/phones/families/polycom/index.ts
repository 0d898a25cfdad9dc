/** Polycom: SoundPoint IP 501 and SoundStation IP 4000, and the VVX. */
import type { PhoneFamily } from '../../phone';
import { polycomLegacyGuide } from './legacyGuide';
import { POLYCOM_LEGACY_MODELS } from './legacyModels';
import { polycomLegacyNotes, polycomUcNotes } from './notes';
import { LEGACY_QUESTIONS, UC_QUESTIONS } from './questions';
import { polycomUcGuide } from './ucGuide';
import { POLYCOM_UC_MODELS } from './ucModels';
import { POLYCOM_WORDS } from './words';

const POLYCOM = {
  words: POLYCOM_WORDS,
  // The protocol is a setting of its own.
  provisioningUrl: (folder: string) => folder,
  // FileTransport PolycomSoundPointIP-SPIP_501-UA/3.1.8.0070; newer ones say their MAC address:
  // FileTransport PolycomVVX-VVX_411-UA/5.9.7.3480 (SN:64167f000001) Type/Application
  userAgent:
    /^FileTransport Poly(?:com)?\w{0,30}-(?<product>[\w-]{1,20})-UA\/(?<firmware>[\d.]{1,20})(?: \(SN:(?<mac>[0-9A-Fa-f]{12})\))?/,
  /** Its logs, and what was set on the phone itself. */
  uploads: (mac: string) => [
    `${mac}-boot.log`,
    `${mac}-app.log`,
    `${mac}-now.log`,
    `${mac}-phone.cfg`,
    `${mac}-web.cfg`,
    `${mac}-directory.xml`,
    `${mac}-calls.xml`,
  ],
};

export const polycomLegacy: PhoneFamily<'polycom-legacy'> = {
  ...POLYCOM,
  id: 'polycom-legacy',
  name: 'Polycom IP 501 and IP 4000',
  models: POLYCOM_LEGACY_MODELS,
  guide: polycomLegacyGuide,
  whereToType: (language) => POLYCOM_WORDS[language].legacy.fetch,
  notes: polycomLegacyNotes,
  questions: LEGACY_QUESTIONS,
};

export const polycomUc: PhoneFamily<'polycom-uc'> = {
  ...POLYCOM,
  id: 'polycom-uc',
  name: 'Poly VVX',
  models: POLYCOM_UC_MODELS,
  guide: polycomUcGuide,
  whereToType: (language) => POLYCOM_WORDS[language].uc.fetch,
  notes: polycomUcNotes,
  questions: UC_QUESTIONS,
};
