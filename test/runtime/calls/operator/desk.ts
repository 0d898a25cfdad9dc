/** The fixture directory with a desk, and phones that call it. */
import type { Caller } from '../../../../src/runtime/calls/caller';
import type { Directory, OperatorDesk, Volunteer } from '../../../../src/runtime/model/directory';
import { CALL_SID, sipUri } from '../../../fixtures/twilio';
import { directory, HOUSE } from '../../../fixtures/directory';

export const CALL = CALL_SID;
/** A Saturday; in Portland it is four in the morning. */
export const NIGHT = new Date('2026-11-21T12:00:00Z');
/** Noon in Portland. */
export const NOON = new Date('2026-11-21T20:00:00Z');

const DAYTIME = [{ days: [0, 1, 2, 3, 4, 5, 6], from: 9 * 60, to: 21 * 60 }];

export function volunteer(name: string, settings: Partial<Volunteer> = {}): Volunteer {
  return { name, call: { number: '+15035550171' }, languages: ['en', 'es'], ...settings };
}

export const desk: OperatorDesk = {
  volunteers: [
    volunteer('robin', { hours: DAYTIME }),
    volunteer('wren', { call: { number: '+15035550172' }, languages: ['en'] }),
    volunteer('workshop', { call: { extension: 'workshop' }, languages: ['en'] }),
  ],
  waitSeconds: 60,
  ringSeconds: 25,
  message: { maxSeconds: 900, keepDays: 30 },
  notice: { sms: ['+15035550173'], webhook: true },
  limits: { phone: { minute: 2, day: 20 }, site: { minute: 6, day: 100 } },
};

/** `withDesk({ volunteers: [] })`. */
export function withDesk(
  settings: Partial<OperatorDesk> = {},
  rest: Partial<Directory> = {},
): Directory {
  return { ...directory, ...rest, operator: { ...desk, ...settings } };
}

export const phone = (username: string) => ({ from: sipUri(username), to: sipUri('0') });
export const outside = { from: '+15035550199', to: HOUSE };

export const caller: Caller = {
  username: 'alder',
  callerId: '+15035550100',
  shownInside: 'alder',
  number: '+15035550100',
  class: { name: 'local', allow: new Set(), deny: new Set(), noLimit: new Set() },
  emergencyAllowed: false,
  neighbours: new Set(),
};
