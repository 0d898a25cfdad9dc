import type { Question } from '../../notes';
import { CLOCK, KEYPAD } from '../questions';

export const YEALINK_QUESTIONS: readonly Question[] = [
  {
    asked: 'Does its hotline take `#`?',
    answer: 'The setting takes digits; `#` is not excluded.',
    test: 'Lift the handset of a hotline.',
  },
  KEYPAD,
  CLOCK,
];
