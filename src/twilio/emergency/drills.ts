/**
 * Tests with 933 that somebody has made and heard: a small file for each environment beside the
 * directory, under git, so that the next plan and every other checkout see them.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { type Form, FORMS, type EmergencySetup } from '../../config/emergency/answer';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';

const NAMES = ['own number', 'other number', 'word'] as const;

const drill = z.strictObject({
  /** When 933 was dialled. */
  at: z.iso.datetime(),
  phones: z.array(z.string()).min(1),
  form: z.enum(FORMS),
  /** The domain's emergency calling as it was. */
  flag: z.boolean(),
  /** What the phones' usernames are. */
  name: z.enum(NAMES),
  dials: z.enum(['911', '+1911']),
});
const fileSchema = z.strictObject({ version: z.literal(1), drills: z.array(drill) });

export type Drill = z.infer<typeof drill>;

/**
 * A test proves something of phones like those it was made from: of the same kind of name, calling in
 * the same form, with emergency calling as it was. With it the other way nothing is known.
 */
export function drillProves(made: Drill, form: Form, setup: EmergencySetup): boolean {
  return (
    made.form === form &&
    made.flag === setup.flag &&
    made.name === setup.name &&
    made.dials === setup.dials
  );
}

/** Of all environments: what Twilio does with a form is the same in each. */
export function readDrills(directoryFolder: string): Drill[] {
  let names: string[];
  try {
    names = readdirSync(path.join(directoryFolder, 'applied')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
  return names
    .filter((name) => name.endsWith(SUFFIX))
    .flatMap((name) => readFile(path.join(directoryFolder, 'applied', name)));
}

export function addDrills(
  directoryFolder: string,
  environment: EnvironmentName,
  made: readonly Drill[],
): void {
  const folder = path.join(directoryFolder, 'applied');
  const file = path.join(folder, `${environment}${SUFFIX}`);
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify({ version: 1, drills: [...readFile(file), ...made] }, null, 2);
  writeFileSync(`${file}.new`, `${text}\n`);
  renameSync(`${file}.new`, file);
}

const SUFFIX = '.drills.json';

function readFile(file: string): Drill[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
  try {
    return fileSchema.parse(JSON.parse(text)).drills;
  } catch (cause) {
    throw new UserError(
      `${file} cannot be read`,
      'Restore it from git, or delete it: then the tests with 933 count as not made.',
      { cause },
    );
  }
}
