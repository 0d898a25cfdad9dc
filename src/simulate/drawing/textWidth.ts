/**
 * How wide a text is at most, whatever font a browser shows it in. Graphviz, which has no fonts, measures
 * only Western letters, by Helvetica: DejaVu Sans and Verdana, which other machines have instead, are wider.
 */

/** In ems: no letter of either font is wider. */
const CLASSES: readonly (readonly [ems: number, letters: string])[] = [
  [0.46, " !'(),-./:;I[\\]`fijlrt|"],
  [0.64, '"$*0123456789?EFJLT^_abcdeghknopqsuvxyz{}'],
  [0.7, 'ABCKPRSVXYZ'],
  [0.84, '#&+<=>DGHNOQU~w'],
  [1.15, '%@MWm—…“”×♪'],
];
/** Capitals, signs, emoji, and letters of any other script. */
const OTHER = 1.4;
const EMS = new Map(
  CLASSES.flatMap(([ems, letters]) => [...letters].map((letter) => [letter, ems] as const)),
);
const BOLD = 1.12;

interface Font {
  readonly size: number;
  readonly bold: boolean;
}

export function textWidth(text: string, { size, bold }: Font): number {
  // An accent takes no room of its own.
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')];
  const ems = letters.reduce((sum, letter) => sum + (EMS.get(letter) ?? OTHER), 0);
  return ems * size * (bold ? BOLD : 1);
}

/** In lines of at most so many points; what takes more lines than `most` is cut. */
export function wrap(text: string, points: number, most: number, font: Font): string[] {
  const fits = (line: string) => textWidth(line, font) <= points;
  const lines = [''];
  for (const word of oneLine(text)
    .split(' ')
    .flatMap((each) => pieces(each, fits))) {
    const line = lines.at(-1);
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]} …`] : lines;
}

/** A word that fits on no line is broken. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  const all = [''];
  for (const letter of word) {
    const last = all.at(-1) ?? '';
    if (fits(last + letter)) all[all.length - 1] = last + letter;
    else all.push(letter);
  }
  return all;
}

/** Without line breaks and what turns text around, and with no more accents than a letter has. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
}
