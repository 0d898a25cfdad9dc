/** The page of what is not known of the phones. */
import { PHONE_MODELS } from '../../phones/families';
import type { Family } from '../../phones/phone';
import { NOTED, OPEN, type Question } from '../../phones/remarks/questions';
import { prose, table } from './markdown';

export function questionsPage(): string {
  const open = [...NOTED, ...OPEN].filter(({ settle }) => settle !== undefined);
  return `# Open questions about phones

Nobody has tried anything here on a real phone yet. What rests on manuals, on others' reports or on nothing is marked † on the
[pages of the models](README.md) and on their sheets. This page has what the notes asked by which the phones used to be set
up, each answered or still open; and what else is open.

To settle one: do it on stage, with the log before you ([log](../log.md)), dial 933 and never 911, and write down the model, its
software version and what happened. Then change \`src/phones/remarks/questions.ts\`, or take the † away in \`src/phones/sheet/guides/\`.

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
  NOTED.filter(({ settle }) => settle === undefined).map((each) => [
    phones(each),
    prose(each.asked),
    prose(each.answer),
  ]),
)}

Line by line, what each setting of the notes has become: [settings](settings.md).

\`npm run generate\` makes this page.
`;
}

const FAMILIES: Readonly<Record<Family, string>> = {
  spa: 'Linksys and Cisco SPA',
  'grandstream-ht': 'Grandstream HT',
  'grandstream-gxp': 'Grandstream GXP and GRP',
  'polycom-legacy': 'Polycom IP 501 and IP 4000',
  'polycom-uc': 'Poly VVX',
  yealink: 'Yealink',
  linphone: 'Linphone',
};

function phones({ about }: Question): string {
  if (about === 'every phone') return 'all';
  return about.map((each) => nameOfFamily(each) ?? linkTo(each.replace('model:', ''))).join(', ');
}

function nameOfFamily(about: string): string | undefined {
  return Object.entries(FAMILIES).find(([family]) => family === about)?.[1];
}

function linkTo(id: string): string {
  return `[${PHONE_MODELS.get(id)?.name ?? id}](${id}.md)`;
}
