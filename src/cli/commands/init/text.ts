/** What `init` says: what it made, and what to do next. */
import type { NewDirectory, NewSchema } from '../../../config/newDirectory';
import { FOLDER_VARIABLE } from '../../../config/folderVariable';
import { quoted } from '../../../diagnostics/quoted';

export interface Step {
  readonly run: string;
  readonly why: string;
}

export function nextSteps(
  { folder }: Pick<NewDirectory, 'folder'>,
  platform: NodeJS.Platform = process.platform,
): readonly Step[] {
  const windows = platform === 'win32';
  // cmd and PowerShell both take double quotes, and a name with a backslash before it.
  const quote = windows ? (text: string) => `"${text}"` : quoted;
  const dialtone = windows ? '.\\dialtone' : './dialtone';
  const git = `git -C ${quote(folder)}`;
  return [
    windows
      ? {
          run: `setx ${FOLDER_VARIABLE} ${quote(folder)}`,
          why: 'every command uses this folder, in windows that you open from now on',
        }
      : {
          run: `export ${FOLDER_VARIABLE}=${quote(folder)}`,
          why: 'every command uses this folder; put the line into ~/.profile too',
        },
    { run: `${dialtone} check`, why: 'after each change: all errors at once' },
    {
      run: `${git} add -A`,
      why: 'keys, logins and the audit stay out. Keep the repository private: it has street addresses',
    },
    { run: `${git} commit -m ${quote('Begin')}`, why: 'a version that you can come back to' },
    {
      run: `${dialtone} key new --environment stage`,
      why: 'when you have a Twilio account (docs/account.md); then docs/getting-started.md',
    },
  ];
}

export function schemaText({ folder, files }: NewSchema): string {
  return `Wrote ${files.join(', ')} in ${folder}.`;
}

export function initText({ folder, from }: NewDirectory, next: readonly Step[]): string {
  const steps = next.flatMap(({ run, why }) => [`  # ${why}`, `  ${run}`]);
  return [`Made ${folder} from ${from}, with a git repository of its own. Next:`, ...steps].join(
    '\n',
  );
}
