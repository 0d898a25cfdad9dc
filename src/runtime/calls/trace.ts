/** The steps by which a decision was reached, in words. */
import type { CallLanguage } from '../model/directory';
import type { Decision, Refuse, Step } from './decision';
import type { DialedNumber } from './dialed';
import type { Reason } from './reasons';

export class Trace {
  readonly steps: Step[] = [];

  add(step: string, outcome: string): void {
    this.steps.push({ step, outcome });
  }
}

/** With the language of what is heard, where the caller chose one. */
export function decide(reply: Decision, trace: Trace, chosen?: CallLanguage): Decision {
  const language = reply.language ?? (reply.kind === 'gather' ? reply.position.language : chosen);
  return { ...reply, ...(language !== undefined && { language }), trace: trace.steps };
}

export function refuse(reason: Reason): Refuse {
  return { kind: 'refuse', reason };
}

export function describeDialed(dialed: DialedNumber): string {
  switch (dialed.kind) {
    case 'emergency':
      return `emergency number ${dialed.number}`;
    case 'operator':
      return 'the operator';
    case 'menu':
      return 'the menu';
    case 'featureCode':
      return `feature code ${dialed.code}`;
    case 'serviceCode':
      return `service code ${dialed.code}`;
    case 'extension':
      return `extension ${dialed.username}`;
    case 'e164':
      return `${dialed.number}, ${dialed.region}`;
    case 'invalid':
      return `no number: ${dialed.reason}`;
  }
}
