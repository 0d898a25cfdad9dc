/** What a device says of itself: the one reader of it. It may say anything: it only ever makes a warning. */
import { FAMILIES, PHONE_MODELS } from '../families';
import type { PhoneModel } from '../phone';
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

/** The model that calls itself so, where we know it. */
export function modelSaid({ product }: Pick<Agent, 'product'>): PhoneModel | undefined {
  const said = product.toLowerCase();
  return [...PHONE_MODELS.values()].find(({ callsItself }) =>
    callsItself.some((each) => each.toLowerCase() === said),
  );
}
