/** What a recording is, by its bytes. Text of any kind is neither: no key can be built as a sound, whatever its name. */

/** MPEG audio's frame header: eleven bits, then layer III (ISO/IEC 11172-3 §2.4.2.3). */
function isFrame(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  const version = (second >> 3) & 3;
  const [rate, frequency] = [third >> 4, (third >> 2) & 3];
  const layer3 = first === 0xff && second >> 5 === 7 && ((second >> 1) & 3) === 1;
  return layer3 && version !== 1 && rate !== 15 && frequency !== 3;
}

/** Its length stands in four bytes of seven bits each (https://id3.org/id3v2.4.0-structure). */
function afterTag(bytes: Uint8Array): number {
  if (!startsWith(bytes, 'ID3', 0)) return 0;
  const length = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
  return 10 + length;
}

export function soundKind(bytes: Uint8Array): 'wav' | 'mp3' | undefined {
  if (startsWith(bytes, 'RIFF', 0) && startsWith(bytes, 'WAVE', 8)) return 'wav';
  let at = afterTag(bytes);
  // Editors leave room between the tag and the sound.
  while (bytes[at] === 0) at += 1;
  return isFrame(bytes, at) ? 'mp3' : undefined;
}

function startsWith(bytes: Uint8Array, text: string, at: number): boolean {
  return Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;
}
