/** Where a decision takes the call, for the log. */
import type { Decision } from '../calls';
import type { Effect } from '../calls/effects';
import type { Fields } from './log';

export function decisionFields(decision: Decision<Effect>): Pick<Fields, 'target' | 'rings'> {
  switch (decision.kind) {
    case 'connect':
    case 'handOff':
      return { target: decision.to };
    case 'emergency':
      return { target: decision.number };
    case 'answer':
      return { target: decision.twiml };
    case 'gather':
      return {
        target: decision.position.at === 'menu' ? decision.position.menu : decision.position.at,
      };
    case 'ring':
      return { rings: decision.extensions };
    case 'bridge':
    case 'hangUp':
    case 'hold':
    case 'queue':
    case 'record':
    case 'refuse':
      return {};
  }
}
