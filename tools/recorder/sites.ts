/** The directories that are recorded, and their builds. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { futelTown } from '../../test/fixtures/futelTown';
import { mustRun } from './commands';
import { put, WORK } from './work';

/** Directory assets, as Twilio's runtime is given them. */
const ASSETS = ['assets/directory.private.json', 'assets/emergency.private.json'] as const;

export interface Site {
  readonly name: string;
  /** Of its build. */
  readonly dist: string;
}

export const EXAMPLE = path.join('.e2e', 'recorder', 'sites', 'example');
export const TOWN = path.join('.e2e', 'recorder', 'sites', 'town');
const STRANGERS = path.join('.e2e', 'recorder', 'sites', 'strangers');

/** Builds every site: as `dialtone build` does it, and then broken in the ways that a deployment can break. */
export async function buildSites(): Promise<readonly Site[]> {
  cpSync('examples/payphones', EXAMPLE, { recursive: true });
  cpSync('examples/payphones', STRANGERS, { recursive: true });
  edit(path.join(STRANGERS, 'site.yaml'), (text) =>
    text.replace('emergency: direct', 'emergency: webhook').concat('\nstrangers: true\n'),
  );
  edit(path.join(STRANGERS, 'extensions.yaml'), (text) =>
    text.concat('ferry: { name: Ferry landing, number: +15035550145, emergency: true }\n'),
  );
  await importTown();
  const example = await built('example', EXAMPLE);
  const strangers = await built('strangers', STRANGERS);
  const town = await built('town', TOWN);
  return [
    example,
    { ...example, name: 'account' },
    strangers,
    town,
    altered('seed', strangers, (dist) => ASSETS.forEach((asset) => rmSync(path.join(dist, asset)))),
    ...ASSETS.flatMap((asset, n) => [
      altered(`cut-${n}`, strangers, (dist) => {
        writeFileSync(path.join(dist, asset), '{"version"');
      }),
      altered(`gone-${n}`, strangers, (dist) => rmSync(path.join(dist, asset))),
    ]),
    altered('no-templates', strangers, (dist) =>
      rmSync(path.join(dist, 'assets/twiml'), { recursive: true }),
    ),
  ];
}

/** The command writes into `dist`, and there alone. */
async function built(name: string, folder: string): Promise<Site> {
  await mustRun('build', '--directory', folder);
  const dist = path.join(WORK, 'dist', name);
  cpSync('dist', dist, { recursive: true });
  return { name, dist };
}

function altered(name: string, of: Site, change: (dist: string) => void): Site {
  const dist = path.join(WORK, 'dist', name);
  cpSync(of.dist, dist, { recursive: true });
  change(dist);
  return { name, dist };
}

async function importTown(): Promise<void> {
  const from = path.join('.e2e', 'recorder', 'futel');
  const { extensions, ivrs, operatorNumbers, destinations } = futelTown();
  const files = {
    ...ivrs,
    'extensions.json': extensions,
    'operator_numbers.json': operatorNumbers,
  };
  for (const [name, json] of Object.entries(files)) {
    put(path.join(from, 'assets', name), JSON.stringify(json));
  }
  put(path.join(from, 'destinations.json'), JSON.stringify(destinations));
  await mustRun(...importArguments(TOWN));
}

export function importArguments(out: string): string[] {
  const from = path.join('.e2e', 'recorder', 'futel');
  return [
    ...['import', 'futel', from, '--out', out],
    ...['--sip-domain-prefix', 'direct-example', '--hand-off-host', 'pbx.example.org'],
    ...['--recordings', 'https://sounds.example.org/', '--incoming-menu', 'incoming_house'],
    ...['--destinations', path.join(from, 'destinations.json')],
  ];
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
