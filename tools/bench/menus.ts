/** What a key in a menu costs: deciding, and the document. */
import { readKeyRequest, routeDialTone, routeMenu, readCall } from '../../src/runtime/calls';
import { openDirectory } from '../../src/runtime/model/open';
import type { Menu } from '../../src/runtime/model/directory';
import { twimlFor } from '../../src/runtime/twiml';
import { bigDirectory, phone } from './bigDirectory';
import { microseconds } from './measure';

const RUNS = 20_000;
const MENUS = 80;

/** Nine keys each, in two languages. */
function bigMenu(index: number): Menu {
  const to = (offset: number) => ({ menu: `menu-${(index * 9 + offset) % MENUS}` });
  const sound = (what: string) => ({
    en: { play: `/sounds/en/${what}.mp3` },
    es: { play: `/sounds/es/${what}.mp3` },
  });
  return {
    name: `menu-${index}`,
    intro: [sound(`intro-${index}`)],
    oneOf: [],
    prompts: Array.from({ length: 9 }, (_, key) => sound(`${index}-${key}`)),
    keys: { 1: to(1), 2: to(2), 3: to(3), 4: to(4), 5: to(5), 6: to(6), 7: to(7), 8: to(8) },
    next: { do: 'hangUp' },
    waitSeconds: 3,
    rounds: 3,
  };
}

export function benchMenus(): void {
  console.log(`\nA key in ${MENUS} menus (µs, median / p95)`);
  const menus = Array.from({ length: MENUS }, (_, index) => bigMenu(index));
  const directory = openDirectory({ ...bigDirectory(1_000), menus });
  const now = new Date();
  const call = { environment: 'prod' as const, from: `sip:${phone(999)}@x`, to: 'sip:%23@x' };
  const parameters = { menu: 'menu-7', lang: 'es', round: '2', way: 'menu-0.menu-1' };
  const rendering = { site: directory.site, template: () => undefined, parameters: {} };
  const ways = {
    '2': () =>
      routeMenu(
        readKeyRequest({ call: readCall(call), parameters: { ...parameters, Digits: '2' } }),
        directory,
        now,
      ),
    '*': () =>
      routeMenu(
        readKeyRequest({ call: readCall(call), parameters: { ...parameters, Digits: '*' } }),
        directory,
        now,
      ),
    '9': () =>
      routeMenu(
        readKeyRequest({ call: readCall(call), parameters: { ...parameters, Digits: '9' } }),
        directory,
        now,
      ),
    '911': () =>
      routeMenu(
        readKeyRequest({
          call: readCall(call),
          parameters: { ...parameters, keys: '9', Digits: '11' },
        }),
        directory,
        now,
      ),
    none: () => routeMenu(readKeyRequest({ call: readCall(call), parameters }), directory, now),
    '503 at the dial tone': () =>
      routeDialTone(
        readKeyRequest({ call: readCall(call), parameters: { lang: 'es', Digits: '503' } }),
        directory,
        now,
      ),
    '2 as TwiML': () =>
      twimlFor(
        routeMenu(
          readKeyRequest({ call: readCall(call), parameters: { ...parameters, Digits: '2' } }),
          directory,
          now,
        ),
        rendering,
      ),
  };
  for (const [name, run] of Object.entries(ways)) {
    const { median, p95 } = microseconds(run, RUNS);
    console.log(`  ${name}: ${median.toFixed(1)} / ${p95.toFixed(1)}`);
  }
}
