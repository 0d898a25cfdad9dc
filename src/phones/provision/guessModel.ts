/** Which model a device that the directory does not have may be. */
import type { PhoneModel } from '../phone';

/** As it is written in extensions.yaml. */
export function phoneEntry(
  mac: string,
  product: string | undefined,
  models: Iterable<PhoneModel>,
): string {
  return `phone: { model: ${guessModel(mac, product, models)}, mac: ${colons(mac)}, dial: dialtone }`;
}

/** By what it calls itself, else its maker by its MAC address; `…` where nothing is known. */
function guessModel(
  mac: string,
  product: string | undefined,
  models: Iterable<PhoneModel>,
): string {
  const all = [...models];
  const said = product?.toLowerCase().replace(/[^a-z0-9]/g, '');
  const named = all.find(({ id }) => said && id.replaceAll('-', '').endsWith(said));
  if (named) return named.id;
  const maker = all.find(({ vendorPrefixes }) => vendorPrefixes.includes(colons(mac).slice(0, 8)));
  return maker ? `${maker.id.split('-')[0]}-…` : '…';
}

/** A MAC address as on a label. */
export function colons(mac: string): string {
  return mac.replace(/..(?=.)/g, '$&:');
}
