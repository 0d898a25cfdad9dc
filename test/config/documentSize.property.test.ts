/** The compiler's idea of a document's size, held to what twiml/ renders. */
import fc from 'fast-check';
import { openMenu } from '../../src/runtime/calls/menus/open';
import { LONGEST_HISTORY } from '../../src/runtime/calls/menus/position';
import { documentBytes } from '../../src/config/check/documentSize';
import type { Menu, Prompt } from '../../src/runtime/model/directory';
import { twimlFor } from '../../src/runtime/twiml';
import { callerFromOutside } from '../../src/runtime/calls/caller';
import { callFrom, NOON } from '../runtime/calls/menus/simulateKeys';
import { directory as fixture, menu } from '../fixtures/menus';

const text = fc.string({
  unit: fc.constantFrom('a', ' ', '&', 'é', '"', "'", '字', '😀', ';'),
  minLength: 1,
});
const sound = fc.oneof(
  text.map((say) => ({ say })),
  text.map((play) => ({ play })),
);
const prompt: fc.Arbitrary<Prompt> = fc.record({ en: sound, es: sound });
const prompts = fc.array(prompt, { maxLength: 5 });
const parts = fc.record({ intro: prompts, oneOf: prompts, prompts });

const LONGEST = 'm'.repeat(40);

function rendered(
  menus: readonly Menu[],
  language: 'en' | 'es',
  history: readonly string[],
): string {
  const directory = { ...fixture, menus: new Map(menus.map((each) => [each.name, each])) };
  const call = callFrom('booth');
  const caller = callerFromOutside('+15035550188', '+15035550100', directory);
  const opening = { menu: menus[0]?.name ?? '', history, enters: true, round: 20 };
  const opened = openMenu(opening, { call, caller, directory, now: NOON, language });
  if (opened.kind !== 'gather') throw new Error('no document');
  const rendering = { site: directory.site, template: () => undefined, parameters: {} };
  return twimlFor({ ...opened, language }, rendering);
}

describe('The size that a document is taken to have', () => {
  it('is never less than what is rendered, and little more', () => {
    const history = Array<string>(LONGEST_HISTORY).fill(LONGEST);
    fc.assert(
      fc.property(parts, parts, fc.constantFrom('en', 'es'), (first, last, language) => {
        const menus = [
          menu('first', { ...first, next: { menu: LONGEST } }),
          menu(LONGEST, { ...last, keys: { 1: { do: 'hangUp' } } }),
        ];
        const bytes = Buffer.byteLength(rendered(menus, language, history));
        expect(documentBytes(menus, fixture.site)).toBeGreaterThanOrEqual(bytes);
      }),
      { numRuns: 500 },
    );
    const plain = menu('first', {
      intro: Array<Prompt>(20).fill({ en: { say: 'a'.repeat(2_900) }, es: { say: 'a' } }),
      keys: { 1: { do: 'hangUp' } },
      prompts: [],
    });
    const bytes = Buffer.byteLength(rendered([plain], 'en', []));
    expect(documentBytes([plain], fixture.site)).toBeLessThan(bytes + 1_000);
  });
});
