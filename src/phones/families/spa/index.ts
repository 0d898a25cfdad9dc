/** Linksys and Cisco SPA adapters. */
import type { PhoneFamily } from '../../phone';
import { SPA_WORDS, spaGuide } from './guide';
import { SPA_MODELS } from './models';
import { spaNotes } from './notes';
import { SPA_QUESTIONS } from './questions';

/** What its profile rule may say. */
const fileAliases = (mac: string) => [`spa${mac}.cfg`, `spa${mac}.xml`, `${mac}.cfg`, `${mac}.xml`];

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
  // Linksys/SPA2102-5.2.13(004) (000E08000001), or with its serial number instead
  userAgent:
    /^(?:Linksys|Cisco|Sipura)\/(?<product>[A-Za-z0-9]+(?:-\d{3,4}[A-Z]*(?=-))?)-(?<firmware>[^\s()]{1,30}(?:\([a-zA-Z0-9.]{1,12}\))?)(?: \((?<mac>[0-9A-Fa-f]{12})\))?/,
  fileAliases,
};
