/** What is wrong with the TwiML assets of a directory, and which numbers stand in them. */
import type { CompiledDirectory } from '..';
import { type Diagnostic, warningAt } from '../../diagnostics/diagnostic';
import { costMessage } from '../check/costs';
import { openDirectory } from '../../runtime/model/open';
import type { PlacedNumber } from '../compile/provisioning';
import type { Directory } from '../../runtime/model/directory';
import { costlyKind } from '../../runtime/numbers/costly';
import type { Numbering } from '../../runtime/numbers/emergency';
import { readPhoneNumber } from '../../runtime/numbers/phoneNumber';
import { checkTemplate } from './check';
import { destinationsOf, type WrittenNumber } from './destinations';

interface Text {
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
  const diagnostics = texts.flatMap(({ file, text }) => checkTemplate(file, text, numbering));
  const written = texts.flatMap(({ file, text }) => destinationsOf(file, text, numbering).numbers);
  const costs = compiled ? costsOf(written, openDirectory(compiled)) : [];
  return {
    diagnostics: [...diagnostics, ...costs],
    dialled: written
      .filter(({ by }) => by === 'call')
      .map(({ number, file, line }) => ({ number, location: `${file}:${line}` })),
  };
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
