/** Our engine on an imported directory: the same calls, key by key, as the functions are asked. */
import {
  routeDialTone,
  routeIncoming,
  routeOutgoing,
  readParty,
  readKeyRequest,
} from '../../../src/runtime/calls';
import type { Call } from '../../../src/runtime/calls/call';
import type { Decision, Audio as Sound } from '../../../src/runtime/calls/decision';
import { type MenuPosition, positionUrl } from '../../../src/runtime/calls/menus/position';
import { routeMenu } from '../../../src/runtime/calls/menus/route';
import type { Directory } from '../../../src/runtime/model/directory';

/** As `theirs.ts` has it. */
export interface Heard {
  readonly sounds: readonly string[];
  readonly at?: MenuPosition;
  readonly end?: string;
  /** How often we were asked for it. */
  readonly requests: number;
  /** How many sounds the first document with any has: Twilio fetches them before it plays one. */
  readonly fetched: number;
}

const CALL_SID = `CA${'0'.repeat(32)}`;
const NOW = new Date('2026-03-04T20:00:00Z');

export class Ours {
  private constructor(
    readonly directory: Directory,
    readonly call: Call,
  ) {}

  /** A phone that dials `#`. */
  static phone(directory: Directory, username: string): Ours {
    const from = `sip:${username}@direct-example-prod.sip.twilio.com`;
    return new Ours(directory, {
      callSid: CALL_SID,
      from: readParty(from),
      to: readParty('#'),
      environment: 'prod',
    });
  }

  /** Someone outside who calls a number of ours. */
  static outside(directory: Directory, to: string): Ours {
    const from = '+15035550147';
    return new Ours(directory, {
      callSid: CALL_SID,
      from: readParty(from),
      to: readParty(to),
      environment: 'prod',
    });
  }

  /** What is heard first. */
  start(): Heard {
    const { call, directory } = this;
    const route = call.to?.user === '#' ? routeOutgoing : routeIncoming;
    return this.#follow(route(call, directory, NOW), [], 1);
  }

  /** The phone is lifted, hears the dial tone, and keys are pressed there. */
  atDialTone(keys: string): Heard {
    const { call, directory } = this;
    const tone = routeOutgoing(call, directory, NOW);
    if (tone.kind !== 'gather' || tone.position.at !== 'dialTone') throw new Error('no dial tone');
    const query = Object.fromEntries(
      new URL(positionUrl(tone.position), 'http://localhost').searchParams,
    );
    const request = readKeyRequest({ call, parameters: { ...query, Digits: keys } });
    return this.#follow(routeDialTone(request, directory, NOW), [], 1);
  }

  press(position: MenuPosition, key: string): Heard {
    return this.#follow(this.#ask(position, key), [], 1);
  }

  #ask(position: MenuPosition, key: string): Decision {
    const query = Object.fromEntries(
      new URL(positionUrl(position), 'http://localhost').searchParams,
    );
    const parameters = { ...query, ...(key !== '' && { Digits: key }) };
    return routeMenu(readKeyRequest({ call: this.call, parameters }), this.directory, NOW);
  }

  /** On to the next menu with keys, or the end, as long as the caller presses nothing. */
  #follow(decision: Decision, before: readonly string[], requests: number, first = 0): Heard {
    const sounds = [...before, ...(decision.preamble ?? []).map(shown)];
    if (decision.kind !== 'gather') {
      return { sounds, end: endOf(decision), requests, fetched: first || sounds.length };
    }
    const { position, audio: heard } = decision;
    if (position.at === 'dialTone') {
      const own = heard.filter((each) => !('tone' in each)).map(shown);
      const all = [...sounds, ...own];
      return { sounds: all, end: 'dialTone', requests, fetched: first || all.length };
    }
    const all = [...sounds, ...heard.map(shown)];
    const fetched = first || all.length;
    if (position.at !== 'menu') throw new Error(`waits at ${position.at}`);
    const keys = Object.keys(this.directory.menus.get(position.menu)?.keys ?? {});
    if (keys.length > 0 && position.keys === '' && position.round > 0) {
      return { sounds: all, at: position, requests, fetched };
    }
    return this.#follow(this.#ask(position, ''), all, requests + 1, fetched);
  }
}

function endOf(decision: Decision): string {
  if (decision.kind === 'connect') return `dial ${decision.to}`;
  if (decision.kind === 'handOff') return `handOff ${decision.to}`;
  if (decision.kind === 'refuse') return `refused: ${decision.reason}`;
  return decision.kind === 'queue' ? 'operator' : decision.kind;
}

function shown(sound: Sound): string {
  if ('play' in sound) {
    return sound.play.replace('https://sounds.example.org/', '').replace('.ulaw', '');
  }
  return 'say' in sound ? `“${sound.say}”` : `tone ${sound.tone}`;
}
