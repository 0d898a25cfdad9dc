/** `dialtone rotate`: another SIP password, by raising its generation in the directory. */
import { Applied } from '../records/applied';
import { compileTexts, directoryFiles, OwnFolder, readRecordings, type Texts } from '../../config';
import { type Raised, raisePasswordGeneration } from '../../config/edit';
import { ENVIRONMENTS } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import { readProject } from '../../config/project';
import { formatDiagnostics } from '../../diagnostics/text';

/**
 * Raises the password generation of `username` in the folder's extensions.yaml. It holds for every
 * environment in which the extension lives, each from its next apply on.
 *
 * @param recorded the highest generation that Twilio has recorded, where it could be asked.
 * @throws UserError when there is no such phone, or when the file is best edited by hand; then
 *   nothing is written.
 */
export function rotate(
  folder: string,
  username: string,
  recorded = 0,
): { from: number; to: number } {
  // Only a directory without errors is understood well enough to be changed.
  const { project, diagnostics: before } = readProject(folder);
  if (!project) throw new UserError(formatDiagnostics(before), `${folder} does not build.`);
  const texts = readTexts(folder);
  // Above every one that Twilio has had, so that no former password comes back.
  const above = Math.max(
    recorded,
    ...ENVIRONMENTS.map((name) => Applied.read(folder, name).get(username)?.generation ?? 0),
  );
  const { text, from, to } = raise(texts['extensions.yaml'] ?? '', username, above);
  const { provisioning, diagnostics } = compileTexts(
    { ...texts, 'extensions.yaml': text },
    { twimlAssets: [...project.templates.keys()], recordings: readRecordings(folder) },
  );
  if (provisioning?.extensions.get(username)?.passwordGeneration !== to) {
    throw new UserError(
      formatDiagnostics(diagnostics),
      `Raise the passwordGeneration of ${username} by hand.`,
    );
  }
  new OwnFolder(folder).replace('extensions.yaml', text);
  return { from, to };
}

function readTexts(folder: string): Texts {
  const own = new OwnFolder(folder);
  return Object.fromEntries(directoryFiles(folder).map((name) => [name, own.text(name)]));
}

function raise(text: string, username: string, above: number): Raised {
  try {
    return raisePasswordGeneration(text, username, above);
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new UserError(cause.message, 'Its name is the key in extensions.yaml.', { cause });
  }
}
