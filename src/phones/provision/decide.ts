/** What a request is answered: a pure function of the request and of what is open. */
import type { ConfigFile } from '../phone';
import { type ProvisioningWindow, type Windows, mayHave } from './windows';
import type { Device } from './device';
import type { Outcome, ProvisionEvent, Warning } from './event';
import { devicePath, isFallback, macIn, shown, shownFile } from './names';
import { ownerOf } from './token';
import { modelSaid, readAgent } from './userAgent';

export interface DeviceRequest {
  readonly method: string;
  /** As it stood in the request, not decoded. */
  readonly path: string;
  readonly userAgent: string;
  readonly address: string;
  readonly now: number;
}

export interface State {
  readonly devices: readonly Device[];
  readonly windows: Windows;
  /** Names of the maker's own files that the operator has put beside ours. */
  readonly vendorFiles: ReadonlySet<string>;
}

/** At most one of `file`, `vendorFile` and `upload`; none where it is refused. */
export interface Decision {
  readonly status: 200 | 404;
  readonly device?: Device;
  /** Ours. */
  readonly file?: ConfigFile;
  /** Name of one of the maker's. */
  readonly vendorFile?: string;
  /** Name under which the body is kept. */
  readonly upload?: string;
  readonly event: ProvisionEvent;
}

type Answer = Omit<Decision, 'event' | 'status'> & Pick<ProvisionEvent, 'outcome' | 'passwords'>;

export function decideRequest(request: DeviceRequest, state: State): Decision {
  const { outcome, passwords, ...answer } = answerTo(request, state);
  const device = answer.device ?? claimant(request, state);
  const mac = claimedMac(request);
  const agent = readAgent(request.userAgent);
  const status = answer.file || answer.vendorFile || answer.upload ? 200 : 404;
  const event: ProvisionEvent = {
    at: request.now,
    address: request.address,
    method: shown(request.method, 10),
    file: shownFile(request.path),
    status,
    outcome,
    ...(passwords && { passwords }),
    ...(device && { device: device.id }),
    ...(!device && mac !== undefined && { mac }),
    ...(agent ? { agent } : { agentText: shown(request.userAgent, 60) }),
    warnings: device ? warningsFor(device, request) : [],
  };
  return { status, ...answer, event };
}

function answerTo(request: DeviceRequest, state: State): Answer {
  const path = devicePath(request.path);
  // Also where there is nothing to look for, for the time that it takes.
  const device = ownerOf(path?.token ?? '', state.devices);
  const former = ownerOf(path?.token ?? '', formerAddresses(state.devices));
  if (!path || !device) {
    if (former) {
      const passwords = { asked: former.passwords, now: former.device.passwords };
      return { device: former.device, outcome: 'former-token', passwords };
    }
    const known = claimant(request, state);
    if (!known && claimedMac(request) !== undefined) return { outcome: 'unknown-mac' };
    if (isFallback(path?.name ?? shownFile(request.path))) return { outcome: 'fallback' };
    if (path) return { outcome: 'wrong-token' };
    return { outcome: known ? 'no-token' : 'nonsense' };
  }
  const { name } = path;
  if (isFallback(name)) return { device, outcome: 'fallback' };
  const mac = macIn(name);
  if (mac !== undefined && mac !== device.id) return { device, outcome: 'other-device' };
  if (request.method === 'PUT') return put(device, name);
  if (request.method !== 'GET' && request.method !== 'HEAD') return { device, outcome: 'method' };
  const answer = get(device, name, state);
  const had = request.method === 'HEAD' && answer.outcome === 'sending';
  return had ? { ...answer, outcome: 'looked' } : answer;
}

function formerAddresses(devices: readonly Device[]) {
  return devices.flatMap((device) => device.former.map((address) => ({ ...address, device })));
}

function put(device: Device, name: string): Answer {
  const names = device.model.family.uploads?.(device.id);
  if (!names) return { device, outcome: 'method' };
  if (!names.includes(name)) return { device, outcome: 'unknown-name' };
  return { device, upload: name, outcome: 'kept' };
}

function get(device: Device, name: string, { windows, vendorFiles }: State): Answer {
  const window = windows.get(device.id);
  if (!window) return { device, outcome: 'not-open' };
  if (vendorFiles.has(name) && !fileNamed(name, device, window)) {
    return { device, vendorFile: name, outcome: 'sending' };
  }
  const file = fileNamed(name, device, window);
  if (!file) return { device, outcome: whyAbsent(device, name, window) };
  if (mayHave(window, file)) return { device, file, outcome: 'sending' };
  return { device, outcome: file.secret ? 'busy' : 'had-it' };
}

function fileNamed(
  name: string,
  device: Device,
  { files }: ProvisioningWindow,
): ConfigFile | undefined {
  const exact = files.find((file) => file.name.toLowerCase() === name);
  if (exact || !isAlias(name, device)) return exact;
  return files.find(({ secret }) => secret);
}

function whyAbsent(device: Device, name: string, { taken }: ProvisioningWindow): Outcome {
  const had = [...taken].some((file) => file.toLowerCase() === name);
  if (had || isAlias(name, device)) return 'had-it';
  const { model, mac = '', id } = device;
  if (model.vendorFiles?.includes(name)) return 'vendor-file-missing';
  const asked = model.asksFor(mac).some((file) => file.toLowerCase() === name);
  return asked || model.family.uploads?.(id).includes(name) ? 'absent' : 'unknown-name';
}

function isAlias(name: string, { model, id }: Device): boolean {
  return model.family.fileAliases?.(id).includes(name) ?? false;
}

function warningsFor(device: Device, { userAgent }: DeviceRequest): Warning[] {
  const agent = readAgent(userAgent);
  if (!agent) return [];
  const warnings: Warning[] = [];
  if (modelSaid(agent)?.id !== device.model.id)
    warnings.push({ kind: 'model', said: agent.product });
  if (agent.mac !== undefined && device.mac !== undefined && agent.mac !== device.id) {
    warnings.push({ kind: 'mac', said: agent.mac });
  }
  return warnings;
}

/** Whose MAC address it names, in its path or of itself. */
function claimant(request: DeviceRequest, { devices }: State): Device | undefined {
  const mac = claimedMac(request);
  return mac === undefined ? undefined : devices.find(({ id }) => id === mac);
}

function claimedMac({ path, userAgent }: DeviceRequest): string | undefined {
  return macIn(path) ?? readAgent(userAgent)?.mac;
}
