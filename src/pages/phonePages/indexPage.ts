/** The list of models: what a volunteer opens first. */
import { PHONE_MODELS } from '../../phones/families';
import { table } from './markdown';

export function phonesIndexPage(): string {
  return `# Phones

A page for each model that \`dialtone phones\` can set up, by its name in \`extensions.yaml\`.

${table(
  ['model', 'in `extensions.yaml`', 'lines', 'transport', 'asks for its file by'],
  [...PHONE_MODELS.values()].map(({ id, name, lines, transports, softphone }) => [
    `[${name}](${id}.md)`,
    `\`${id}\``,
    String(lines),
    (transports[0] ?? '').toUpperCase(),
    softphone ? 'a code or an address' : 'its MAC address',
  ]),
)}

- Any other app, desk phone or adapter: [softphones and other phones](softphones.md).
- A telephone with a dial: [rotary](rotary.md).
- What nobody has tried on a real phone: [open questions](open-questions.md).
- What became of the old setup notes: [settings](settings.md).
- What can be dialled, and when the phone sends it: [dial plans](../dial-plans.md).
- From a box to a dial tone: [add a phone](../add-a-phone.md). To add a model: [CONTRIBUTING.md](../../CONTRIBUTING.md#a-model-of-phone).

\`npm run generate\` makes this page.
`;
}
