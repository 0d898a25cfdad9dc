/** The options by which apply is told of a test with 933. */
import { type Command, Option } from 'commander';
import type { Drilled } from '../../twilio/emergency/drilling';
import { type Form, FORMS } from '../../config/emergency/emergencyRouting';

export interface DrillFlags {
  readonly drilled?: string;
  readonly drilledFrom?: string;
  readonly drilledForm?: Form;
}

export function withDrill(command: Command): Command {
  return command
    .option(
      '--drilled <date>',
      'note first that 933 was dialled on that day (or 2026-11-30T17:20) and read back the right address',
    )
    .option('--drilled-from <phones>', 'SIP usernames, with commas (default: all that need a test)')
    .addOption(
      new Option('--drilled-form <form>', 'how it was dialled: 933; 1933 or +1933; keys in a menu')
        .choices(FORMS)
        .default('dialled'),
    );
}

export function drilledOf({ drilled, drilledFrom, drilledForm }: DrillFlags): Drilled | undefined {
  if (drilled === undefined) return undefined;
  const phones = drilledFrom?.split(',').map((one) => one.trim());
  return { when: drilled, phones, form: drilledForm ?? 'dialled' };
}
