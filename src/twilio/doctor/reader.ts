/** Reads one thing after another, and goes on where one of them is refused. */
import { UserError } from '../../diagnostics/errors';
import { codeOf, statusOf } from '../client/rest';
import type { Source } from './check';

/** Why something was not read. */
export interface Unread {
  readonly message: string;
  readonly fix?: string | undefined;
  /** What is there is wrong, not the reading of it. */
  readonly wrong: boolean;
}

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;

export class Reader {
  readonly unread = new Map<Source, Unread>();

  /** What `request` gives, or `otherwise`, where the checks that need it will say why. */
  async read<T>(source: Source, otherwise: T, request: () => Promise<T> | T): Promise<T> {
    try {
      return await request();
    } catch (error) {
      this.unread.set(source, reasonOf(error, source));
      return otherwise;
    }
  }
}

/** Twilio's own words, and where they are explained. */
export function twilioWords(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  return code === undefined ? text : `${text} (https://www.twilio.com/docs/api/errors/${code})`;
}

/** @throws what is neither Twilio's answer nor the user's to fix. */
function reasonOf(error: unknown, source: Source): Unread {
  if (error instanceof UserError) return { message: error.message, fix: error.fix, wrong: true };
  const status = statusOf(error);
  if (status === UNAUTHORIZED || status === FORBIDDEN) {
    return {
      message: `this login may not read the account’s ${source}: ${twilioWords(error)}`,
      fix: 'Run it with the account’s auth token, or give the API key that permission.',
      wrong: false,
    };
  }
  if (status === undefined && !isOfNetwork(error)) throw error;
  return {
    message: `the account’s ${source} could not be read: ${twilioWords(error)}`,
    wrong: false,
  };
}

/** Node's and axios's errors carry a code in words; Ctrl-C carries none, and ends everything. */
function isOfNetwork(error: unknown): boolean {
  return typeof (error as { code?: unknown } | null)?.code === 'string';
}
