/** The page of what is not known of the phones. */
import { FAMILIES, PHONE_MODELS } from '../../phones/families';
import { ABOUT_EVERY_PHONE } from '../../phones/families/questions';
import type { Question } from '../../phones/notes';
import { prose, table } from './markdown';
import { QUESTIONS } from './questions';

export function questionsPage(): string {
  const open = QUESTIONS.filter(({ test }) => test !== undefined);
  return `# Open questions about phones

Nobody has tried anything here on a real phone yet. Statements that rest on manuals, on others' reports or on nothing are marked † on the
[pages of the models](README.md) and on their sheets. This page has the questions of the old setup notes, answered or
still open, and what else is open.

To answer one, try it on stage while you watch the [log](../log.md). Dial 933 and never 911. Write down the model, its
software version and what happened. Then change \`questions.ts\` in the folder of its
maker in \`src/phones/families/\`, or take the † away in its guide.

## Still open

${table(
  ['#', 'phones', 'question', 'what we know and do', 'how to find out'],
  open.map((each, i) => [
    String(i + 1),
    phones(each),
    prose(each.asked),
    prose(each.answer),
    prose(each.test ?? ''),
  ]),
)}

Questions about dial plans only are in [dial plans](../dial-plans.md#unproven-on-hardware).

## Answered

${table(
  ['phones', 'the notes asked', 'answer'],
  QUESTIONS.filter(({ noted, test }) => noted && test === undefined).map((each) => [
    phones(each),
    prose(each.asked),
    prose(each.answer),
  ]),
)}

What became of each setting of the notes, line by line: [settings](settings.md).

\`npm run generate\` makes this page.
`;
}

function phones(question: Question): string {
  if (ABOUT_EVERY_PHONE.includes(question)) return 'all';
  const { models } = question;
  const families = FAMILIES.filter(({ questions }) => questions.includes(question));
  return (models?.map(linkTo) ?? families.map(({ name }) => name)).join(', ');
}

function linkTo(id: string): string {
  return `[${PHONE_MODELS.get(id)?.name ?? id}](${id}.md)`;
}
