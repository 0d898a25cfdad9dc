/** Questions about phones, as their families ask them. */
import { FAMILIES } from '../../phones/families';
import { ABOUT_EVERY_PHONE } from '../../phones/families/questions';
import type { Question } from '../../phones/notes';
import type { PhoneModel } from '../../phones/phone';

/** About a model: its own, its family's, and those about every phone. */
export function questionsAbout({ family, id }: PhoneModel): readonly Question[] {
  const own = family.questions.filter(({ models }) => models?.includes(id) ?? true);
  return [...own, ...ABOUT_EVERY_PHONE];
}

/** Each once. */
export const QUESTIONS: readonly Question[] = [
  ...new Set([...FAMILIES.flatMap(({ questions }) => questions), ...ABOUT_EVERY_PHONE]),
];
