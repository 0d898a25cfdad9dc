/** Which model a device that the directory does not have may be. */
import { PHONE_MODELS } from '../families';
import { type Agent, modelSaid } from './userAgent';

/** As it is written in extensions.yaml. */
export function phoneEntry(mac: string, agent: Agent | undefined): string {
  return `phone: { model: ${guessModel(mac, agent)}, mac: ${colons(mac)}, dial: dialtone }`;
}

/** By what it calls itself, else its maker by its MAC address; `…` where nothing is known. */
function guessModel(mac: string, agent: Agent | undefined): string {
  const named = agent && modelSaid(agent);
  if (named) return named.id;
  const prefix = colons(mac).slice(0, 8);
  const maker = [...PHONE_MODELS.values()].find(({ vendorPrefixes }) =>
    vendorPrefixes.includes(prefix),
  );
  return maker ? `${maker.id.split('-')[0]}-…` : '…';
}

/** A MAC address as on a label. */
export function colons(mac: string): string {
  return mac.replace(/..(?=.)/g, '$&:');
}
