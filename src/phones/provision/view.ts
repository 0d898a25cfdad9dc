/** What the page shows: every phone, what it did last and what to do next. */
import type { Provisioner } from './provisioner';
import type { Device } from './device';
import type { ProvisionEvent } from './event';
import { phoneEntry } from './guessModel';
import type { SheetLanguage } from '../sheet/language';
import { type ProvisioningUrl, provisioningUrlOf } from './provisioningUrl';
import type { Agent } from './userAgent';

/** What to do next; the page has the sentence for each. */
export type Next =
  | 'open'
  | 'open-asking'
  | 'open-again'
  | 'point'
  | 'wait'
  | 'broke-off'
  | 'cut'
  | 'former'
  | 'open-former'
  | 'wrong-name'
  | 'vendor-files'
  | 'test';

interface DeviceView {
  readonly id: string;
  readonly mac?: string | undefined;
  readonly extensions: readonly string[];
  readonly name: string;
  readonly model: string;
  readonly state: 'closed' | 'open' | 'done';
  readonly secondsLeft: number;
  readonly next: Next;
  /** While it is open. */
  readonly provisioningUrl?: ProvisioningUrl;
  /** As it said last. */
  readonly agent?: Agent;
  /** Latest first. */
  readonly events: readonly ProvisionEvent[];
}

export interface View {
  readonly now: number;
  readonly site: string;
  readonly environment: string;
  readonly languages: readonly SheetLanguage[];
  readonly minutes: number;
  /** Phones cannot reach this machine: it listens to itself alone. */
  readonly loopbackOnly: boolean;
  /** What to give --bind then. */
  readonly bind?: string;
  readonly devices: readonly DeviceView[];
  readonly unknownDevices: readonly ProvisionEvent[];
  /** Of them, phones that could be added: their `phone` in extensions.yaml. */
  readonly toAdd: readonly string[];
}

export type ViewOptions = Omit<View, 'now' | 'devices' | 'unknownDevices' | 'toAdd'> & {
  /** Host and port as phones reach them. */
  readonly server: string;
};

export function viewOf(provisioner: Provisioner, { server, ...site }: ViewOptions): View {
  return {
    ...site,
    now: provisioner.now,
    devices: provisioner.devices.map((device) => deviceView(provisioner, device, server)),
    unknownDevices: [...provisioner.history.unknownDevices].reverse(),
    toAdd: toAdd(provisioner.history.unknownDevices),
  };
}

function toAdd(unknownDevices: readonly ProvisionEvent[]): string[] {
  const entries = unknownDevices.flatMap(({ mac, agent }) =>
    mac === undefined ? [] : [phoneEntry(mac, agent)],
  );
  return [...new Set(entries)].slice(-5);
}

function deviceView(provisioner: Provisioner, device: Device, server: string): DeviceView {
  const { left, handedOver, ranOut } = provisioner.windowOf(device);
  const events = [...provisioner.history.of(device.id)].reverse();
  const state = left <= 0 ? 'closed' : handedOver ? 'done' : 'open';
  const agent = events.find((event) => event.agent)?.agent;
  return {
    id: device.id,
    mac: device.mac,
    extensions: device.extensions,
    name: device.name,
    model: device.model.name,
    state,
    secondsLeft: Math.ceil(left / 1_000),
    next: nextFor(state, events, ranOut),
    ...(state === 'open' && { provisioningUrl: provisioningUrlOf(device, server) }),
    ...(agent && { agent }),
    events,
  };
}

function nextFor(
  state: DeviceView['state'],
  events: readonly ProvisionEvent[],
  ranOut: boolean,
): Next {
  const [latest] = events;
  const lastHandOver = events.findIndex(({ outcome }) => outcome === 'handed-over');
  if (latest?.outcome === 'former-token') return state === 'open' ? 'former' : 'open-former';
  if (latest?.outcome === 'cut' && state !== 'open') return 'cut';
  if (state === 'done') {
    return events.some(({ outcome }) => outcome === 'vendor-file-missing')
      ? 'vendor-files'
      : 'test';
  }
  if (state === 'closed') {
    if (lastHandOver >= 0) return 'test';
    if (ranOut) return 'open-again';
    return events.some(({ outcome }) => outcome === 'not-open') ? 'open-asking' : 'open';
  }
  // Of what happened before it had its file the last time, nothing matters any more.
  const since = lastHandOver < 0 ? events : events.slice(0, lastHandOver);
  const [last] = since;
  if (last === undefined || last.outcome === 'not-open') return 'point';
  if (last.outcome === 'broke-off') return 'broke-off';
  const wrong = ['no-token', 'wrong-token', 'unknown-name', 'other-device'];
  return wrong.includes(last.outcome) ? 'wrong-name' : 'wait';
}
