/** The page of reasons and events, made from the lists that the code uses. */
import { CATALOGUES, type Reason, REASONS } from '../runtime/calls';
import { CALL_LANGUAGES, SPEECH } from '../runtime/model/language';

export function reasonsPage(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const said = (code: Reason) => CALL_LANGUAGES.map((each) => CATALOGUES[each].reasons[code]);
  const rows = Object.entries(REASONS).map(([code, delivery]) =>
    row([`\`${code}\``, delivery, ...said(code as Reason)]),
  );
  const head = ['code', 'delivery', ...CALL_LANGUAGES.map((each) => SPEECH[each].name)];
  return `# Reasons

Every way in which a call can be refused or fail has one code. The log, [explain](explain.md) and test
plans use it. A reason is _spoken_ in each of the site's languages, in their order, and then the call
ends; or the call is _rejected_ unanswered, which Twilio does not bill.

${row(head)}
${row(head.map(() => '---'))}
${rows.join('\n')}

The sentences are in \`src/runtime/calls/sentences/\`, one file a language; \`npm run generate\` makes this page.
`;
}
