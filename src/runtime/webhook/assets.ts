/** The private assets that a build leaves beside the functions. Each is read once per process. */
import { bookOf, type EmergencyBook, NO_BOOK, readBook } from '../calls';
import type { CompiledDirectory } from '../model/compiled';
import { emptyDirectory, openDirectory } from '../model/open';
import type { Directory } from '../model/directory';
import { logFailure } from './log';

const DIRECTORY = '/directory.json';
const EMERGENCY = '/emergency.json';

let directory: Directory | undefined;
let book: EmergencyBook | undefined;
const templates = new Map<string, string>();

/**
 * Who may call for help: by an asset of its own, else by the directory, else nobody is known. Never
 * fails, and does not open the directory where it need not.
 */
export function loadBook(): EmergencyBook {
  try {
    const asset = Runtime.getAssets()[EMERGENCY];
    if (asset) return (book ??= readBook(JSON.parse(asset.open())));
  } catch (error) {
    logFailure('emergency.unreadable', error);
  }
  try {
    return bookOf(loadDirectory());
  } catch (error) {
    logFailure('directory.unreadable', error);
    return NO_BOOK;
  }
}

/**
 * The compiled directory; null when it cannot be read, for an emergency call is
 * placed even then. A deployment without any is the seed set-up: phones are known
 * by Twilio's credential lists alone. A build leaves the emergency book beside it, so that a
 * directory that was lost is not taken for none.
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
  const { [DIRECTORY]: asset, [EMERGENCY]: emergency } = Runtime.getAssets();
  if (asset) return openDirectory(JSON.parse(asset.open()) as CompiledDirectory);
  if (emergency) throw new Error('the compiled directory is missing; build and deploy again');
  return emptyDirectory();
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
