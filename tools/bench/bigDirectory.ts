/** A directory of any size, written as an operator would. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CompiledDirectory, compileDirectory } from '../../src/config/compile/compile';

/** Area codes whose 555-0100 to 555-0199 are fictional, a hundred phones each. */
const AREA_CODES = [503, 971, 541, 206, 253, 360, 425, 509, 313, 734];

/** The username of the n-th phone. */
export function phone(n: number): string {
  return n < AREA_CODES.length * 100 ? number(n) : `phone-${n}`;
}

function number(n: number): string {
  return `+1${AREA_CODES[Math.floor(n / 100)]}55501${String(n % 100).padStart(2, '0')}`;
}

/** Compiles `size` phones: the first thousand under their own numbers, the rest behind the house number. */
export function bigDirectory(size: number): CompiledDirectory {
  mkdirSync('.e2e', { recursive: true });
  const folder = mkdtempSync(path.join('.e2e', 'directory-'));
  const write = (file: string, lines: string[]) =>
    writeFileSync(path.join(folder, file), lines.join('\n'));
  write('site.yaml', [
    'name: Big',
    'country: US',
    'timeZone: America/Los_Angeles',
    'languages: [en, es]',
    'environments:',
    '  prod: { sipDomain: direct-big-prod, emergency: webhook }',
    'defaults: { callerId: +12125550100, class: local }',
  ]);
  write('calling.yaml', [
    'classes: { local: { allow: [US, CA], maxMinutes: 60 } }',
    'serviceCodes: { "211": +12125550111 }',
    'rewrite:',
    '  - { from: "^64(\\\\d{8})$", to: "+64$1" }',
    '  - { from: "^65(\\\\d{8})$", to: "+65$1" }',
    'block: [+12125550166]',
  ]);
  write(
    'extensions.yaml',
    Array.from({ length: size }, (_, n) => {
      const own = phone(n).startsWith('+') ? `, number: ${phone(n)}` : '';
      return `${phone(n)}: { name: Phone ${n}, environments: [prod]${own} }`;
    }),
  );
  const { directory, diagnostics } = compileDirectory(folder, { twimlAssets: ['incoming'] });
  if (!directory) throw new Error(JSON.stringify(diagnostics.slice(0, 5), null, 2));
  return directory;
}
