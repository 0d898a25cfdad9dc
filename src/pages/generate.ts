/**
 * Writes what is made from elsewhere: the JSON Schemas for editors and the reference
 * page from the directory's schemas, the pages of reasons and of phones, TwiML's vocabulary, and the static fallback document. With `--check` it writes nothing
 * and exits 1 when the committed files differ.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { SCHEMA_FOLDER } from '../config/read/files';
import { jsonSchemaFiles } from '../config/schema/jsonSchema';
import { referencePage } from './reference';
import { APOLOGY } from '../runtime/twiml';
import { phonePages } from './phonePages';
import { phoneSettingsPage } from './phoneSettingsPage';
import { EXAMPLE_DIRECTORY } from '../config/project';
import { reasonsPage } from './reasonsPage';
import { deriveVocabulary } from './vocabulary';

const ROOT = join(__dirname, '../..');

/** Every generated file, by its path from the root. */
async function generate(): Promise<ReadonlyMap<string, string>> {
  const files = new Map([
    ['docs/directory.md', referencePage()],
    ['docs/reasons.md', reasonsPage()],
    ['docs/phones/settings.md', phoneSettingsPage(join(ROOT, 'test/phones/seed.csv'))],
    ['src/config/templates/vocabulary.json', JSON.stringify(deriveVocabulary())],
    ['src/assets/fallback.xml', APOLOGY],
  ]);
  for (const [path, page] of phonePages()) files.set(path, page);
  // To copy from, and in the example, which is itself copied whole to wherever an operator keeps their files.
  for (const folder of ['schema', `${EXAMPLE_DIRECTORY}/${SCHEMA_FOLDER}`]) {
    for (const [path, schema] of jsonSchemaFiles(folder)) files.set(path, JSON.stringify(schema));
  }
  for (const [path, text] of files) {
    const filepath = join(ROOT, path);
    if (path.endsWith('.xml')) continue;
    files.set(path, await format(text, { ...(await resolveConfig(filepath)), filepath }));
  }
  return files;
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  for (const [path, text] of await generate()) {
    const filepath = join(ROOT, path);
    if (check && readOrEmpty(filepath) !== text) {
      console.error(`${path} is out of date: run npm run generate`);
      process.exitCode = 1;
    } else if (!check) {
      mkdirSync(dirname(filepath), { recursive: true });
      writeFileSync(filepath, text);
      console.log(path);
    }
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

void main();
