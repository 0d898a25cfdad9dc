/** `dialtone passwords rebuild`: the record of password generations, made again from what is known here. */
import { Applied } from '../../../twilio/records/applied';
import { auditIn } from '../../../twilio/records/audit';
import { serviceName } from '../../../twilio/deploy/deployment';
import { readActual } from '../../../twilio/readActual';
import { findKey } from '../../../twilio/secrets/key';
import { Ledger } from '../../../twilio/records/ledger';
import { rebuild as rebuildLedger, type Rebuilt } from '../../../twilio/secrets/rebuild';
import type { Rest } from '../../../twilio/client/rest';
import { desiredFor } from '../../../twilio/desired';
import type { Env } from '../../../config/folderVariable';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { checkedProject, type Warn } from '../../../config/checkedProject';
import { refuseExample } from '../../../config/example';

export interface RebuildOptions {
  readonly environment: EnvironmentName;
  readonly folder: string;
  readonly env: Env;
  readonly rest: Rest;
  readonly warn: Warn;
}

export async function rebuild(options: RebuildOptions): Promise<Rebuilt[]> {
  const { environment, folder, env, rest } = options;
  refuseExample(folder);
  const { directory, provisioning } = checkedProject(folder, options.warn);
  const desired = desiredFor(environment, directory, provisioning);
  const rebuilt = await rebuildLedger({
    desired,
    actual: await readActual(rest, serviceName(), desired),
    applied: Applied.read(folder, environment),
    ledger: await Ledger.read(rest, environment, folder),
    key: findKey(environment, folder, env),
  });
  const fields = [{ name: 'usernames', to: String(rebuilt.length) }];
  const entry = { action: 'rebuild', kind: 'password record', key: environment, fields };
  auditIn(folder, env)({ environment, ...entry });
  return rebuilt;
}
