/** A moment, for an option. */
import { InvalidArgumentError } from 'commander';
import { MOMENT_FIX, readMoment } from '../../simulate/moment';

export function moment(text: string): Date {
  const read = readMoment(text);
  if (read) return read;
  throw new InvalidArgumentError(MOMENT_FIX);
}
