/** What a device says of itself. It may say anything: it only ever makes a warning. */
import { shown } from './names';

export interface Agent {
  /** As it names itself: `HT801`, `SPIP_501`. */
  readonly product: string;
  readonly firmware: string;
  /** Twelve lower-case digits. */
  readonly mac?: string;
}

const FORMS: readonly RegExp[] = [
  // Linksys/SPA2102-5.2.13(004) (000E08000001), or with its serial number instead
  /^(?:Linksys|Cisco|Sipura)\/(?<product>[A-Za-z0-9]+(?:-\d{3,4}[A-Z]*(?=-))?)-(?<firmware>[^\s()]{1,30}(?:\([a-zA-Z0-9.]{1,12}\))?)(?: \((?<mac>[0-9A-Fa-f]{12})\))?/,
  // Grandstream Model HW HT801 V1.1A SW 1.0.17.5 DevId 000b82000001
  /^Grandstream Model HW (?<product>[\w-]{1,20})(?: +V\S{1,10})? SW (?<firmware>\S{1,20})(?: DevId (?<mac>[0-9A-Fa-f]{12}))?/,
  // FileTransport PolycomSoundPointIP-SPIP_501-UA/3.1.8.0070 Type/Application
  /^FileTransport Poly(?:com)?\w{0,30}-(?<product>[\w-]{1,20})-UA\/(?<firmware>[\d.]{1,20})/,
  // Yealink SIP-T46S 66.86.0.15 00:15:65:00:00:01
  /^Yealink SIP-(?<product>[\w-]{1,20}) (?<firmware>[\d.]{1,20}) (?<mac>(?:[0-9A-Fa-f]{2}:?){6})/,
  // Linphone/5.2.3 (…)
  /^(?<product>Linphone)[A-Za-z-]{0,10}\/(?<firmware>[\w.-]{1,20})/,
];

export function readAgent(userAgent: string): Agent | undefined {
  const start = userAgent.slice(0, 300);
  for (const form of FORMS) {
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
