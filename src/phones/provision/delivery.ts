/**
 * Whether a client may have taken all of an answer. As soon as its last byte has been handed to the system nobody can
 * tell any more: who resets the connection then, or vanishes, may have read it. Before, it is certain that they have not.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Lets a connection end in order. Node closes it as soon as the answer has been handed to the
 * system; then what the client is still sending would cause a reset, and take the answer away.
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
 * `left`: its last byte is out of our hands. `broken`: it never will be. `cut`: it had left, then the connection was reset.
 */
export type Delivery = 'left' | 'broken' | 'cut';

/**
 * Sends the body of an answer whose head has been written, as the last of its connection.
 *
 * @param mostMs until it is broken off, however slowly it is read.
 * @param then called with `left`, perhaps with `cut` after it; or with `broken`.
 */
export function deliver(
  response: ServerResponse,
  body: Buffer,
  mostMs: number,
  then: (delivery: Delivery) => void,
): void {
  const { socket } = response;
  if (!socket || socket.destroyed) {
    then('broken');
    return;
  }
  let left = false;
  breakOff(socket, mostMs);
  socket.once('close', (hadError) => {
    if (!left) then('broken');
    else if (hadError) then('cut');
  });
  // `finish` comes also where writing has failed, and this without an error where it was given up.
  response.write(body, (error) => {
    if (error || left || socket.destroyed) return;
    left = true;
    then('left');
  });
  response.end();
}

/** Ends a connection that is still there after so long. */
export function breakOff(socket: Socket, mostMs: number): void {
  const timer = setTimeout(() => socket.destroy(), mostMs);
  socket.once('close', () => clearTimeout(timer));
}
