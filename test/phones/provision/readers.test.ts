/** What devices say of themselves and ask for, as one reader reads it: by tables. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { phoneEntry } from '../../../src/phones/provision/guessModel';
import { devicePath, macIn, shownFile } from '../../../src/phones/provision/names';
import { modelSaid, readAgent } from '../../../src/phones/provision/userAgent';
import { MODELS } from '../example';
import { DEVICES } from './site';

const TOKEN = DEVICES[0]?.token ?? '';

function rows(name: string): string[][] {
  return readFileSync(path.join(__dirname, 'tables', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(';'));
}

it.each(rows('userAgents.csv'))('%s', (userAgent, product, firmware, mac, model) => {
  const agent = readAgent(userAgent);
  expect({
    product: agent?.product ?? '',
    firmware: agent?.firmware ?? '',
    mac: agent?.mac ?? '',
    model: (agent && modelSaid(agent)?.id) ?? '',
  }).toEqual({ product, firmware, mac, model });
  // What is said to add it is of the same reader.
  const added = phoneEntry('020000000001', agent);
  expect(added).toContain(`model: ${model === '' ? '…' : model},`);
});

it.each(rows('paths.csv'))('%s', (target, secret, file, mac, log) => {
  const asked = target.replace('{token}', TOKEN);
  const read = devicePath(asked);
  expect({
    secret: read?.token === TOKEN ? 'yes' : '',
    file: read?.name ?? '',
    mac: macIn(asked) ?? '',
    log: shownFile(asked),
  }).toEqual({ secret, file, mac, log });
});

it('no two models call themselves the same', () => {
  const names = MODELS.flatMap(({ callsItself }) => callsItself);
  expect(new Set(names).size).toBe(names.length);
});
