/** Which keys a place in a file may have. */
import { type FileKind, type FileName, kindOf, type Path } from './files';
import { type JsonSchema, jsonSchema } from '../schema/jsonSchema';
import { own } from './raw';

const schemas = new Map<FileKind, JsonSchema>();

/** The keys that the schema knows at `path`. */
export function knownKeys(file: FileName, path: Path): readonly string[] {
  const kind = kindOf(file);
  const whole = schemas.get(kind) ?? jsonSchema(kind);
  schemas.set(kind, whole);
  const schema = path.reduce<JsonSchema | undefined>(child, whole);
  return variants(schema).flatMap(({ properties = {} }) => Object.keys(properties));
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
