/** The sounds of a build: public assets, for Twilio fetches them without a signature. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Tone } from '../runtime/calls/decision';
import { soundFiles } from './tones';
import { TONE_ASSETS } from '../runtime/twiml/audio';
import type { Project } from '../config/project';
import { playable, readRecording } from '../config/recordings/recording';

/**
 * Writes our own tones and the operator's recordings below `sounds/`. An operator's file of the
 * same name takes the place of a tone; files that Twilio does not play stay where they are.
 *
 * @throws UserError where a recording is none, or too large for an asset.
 */
export function writeSounds({ folder, directory }: Project, assets: string): void {
  const tones = soundFiles(directory.site.country);
  for (const tone of Object.keys(TONE_ASSETS) as Tone[])
    write(path.join(assets, TONE_ASSETS[tone]), tones[tone]);
  for (const name of playable(folder)) {
    write(path.join(assets, 'sounds', name), readRecording(folder, name));
  }
}

function write(file: string, contents: Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
