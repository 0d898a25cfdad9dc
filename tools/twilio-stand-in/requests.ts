/** Holds a request to what the document says about its operation. */
import {
  type ApiError,
  type ApiRequest,
  badRequest,
  notFound,
  type Parameters,
  type Route,
} from './contract';
import type { Operation, Parameter } from './openapi';
import { readParameter } from './validators';

export interface Checked {
  /** Query and form, typed. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly violations: readonly string[];
  /** What Twilio answers, where it refuses the request. */
  readonly error?: ApiError | undefined;
}

export function checkRequest(
  operation: Operation,
  request: ApiRequest,
  params: Readonly<Record<string, string>>,
  alsoTakes: Route['alsoTakes'] = {},
): Checked {
  const values: Record<string, unknown> = {};
  const violations: string[] = [];
  const errors: ApiError[] = [];
  for (const parameter of operation.parameters) {
    const given = sourceOf(parameter, request, params)[parameter.name];
    // An empty field of a form is there, and clears; where a value is needed it is none.
    if (given === undefined || (given === '' && parameter.required)) {
      if (!parameter.required) continue;
      violations.push(`${parameter.name} is missing`);
      errors.push(
        badRequest(20001, `Missing required parameter ${parameter.name} in the post body`),
      );
      continue;
    }
    if (given === '') {
      values[parameter.name] = parameter.schema.type === 'boolean' ? false : '';
      continue;
    }
    const { value, faults } = readParameter(parameter.schema, given);
    if (faults.length > 0) {
      violations.push(`${parameter.name} is ${shown(parameter, given)}: ${faults.join('; ')}`);
      errors.push(refusal(parameter, request));
    } else if (parameter.in !== 'path') values[parameter.name] = value;
  }
  violations.push(...unknown(operation, request, alsoTakes));
  return { values, violations, error: errors[0] };
}

function sourceOf(
  parameter: Parameter,
  { query, form, headers }: ApiRequest,
  params: Readonly<Record<string, string>>,
): Parameters {
  if (parameter.in === 'path') return params;
  // Names of headers come in lower case.
  if (parameter.in === 'header')
    return { [parameter.name]: headers[parameter.name.toLowerCase()]! };
  return parameter.in === 'query' ? query : form;
}

/** Twilio passes over parameters that it does not know: a wrong name does nothing, unnoticed. */
function unknown(
  { parameters }: Operation,
  { query, form }: ApiRequest,
  alsoTakes: NonNullable<Route['alsoTakes']>,
): string[] {
  return (
    [
      ['query', query],
      ['form', form],
    ] as const
  ).flatMap(([place, given]) =>
    Object.keys(given)
      .filter((name) => !parameters.some((one) => one.in === place && one.name === name))
      .filter((name) => place !== 'form' || !alsoTakes[name]?.test(String(given[name])))
      .map((name) => `${name} is no parameter of the ${place}`),
  );
}

/** The dictionary's code where it has one, https://www.twilio.com/docs/api/errors. */
function refusal({ name, in: place, schema }: Parameter, { path }: ApiRequest): ApiError {
  if (place === 'path') return notFound(path);
  if (name === 'PageSize') return badRequest(20007, 'Page size must be between 1 and 1000');
  if (schema.format === 'uri') return badRequest(21402, `${name} is not a valid URL`);
  if (schema.format === 'http-method') return badRequest(21403, `${name} must be GET or POST`);
  return badRequest(20001, `Invalid parameter ${name}`);
}

function shown({ name }: Parameter, given: string | readonly string[]): string {
  return isSecret(name) ? 'wrong' : JSON.stringify(given);
}

export function isSecret(name: string): boolean {
  return name === 'Password';
}
