/** What a device says of itself. It may say anything: it only ever makes a warning. */
import { FAMILIES } from '../families';
import { shown } from './names';

export interface Agent {
  /** As it names itself: `HT801`, `SPIP_501`. */
  readonly product: string;
  readonly firmware: string;
  /** Twelve lower-case digits. */
  readonly mac?: string;
}

export function readAgent(userAgent: string): Agent | undefined {
  const start = userAgent.slice(0, 300);
  for (const { userAgent: form } of FAMILIES) {
    const { product, firmware, mac } = form.exec(start)?.groups ?? {};
    if (product === undefined || firmware === undefined) continue;
    return {
      product: shown(product, 20),
      firmware: shown(firmware, 30),
      ...(mac !== undefined && { mac: mac.toLowerCase().replaceAll(':', '') }),
    };
  }
  return undefined;
}

/** Whether a device that calls itself so may be the model that the directory names. */
export function isModel(agent: Agent, model: { readonly id: string }): boolean {
  // `SPIP_501` is a SoundPoint, `SSIP_4000` a SoundStation; `HT801V2` new hardware of an HT801.
  const said = agent.product
    .toLowerCase()
    .replace(/^s[ps]ip_/, '')
    .replace(/(?<=\d)v\d$/, '');
  return letters(model.id).endsWith(letters(said));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
