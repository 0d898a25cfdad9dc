/** Small directories in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileDirectory, openDirectory, type Texts } from '../../src/config';
import type { Directory } from '../../src/runtime/model/directory';
import { formatDiagnostics } from '../../src/diagnostics/text';

/** By their paths in the directory; sounds too. */
export type Files = Texts & Readonly<Record<`sounds/${string}`, string>>;

/** What the build passes: the shipped assets and one of an operator's own. */
export const TWIML_ASSETS = ['incoming', 'unavailable', 'closed', 'incoming-house'];

export const SITE = `
name: Example Phones
timeZone: America/Los_Angeles
languages: [en, es]
environments:
  stage: { sipDomain: direct-example-stage, emergency: webhook }
  prod: { sipDomain: direct-example-prod, emergency: direct }
defaults: { callerId: +15035550100 }
`.trimStart();

/** A call to the house number must do something, or there is a warning. */
export const HOUSE = '+15035550100: { twiml: incoming-house }\n';

export function compileFiles(files: Files): ReturnType<typeof compileDirectory> {
  const folder = mkdtempSync(join(tmpdir(), 'dialtone-'));
  try {
    const all = { 'site.yaml': SITE, 'numbers.yaml': HOUSE, ...files };
    for (const [name, text] of Object.entries(all)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return compileDirectory(folder, { twimlAssets: TWIML_ASSETS });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Errors and warnings as an operator reads them; empty text for a clean directory. */
export function diagnosticsOf(files: Files): string {
  return formatDiagnostics(compileFiles(files).diagnostics);
}

/** The opened directory; throws when it does not compile. */
export function open(files: Files): Directory {
  const { directory, diagnostics } = compileFiles(files);
  if (!directory) throw new Error(formatDiagnostics(diagnostics));
  return openDirectory(JSON.parse(JSON.stringify(directory)) as typeof directory);
}
