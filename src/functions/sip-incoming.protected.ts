/** A call to one of our numbers: the voice URL of the number. */
import { routeIncoming } from '../calls';
import { door } from '../platform/door';

export const handler = door('incoming', ({ environment, parameters, directory }) =>
  routeIncoming({ environment, from: parameters.From, to: parameters.To }, directory, new Date()),
);
