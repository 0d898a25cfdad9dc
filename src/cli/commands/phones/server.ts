/** Where phones reach `dialtone provision`, as somebody types it. */
import { InvalidArgumentError } from 'commander';

const FORM = /^(?:http:\/\/)?([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::(\d+))?\/?$/;

/**
 * Host and port, without the scheme, which each kind of phone takes in its own way.
 *
 * @throws InvalidArgumentError where no phone could reach it.
 */
export function provisionServer(text: string): string {
  const [, host = '', port] = FORM.exec(text) ?? [];
  // A name alone is more likely a slip than a server on the port of the web.
  const whole = port !== undefined || text.startsWith('http://');
  const url = whole && host !== '' ? `http://${text.replace('http://', '')}` : '';
  if (URL.canParse(url)) return new URL(url).host;
  throw new InvalidArgumentError(
    'It must be the address where phones reach `dialtone provision`, such as 192.168.7.2:8069 or http://bench.example:8069; there is no https.',
  );
}
