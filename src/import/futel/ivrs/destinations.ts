/** What the names in a context lead to: a context, something their code knew, Asterisk, or nothing. */
import type { Destination } from './destination';
import { readPhoneNumber } from '../../../runtime/numbers/phoneNumber';
import { COUNTRY } from '../futelEntries';
import type { Context } from './contexts';
import type { Given } from './given';

/** What became of a name that is no context. */
export interface Became {
  /** Undefined where nothing is there. */
  readonly to?: Destination;
  readonly severity: 'kept' | 'changed' | 'lost' | 'wrong';
  readonly text: string;
  readonly fix?: string;
}

export const HANG_UP: Destination = { do: 'hangUp' };

/** The menu that calls 911 for phones that may: no context is called so. */
export const EMERGENCY = ' emergency';

/** Answers nothing: what follows it in the context is heard. */
export const FRICTION = 'friction';
/** Hangs up where the phone may not call 911. */
export const BOUNCE = 'call_911_9_bounce';
/** What `0` led to on every phone. */
export const OPERATOR_MENU = 'outgoing_operator_caller';
/** What only a volunteer's leg of the call is given. */
export const OPERATOR = /^outgoing_operator_(enqueue|accept|pre)$/;

/** Contexts that Asterisk answers. */
const ASTERISK = new Set([
  ...['voicemail_outgoing', 'voicemail_incoming', 'futel-conf', 'hold_the_phone_main'],
  ...['current-time', 'current-time-ypsi', 'operator_incoming', 'member_auth', 'admin_auth'],
  ...['fake_admin_auth', 'ring-a-futel-fone'],
]);

const GIVE = 'Import with --destinations, a JSON file that says what it is.';

/** What a name means that is no context. */
export function becameOf(name: string, given: Given, host: string | undefined): Became {
  const known = given.destinations.get(name);
  if (known !== undefined) return kept(known.to, known.text);
  if (OPERATOR.test(name)) return kept({ do: 'operator' }, 'calls the operator');
  const [, digits] = /^dial_(\d{10})$/.exec(name) ?? [];
  if (digits !== undefined) return dialled(digits);
  switch (name) {
    case 'outgoing_dialtone_pre':
      return kept({ do: 'dialTone' }, 'gives the dial tone');
    case 'call_911_911':
      return {
        to: { menu: EMERGENCY },
        severity: 'changed',
        text: 'calls 911 with an announcement, if the phone may',
      };
    case FRICTION:
    case BOUNCE:
      return nothing('is not a destination');
    case 'hangup':
      return { to: HANG_UP, severity: 'wrong', text: 'was nothing, and hangs up here' };
    case 'dial_dark_fiber':
    case 'dial_sisyphus':
    case 'random_number':
      return { severity: 'lost', text: 'is only in the code: callers reach nobody', fix: GIVE };
    default:
      return ASTERISK.has(name) ? asterisk(name, host) : nothing('resolves to nothing');
  }
}

/** What it led to there. */
function kept(to: Destination, text: string): Became {
  return { to, severity: 'kept', text };
}

function nothing(text: string): Became {
  return { severity: 'wrong', text, fix: 'Write the destination in the file that has it.' };
}

function dialled(digits: string): Became {
  const read = readPhoneNumber(digits, COUNTRY);
  if (typeof read === 'string') return nothing('dials something that is not a telephone number');
  return kept({ dial: read.e164 }, `dials ${read.e164}`);
}

function asterisk(name: string, host: string | undefined): Became {
  if (host !== undefined) {
    const to = { handOff: `${name}@${host}` };
    const text = `still belongs to Asterisk: handed off to ${to.handOff}`;
    return { to, severity: 'changed', text, fix: 'Check that it exists.' };
  }
  const fix = 'Import with --hand-off-host, whose Asterisk has it.';
  return { severity: 'lost', text: 'still belongs to Asterisk: callers reach nobody', fix };
}

/** Whether what a context asks before it begins is all that is ever heard of it. */
export function answersBefore({ before }: Context): boolean {
  return before !== undefined && before !== FRICTION && before !== BOUNCE;
}
