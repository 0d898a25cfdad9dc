import { UserError } from '../errors';
import { err } from './colours';

export { UserError };

export function printError({ message, mend }: UserError): void {
  console.error(err.red(message) + (mend ? `\n${mend}` : ''));
}
