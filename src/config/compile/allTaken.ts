/**
 * Asks for what is left of an entry when its keys have been taken: a key that is added to the schema and not to the
 * compiler does not type-check. Does nothing, for what is left of an entry may be for others, such as its address.
 */
export const allTaken: (rest: Readonly<Record<string, never>>) => void = () => undefined;
