/** The page of what is not known of the phones. */
import { FAMILIES, PHONE_MODELS } from '../../phones/families';
import { ABOUT_EVERY_PHONE } from '../../phones/families/questions';
import type { Question } from '../../phones/notes';
import { prose, table } from './markdown';
import { QUESTIONS } from './questions';

export function questionsPage(): string {
  const open = QUESTIONS.filter(({ settle }) => settle !== undefined);
  return `# Open questions about phones

Nobody has tried anything here on a real phone yet. What rests on manuals, on others' reports or on nothing is marked † on the
[pages of the models](README.md) and on their sheets. This page has what the notes asked by which the phones used to be set
up, each answered or still open; and what else is open.

To settle one: do it on stage, with the log before you ([log](../log.md)), dial 933 and never 911, and write down the model, its
software version and what happened. Then change \`questions.ts\` in the folder of its
maker in \`src/phones/families/\`, or take the † away in its guide.

## Still open

${table(
  ['#', 'phones', 'question', 'what we know and do', 'how to settle it'],
  open.map((each, i) => [
    String(i + 1),
    phones(each),
    prose(each.asked),
    prose(each.answer),
    prose(each.settle ?? ''),
  ]),
)}

Those of the dial plans alone are in [dial plans](../dial-plans.md#unproven-on-hardware).

## Answered

${table(
  ['phones', 'the notes asked', 'answer'],
  QUESTIONS.filter(({ noted, settle }) => noted && settle === undefined).map((each) => [
    phones(each),
    prose(each.asked),
    prose(each.answer),
  ]),
)}

Line by line, what each setting of the notes has become: [settings](settings.md).

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
