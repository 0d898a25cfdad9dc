/** In a process of its own, for it takes a while: the sheets of all models, `sheets.ts <out>`. */
import path from 'node:path';
import { readProject } from '../../src/config/project';
import { sheetOf } from '../../src/cli/commands/phones/sheetOf';
import { KEY } from './commands';
import { MODELS_FOLDER } from './phones';
import { put } from './work';

const { project, ...why } = readProject(MODELS_FOLDER);
if (!project) throw new Error(JSON.stringify(why));
const { directory, provisioning } = project;
const seen = new Set<string>();
for (const [username, { phone }] of provisioning.extensions) {
  const extension = directory.extensions.get(username);
  if (phone === undefined || !extension?.environments.includes('prod')) continue;
  // By what they call for and how: of the transports one is enough.
  const kind = `${phone.model} ${phone.dial} ${extension.emergency}`;
  if (seen.has(kind)) continue;
  seen.add(kind);
  for (const language of ['en', 'es'] as const) {
    const asked = { username, environment: 'prod', project, key: KEY } as const;
    const html = sheetOf(asked, { language, server: '192.0.2.20:8080', now: new Date() });
    put(path.join(process.argv[2] ?? '', 'sheets', `${username}.${language}.html`), html);
  }
}
