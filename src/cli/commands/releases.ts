/** The options by which plan and apply are told what they may take from emergency calls. */
import type { Command } from 'commander';
import { optionOf, type Release, RELEASE_NAMES, RELEASES } from '../../twilio/emergency/releases';

/** As commander names them. */
export type ReleaseFlags = Readonly<Record<string, unknown>>;

export function withReleases(command: Command): Command {
  for (const name of RELEASE_NAMES) command.option(optionOf(name), RELEASES[name]);
  return command;
}

export function releasesOf(flags: ReleaseFlags): ReadonlySet<Release> {
  return new Set(RELEASE_NAMES.filter((name) => flags[inCamelCase(name)] === true));
}

function inCamelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
