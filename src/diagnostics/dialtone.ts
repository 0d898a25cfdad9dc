/** How a person runs a command, in a sentence that says which one: `./dialtone check`. */
export const DIALTONE = './dialtone';

/** Names every diagnostic of a directory, also where many say the same. */
export const CHECK_ALL = `${DIALTONE} check --all`;
