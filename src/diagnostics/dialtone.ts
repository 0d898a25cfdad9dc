/** How a person runs a command, in a sentence that says which one: `./dialtone check`. */
export const DIALTONE = './dialtone';
