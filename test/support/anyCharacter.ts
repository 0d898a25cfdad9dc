/**
 * Any code point but half of a pair: what fast-check's unit `binary` is, which makes a table of all of them
 * in each file that asks for it: two seconds. `fc.string({ unit: anyCharacter })`.
 */
import fc from 'fast-check';

const FIRST_HALF = 0xd800;
const HALVES = 0x800;

export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - HALVES }).map(
  (at) => String.fromCodePoint(at < FIRST_HALF ? at : at + HALVES),
  (text) => positionOf(text),
);

/** The way back, by which fast-check mixes in words such as `__proto__`. */
function positionOf(text: unknown): number {
  const [character, ...more] = typeof text === 'string' ? text : '';
  if (character === undefined || more.length > 0) throw new Error('no single character');
  const at = character.codePointAt(0) ?? 0;
  return at < FIRST_HALF ? at : at - HALVES;
}
