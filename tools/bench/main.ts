/** `npm run bench`: what a call costs, beside the floor. All in one run. */
import os from 'node:os';
import { benchCold, benchMemory } from './cold';
import { benchDecide } from './decide';
import { benchMenus } from './menus';
import { benchSeed } from './seed';
import { benchWarm } from './warm';

async function main(): Promise<void> {
  console.log(`Node ${process.version}, ${os.cpus().length} cores`);
  benchDecide();
  benchMenus();
  await benchWarm();
  await benchCold();
  benchMemory();
  await benchSeed();
}

void main();
