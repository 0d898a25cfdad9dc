/** The page of reasons and events, made from the lists that the code uses. */
import { REASONS } from '../runtime/calls';

export function reasonsPage(): string {
  const rows = Object.entries(REASONS).map(
    ([code, { delivery, sentence }]) =>
      `| \`${code}\` | ${delivery} | ${sentence.en} | ${sentence.es} |`,
  );
  return `# Reasons

Every way in which a call can be refused or fail has one code. The log, [explain](explain.md) and test
plans use it. A reason is _spoken_ in each of the site's languages, in their order, and then the call
ends; or the call is _rejected_ unanswered, which Twilio does not bill.

| code | delivery | English | Spanish |
| --- | --- | --- | --- |
${rows.join('\n')}

The sentences are in \`src/runtime/calls/reasons.ts\`; \`npm run generate\` makes this page.
`;
}
