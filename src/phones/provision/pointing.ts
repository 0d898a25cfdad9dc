/** What to type into a phone so that it asks here. */
import type { Device } from './device';
import { aliases } from './names';

export interface Pointing {
  /** Where it goes on this kind of phone. */
  readonly kind: 'spa' | 'grandstream' | 'polycom' | 'yealink' | 'app';
  /** In the form that this kind of phone takes. */
  readonly address: string;
}

/** @param server host and port, as phones reach it. */
export function pointingFor(device: Device, server: string): Pointing {
  const { model, token, id } = device;
  const folder = `${server}/p/${token}`;
  switch (model.family) {
    case 'spa':
      return { kind: 'spa', address: `http://${folder}/${aliases('spa', id)[0]}` };
    case 'grandstream-ht':
    case 'grandstream-gxp':
      return { kind: 'grandstream', address: folder };
    case 'polycom-legacy':
    case 'polycom-uc':
      return { kind: 'polycom', address: folder };
    case 'yealink':
      return { kind: 'yealink', address: `http://${folder}/` };
    case 'linphone':
      return { kind: 'app', address: `http://${folder}/${appFile(device)}` };
  }
}

/** The same name as in the models: it depends on the username alone. */
function appFile({ id }: Device): string {
  return `linphone-${id.replace(/[^A-Za-z0-9._+-]/g, '_')}.xml`;
}
