/**
 * Twilio's OpenAPI documents, and what they say about one operation: whether a request and its
 * reply are as documented. See openapi/NOTICE for where they come from.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Schema, tightened } from './tighten';
import { compile, type Check } from './validators';

export interface Operation {
  readonly parameters: readonly Parameter[];
  /** Checks a reply's body; undefined where the document has no such status. */
  reply(status: number): Check | undefined;
}

/** Of the query, the form, the path or the headers. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'form' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

interface Document {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

type PathItem = { readonly servers: readonly { readonly url: string }[] } & Readonly<
  Record<'get' | 'post' | 'delete', OperationObject | undefined>
>;

interface OperationObject {
  readonly parameters?: readonly (Parameter & { readonly required?: boolean })[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** Read once for all stand-ins of a process: nothing changes it. */
const documents = new Map<string, ReadonlyMap<string, Operation>>();

/** Operations of the documents by `operationKey`. */
export function operationsOf(names: readonly string[]): ReadonlyMap<string, Operation> {
  return new Map(names.flatMap((name) => [...read(name)]));
}

export function operationKey(host: string, method: string, template: string): string {
  return `${method} https://${host}${template}`;
}

function read(name: string): ReadonlyMap<string, Operation> {
  const known = documents.get(name);
  if (known) return known;
  const file = path.join(__dirname, 'openapi', `${name}.json`);
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const operations = new Map(
    Object.entries(document.paths).flatMap(([template, item]) =>
      (['get', 'post', 'delete'] as const).flatMap((method) => {
        const operation = item[method];
        const { host } = new URL(item.servers[0]!.url);
        const key = operationKey(host, method.toUpperCase(), template);
        return operation ? [[key, understood(operation, template, document)] as const] : [];
      }),
    ),
  );
  documents.set(name, operations);
  return operations;
}

function understood(operation: OperationObject, template: string, document: Document): Operation {
  const checks = new Map<number, Check>();
  return {
    parameters: parametersOf(operation, document),
    reply(status) {
      const response = operation.responses[status];
      if (!response) return undefined;
      let check = checks.get(status);
      if (!check) {
        const schema = Object.values(response.content ?? {})[0]?.schema;
        check = schema ? compile(tightened(schema, document.components, template)) : isEmpty;
        checks.set(status, check);
      }
      return check;
    },
  };
}

function parametersOf(operation: OperationObject, document: Document): Parameter[] {
  const own = (operation.parameters ?? []).map((parameter) => ({
    ...parameter,
    required: parameter.required ?? false,
    schema: resolved(parameter.schema, document),
  }));
  const form = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const { properties = {}, required = [] } = form ? resolved(form, document) : {};
  const fields = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'form' as const,
    required: required.includes(name),
    schema: resolved(schema, document),
  }));
  return [...own, ...fields];
}

function resolved(schema: Schema, { components }: Document): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  return name === undefined ? schema : components.schemas[name]!;
}

function isEmpty(body: unknown): string[] {
  return body === undefined ? [] : ['has a body, and should have none'];
}
