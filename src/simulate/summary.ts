/** A Decision in a line, as test plans write it: `connect +15035550199`, `refuse blocked`. */
import type { Decision } from '../runtime/calls';

export function summaryOf(decision: Decision): string {
  switch (decision.kind) {
    case 'connect':
    case 'handOff':
      return `${decision.kind} ${decision.to}`;
    case 'ring':
      return [decision.extensions, ...(decision.later ?? [])]
        .map((round, i) => `${i === 0 ? 'ring' : 'then'} ${round.join(' ')}`)
        .join(' ');
    case 'emergency':
      return `emergency ${decision.number}`;
    case 'answer':
      return `answer ${decision.twiml}`;
    case 'refuse':
      return `refuse ${decision.reason}`;
    case 'gather':
      return decision.position.at === 'menu' ? `menu ${decision.position.menu}` : 'dialTone';
    case 'bridge':
    case 'hangUp':
    case 'hold':
    case 'queue':
    case 'record':
      return decision.kind;
  }
}
