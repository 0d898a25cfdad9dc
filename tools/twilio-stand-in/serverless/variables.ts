/** Variables of an environment (https://www.twilio.com/docs/serverless/api/resource/variable). */
import { badRequest, type Call, type Route } from '../contract';
import { bySid, given, remove, text } from '../records';
import {
  conflict,
  created,
  DELETED,
  environmentOf,
  list,
  ok,
  ENVIRONMENT,
  renderedBelow,
  route,
} from './paths';
import type { Variable } from './state';

const VARIABLES = `${ENVIRONMENT}/Variables`;
const LONGEST_KEY = 128;
const MOST_VALUE_BYTES = 450;

export const variableRoutes: readonly Route[] = [
  route('GET', VARIABLES, (call) =>
    list(call, 'variables', environmentOf(call).variables, renderVariable),
  ),
  route('POST', VARIABLES, (call) => {
    const { variables } = environmentOf(call);
    const variable: Variable = {
      sid: call.newSid('ZV'),
      key: text(call, 'Key') ?? '',
      value: text(call, 'Value') ?? '',
      dateCreated: call.now,
      dateUpdated: call.now,
    };
    refuseTooLong(variable);
    if (variables.some(({ key }) => key === variable.key)) {
      throw conflict(call, 'Variable with this Key already exists.');
    }
    variables.push(variable);
    return created(renderVariable(variable, call));
  }),
  route('GET', `${VARIABLES}/{Sid}`, (call) => ok(renderVariable(variableOf(call), call))),
  route('POST', `${VARIABLES}/{Sid}`, (call) => {
    const changed = { ...variableOf(call), ...given(call, ['Key', 'Value']) };
    refuseTooLong(changed);
    const variable = Object.assign(variableOf(call), changed, { dateUpdated: call.now });
    return ok(renderVariable(variable, call));
  }),
  route('DELETE', `${VARIABLES}/{Sid}`, (call) => {
    remove(environmentOf(call).variables, variableOf(call));
    return DELETED;
  }),
];

function variableOf(call: Call): Variable {
  return bySid(environmentOf(call).variables, call.params['Sid'], call);
}

function refuseTooLong({ key, value }: Variable): void {
  if (key.length > LONGEST_KEY) throw badRequest(20001, 'Key is too long');
  if (Buffer.byteLength(value) > MOST_VALUE_BYTES) throw badRequest(20001, 'Value is too long');
}

function renderVariable(variable: Variable, call: Call): object {
  return renderedBelow(call, variable, 'Variables');
}
