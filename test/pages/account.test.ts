/** docs/account.md: its sums follow from the prices that it states, and other pages state the same. */
import { readFileSync } from 'node:fs';

const page = readFileSync('docs/account.md', 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('**', '')));

const row = (name: string): string[] => {
  const found = rows.filter(([, first]) => first === name);
  expect(found).toHaveLength(1);
  return found[0]!.slice(2);
};
const amount = (cell = ''): number => {
  expect(cell).toMatch(/^\$[\d.]+$/);
  return Number(cell.slice(1));
};
const price = (name: string): number => amount(row(name)[0]);
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
const dollars = (value: number) => `$${rounded(value).toFixed(2)}`;

const PHONES = [1, 12, 50];
const leg = () => price('a phone’s own leg (SIP) of any call');
const UNITS: Readonly<Record<string, () => number>> = {
  numbers: () => price('a local number'),
  'emergency addresses': () => price('a registered emergency address'),
  '300 minutes out (number and phone)': () => price('a call out, to a US number') + leg(),
  '60 minutes in (number and phone)': () => price('a call in, to a local number') + leg(),
};
const minutes = (name: string) => Number(/^(\d+) minutes/.exec(name)?.[1] ?? 1);
const monthly = (name: string) => UNITS[name]!() * minutes(name);

describe('What an account costs a month', () => {
  it.each(Object.keys(UNITS))('%s: as many times the unit price', (name) => {
    const [unit, ...cells] = row(name);
    expect(amount(unit)).toBeCloseTo(UNITS[name]!(), 9);
    expect(cells.slice(0, PHONES.length)).toEqual(
      PHONES.map((phones) => dollars(monthly(name) * phones)),
    );
  });

  it('the sums are those of the rows', () => {
    const each = Object.keys(UNITS).reduce((sum, name) => sum + monthly(name), 0);
    expect(row('the known part').slice(1, 4)).toEqual(
      PHONES.map((phones) => dollars(each * phones)),
    );
  });

  it('so are those that stand in sentences', () => {
    const [number, address, out, into] = Object.keys(UNITS).map((name) => monthly(name));
    const desks = number! + address! + 12 * (out! + into!);
    expect(page).toContain(`the known part is **${dollars(desks)}**`);
    const minute = rounded(UNITS['300 minutes out (number and phone)']!());
    expect(page).toContain(`which is ${dollars(7_300 * minute)} at $${minute}`);
  });

  it('other pages state the same', () => {
    const minute = rounded(UNITS['300 minutes out (number and phone)']!());
    const fraud = readFileSync('docs/fraud.md', 'utf8');
    for (const one of [price('a call out, to a US number'), leg(), minute]) {
      expect(fraud.includes(`$${one}`)).toBe(true);
    }
    const sums = row('the known part').slice(1, 4);
    const readme = readFileSync('README.md', 'utf8');
    expect(sums.filter((sum) => !readme.includes(sum))).toEqual([]);
  });

  it('every price has a source with its year, or says that it is old', () => {
    const start = rows.findIndex(([, first]) => first === 'what');
    const prices = rows.slice(start + 2).filter((cells) => cells.length === 6);
    const list = prices.slice(
      0,
      prices.findIndex(([, first]) => first === 'a month'),
    );
    const known = list.filter(([, , cell]) => cell !== 'unknown');
    expect(known.length).toBeGreaterThan(8);
    for (const [, name, , , source] of known)
      expect([name, source]).toEqual([name, expect.stringMatching(/20\d\d|older copy/)]);
  });
});
