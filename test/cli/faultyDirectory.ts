/** Copies of the example directory, with errors or without. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLE_DIRECTORY } from '../../src/config/project';

export interface DirectoryCopy {
  readonly folder: string;
  /** Replaces text that must be there. */
  edit(file: string, from: string, to: string): void;
  remove(): void;
}

export function copyOfExample(): DirectoryCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'dialtone-directory-'));
  cpSync(EXAMPLE_DIRECTORY, folder, { recursive: true });
  return {
    folder,
    edit: (file, from, to) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
      writeFileSync(path.join(folder, file), text.replace(from, to));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Where an editor looks for the schema of a file in `folder`. */
export function schemaOf(folder: string, file: string): string {
  const [line = ''] = readFileSync(path.join(folder, file), 'utf8').split('\n');
  const [, schema = 'none'] = /\$schema=(\S+)/.exec(line) ?? [];
  return path.join(folder, path.dirname(file), schema);
}

/** An error in every file, and in a TwiML asset. */
export function faultyDirectory(): DirectoryCopy {
  const copy = copyOfExample();
  copy.edit('site.yaml', 'country: US', 'contry: US');
  copy.edit('extensions.yaml', 'class: national', 'class: nationl');
  copy.edit('numbers.yaml', 'ring: [demo]', 'ring: [dmeo]');
  copy.edit('calling.yaml', "511: '511'", "911: '911'");
  copy.edit('twiml/incoming-house.xml', '<Hangup/>', '<HangUp/>');
  return copy;
}
