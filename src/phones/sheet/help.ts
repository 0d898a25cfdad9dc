/** How a phone calls for help, and hears its address: by the table of emergency calls and the call path. */
import { readKeyRequest, routeDialTone, routeMenu, routeOutgoing } from '../../runtime/calls';
import type { Decision } from '../../runtime/calls/decision';
import { positionUrl } from '../../runtime/calls/menus/position';
import { counts, whoPlaces } from '../../config/emergency/emergencyRouting';
import type { Form } from '../../config/emergency/answer';
import { intendedSetup } from '../../config/emergency/intendedSetup';
import { type Asked, callOf } from './asked';
import { sends, sentFor } from './keys';

/** Dialled as it is; or its keys, in the menu or at the dial tone that `#` opens. */
export interface EmergencyCall {
  readonly by: 'dialled' | 'keys';
  /** By Twilio's documentation, or by another operator. What is not counts as nobody. */
  readonly proven: boolean;
}

/** Nothing of it for a phone that may not call for help. */
export interface Help {
  /** Of the emergency number. */
  readonly calls: readonly EmergencyCall[];
  /** Of the number that reads the address back. */
  readonly test?: EmergencyCall | undefined;
  /** Whether it is pressed in the menu of another system, which has to see to it. */
  readonly elsewhere: boolean;
}

export interface AskedHelp extends Asked {
  /** It sends nothing but `#` by itself. */
  readonly lifts: boolean;
  readonly week: readonly Date[];
}

export function helpFor(asked: AskedHelp): Help {
  const { settings, emergencyNumber, testNumber } = asked;
  if (!settings.emergency) return { calls: [], elsewhere: false };
  return {
    calls: callsOf(emergencyNumber, asked),
    test: testNumber === undefined ? undefined : callsOf(testNumber, asked)[0],
    elsewhere: asked.lifts && asked.week.some((at) => opened(asked, at).kind === 'handOff'),
  };
}

/** The one that people try first, first. */
function callsOf(number: string, asked: AskedHelp): readonly EmergencyCall[] {
  const dialled = formDialled(number, asked);
  return [
    ...(dialled === undefined ? [] : callsFrom('dialled', dialled, asked)),
    ...(opens(number, asked) ? callsFrom('keys', 'keys', asked) : []),
  ];
}

/** None where nobody places it, or help would be sent to another address. */
function callsFrom(
  by: EmergencyCall['by'],
  form: Form,
  { settings, lifts, directory, environment }: AskedHelp,
): readonly EmergencyCall[] {
  const { username, number } = settings;
  const { environments, dial911As } = directory.site;
  const caller = {
    username,
    number,
    phone: { model: settings.model.id, dial: lifts ? 'hotline' : 'dialtone' },
  } as const;
  const setup = intendedSetup(caller, environments[environment]?.emergency, dial911As);
  const answer = whoPlaces(form, setup);
  if (answer.address !== 'own') return [];
  // To be heard first: that the phone makes 1911 of 911; that a dial presses keys in a call.
  const tried = form !== 'prefixed' && !(by === 'keys' && settings.rotary);
  return [{ by, proven: counts(answer) && tried }];
}

/** As what it leaves the phone, where our functions would place it if they were asked. */
function formDialled(
  number: string,
  { settings, directory, environment, lifts, week }: AskedHelp,
): Form | undefined {
  const sent = lifts ? undefined : sentFor(number, settings);
  if (sent !== number && sent !== `1${number}`) return undefined;
  const call = callOf(sent, settings, environment);
  const placed = week.every((at) => routeOutgoing(call, directory, at).kind === 'emergency');
  if (!placed) return undefined;
  return sent === number ? 'dialled' : 'prefixed';
}

/** Whether the number is placed wherever `#` leads, whenever it is pressed there. */
function opens(number: string, asked: AskedHelp): boolean {
  if (!asked.lifts && !sends('#', asked.settings)) return false;
  return asked.week.every(
    (at) => press(number, opened(asked, at), asked, at)?.kind === 'emergency',
  );
}

function opened({ settings, environment, directory }: AskedHelp, at: Date): Decision {
  return routeOutgoing(callOf('#', settings, environment), directory, at);
}

/** Key after key, as many at once as each document takes. */
function press(keys: string, decision: Decision, asked: AskedHelp, at: Date): Decision | undefined {
  if (keys === '') return decision;
  if (decision.kind !== 'gather' || decision.position.at === 'operatorOffer') return undefined;
  const { position, digits = keys.length } = decision;
  const query = Object.fromEntries(new URL(positionUrl(position), 'http://localhost').searchParams);
  const parameters = { ...query, Digits: keys.slice(0, digits) };
  const call = callOf('#', asked.settings, asked.environment);
  const route = position.at === 'menu' ? routeMenu : routeDialTone;
  return press(
    keys.slice(digits),
    route(readKeyRequest({ call, parameters }), asked.directory, at),
    asked,
    at,
  );
}
