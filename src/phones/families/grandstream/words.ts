import { en } from './en';
import { es } from './es';

export const GRANDSTREAM_WORDS = { en, es };
