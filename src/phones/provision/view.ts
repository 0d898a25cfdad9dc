/** What the page shows: every phone, what it did last and what to do next. */
import type { Bench } from './bench';
import type { Device } from './device';
import type { ProvisionEvent } from './event';
import { PHONE_MODELS } from '../families';
import { phoneEntry } from './guessModel';
import type { SheetLanguage } from '../sheet/language';
import { type ProvisioningUrl, provisioningUrlOf } from './provisioningUrl';
import type { Agent } from './userAgent';

/** What to do next; the page has the sentence for each. */
export type Next =
  | 'arm'
  | 'arm-asking'
  | 'arm-again'
  | 'point'
  | 'wait'
  | 'broke-off'
  | 'cut'
  | 'former'
  | 'arm-former'
  | 'wrong-name'
  | 'stock'
  | 'test';

export interface DeviceView {
  readonly id: string;
  readonly mac?: string | undefined;
  readonly extensions: readonly string[];
  readonly name: string;
  readonly model: string;
  readonly state: 'closed' | 'armed' | 'done';
  readonly secondsLeft: number;
  readonly next: Next;
  /** While armed. */
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
  readonly devices: readonly DeviceView[];
  readonly strangers: readonly ProvisionEvent[];
  /** Of them, phones that could be added: their `phone` in extensions.yaml. */
  readonly toAdd: readonly string[];
}

export type ViewOptions = Omit<View, 'now' | 'devices' | 'strangers' | 'toAdd'> & {
  /** Host and port as phones reach them. */
  readonly server: string;
};

export function viewOf(bench: Bench, { server, ...site }: ViewOptions): View {
  return {
    ...site,
    now: bench.now,
    devices: bench.devices.map((device) => deviceView(bench, device, server)),
    strangers: [...bench.history.strangers].reverse(),
    toAdd: toAdd(bench.history.strangers),
  };
}

function toAdd(strangers: readonly ProvisionEvent[]): string[] {
  const entries = strangers.flatMap(({ mac, agent }) =>
    mac === undefined ? [] : [phoneEntry(mac, agent?.product, PHONE_MODELS.values())],
  );
  return [...new Set(entries)].slice(-5);
}

function deviceView(bench: Bench, device: Device, server: string): DeviceView {
  const { left, handedOver, ranOut } = bench.armingOf(device);
  const events = [...bench.history.of(device.id)].reverse();
  const state = left <= 0 ? 'closed' : handedOver ? 'done' : 'armed';
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
    ...(state === 'armed' && { provisioningUrl: provisioningUrlOf(device, server) }),
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
  if (latest?.outcome === 'former-token') return state === 'armed' ? 'former' : 'arm-former';
  if (latest?.outcome === 'cut' && state !== 'armed') return 'cut';
  if (state === 'done') {
    return events.some(({ outcome }) => outcome === 'stock-missing') ? 'stock' : 'test';
  }
  if (state === 'closed') {
    if (lastHandOver >= 0) return 'test';
    if (ranOut) return 'arm-again';
    return events.some(({ outcome }) => outcome === 'not-armed') ? 'arm-asking' : 'arm';
  }
  // Of what happened before it had its file the last time, nothing matters any more.
  const since = lastHandOver < 0 ? events : events.slice(0, lastHandOver);
  const [last] = since;
  if (last === undefined || last.outcome === 'not-armed') return 'point';
  if (last.outcome === 'broke-off') return 'broke-off';
  const wrong = ['no-token', 'wrong-token', 'unknown-name', 'other-device'];
  return wrong.includes(last.outcome) ? 'wrong-name' : 'wait';
}
