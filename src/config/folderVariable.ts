/** Names the operator's folder for every command. */
export const FOLDER_VARIABLE = 'DIALTONE_DIRECTORY';
