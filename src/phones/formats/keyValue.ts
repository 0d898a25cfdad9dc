/** Yealink's `key = value` files: one setting a line, nothing quoted, nothing escaped. */
import type { Parameter, Refusal } from './values';

/** Words that a Yealink takes for a command: back to the factory's value, or empty. */
export const YEALINK_WORDS: Refusal = {
  pattern: /%(NULL|EMPTY)%/i,
  what: '`%NULL%` or `%EMPTY%`, which a Yealink takes for a command',
};

/** The first line has to be exactly this. Values are checked before: none holds a line break. */
export function keyValueFile(parameters: readonly Parameter[]): string {
  const lines = parameters.map(([key, value]) => `${key} = ${value}`.trimEnd());
  return ['#!version:1.0.0.1', ...lines, ''].join('\n');
}
