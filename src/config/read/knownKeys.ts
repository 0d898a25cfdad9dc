/** What the schema has at a place in a file. */
import { type FileKind, type FileName, kindOf, type Path } from './files';
import { type JsonSchema, jsonSchema } from '../schema/jsonSchema';
import { own } from './raw';

const schemas = new Map<FileKind, JsonSchema>();

/** The keys that the schema knows at `path`. */
export function knownKeys(file: FileName, path: Path): readonly string[] {
  return variants(schemaAt(file, path)).flatMap(({ properties = {} }) => Object.keys(properties));
}

/** Whether words of one's own stand at `path`, such as a name, a street or a sentence. */
export function isFreeText(file: FileName, path: Path): boolean {
  // Of all texts these alone may be of any form, but not empty.
  return variants(schemaAt(file, path)).some(({ minLength }) => minLength !== undefined);
}

function schemaAt(file: FileName, path: Path): JsonSchema | undefined {
  const kind = kindOf(file);
  const whole = schemas.get(kind) ?? jsonSchema(kind);
  schemas.set(kind, whole);
  return path.reduce<JsonSchema | undefined>(child, whole);
}

function child(schema: JsonSchema | undefined, step: string | number): JsonSchema | undefined {
  for (const variant of variants(schema)) {
    const { items, properties, additionalProperties: others } = variant;
    const found =
      typeof step === 'number'
        ? items
        : (own(properties ?? {}, step) ?? (typeof others === 'object' ? others : undefined));
    if (found) return found;
  }
  return undefined;
}

/** What is written in one of several ways has the keys of each. */
function variants(schema: JsonSchema | undefined): readonly JsonSchema[] {
  if (!schema) return [];
  return [schema, ...(schema.anyOf ?? [])];
}
