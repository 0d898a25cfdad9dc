import { UserError } from '../diagnostics/errors';
import { err } from './terminal/colours';

export { UserError };

export function printError({ message, fix }: UserError): void {
  console.error(err.red(message) + (fix ? `\n${fix}` : ''));
}
