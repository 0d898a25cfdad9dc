/** What stands in the phones, as docs/dial-plans.md shows it, and what they can hold. */
import { readFileSync } from 'node:fs';
import type { Directory } from '../../../src/runtime/model/directory';
import { UserError } from '../../../src/diagnostics/errors';
import type { DialPlan } from '../../../src/phones/dialplan/plan';
import { grandstreamDialPlan } from '../../../src/phones/families/grandstream/dialPlan';
import { polycomDialPlan } from '../../../src/phones/families/polycom/dialPlan';
import { spaDialPlan } from '../../../src/phones/families/spa/dialPlan';
import { yealinkDialPlan } from '../../../src/phones/families/yealink/dialPlan';
import { simulate } from '../../../tools/dial-plan-simulator';
import { directory, extension, withSite } from '../../fixtures/directory';
import { compile, dial, FAMILIES, planIn, planOf } from './phones';

const HOTLINE = {
  spa: /^\(S0<:#>\)$/,
  grandstream: /^\{ 911 \| 933 \| 112 \| 1112 \| 1911 \| 1933 \|.* # \|/,
  polycom: /^911\|933\|112\|1112\|1911\|1933\|.*\|#\|/,
  yealink: /^911\|933\|112\|1112\|1911\|1933\|.*\|#\|/,
};

const DOCUMENT = readFileSync('docs/dial-plans.md', 'utf8');

describe.each(FAMILIES)('On a phone of the family %s', (family) => {
  it.each(['example/+15035550124', 'example/clinton', 'example/+15035550123'])(
    'the plan of %s is that of the document',
    (phone) => {
      expect(DOCUMENT).toContain(compile(family, planOf(phone)).text);
    },
  );

  it('a hotline dials the menu, and help for who gets round it', () => {
    const plan = planOf('example/+15035550124');
    expect(compile(family, plan, 'hotline').text).toMatch(HOTLINE[family]);
  });

  it('a hotline that may not call for help denies it', () => {
    const { text, options } = compile(family, planOf('example/belmont'), 'hotline');
    const keys = [...'911'].map((key) => ({ key, pauseMs: 0 }));
    expect(simulate(family, text, keys, options)).not.toMatchObject({
      digits: '911',
      kind: 'sent',
    });
  });
});

it('A hotline of Linksys dials without a key', () => {
  const { text } = compile('spa', planOf('example/belmont'), 'hotline');
  expect(simulate('spa', text, [])).toEqual({ kind: 'sent', digits: '#', afterMs: 0 });
});

/** The fixture with these short numbers beside its own. */
function withExtensions(names: readonly string[], from: Directory = directory): Directory {
  const added = names.map((name) => [name, extension(name)] as const);
  return { ...from, extensions: new Map([...from.extensions, ...added]) };
}

/** Scattered numbers of so many digits, always the same; none begins with 1 or 9. */
function scattered(count: number, length: number): readonly string[] {
  const size = 10 ** (length - 1);
  return Array.from({ length: count }, (_, n) =>
    String(2 * size + ((n * 7919 + 137) % (7 * size))),
  );
}

describe('A Polycom', () => {
  const plain = { ...withSite({ areaCode: '503' }), rewrites: [] };
  const sizes = (plan: DialPlan) => {
    const { digitmap, timeOut, whole } = polycomDialPlan(plan);
    const segments = digitmap.split('|').length;
    expect(digitmap.length).toBeLessThanOrEqual(768);
    expect(segments).toBeLessThanOrEqual(30);
    expect(timeOut.split('|')).toHaveLength(segments);
    expect(timeOut).toMatch(/^[1-9](\|[1-9])*$/);
    return whole;
  };

  it.each(['clinton', 'alder'])('holds a plan whole where extensions go in rows (%s)', (phone) => {
    const rows = Array.from({ length: 100 }, (_, n) => String(2200 + n));
    expect(sizes(planIn(withExtensions(rows, plain), phone))).toBe(true);
  });

  it.each(['clinton', 'alder'])('holds scattered extensions with more waiting (%s)', (phone) => {
    for (const length of [3, 4]) {
      const names = scattered(60, length);
      const plan = planIn(withExtensions(names, plain), phone);
      expect(sizes(plan)).toBe(false);
      for (const name of names) {
        const outcome = dial('polycom', plan, name);
        expect([name, outcome]).toMatchObject([name, { kind: 'sent', digits: name }]);
      }
      expect(dial('polycom', plan, '5035550199')).toMatchObject({ afterMs: 0 });
    }
  });

  it('says so when it cannot hold a plan', () => {
    const rewrites = [...'013456'].flatMap((a) =>
      [...'2468'].map((b) => ({
        from: `\\*${a}${b}\\d\\d`,
        to: '5035550199',
        apply: (dialled: string) =>
          new RegExp(`^\\*${a}${b}\\d\\d$`).test(dialled) ? '5035550199' : undefined,
      })),
    );
    const plan = planIn({ ...directory, rewrites: [...directory.rewrites, ...rewrites] }, 'alder');
    const write = () => polycomDialPlan(plan);
    expect(write).not.toThrow();
    const wild = scattered(30, 5).map((name) => `0${name.slice(1)}`);
    const odd = planIn(withExtensions(wild, { ...directory, rewrites }), 'alder');
    expect(() => polycomDialPlan({ ...odd, neverSent: wild })).toThrow(UserError);
    expect(() => polycomDialPlan({ ...odd, neverSent: wild })).toThrow(
      /^alder: the dial plan has \d+ segments and \d+ bytes; a Polycom holds 30 and 768/,
    );
  });
});

it('Grandstream and Yealink say so when they cannot hold a plan; a Linksys has no limit', () => {
  const plan = planIn(withExtensions(scattered(500, 4)), 'alder');
  expect(() => grandstreamDialPlan(plan)).toThrow(
    /^alder: the dial plan has \d+ characters; a Grandstream/,
  );
  expect(() => yealinkDialPlan(plan)).toThrow(
    /^alder: the dial plan has \d+ characters; a Yealink/,
  );
  expect(spaDialPlan(plan).plan.length).toBeGreaterThan(2048);
});

describe('What stands in the notes of a plan', () => {
  const notesOf = (from: Directory, phone: string) => planIn(from, phone).notes.join('\n');

  it('is what the keys cannot dial', () => {
    expect(notesOf(directory, 'clinton')).toContain('503911 is an emergency call too');
    expect(notesOf(directory, 'alder')).not.toContain('Local numbers');
    expect(notesOf(withSite({ areaCode: '503' }), 'alder')).toContain('Local numbers');
    expect(notesOf(directory, 'alder')).not.toContain('011');
    expect(notesOf(directory, 'globe')).toContain('outside North America with 011');
    expect(notesOf(withExtensions(['9115']), 'alder')).toContain('9115 cannot be dialled');
    expect(notesOf(withSite({ country: 'GB', areaCodes: ['20'] }), 'alder')).toContain(
      'a general one',
    );
  });

  // The directory holds area codes in the order of their figures.
  it.each([
    ['its own area code', { areaCode: '503', areaCodes: ['313', '503', '971'] }, '503911'],
    ['that of its house number', { areaCodes: ['313', '503'] }, '503911'],
    ['whichever there is', { areaCodes: ['313', '971'] }, '313911'],
  ])('has an emergency number after %s', (_, site, expected) => {
    expect(notesOf(withSite(site), 'clinton')).toContain(`${expected} is an emergency call`);
  });

  it('says of a phone that may not call for help that this is refused', () => {
    const notes = notesOf(directory, 'alder');
    expect(notes).toContain(
      '503911 is an emergency number to the server, which refuses it from this phone',
    );
    expect(notes).not.toContain('is an emergency call');
  });
});
