/** The provisioning server of a directory: made, listening, and ended again. */
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { EnvironmentName } from '../../runtime/model/directory';
import { UserError } from '../../diagnostics/errors';
import type { PhoneDirectory } from '../settings';
import { sheetLanguages } from '../sheet/language';
import { hostAndPort, isLoopback, ownAddresses, phoneHost } from './addresses';
import { Provisioner } from './provisioner';
import type { Device } from './device';
import { devicesOf, filesOf, warningsFor } from './devices';
import type { ProvisionEvent } from './event';
import { type Limits } from './limits';
import { type ProvisioningUrl, provisioningUrlOf } from './provisioningUrl';
import { provisionServer } from './server';
import { vendorFilesIn } from './vendorFiles';

export interface ProvisioningOptions {
  readonly project: PhoneDirectory;
  readonly environment: EnvironmentName;
  readonly key: Buffer;
  readonly bind: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** As phones reach this machine, where that is not what it is bound to. */
  readonly host?: string | undefined;
  /** For how long the page opens a phone. */
  readonly minutes: number;
  /** Folder with the maker's own files. */
  readonly vendorFiles?: string | undefined;
  /** Folder for what phones put. */
  readonly uploads: string;
  readonly limits?: Partial<Limits>;
  readonly onEvent?: (event: ProvisionEvent) => void;
  readonly pressed?: (done: 'open' | 'close', extension: string) => void;
  /** An error of ours. */
  readonly failed?: (error: unknown) => void;
}

export interface Provisioning {
  readonly provisioner: Provisioner;
  /** The page. */
  readonly url: string;
  /** Host and port as phones reach them. */
  readonly server: string;
  readonly loopbackOnly: boolean;
  /** What to type into a phone. */
  readonly provisioningUrl: (device: Device) => ProvisioningUrl;
  /** What the person at a phone must know. */
  readonly warnings: (device: Device) => readonly string[];
  /**
   * Takes what the directory says now.
   *
   * @returns extensions of phones that are open with what it said before.
   */
  renew(project: PhoneDirectory): readonly string[];
  close(): Promise<void>;
}

const FORGET_MS = 1_000;

/** @throws UserError where it cannot listen. */
export async function startProvisioning(options: ProvisioningOptions): Promise<Provisioning> {
  const { environment, key, bind, onEvent, limits, vendorFiles: vendorFolder } = options;
  let { project } = options;
  const vendorFiles =
    vendorFolder === undefined ? new Map<string, string>() : vendorFilesIn(vendorFolder);
  const provisioner = new Provisioner({
    devices: devicesOf({ environment, project, key }),
    filesOf: (device) => filesOf(device, { environment, project, key }),
    vendorFiles: new Set(vendorFiles.keys()),
    ...(onEvent && { onEvent }),
  });
  const host = options.host ?? phoneHost(bind, networkInterfaces()) ?? bind;
  const loopbackOnly = isLoopback(bind);
  const view = {
    get site() {
      return project.directory.site.name;
    },
    environment,
    get languages() {
      return sheetLanguages(project.directory.site.languages);
    },
    minutes: options.minutes,
    loopbackOnly,
    ...(loopbackOnly && { bind: ownAddresses().join(' / ') || '…' }),
    // The port is only known when it listens.
    get server() {
      return hostAndPort(host, port());
    },
  };
  const app = provisionServer({
    provisioner,
    vendorFiles,
    uploads: options.uploads,
    page: { view, ...(options.pressed && { pressed: options.pressed }) },
    ...(limits && { limits }),
    ...(options.failed && { failed: options.failed }),
  });
  const port = () => (app.server.address() as AddressInfo).port;
  await app.listen({ host: bind, port: options.port }).catch((error: NodeJS.ErrnoException) => {
    throw cannotListen(error, options);
  });
  const forgetting = setInterval(() => provisioner.forget(), FORGET_MS);
  const own = bind === '0.0.0.0' || bind === '::' ? '127.0.0.1' : bind;
  return {
    provisioner,
    url: `http://${hostAndPort(own, port())}/`,
    server: view.server,
    loopbackOnly,
    provisioningUrl: (device) => provisioningUrlOf(device, view.server),
    warnings: (device) => warningsFor(device, { environment, project }),
    renew: (next) => {
      project = next;
      return provisioner.renew(devicesOf({ environment, project, key }));
    },
    close: async () => {
      clearInterval(forgetting);
      await app.close();
    },
  };
}

function cannotListen(error: NodeJS.ErrnoException, { bind, port }: ProvisioningOptions): Error {
  const [message, fix] = REASONS[error.code ?? '']?.({ bind, port }) ?? [];
  return message === undefined ? error : new UserError(message, fix, { cause: error });
}

const NO_ADDRESS: Reason = ({ bind }) => [
  `${bind} is not an address of this computer.`,
  'Give --bind its address in the phones’ network, or 0.0.0.0 for all.',
];
const REASONS: Readonly<Record<string, Reason>> = {
  EADDRINUSE: ({ port }) => [`Port ${port} is in use.`, 'Choose another with --port.'],
  EACCES: ({ port }) => [`Port ${port} may not be used here.`, 'Choose one from 1024 up.'],
  EADDRNOTAVAIL: NO_ADDRESS,
  ENOTFOUND: NO_ADDRESS,
};

type Reason = (where: Pick<ProvisioningOptions, 'bind' | 'port'>) => [message: string, fix: string];
