/** What goes wrong between this machine and Twilio, in words that say what to do. */
import { codeOf, Interrupted, NetworkError, PerhapsCreated, statusOf } from './rest';
import { UserError } from '../../diagnostics/errors';
import { printable } from '../../diagnostics/printable';

const UNAUTHORIZED = 401;

/** The failure as the user can fix it; undefined for an error of ours. */
export function toUserError(error: unknown): UserError | undefined {
  if (error instanceof UserError) return error;
  if (error instanceof Interrupted)
    return new UserError('Interrupted.', 'The next run continues where this one stopped.');
  if (error instanceof PerhapsCreated) {
    return new UserError(error.message, 'Wait a minute, then run it again.', { cause: error });
  }
  const status = statusOf(error);
  if (status !== undefined) return new UserError(twilioText(error), fixOf(status));
  if (error instanceof NetworkError) {
    return new UserError(error.message, 'Check the network and the proxy.');
  }
  const { code, path, dest } = (error ?? {}) as Record<'code' | 'path' | 'dest', unknown>;
  if (typeof code === 'string' && typeof path === 'string') {
    if (code === 'EISDIR') {
      // Of a rename the path is that of an unfinished file, which nobody has named.
      const folder = typeof dest === 'string' ? dest : path;
      return new UserError(`${folder} is a folder`, 'Name a file.');
    }
    return new UserError(
      `${path}: ${code}`,
      'Check that it can be read and written, and that the disk is not full.',
    );
  }
  return undefined;
}

/** Twilio's own words, and where they are explained. */
export function twilioText(error: unknown): string {
  const text = printable(error instanceof Error ? error.message : String(error));
  const code = codeOf(error);
  return code === undefined
    ? text
    : `${text} (${code}: https://www.twilio.com/docs/api/errors/${code})`;
}

function fixOf(status: number): string {
  if (status === UNAUTHORIZED) {
    return 'Check the account’s credentials. TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN override the env file.';
  }
  return status >= 500 || status === 429
    ? 'Twilio is busy or failing: run it again later. https://status.twilio.com'
    : 'Twilio refused it; the page above says why.';
}
