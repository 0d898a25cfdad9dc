/** Schemas of OpenAPI made into functions. */
import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { Schema } from './tighten';

/** What is wrong, in words; nothing when all is well. */
export type Check = (value: unknown) => string[];

/** Compared with the weekday and month names that Twilio writes, `Thu, 30 Jul 2015 20:00:00 +0000`. */
const RFC_2822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} \+0000$/;

/** Said of objects, or no form at all: `int64` is checked as an integer. */
const FREE = ['uri-map', 'phone-number-capabilities', 'http-method', 'int64', 'twiml', 'endpoint'];

const replies = newAjv({});
/** Forms and queries are text: they are read as what the document expects. */
const requests = newAjv({ coerceTypes: 'array' });

export function compile(schema: Schema): Check {
  const validate = replies.compile(schema);
  return (value) => (validate(value) ? [] : words(validate.errors));
}

const parameterChecks = new WeakMap<Schema, ReturnType<typeof requests.compile>>();

/** Reads a parameter's text as its schema says. */
export function readParameter(
  schema: Schema,
  text: string | readonly string[],
): { readonly value: unknown; readonly faults: string[] } {
  let validate = parameterChecks.get(schema);
  if (!validate) {
    validate = requests.compile({ type: 'object', properties: { value: schema } });
    parameterChecks.set(schema, validate);
  }
  const holder = { value: typeof text === 'string' ? text : [...text] };
  return validate(holder)
    ? { value: holder.value, faults: [] }
    : { value: holder.value, faults: words(validate.errors) };
}

function newAjv(options: ConstructorParameters<typeof Ajv>[0]): Ajv {
  // `strict` would refuse `format` beside `nullable`, and formats of Twilio's own.
  const ajv = new Ajv({ allErrors: true, strict: false, ...options });
  addFormats(ajv, ['uri', 'uri-reference', 'date', 'date-time']);
  ajv.addFormat('date-time-rfc-2822', RFC_2822);
  ajv.addFormat('iso-country-code', /^[A-Z]{2}$/);
  ajv.addFormat('currency', /^[A-Za-z]{3}$/);
  // A filter may be a part of a number; whether a number is one, the handler says (21421).
  ajv.addFormat('phone-number', true);
  for (const format of FREE) ajv.addFormat(format, true);
  return ajv;
}

function words(errors: readonly ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message = '', params }) => {
    const extra = (params as { additionalProperty?: string }).additionalProperty;
    const place = instancePath === '' ? 'the body' : instancePath;
    return `${place} ${message}${extra === undefined ? '' : ` (${extra})`}`;
  });
}
