/** A directory that means harm: nothing of it becomes a sign of a phone's grammar. */
import fc from 'fast-check';
import { runs } from '../../support/runs';
import { openRewrite } from '../../../src/runtime/model/rewrite';
import type { Directory } from '../../../src/runtime/model/directory';
import { UserError } from '../../../src/diagnostics/errors';
import { dialPlanFor } from '../../../src/phones/dialplan/plan';
import { simulate } from '../../../tools/dial-plan-simulator';
import { literal } from '../../../src/phones/dialplan/pattern';
import { directory, extension } from '../../fixtures/directory';
import { compile, FAMILIES } from './phones';
import { anyCharacter } from '../../support/anyCharacter';

/** All that a compiled plan is made of; every sign of the grammars that replaces is left out. */
const SIGNS = {
  spa: /^\([\d*#xS.![\]|-]+\)$/,
  grandstream: /^\{ [\d*#x+^[\] |-]+ \}$/,
  polycom: /^[\d*#xT.[\]|-]+$/,
  yealink: /^(?:[\d*#x.![\]|-]|<T\d>)+$/,
};

const NASTY = [
  '911|933',
  '91)(1',
  '<:911>',
  '<911:9>',
  '2<T0>',
  '3S0',
  '4!',
  '^911',
  '911T',
  'x.',
  'x+',
  '[0-9]',
  '}{ 911',
  'R9RR',
  '12\n34',
  '١٢٣',
  '１２３',
  '12 34',
  '+1',
  '',
];

function with_(text: string): Directory {
  return {
    ...directory,
    extensions: new Map([...directory.extensions, [text, extension(text)]]),
    serviceCodes: new Map([...directory.serviceCodes, [text, '+15035550111']]),
  };
}

function plansOf(of: Directory) {
  const alder = of.extensions.get('alder') ?? extension('alder');
  const plan = dialPlanFor(alder, of);
  return FAMILIES.flatMap((family) => {
    try {
      return [[family, compile(family, plan)] as const];
    } catch (error) {
      // A Polycom cannot hold everything, and says so.
      expect([family, error]).toEqual(['polycom', expect.any(UserError)]);
      return [];
    }
  });
}

function isSound(of: Directory): void {
  for (const [family, { text, options }] of plansOf(of)) {
    expect(text).toMatch(SIGNS[family]);
    expect(() => simulate(family, text, [], options)).not.toThrow();
  }
}

it('Every family holds the plan that is attacked here', () => {
  expect(plansOf(directory)).toHaveLength(FAMILIES.length);
});

it.each(NASTY)('A code and an extension named %j leave the plan as it is', (text) => {
  expect(plansOf(with_(text))).toEqual(plansOf(directory));
});

it('No name, code or rule gets out of the grammar', () => {
  const nasty = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...'0123456789*#x|()<>[]{}!^.+-ST:RL,; '), maxLength: 6 }),
  );
  fc.assert(
    fc.property(nasty, (text) => isSound(with_(text))),
    { numRuns: runs(20, 150) },
  );
});

it('No pattern of a rewrite rule gets out of the grammar', () => {
  const pattern = fc
    .array(
      fc.constantFrom(
        ...['1', '64', '\\d', '\\d{2}', '[2-9]', '[^1]', '(', ')', '|', '\\|', '\\)', '<', '>'],
        ...[':', '!', 'x', 'T', 'S0', '\\*', '#', '.', '+', '?', '{1,3}', '\\<', '\\[', '[|]', '^'],
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(''));
  let read = 0;
  fc.assert(
    fc.property(pattern, (from) => {
      let rule;
      try {
        rule = openRewrite({ from, to: '5035550199' });
      } catch {
        return; // No RE2 pattern: the directory does not build.
      }
      read += 1;
      isSound({ ...directory, rewrites: [rule] });
    }),
    { numRuns: runs(120, 1000) },
  );
  expect(read).toBeGreaterThan(runs(20, 200));
});

it.each(NASTY)('%j is no pattern', (text) => {
  expect(() => literal(text)).toThrow(RangeError);
});
