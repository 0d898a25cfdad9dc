/** What `npm start` says: what it serves, from which directory, and what to try. */
import { CALLBACKS } from '../../../runtime/model/callbacks';
import type { Env } from '../../../config/folderVariable';
import { directoryFolder, type Project } from '../../../config/project';

export function greeting({ folder, directory }: Project, port: number, env: Env): string {
  const url = `http://localhost:${port}`;
  // Everything that is not on twil.io is dev.
  const phones = [...directory.extensions.values()].filter(({ environments }) =>
    environments.includes('dev'),
  );
  const phone = phones.find(({ emergency }) => emergency) ?? phones[0];
  const [number] = directory.numbers.keys();
  const named = folder === directoryFolder(undefined, env) ? '' : `--directory '${folder}' `;
  const menu = phones.find(({ hash }) => hash && 'menu' in hash)?.username;
  const from = phone ? sipUri(phone.username) : sipUri('nobody');
  return `
${directory.site.name}: ${directory.extensions.size} phones and ${directory.numbers.size} numbers, from ${folder}

  ${url}${CALLBACKS.outgoing.path}   a phone dials
  ${url}${CALLBACKS.incoming.path}   one of our numbers is called
  ${url}${CALLBACKS.dialResult.path}    a dialled call ended

Try:
  curl ${url}${CALLBACKS.outgoing.path} --data-urlencode 'From=${from}' --data-urlencode 'To=${sipUri('5035550199')}'
  curl ${url}${CALLBACKS.incoming.path} --data-urlencode 'From=+15035550188' --data-urlencode 'To=${number ?? '+15035550100'}'
  ./dialtone explain ${named}--environment dev --from ${phone?.username ?? 'nobody'} --to 5035550199
${menu === undefined ? '' : menuLines(menu, url, named)}
Ctrl-C stops it.`;
}

/** A phone whose `#` is a menu, and a key in it. */
function menuLines(username: string, url: string, named: string): string {
  return `
A menu, and how it goes on (docs/menu-transcript.md):
  curl ${url}${CALLBACKS.outgoing.path} --data-urlencode 'From=${sipUri(username)}' --data-urlencode 'To=${sipUri('#')}'
  ./dialtone explain ${named}--environment dev --from ${username} --keys 2,*,#,911
`;
}

function sipUri(user: string): string {
  return `sip:${user}@example.sip.twilio.com`;
}
