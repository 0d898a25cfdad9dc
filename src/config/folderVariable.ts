/** Names the operator's folder for every command. */
export const FOLDER_VARIABLE = 'DIALTONE_DIRECTORY';

/** The variables that a command is given. */
export type Env = Readonly<NodeJS.ProcessEnv>;
