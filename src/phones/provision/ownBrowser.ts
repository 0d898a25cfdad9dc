/** Whether a request comes from a browser on this machine, and from a page of ours in it. */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { isLoopback } from './addresses';

export function isOwnBrowser({ socket, headers }: IncomingMessage): boolean {
  const { remoteAddress = '', localAddress } = socket;
  // Nobody else can hold a connection from our own address to our own address.
  if (!isLoopback(remoteAddress) && remoteAddress !== localAddress) return false;
  const { host = '', origin } = headers;
  if (!isAddress(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** A name could be anyone's, made to lead here: what a foreign page reads would be ours. */
function isAddress(host: string): boolean {
  const name = host.replace(/:\d{1,5}$/, '').replace(/^\[(.*)\]$/, '$1');
  return name === 'localhost' || isIP(name) > 0;
}
