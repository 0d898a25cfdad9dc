import { type Decision, routeIncoming, routeOutgoing } from '../../../../src/runtime/calls';
import type { Directory } from '../../../../src/runtime/model/directory';
import { callFrom, NOON } from './simulateKeys';

/** The first document of a call, from a phone of ours or from outside. */
export function begin(from: string, to: string, site: Directory): Decision {
  const route = from.startsWith('outside ') ? routeIncoming : routeOutgoing;
  return route(callFrom(from, to), site, NOON);
}
