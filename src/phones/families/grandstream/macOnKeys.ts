/** A MAC address on a telephone's keys, as Grandstream asks for it. (HT812/HT814 guide, "Factory reset") */
const LETTERS: Readonly<Record<string, string>> = {
  a: '22',
  b: '222',
  c: '2222',
  d: '33',
  e: '333',
  f: '3333',
};

export function macOnKeys(mac = ''): string {
  return mac
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')
    .replace(/[a-f]/g, (letter) => LETTERS[letter] ?? '');
}
