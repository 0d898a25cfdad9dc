/** What there is to try with a directory that is served on this machine. */
import { CALLBACKS } from '../../../runtime/model/callbacks';
import type { Extension } from '../../../runtime/model/directory';
import type { Env } from '../../../config/folderVariable';
import { directoryFolder, type Project } from '../../../config/project';

export interface Examples {
  readonly url: string;
  /** That live in dev, as everything does that is not on twil.io. */
  readonly phones: readonly Extension[];
  readonly commands: readonly string[];
  /** Of a phone whose `#` is a menu. */
  readonly menuCommands: readonly string[];
}

/** Dialled in examples, and called from. */
export const OUTSIDE = { dialled: '5035550199', caller: '+15035550188' } as const;

export function examplesOf({ folder, directory }: Project, port: number, env: Env): Examples {
  const url = `http://localhost:${port}`;
  const phones = [...directory.extensions.values()].filter(({ environments }) =>
    environments.includes('dev'),
  );
  const phone = (phones.find(({ emergency }) => emergency) ?? phones[0])?.username ?? 'nobody';
  const [number = '+15035550100'] = directory.numbers.keys();
  const menu = phones.find(({ hash }) => hash && 'menu' in hash)?.username;
  const named = folder === directoryFolder(undefined, env) ? '' : `--directory '${folder}' `;
  const explain = (from: string) => `./dialtone explain ${named}--environment dev --from ${from}`;
  const outgoing = `${url}${CALLBACKS.outgoing.path}`;
  const incoming = `${url}${CALLBACKS.incoming.path}`;
  return {
    url,
    phones,
    commands: [
      curl(outgoing, sipUri(phone), sipUri(OUTSIDE.dialled)),
      curl(incoming, OUTSIDE.caller, number),
      `${explain(phone)} --to ${OUTSIDE.dialled}`,
    ],
    menuCommands:
      menu === undefined
        ? []
        : [curl(outgoing, sipUri(menu), sipUri('#')), `${explain(menu)} --keys 2,*,#,911`],
  };
}

export function sipUri(user: string): string {
  return `sip:${user}@example.sip.twilio.com`;
}

function curl(url: string, from: string, to: string): string {
  return `curl ${url} --data-urlencode 'From=${from}' --data-urlencode 'To=${to}'`;
}
