/** The private assets that a build leaves beside the functions. Each is read once per process. */
import type { CompiledDirectory } from '../directory/compiled';
import { emptyDirectory, openDirectory } from '../directory/open';
import type { Directory } from '../directory/types';

const DIRECTORY = '/directory.json';

let directory: Directory | undefined;
const templates = new Map<string, string>();

/**
 * The compiled directory. A deployment without any is the seed set-up: phones
 * are known by Twilio's credential lists alone.
 *
 * @throws when there is one that cannot be read.
 */
export function loadDirectory(): Directory {
  const asset = Runtime.getAssets()[DIRECTORY];
  directory ??= asset
    ? openDirectory(JSON.parse(asset.open()) as CompiledDirectory)
    : emptyDirectory();
  return directory;
}

/** The text of a TwiML asset: `incoming` is `/twiml/incoming.xml`. */
export function loadTemplate(name: string): string | undefined {
  const text = templates.get(name) ?? Runtime.getAssets()[`/twiml/${name}.xml`]?.open();
  if (text !== undefined) templates.set(name, text);
  return text;
}
