import { UserError } from '../diagnostics/errors';
import { err } from './colours';

export { UserError };

export function printError({ message, mend }: UserError): void {
  console.error(err.red(message) + (mend ? `\n${mend}` : ''));
}
