/** The private assets that a build leaves beside the functions. Each is read once per process. */
import type { CompiledDirectory } from '../directory/compiled';
import { emptyDirectory, openDirectory } from '../directory/open';
import type { Directory } from '../directory/types';
import { logFailure } from './log';

const DIRECTORY = '/directory.json';

let directory: Directory | undefined;
const templates = new Map<string, string>();

/**
 * The compiled directory; null when it cannot be read, for an emergency call is
 * placed even then. A deployment without any is the seed set-up: phones are known
 * by Twilio's credential lists alone.
 */
export function loadDirectory(): Directory | null {
  try {
    directory ??= openAsset();
    return directory;
  } catch (error) {
    logFailure('directory.unreadable', error);
    return null;
  }
}

function openAsset(): Directory {
  const asset = Runtime.getAssets()[DIRECTORY];
  return asset ? openDirectory(JSON.parse(asset.open()) as CompiledDirectory) : emptyDirectory();
}

/** The text of a TwiML asset: `incoming` is `/twiml/incoming.xml`. undefined when it cannot be read. */
export function loadTemplate(name: string): string | undefined {
  try {
    const text = templates.get(name) ?? Runtime.getAssets()[`/twiml/${name}.xml`]?.open();
    if (text !== undefined) templates.set(name, text);
    return text;
  } catch (error) {
    logFailure('template.unreadable', error);
    return undefined;
  }
}
