/** A Decision in the words of the tables. */
import type { Decision } from '../../../src/runtime/calls';

/** Everything a telephone person asks; how long it rings and on which domain is the same in every row. */
export function phrase(decision: Decision): string {
  switch (decision.kind) {
    case 'connect':
      return `${decision.to} as ${decision.callerId}${limit(decision.timeLimitSeconds)}`;
    case 'ring':
      return `${phrasePhones(decision)} as ${decision.callerId}${decision.leg === 'incoming' ? limit(decision.timeLimitSeconds) : ''}`;
    case 'emergency':
      return `${decision.number}${decision.dials ? ` by ${decision.dials}` : ''} as ${decision.callerId}`;
    case 'answer':
      return decision.twiml;
    case 'handOff':
      return `${decision.to} as ${decision.callerId}, emergency ${decision.emergencyAllowed ? 'allowed' : 'not allowed'}`;
    case 'refuse':
      return decision.reason;
    case 'gather':
      return phrasePosition(decision.position);
    case 'queue':
    case 'bridge':
      return decision.queue;
    case 'hold':
      return decision.leave ? 'and leave' : '';
    case 'record':
      return limit(decision.maxSeconds);
    case 'hangUp':
      return '';
  }
}

function phrasePhones({ extensions, later = [], round }: Extract<Decision, { kind: 'ring' }>) {
  const phones = [extensions, ...later].map((each) => each.join(' ')).join(', then ');
  return round === undefined ? phones : `round ${round}: ${phones}`;
}

function phrasePosition(position: Extract<Decision, { kind: 'gather' }>['position']): string {
  switch (position.at) {
    case 'menu':
      return position.menu;
    case 'dialTone':
      return 'dial tone';
    case 'operatorOffer':
      return `offer ${position.round}`;
  }
}

function limit(seconds: number | undefined): string {
  return seconds === undefined ? '' : ` for ${seconds / 60} min`;
}
