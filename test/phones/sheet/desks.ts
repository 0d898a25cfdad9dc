/** Desks at one address, which share its number for 911. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PhoneQuestion } from '../../../src/cli/commands/phones/phones';
import { readProject } from '../../../src/config/project';
import { sipPassword } from '../../../src/twilio/secrets/passwords';

const SITE = `name: Example office
country: US
timeZone: America/Los_Angeles
languages: [en]
areaCode: 503
environments:
  prod: { sipDomain: example-office, edge: umatilla, emergency: webhook }
defaults: { callerId: +15035550100, class: local, zero: { ring: ['231'] } }
`;
const CALLING = `classes:
  local: { allow: [US] }
`;

function extensionsYaml(length: number): string {
  return Array.from({ length }, (_, n) => {
    const number = 231 + n;
    const mac = `00:15:65:00:01:${String(n + 10)}`;
    return `${number}:
  name: Desk ${n + 1}
  number: +15035550100
  emergency: true
  address: { street: 1 Example Plaza, city: Portland, region: OR, postalCode: 97200 }
  hash: { do: dialTone }
  phone: { model: yealink-t46s, mac: ${mac}, dial: dialtone }
`;
  }).join('\n');
}

export function desks(
  key: Buffer,
  count = 12,
): {
  readonly questions: readonly PhoneQuestion[];
  readonly passwords: readonly string[];
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'desks-'));
  writeFileSync(path.join(folder, 'site.yaml'), SITE);
  writeFileSync(path.join(folder, 'calling.yaml'), CALLING);
  writeFileSync(path.join(folder, 'extensions.yaml'), extensionsYaml(count));
  const { project, diagnostics } = readProject(folder);
  rmSync(folder, { recursive: true });
  if (!project) throw new Error(JSON.stringify(diagnostics, null, 1));
  const names = [...project.directory.extensions.keys()];
  return {
    questions: names.map((username) => ({ username, environment: 'prod', project, key })),
    passwords: names.map((username) =>
      sipPassword(key, { environment: 'prod', username, generation: 1 }),
    ),
  };
}
