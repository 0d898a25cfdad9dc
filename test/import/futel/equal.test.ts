/** Every path through the imported menus is heard as it was, and ends where it ended. */
import { openDirectory } from '../../../src/config';
import { futelTown } from '../../fixtures/futelTown';
import { importedTown } from './imported';
import { type Heard as OurHeard, Ours } from './ours';
import { type Heard, Theirs } from './theirs';

const town = futelTown();
const { directory: compiled } = importedTown(town);
const directory = openDirectory(compiled);
const FILES = {
  ...town.ivrs,
  // What only their code knew.
  given: {
    random_number: { ...(town.destinations.random_number as object), next_context: 'hangup' },
  },
} as ConstructorParameters<typeof Theirs>[0];

/** A phone of each kind: its top context, with emergency or without, dial tone first or not. */
const PHONES = ['booth-1', 'booth-2', 'booth-3', 'booth-4', 'booth-5', 'booth-6']
  .concat(['kiosk-1', 'kiosk-2', 'kiosk-4', 'desk-1', 'desk-2'])
  .map((username) => [username, town.extensions[username] ?? {}] as const);
const KEYS = ['', ...'1234567890*#'];

/** What their names mean, in the words of ours. */
function ending(end: string | undefined): string | undefined {
  const [, digits] = /^dial_(\d{10})$/.exec(end ?? '') ?? [];
  if (digits) return `dial +1${digits}`;
  const meanings: Readonly<Record<string, string>> = {
    outgoing_dialtone_pre: 'dialTone',
    outgoing_operator_enqueue: 'operator',
    dial_sisyphus: 'dial +15415550164',
    hangup: 'hangUp',
    // Ended by the import.
    endless: 'hangUp',
  };
  const asterisk = [
    'voicemail_outgoing',
    'voicemail_incoming',
    'current-time',
    'futel-conf',
    'member_auth',
  ];
  if (asterisk.includes(end ?? '')) return `handOff ${end}@pbx.example.org`;
  return meanings[end ?? ''] ?? end;
}

const RANDOM = Object.values(FILES)
  .flatMap((file) => Object.values(file) as Record<string, unknown>[])
  .filter(({ random_sounds }) => random_sounds !== undefined)
  .map(({ random_sounds, statement_dir }) =>
    (random_sounds as string[]).map((each) => `sound/${String(statement_dir)}/${each}`),
  );

/** One of several, whichever it was. */
function unchosen(sounds: readonly string[]): string[] {
  return sounds.map((sound) => {
    const choices = RANDOM.find((each) => each.includes(sound));
    return choices ? `one of ${choices.join()}` : sound;
  });
}

const FIBER = /^dial \+1541555016[123]$/;

function same(theirs: Heard, ours: OurHeard) {
  const end = FIBER.test(ours.end ?? '') ? 'dial_dark_fiber' : ours.end;
  expect({ sounds: unchosen(ours.sounds), end }).toEqual({
    sounds: theirs.sounds,
    end: ending(theirs.end),
  });
}

/** Without our own sentences. */
function recorded(sounds: readonly string[]): readonly string[] {
  return sounds.filter((each) => !each.startsWith('“'));
}

/** Walks both side by side through every place that keys or silence reach; tells how many there are. */
function simulate(top: string, ours: Ours, atTone?: string) {
  const theirs = new Theirs(FILES, top);
  const lifted = [theirs.enter(top), ours.start()] as const;
  same(...lifted);
  const first =
    atTone === undefined ? lifted : ([theirs.enter(atTone), ours.atDialTone('#')] as const);
  same(...first);
  sameOrFewer('lifted', ...first);
  const intro = first[0].sounds.length - theirs.enter(`${top}_menu`).sounds.length;
  const open: (readonly [Heard, OurHeard])[] = [first];
  const seen = new Set<string>();
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [{ at: place }, { at: position }] = pair;
    if (!place || !position) continue;
    const here = JSON.stringify([place, position.menu, position.language, position.round]);
    if (seen.has(here)) continue;
    seen.add(here);
    simulated.add(position.menu);
    for (const key of KEYS) {
      const there = theirs.press(place, key);
      // 9, 1 and 1 are ours on every menu.
      if (there.at?.context === 'call_911_9') continue;
      const answer = ours.press(position, key);
      const what = `${here} ${key}`;
      if (key === '9') sameAfterNine(what, there, answer);
      else if (key === '#' && atTone === undefined) {
        // The first menu, without the intro.
        const { sounds } = there;
        expect([what, answer.sounds]).toEqual([what, sounds.slice(intro)]);
      } else {
        try {
          same(there, answer);
        } catch (error) {
          throw new Error(what, { cause: error });
        }
        // One request for one key, and one for the menu after an intro.
        if (answer.at)
          expect([what, answer.requests]).toEqual([
            what,
            answer.fetched < answer.sounds.length ? 2 : 1,
          ]);
        sameOrFewer(what, there, answer);
      }
      if (key !== '9') open.push([there, answer]);
    }
  }
  return seen.size;
}

/** Nobody waits longer for the first sound: Twilio fetches all of a document before it plays one. */
function sameOrFewer(what: string, theirs: Heard, ours: OurHeard): void {
  expect([what, ours.fetched]).toEqual([what, Math.min(ours.fetched, theirs.fetched)]);
}

/** Held for the rest of 911; where the menu has none of its own, 911 is asked for before it goes on. */
function sameAfterNine(what: string, theirs: Heard, ours: OurHeard): void {
  expect([what, unchosen(recorded(ours.sounds))]).toEqual([what, theirs.sounds]);
}

/** Menus that were walked through, from whatever phone. */
const simulated = new Set<string>();

describe('Every path through the menus', () => {
  it.each(PHONES)('is heard as it was, and ends where it ended: %s', (username, fields) => {
    const atTone = fields.dialtone_ivr as string | undefined;
    const ours = Ours.phone(directory, username);
    expect(simulate(String(fields.outgoing), ours, atTone)).toBeGreaterThanOrEqual(60);
  });

  it('is heard as it was, and ends where it ended: callers from outside', () => {
    expect(simulate('incoming_house', Ours.outside(directory, '+15035550100'))).toBe(80);
  });

  it('leaves no menu out', () => {
    const all = compiled.menus.filter(({ keys }) => Object.keys(keys).length > 0);
    expect([...simulated].sort()).toEqual(all.map(({ name }) => name).sort());
  });

  it('takes a key during the intro for one of the menu', () => {
    const theirs = new Theirs(FILES, 'outgoing_mill');
    const ours = Ours.phone(directory, 'booth-1');
    const { at } = ours.start();
    const context = theirs.listening('outgoing_mill') ?? '';
    for (const key of ['1', '3', '6', '8', '*']) {
      const there = theirs.press({ context, language: 'en', plays: 1 }, key);
      if (at) same(there, ours.press(at, key));
    }
    expect(at?.menu).toBe('outgoing-mill-menu');
  });
});
