/**
 * What is left of an entry when every key of it has been taken: `...(rest satisfies Nothing)`. A key that is added to
 * the schema and not to the compiler does not type-check.
 */
export type Nothing = Readonly<Record<string, never>>;
