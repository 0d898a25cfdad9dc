import type { EnvironmentName } from '../../runtime/model/directory';
import type { SheetCatalogue } from './language';

interface Fetched {
  readonly username: string;
  readonly environment: EnvironmentName;
  /** Of the maker's own, which the operator has to add. */
  readonly files?: readonly string[] | undefined;
}

/** What the operator types for a phone to fetch its file. */
export function provisionCommand(
  { username, environment, files = [] }: Fetched,
  words: SheetCatalogue['fetching'],
): string {
  return [
    `./dialtone provision --environment ${environment}`,
    `--bind <${words.thisComputer}> --open ${username}`,
    ...(files.length > 0 ? [`--files <${words.folderWith(files)}>`] : []),
  ].join(' ');
}
