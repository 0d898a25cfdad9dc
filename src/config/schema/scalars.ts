/**
 * Scalars of the operator's files. Every one arrives as a string: YAML that
 * guesses types makes `+15035550123` a number and `no` a boolean.
 */
import * as z from 'zod';
import type { Problem } from '../../diagnostics/diagnostic';
import { fitsXml } from '../../runtime/model/xml';
import { didYouMean } from '../read/suggest';

/** What is wrong with a scalar and how to fix it. A class, so that no value of a scalar is taken for it. */
export class Wrong implements Problem {
  constructor(
    readonly message: string,
    readonly fix: string,
  ) {}
}

/** An error of a schema, with its fix where `zodFaults` finds it. */
export function wrongIssue(input: unknown, { message, fix }: Wrong) {
  return { code: 'custom' as const, input, message, params: { fix } };
}

/** What editors are given beside the description, in JSON Schema's words. */
type Meta = Readonly<Record<string, unknown>> & { readonly description: string };

/** A string, read into `T` or refused. */
export function scalar<T>(read: (text: string) => T | Wrong, meta: Meta) {
  return z
    .string()
    .transform((text, context): T => {
      const value = read(text);
      if (!(value instanceof Wrong)) return value;
      context.issues.push(wrongIssue(text, value));
      return z.NEVER;
    })
    .meta(meta);
}

/** By the time it would be spoken or printed, XML could not hold it. */
export const NO_CHARACTER = new Wrong(
  'contains half a character, or a code that is not a character (U+FFFE, U+FFFF)',
  'Write it again.',
);

/** Words for people. */
export function words(description: string, examples: readonly string[]) {
  return scalar(
    (text) => {
      const trimmed = text.trim();
      if (trimmed === '') return new Wrong('is empty', 'Write something here.');
      if (/\p{Cc}/u.test(trimmed)) {
        return new Wrong('contains a line break or control character', 'Write it on one line.');
      }
      return fitsXml(trimmed) ? trimmed : NO_CHARACTER;
    },
    { description, type: 'string', minLength: 1, examples },
  );
}

/** `true` or `false`; YAML 1.1's yes, no, on and off are refused, for they are easily misread. */
export function flag(description: string) {
  return scalar(
    (text) => {
      if (text === 'true' || text === 'false') return text === 'true';
      return new Wrong(`\`${text}\` is neither true nor false`, 'Write `true` or `false`.');
    },
    { description, type: 'boolean' },
  );
}

export function whole(min: number, max: number, unit: string, description: string) {
  return scalar(
    (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
      if (value >= min && value <= max) return value;
      return new Wrong(
        `\`${text}\` is not a whole number of ${unit} from ${min} to ${max}`,
        `Write digits only, such as \`${min}\`.`,
      );
    },
    { description, type: 'integer', minimum: min, maximum: max },
  );
}

/** Text of a fixed form. `pattern` is anchored. */
export function formed(pattern: RegExp, wrong: Wrong, meta: Meta) {
  return scalar((text) => (pattern.test(text) ? text : wrongAbout(text, wrong)), {
    type: 'string',
    pattern: pattern.source,
    ...meta,
  });
}

/** One of a few words. */
export function choice<const T extends string>(
  options: readonly T[],
  description: string,
  more: Readonly<Record<string, unknown>> = {},
) {
  return scalar(
    (text): T | Wrong =>
      (options as readonly string[]).includes(text)
        ? (text as T)
        : new Wrong(`\`${text}\` is not known here`, didYouMean(text, options, 'Write another.')),
    { description, type: 'string', enum: options, ...more },
  );
}

/** For `choice`: editors take what looks like a number for one. */
export function orNumbers(options: readonly string[]) {
  const numbers = options.filter((each) => /^\+?\d+$/.test(each)).map(Number);
  return { type: ['string', 'integer'], enum: [...options, ...numbers] };
}

/**
 * A telephone number. Its validity is checked with the whole directory at hand,
 * for the fix depends on the site's country. Editors take `+1503…` for a number.
 */
/** A host name; `{environment}` in it differs between environments. */
export const HOST = String.raw`(?:[a-z0-9]|\{environment\})(?:[a-z0-9.-]|\{environment\})*(?<![.-])`;

export function phoneNumber(description: string, more: Readonly<Record<string, unknown>> = {}) {
  return scalar((text) => text, {
    description,
    type: ['string', 'integer'],
    examples: ['+15035550123'],
    ...more,
  });
}

/** The name of something else in the directory, looked up once all files are read. */
export function reference(description: string, examples: readonly string[] = []) {
  return scalar((text) => text, {
    description,
    type: ['string', 'integer'],
    ...(examples.length > 0 && { examples }),
  });
}

function wrongAbout(text: string, { message, fix }: Wrong): Wrong {
  return new Wrong(`\`${text}\` ${message}`, fix);
}
