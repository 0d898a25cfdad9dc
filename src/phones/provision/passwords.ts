/** Which passwords the lines of a device have, and had: their generations, such as `2`, of two lines `2+1`. */

/** More nobody asks for: each is an address to be compared. */
const MOST = 200;
const MOST_OF_ONE = 20;

export function passwordsText(generations: readonly number[]): string {
  return generations.join('+');
}

/** Those before: all combinations, or where these are too many, those with another password of one line alone. */
export function formerPasswords(generations: readonly number[]): readonly string[] {
  const lines = generations.map((now) => [...Array(MOST_OF_ONE).keys()].map((i) => now - i));
  const had = lines.map((line, i) => line.filter((each) => each > 0 || each === generations[i]));
  const many = had.reduce((product, { length }) => product * length, 1) > MOST;
  const all = many
    ? had.flatMap((line, i) => line.map((each) => generations.with(i, each)))
    : had.reduce<number[][]>(
        (some, line) => some.flatMap((one) => line.map((each) => [...one, each])),
        [[]],
      );
  const now = passwordsText(generations);
  return [...new Set(all.map(passwordsText))].filter((one) => one !== now);
}
