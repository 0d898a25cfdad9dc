/**
 * Twilio's documents call nothing in a reply required and allow anything besides, so that an empty
 * object would pass. Tightened, a reply has every property that is documented and no other.
 */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly anyOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface Components {
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** With references put in: none of Twilio's is circular. */
export function tightened(schema: Schema, components: Components, template: string): Schema {
  return tighten(schema, '', { components, template });
}

interface Context {
  readonly components: Components;
  readonly template: string;
}

function tighten(schema: Schema, name: string, context: Context): Schema {
  if (schema.$ref !== undefined) {
    const target = context.components.schemas[schema.$ref.replace('#/components/schemas/', '')]!;
    return tighten(target, name, context);
  }
  if (schema.items) return { ...schema, items: tighten(schema.items, name, context) };
  if (schema.properties) return tightenObject(schema, schema.properties, context);
  // Without a type, anything may stand there, and ajv will not have `nullable` alone.
  if (schema.type === undefined) return {};
  if (schema.type !== 'string') return schema;
  return tightenString(schema, name);
}

function tightenObject(
  schema: Schema,
  properties: Readonly<Record<string, Schema>>,
  context: Context,
): Schema {
  const names = Object.keys(properties);
  return {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, part]) => [name, tighten(part, name, context)]),
    ),
    required: names.filter((name) => !isMissing(name, context)),
    additionalProperties: false,
  };
}

/** Numbers for sale come on one page, though documented with pages: Twilio's own examples have none. */
function isMissing(name: string, { template }: Context): boolean {
  const forSale = /\/AvailablePhoneNumbers\/[^/]+\/\w+\.json$/.test(template);
  return forSale && /^(start|end|page|page_size|\w+_page_uri)$/.test(name);
}

function tightenString(schema: Schema, name: string): Schema {
  // Called URIs, these are paths below https://api.twilio.com.
  const isPath = schema.format === 'uri' && /(^|_)uri$/.test(name);
  const string = isPath ? { ...schema, format: 'uri-reference' } : nullableEnum(schema);
  // What a request has cleared is null or empty, as in Twilio's example of a phone number.
  const clearable =
    schema.nullable === true &&
    ((schema.format === 'uri' && !isPath) || /^(?!account_)\w+_sid$/.test(name));
  return clearable ? { anyOf: [string, { type: 'string', enum: [''] }] } : string;
}

function nullableEnum(schema: Schema): Schema {
  return schema.enum && schema.nullable ? { ...schema, enum: [...schema.enum, null] } : schema;
}
