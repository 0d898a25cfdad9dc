/** What `npm start` says: what it serves, from which directory, and what to try. */
import { CALLBACKS } from '../../../runtime/model/callbacks';
import type { Project } from '../../../config/project';
import type { Examples } from './examples';

export function greeting({ folder, directory }: Project, examples: Examples): string {
  const { url, commands, menuCommands } = examples;
  return `
${directory.site.name}: ${directory.extensions.size} phones and ${directory.numbers.size} numbers, from ${folder}

  ${url}   what is served, and what to try
  ${url}${CALLBACKS.outgoing.path}   a phone dials
  ${url}${CALLBACKS.incoming.path}   one of our numbers is called
  ${url}${CALLBACKS.dialResult.path}    a dialled call ended

Try:
${listed(commands)}
${menuCommands.length === 0 ? '' : `\nA menu, and how it goes on (docs/menu-transcript.md):\n${listed(menuCommands)}\n`}
Ctrl-C stops it.`;
}

function listed(commands: readonly string[]): string {
  return commands.map((command) => `  ${command}`).join('\n');
}
