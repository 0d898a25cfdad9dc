/** Our own sentences: as text, and as a caller hears them. */
export { announcement, explanation, type Recorded, sentence } from './audio';
export type { Catalogue } from './catalogue';
export { CATALOGUES } from './catalogues';
export {
  ANNOUNCEMENTS,
  isAnnouncement,
  SENTENCE_NAMES,
  type SentenceName,
  spell,
  textOf,
} from './recordable';
