/** The example's phones with a device of every family, and a server that hands them their files. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PhoneSource } from '../../../src/config/compile/provisioning';
import { type Provisioning, startProvisioning } from '../../../src/phones/provision';
import type { Device } from '../../../src/phones/provision/device';
import { devicesOf, filesOf } from '../../../src/phones/provision/devices';
import type { ProvisionEvent } from '../../../src/phones/provision/event';
import type { Limits } from '../../../src/phones/provision/limits';
import type { PhoneDirectory } from '../../../src/phones/settings';
import { EXAMPLE, KEY } from '../example';

export const PHONES: Readonly<Record<string, Pick<PhoneSource, 'model' | 'mac'>>> = {
  '+15035550123': { model: 'grandstream-ht801', mac: '00:0b:82:00:00:01' },
  '+15035550124': { model: 'grandstream-gxp2170', mac: '00:0b:82:00:00:02' },
  clinton: { model: 'linksys-pap2', mac: '00:18:f8:00:00:01' },
  belmont: { model: 'linksys-pap2t', mac: '00:18:f8:00:00:02' },
  detroit: { model: 'cisco-spa2102', mac: '00:1d:7e:00:00:01' },
  'operator-desk': { model: 'polycom-soundpoint-501', mac: '00:04:f2:00:00:01' },
  hall: { model: 'polycom-vvx-411', mac: '64:16:7f:00:00:01' },
  '101': { model: 'yealink-t46s', mac: '00:15:65:00:00:01' },
  '+13135550150': { model: 'linphone' },
};

export const SITE: PhoneDirectory = {
  directory: EXAMPLE.directory,
  provisioning: {
    ...EXAMPLE.provisioning,
    extensions: new Map(
      Object.entries(PHONES).map(([username, { model, mac }]) => [
        username,
        {
          passwordGeneration: 1,
          phone: { model, line: 1, dial: 'dialtone', ...(mac !== undefined && { mac }) },
        },
      ]),
    ),
  },
};

export const DEVICES = devicesOf({ environment: 'prod', project: SITE, key: KEY });

export function deviceOf(extension: string): Device {
  const device = DEVICES.find(({ extensions }) => extensions.includes(extension));
  if (!device) throw new Error(`no device ${extension}`);
  return device;
}

export function filesFor(device: Device) {
  return filesOf(device, { environment: 'prod', project: SITE, key: KEY });
}

/** Of all phones: what may stand nowhere but in their files. */
export const SECRETS: readonly string[] = DEVICES.flatMap((device) =>
  filesFor(device)
    .filter(({ secret }) => secret)
    .flatMap(({ content }) => content.match(/[A-Za-z0-9]{20}(?![A-Za-z0-9])|[0-9a-f]{32}/g) ?? [])
    // The tokens are of 26 characters; a password of twenty has all three kinds.
    .filter((text) => /[a-z]/.test(text) && /[0-9]/.test(text)),
);

export interface TestServer extends Provisioning {
  readonly port: number;
  readonly events: readonly ProvisionEvent[];
  readonly uploads: string;
  stop(): Promise<void>;
}

export async function startSite(
  options: { limits?: Partial<Limits>; vendorFiles?: string; site?: PhoneDirectory } = {},
): Promise<TestServer> {
  const uploads = mkdtempSync(path.join(tmpdir(), 'uploads-'));
  const events: ProvisionEvent[] = [];
  const provisioning = await startProvisioning({
    project: options.site ?? SITE,
    environment: 'prod',
    key: KEY,
    bind: '127.0.0.1',
    port: 0,
    minutes: 15,
    vendorFiles: options.vendorFiles,
    uploads,
    limits: { lingerMs: 300, ...options.limits },
    onEvent: (event) => events.push(event),
  });
  return {
    ...provisioning,
    port: Number(new URL(provisioning.url).port),
    events,
    uploads,
    stop: async () => {
      await provisioning.close();
      rmSync(uploads, { recursive: true });
    },
  };
}
