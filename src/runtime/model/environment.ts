import type { EnvironmentName } from './directory';

/**
 * The environment that a deployment's own domain name tells:
 * `dialtone-1234-stage.twil.io` is stage, a twil.io name that ends in the
 * service's four digits or in `-prod` is prod, and everything else is dev.
 * Never read from a variable, which someone can set wrong.
 */
export function environmentOf(domainName: string | undefined): EnvironmentName {
  const name = /^(.+)\.twil\.io$/i.exec(domainName ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return 'dev';
  if (name.endsWith('-stage')) return 'stage';
  return name.endsWith('-prod') || /-\d{4}$/.test(name) ? 'prod' : 'dev';
}
