/** The files of every model there is, in every way that a directory can have it. */
import { appendFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PHONE_MODELS } from '../../src/phones/families';
import { mustRun } from './commands';
import { put } from './work';

const FOLDER = path.join('.e2e', 'recorder', 'sites', 'models');
const DIALS = ['hotline', 'dialtone'] as const;

interface Variant {
  readonly username: string;
  readonly model: string;
  readonly entry: string;
}

/** The example, and beside its own phones every model by every transport with both ways of dialling. */
function variants(): readonly Variant[] {
  let device = 0;
  let number = 100;
  return [...PHONE_MODELS.values()].flatMap((model) => {
    const entry = (username: string, settings: string, rest: string) => {
      const bytes = [(++device >> 8) & 255, device & 255].map((byte) =>
        byte.toString(16).padStart(2, '0'),
      );
      const prefix = model.vendorPrefixes[0] ?? '02:00:00';
      const mac = model.softphone ? '' : `, mac: '${prefix}:0f:${bytes.join(':')}'`;
      return {
        username,
        model: model.id,
        entry: `'${username}': { ${rest}, phone: { model: ${model.id}${mac}, ${settings} } }\n`,
      };
    };
    const own = `+154155501${String((number++ - 100) % 100).padStart(2, '0')}`;
    const address =
      'address: { street: 200 SE Example Avenue, city: Portland, region: OR, postalCode: 97200 }';
    return [
      ...model.transports.flatMap((transport) =>
        DIALS.map((dial) =>
          entry(
            `${model.id}-${transport}-${dial[0]}`,
            `transport: ${transport}, dial: ${dial}`,
            `name: '${model.id} & ${dial}', hash: { menu: main }`,
          ),
        ),
      ),
      entry(
        own,
        'dial: dialtone',
        `name: Booth ${own}, number: ${own}, emergency: true, ${address}`,
      ),
    ];
  });
}

export function makeModels(): void {
  const entries = variants().map(({ entry }) => entry);
  cpSync('examples/payphones', FOLDER, { recursive: true });
  appendFileSync(path.join(FOLDER, 'extensions.yaml'), entries.join(''));
}

/** By `phones all`, as a user asks. */
export async function recordFiles(out: string): Promise<void> {
  for (const environment of ['dev', 'prod']) {
    const files = path.join('.e2e', 'recorder', `files-${environment}`);
    const asked = ['-d', FOLDER, '-e', environment];
    const { stdout, stderr } = await mustRun('phones', 'all', ...asked, '-o', files, '--json');
    put(path.join(out, `phones/${environment}.json`), stdout + stderr);
    for (const name of readdirSync(files).sort()) {
      put(path.join(out, 'phones', environment, name), readFileSync(path.join(files, name)));
    }
  }
}

export const MODELS_FOLDER = FOLDER;
