import { en } from './en';
import { es } from './es';

export const POLYCOM_WORDS = { en, es };
