/** The sounds of a build: public assets, for Twilio fetches them without a signature. */
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TONES } from '../calls/decision';
import { readRecordings } from '../directory';
import { soundFiles } from '../sounds';
import { TONE_ASSETS } from '../twiml/heard';
import { UserError } from './errors';
import type { Project } from './project';

/** Letters, digits, `_` and `-`, in folders or not: they stand in URLs as they are. */
const NAME = /^([A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]+\.(mp3|wav)$/;

/** Of one asset (https://www.twilio.com/docs/serverless/functions-assets/functions#limits). */
const LARGEST = 25 * 2 ** 20;

/**
 * Writes our own tones and the operator's recordings below `sounds/`. An operator's file of the
 * same name takes the place of a tone; files that Twilio does not play stay where they are.
 *
 * @throws UserError where a recording is too large for an asset.
 */
export function writeSounds({ folder, directory }: Project, assets: string): void {
  const tones = soundFiles(directory.site.country);
  for (const tone of TONES) write(path.join(assets, TONE_ASSETS[tone]), tones[tone]);
  const source = path.join(folder, 'sounds');
  for (const name of playable(folder)) {
    const from = path.join(source, name);
    if (statSync(from).size > LARGEST) {
      throw new UserError(`${from} is larger than 25 MB.`, 'Make it an MP3, or shorter.');
    }
    const to = path.join(assets, 'sounds', name);
    mkdirSync(path.dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}

/** The recordings of a directory that a build takes. */
export function playable(folder: string): readonly string[] {
  return [...readRecordings(folder)].filter((name) => NAME.test(name)).sort();
}

function write(file: string, contents: Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
