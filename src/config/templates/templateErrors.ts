/** What is wrong with the TwiML assets of a directory, and which numbers stand in them. */
import type { CompiledDirectory } from '..';
import { type Diagnostic, isError, warningAt } from '../../diagnostics/diagnostic';
import { costMessage } from '../check/costs';
import { openDirectory } from '../../runtime/model/open';
import type { PlacedNumber } from '../compile/provisioning';
import type { Directory } from '../../runtime/model/directory';
import { costlyKind } from '../../runtime/numbers/costly';
import { MOST_AT_ONCE } from '../../runtime/model/defaults';
import type { Numbering } from '../../runtime/numbers/emergency';
import { readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { checkTemplate } from './check';
import { checkNames } from './names';
import { destinationsOf, type WrittenNumber } from './destinations';

interface Text {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Where the rest of the directory is faulty, what is known without it. */
const ANYWHERE: Numbering = { country: 'US', areaCodes: [] };

export function checkTemplates(
  templates: Iterable<Text>,
  compiled: CompiledDirectory | undefined,
): { readonly diagnostics: readonly Diagnostic[]; readonly dialled: readonly PlacedNumber[] } {
  const texts = [...templates];
  const { country, areaCodes } = compiled?.site ?? ANYWHERE;
  const numbering: Numbering = { country, areaCodes };
  const all = texts.map(({ text }) => text);
  const diagnostics = texts.flatMap(({ file, text }) => {
    const found = checkTemplate(file, text, numbering);
    // Of a template whose tags cannot be read there are no names.
    return found.some(isError) ? found : [...found, ...checkNames(file, text, all)];
  });
  const written = texts.flatMap(({ file, text }) => destinationsOf(file, text, numbering).numbers);
  const unfollowed = compiled ? unfollowedRings(texts, compiled) : [];
  const costs = compiled ? costsOf(written, openDirectory(compiled)) : [];
  return {
    diagnostics: [...diagnostics, ...unfollowed, ...costs],
    dialled: written
      .filter(({ by }) => by === 'call')
      .map(({ number, file, line }) => ({ number, location: `${file}:${line}` })),
  };
}

/** Numbers whose own asset does not tell Twilio where to ask how the ringing ended: the next ten would never ring. */
function unfollowedRings(texts: readonly Text[], { numbers }: CompiledDirectory): Diagnostic[] {
  return Object.entries(numbers).flatMap(([number, { answer, otherwise, ring, twiml }]) => {
    const asset = texts.find(({ name }) => name === twiml);
    if (answer || !asset || ring.length === 0 || /\{\{ *action *\}\}/.test(asset.text)) return [];
    const late = ring.length - MOST_AT_ONCE;
    const lost = [
      late === 1 && `the ${ring.length}th phone never rings`,
      late > 1 && `the ${late} phones after the first ${MOST_AT_ONCE} never ring`,
      otherwise && '`otherwise` never follows',
    ].filter(Boolean);
    if (lost.length === 0) return [];
    const message = `answers \`${number}\` without \`{{action}}\`: ${lost.join(', and ')}`;
    return [warningAt(asset.file, message, 'Add `action="{{action}}"` to its <Dial>.')];
  });
}

function costsOf(written: readonly WrittenNumber[], directory: Directory): Diagnostic[] {
  return written.flatMap(({ number, file, line, by }): Diagnostic[] => {
    const read = readPhoneNumber(number, directory.site.country);
    const dear = typeof read === 'string' ? undefined : costlyKind(read, directory);
    if (dear === undefined) return [];
    const message = costMessage(number, dear, by);
    const fix = 'Use another number, or remove it.';
    return [warningAt({ file, line, path: '' }, message, fix)];
  });
}
