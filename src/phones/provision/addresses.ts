/** Under which address phones reach this machine. */
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

const EVERYWHERE = new Set(['0.0.0.0', '::']);
/** Of containers and virtual machines: no phone is there. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|wg|utun)/;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** What it is bound to; where that is everything, the likeliest of its addresses. */
export function phoneHost(
  bind: string,
  interfaces: Interfaces = networkInterfaces(),
): string | undefined {
  return EVERYWHERE.has(bind) ? ownAddresses(interfaces)[0] : bind;
}

/** The addresses of this machine in its networks, the likeliest for phones first. */
export function ownAddresses(interfaces: Interfaces = networkInterfaces()): readonly string[] {
  const found = Object.entries(interfaces)
    .flatMap(([name, addresses]) => (addresses ?? []).map((address) => ({ name, ...address })))
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ name, address }) => ({
      address,
      unlikely: (VIRTUAL.test(name) ? 2 : 0) + (PRIVATE.test(address) ? 0 : 1),
    }));
  return found.sort((a, b) => a.unlikely - b.unlikely).map(({ address }) => address);
}

export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^(::ffff:)?127\./.test(address);
}

/** As part of a URL. */
export function hostAndPort(host: string, port: number): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
