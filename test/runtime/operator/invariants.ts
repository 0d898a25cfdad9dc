/** What may never be otherwise, whatever callers, volunteers and the network do. */
import type { Exchange } from '../../../tools/exchange/exchange';
import type { Leg } from '../../../tools/exchange/leg';
import type { Installation } from './installation';
import { said } from './phrases';

export class Broken extends Error {}

/** At any time. @throws Broken */
export function checkAlways(installation: Installation): void {
  const { exchange, standIn } = installation;
  hold(standIn.violations.length === 0, `${standIn.violations.join('; ')}`);
  for (const caller of callersOf(exchange)) {
    hold(caller.talkedWith.length <= 1, `two volunteers have had ${caller.record.from}`, caller);
  }
  for (const leg of volunteersOf(exchange)) {
    const caller = callerOf(leg, exchange);
    const others = leg.talkedWith.filter((sid) => sid !== caller.sid);
    hold(others.length === 0, 'a volunteer has another caller than the one who was offered', leg);
    hold(
      !isTouched(leg) || !exchange.waits(caller),
      'a leg was ended whose caller still waits',
      leg,
      caller,
    );
    const taken = leg.talkedWith.length > 0;
    hold(!taken || leg.pressed.includes('1'), 'a volunteer has a caller without having asked', leg);
    hold(leg.instructionsSeen <= 1 || !taken, 'a volunteer who talks was cut off', leg);
  }
  for (const sid of touchedByRest(installation)) {
    const leg = exchange.legs.find((each) => each.sid === sid);
    hold(
      leg?.record.direction === 'outbound-api',
      'something else than a volunteer’s leg was touched',
    );
  }
  if (installation.goodDay) checkOnGoodDay(installation);
}

/** While nothing is lost, late or broken. */
function checkOnGoodDay({ exchange, standIn }: Installation): void {
  for (const leg of volunteersOf(exchange)) {
    const caller = callerOf(leg, exchange);
    hold(!leg.rings || exchange.waits(caller), 'a phone rings for nobody', leg, caller);
  }
  const spoken = standIn.state.api.recordings.filter(({ duration }) => Number(duration) >= 2);
  const { messages } = standIn.state.api;
  hold(messages.length === spoken.length, 'a message was not told of once');
}

/** When everything is over. @throws Broken */
export function checkAtEnd({ exchange }: Installation): void {
  hold(exchange.ringing.length === 0, `still ringing: ${exchange.ringing.join(', ')}`);
  for (const leg of exchange.legs) hold(leg.isOver, 'a leg is left', leg);
  for (const caller of callersOf(exchange)) {
    hold(isServed(caller), 'a caller was left without person, message or sentence', caller);
  }
}

/** Has hung up by themselves, or had a person, or a sentence as the last that was heard: also after a message. */
function isServed(caller: Leg): boolean {
  const { story, talkedWith } = caller;
  if (story.at(-1) === 'hangs up' || talkedWith.length > 0) return true;
  const last = story.filter((what) => what !== 'is hung up').at(-1) ?? '';
  const waiting = [said('pleaseHold', 'en'), said('pleaseHold', 'es')];
  return /^(en|es): /.test(last) && !waiting.includes(last);
}

/** Ended by the functions while it rang, or told something else than its offer. */
function isTouched(leg: Leg): boolean {
  return leg.record.status === 'canceled' || leg.instructionsSeen > 1;
}

function touchedByRest({ standIn }: Installation): string[] {
  return standIn.ledger
    .filter(
      ({ write, route = '', status }) => write && /Calls\/\{Sid\}/.test(route) && status < 400,
    )
    .map(({ path }) => /\/(CA\w+)\.json$/.exec(path)?.[1] ?? '');
}

export function callersOf({ legs }: Exchange): Leg[] {
  return legs.filter(({ record }) => record.direction === 'inbound');
}

export function volunteersOf({ legs }: Exchange): Leg[] {
  return legs.filter(({ record }) => record.direction === 'outbound-api');
}

/** Whose call a volunteer was offered, as their leg was told when it was made. */
function callerOf(leg: Leg, { legs }: Exchange): Leg {
  const caller = legs.find(({ sid }) => leg.firstUrl.includes(sid));
  if (!caller) throw new Broken(`a leg for nobody: ${leg.firstUrl}`);
  return caller;
}

function hold(condition: boolean, what: string, ...legs: Leg[]): void {
  if (condition) return;
  throw new Broken([what, ...legs.map(({ story }) => story.join(' | '))].join('\n'));
}
