/** Which keys a place in a file may have. */
import type { FileName, Path } from './files';
import { type JsonSchema, jsonSchema } from './jsonSchema';

const schemas = new Map<FileName, JsonSchema>();

/** The keys that the schema knows at `path`. */
export function knownKeys(file: FileName, path: Path): readonly string[] {
  let schema: JsonSchema | undefined = schemas.get(file) ?? jsonSchema(file);
  schemas.set(file, schema);
  for (const step of path) {
    schema = schema && child(schema, step);
  }
  return Object.keys(schema?.properties ?? {});
}

function child(schema: JsonSchema, step: string | number): JsonSchema | undefined {
  if (typeof step === 'number') return schema.items;
  const others = schema.additionalProperties;
  return schema.properties?.[step] ?? (typeof others === 'object' ? others : undefined);
}
