/** The pages about phones that are made from the models, by their paths from the root. */
import { phonesIndexPage } from './indexPage';
import { modelPages } from './modelPage';
import { questionsPage } from './questionsPage';

export function phonePages(): readonly (readonly [path: string, text: string])[] {
  return [
    ['docs/phones/README.md', phonesIndexPage()],
    ['docs/phones/open-questions.md', questionsPage()],
    ...modelPages(),
  ];
}
