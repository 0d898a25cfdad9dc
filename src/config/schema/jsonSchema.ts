/** JSON Schemas of the operator's files: for editors, the reference page and "did you mean". */
import * as z from 'zod';
import { FILE_KINDS, type FileKind, MENUS } from '../read/files';
import { SCHEMAS } from '.';

/** The parts of JSON Schema that our schemas use. */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minProperties?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** What an editor checks and completes while a file is written: `.schema/<name>.schema.json`. */
export function jsonSchema(file: FileKind): JsonSchema {
  return z.toJSONSchema(SCHEMAS[file], {
    io: 'input',
    // zod leaves these out where a value is read from text, for there they might be of
    // another type; ours are what an operator writes.
    override: ({ zodSchema, jsonSchema }) => {
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      if (examples !== undefined) jsonSchema.examples = examples as [];
      const { def } = zodSchema._zod;
      if (def.type === 'default') jsonSchema.default = def.defaultValue;
    },
  }) as JsonSchema;
}

/** All of them, by their paths in a folder such as `SCHEMA_FOLDER`. */
export function jsonSchemaFiles(folder: string): ReadonlyMap<string, JsonSchema> {
  return new Map(
    FILE_KINDS.map((kind) => [`${folder}/${schemaName(kind)}.schema.json`, jsonSchema(kind)]),
  );
}

function schemaName(kind: FileKind): string {
  return kind === MENUS ? 'menus' : kind.replace('.yaml', '');
}
