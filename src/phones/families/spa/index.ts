/** Linksys and Cisco SPA adapters. */
import type { PhoneFamily } from '../../phone';
import { SPA_WORDS, spaGuide } from './guide';
import { SPA_MODELS, SPA_PREFIXES } from './models';
import { spaNotes } from './notes';
import { SPA_QUESTIONS } from './questions';

/** What its profile rule may say. */
const fileAliases = (mac: string) => [`spa${mac}.cfg`, `spa${mac}.xml`, `${mac}.cfg`, `${mac}.xml`];

/**
 * `Linksys/SPA2102-5.2.13(004) (000E08000001)`. In the same place some say their serial number, which
 * may look like a MAC address of nobody.
 */
const USER_AGENT = new RegExp(
  /^(?:Linksys|Cisco|Sipura)\/(?<product>[A-Za-z0-9]+(?:-\d{3,4}[A-Z]*(?=-))?)-/.source +
    /(?<firmware>[^\s()]{1,30}(?:\([a-zA-Z0-9.]{1,12}\))?)/.source +
    `(?: \\((?<mac>(?:${SPA_PREFIXES.join('|').replaceAll(':', '')})[0-9a-f]{6})\\))?`,
  'i',
);

export const spa: PhoneFamily<'spa'> = {
  id: 'spa',
  name: 'Linksys and Cisco SPA',
  models: SPA_MODELS,
  guide: spaGuide,
  words: SPA_WORDS,
  notes: spaNotes,
  questions: SPA_QUESTIONS,
  whereToType: (language) => SPA_WORDS[language].fetch,
  provisioningUrl: (folder, { id }) => `http://${folder}/${fileAliases(id)[0]}`,
  userAgent: USER_AGENT,
  fileAliases,
};
