/**
 * Whether a client took all of an answer. HTTP has no word for that, but TCP has: who closes the
 * connection in order has read what there was, who resets it has not. Who vanishes without a word
 * counts as having it: it is easier armed again than left open.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Lets a connection end in order. Node closes it as soon as the answer has been handed to the
 * system; then nobody learns of a reset, and what the client is still sending would cause one.
 *
 * @param lingerMs for clients that leave it to us to close.
 */
export function closeInOrder(socket: Socket, lingerMs: number): void {
  socket.destroySoon = () => {
    socket.end();
    const timer = setTimeout(() => socket.destroy(), lingerMs);
    socket.once('close', () => clearTimeout(timer));
  };
}

/**
 * Calls once, when the connection that carried an answer is over. For an answer that is the last
 * of its connection.
 *
 * @param mostMs until it is broken off, however slowly it is read.
 */
export function whenDelivered(
  response: ServerResponse,
  mostMs: number,
  then: (whole: boolean) => void,
): void {
  const { socket } = response;
  if (!socket || socket.destroyed) {
    then(false);
    return;
  }
  let brokenOff = false;
  const timer = setTimeout(() => {
    brokenOff = true;
    socket.destroy();
  }, mostMs);
  // Gone before there was anything to read.
  socket.once('end', () => {
    brokenOff ||= !response.writableFinished;
  });
  socket.once('close', (hadError) => {
    clearTimeout(timer);
    then(response.writableFinished && !hadError && !brokenOff);
  });
}
