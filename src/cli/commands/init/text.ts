/** What `init` says: what it made, and what to do next. */
import type { NewDirectory } from '../../../config/newDirectory';
import { FOLDER_VARIABLE } from '../../../config/folderVariable';
import { quoted } from '../../../diagnostics/quoted';

export interface Step {
  readonly run: string;
  readonly why: string;
}

export function nextSteps({ folder }: Pick<NewDirectory, 'folder'>): readonly Step[] {
  const git = `git -C ${quoted(folder)}`;
  return [
    {
      run: `export ${FOLDER_VARIABLE}=${quoted(folder)}`,
      why: 'every command uses this folder; put the line into ~/.profile too',
    },
    { run: './dialtone check', why: 'after each change: all errors at once' },
    {
      run: `${git} add -A && ${git} commit -m 'Begin'`,
      why: 'keys, logins and the audit stay out. Keep the repository private: it has street addresses',
    },
    {
      run: './dialtone key new --environment stage',
      why: 'when you have a Twilio account; then docs/getting-started.md',
    },
  ];
}

export function initText({ folder, from }: NewDirectory, next: readonly Step[]): string {
  const steps = next.flatMap(({ run, why }) => [`  # ${why}`, `  ${run}`]);
  return [`Made ${folder} from ${from}, with a git repository of its own. Next:`, ...steps].join(
    '\n',
  );
}
