/** For which phones a provisioning window is open, and what has happened. All that changes is in here. */
import { UserError } from '../../diagnostics/errors';
import type { ConfigFile } from '../phone';
import { opened, type Windows, closed, sending, sent, stillOpen } from './windows';
import { type Decision, decideRequest, type DeviceRequest } from './decide';
import type { Delivery } from './delivery';
import type { Device } from './device';
import type { Outcome, ProvisionEvent } from './event';
import { History } from './history';

export interface ProvisionerOptions {
  readonly devices: readonly Device[];
  /** Made when a window opens, so that no password is in memory before. */
  filesOf(device: Device): readonly ConfigFile[];
  /** Names of the maker's own files, in lower case. */
  readonly vendorFiles?: ReadonlySet<string>;
  readonly clock?: () => number;
  /** Every event as it happens. */
  readonly onEvent?: (event: ProvisionEvent) => void;
}

const MOST_MINUTES = 24 * 60;

export class Provisioner {
  readonly history = new History();
  private windows: Windows = new Map();
  private known: readonly Device[];
  /** Of what was opened last, so that the page can say that the time ran out. */
  private readonly lastUntil = new Map<string, number>();
  /** How often the password of a device has left. */
  private readonly timesLeft = new Map<string, number>();

  constructor(private readonly options: ProvisionerOptions) {
    this.known = options.devices;
  }

  get devices(): readonly Device[] {
    return this.known;
  }

  /**
   * The directory has changed. Whatever is open is closed where its phone is gone or has another
   * password, and gives else the file with which it was open.
   *
   * @returns extensions of the phones that are still to have such a file.
   */
  renew(devices: readonly Device[]): readonly string[] {
    const before = this.known;
    this.known = devices;
    this.forget();
    for (const id of this.windows.keys()) {
      const [was, is] = [before, devices].map((all) => all.find((device) => device.id === id));
      if (was?.token !== is?.token) this.windows = closed(this.windows, id);
    }
    const waits = ({ id }: Device) => {
      const window = this.windows.get(id);
      return window !== undefined && window.handedOver === undefined;
    };
    return devices.filter(waits).flatMap(({ extensions }) => extensions);
  }

  get now(): number {
    return (this.options.clock ?? Date.now)();
  }

  /** @throws UserError when there is no such phone, or when its files cannot be made. */
  open(extension: string, minutes: number): Device {
    const device = this.deviceOf(extension);
    const until = this.now + Math.min(minutes, MOST_MINUTES) * 60_000;
    this.windows = opened(this.windows, device.id, { files: this.options.filesOf(device), until });
    this.lastUntil.set(device.id, until);
    return device;
  }

  close(extension: string): Device {
    const device = this.deviceOf(extension);
    this.windows = closed(this.windows, device.id);
    this.lastUntil.delete(device.id);
    return device;
  }

  /** @throws UserError when no device has it. */
  deviceOf(extension: string): Device {
    const device = this.devices.find(({ extensions }) => extensions.includes(extension));
    if (device) return device;
    throw new UserError(
      `No phone here has the extension ${extension}`,
      'The directory must name its `phone`, with model and MAC address, in this environment.',
    );
  }

  /** Milliseconds for which it may still have its files; whether it has had them. */
  windowOf({ id }: Device): { left: number; handedOver: boolean; ranOut: boolean } {
    this.forget();
    const window = this.windows.get(id);
    const until = this.lastUntil.get(id);
    return {
      left: window ? window.until - this.now : 0,
      handedOver: window?.handedOver !== undefined,
      ranOut: !window && until !== undefined && until <= this.now,
    };
  }

  /** Drops the files of whoever's time is over; also to be called now and then. */
  forget(): void {
    this.windows = stillOpen(this.windows, this.now);
  }

  ask(request: Omit<DeviceRequest, 'now'>): Decision {
    this.forget();
    const { vendorFiles = new Set<string>() } = this.options;
    const state = { devices: this.known, windows: this.windows, vendorFiles };
    const decision = decideRequest({ ...request, now: this.now }, state);
    const { device, file, event } = decision;
    if (device && file && event.outcome === 'sending') {
      this.windows = sending(this.windows, device.id, file);
    }
    // What becomes of a body is only known when it is there.
    if (!decision.upload) this.record(event);
    return decision;
  }

  /** What became of an answer. */
  answered({ device, file, event }: Decision, delivery: Delivery): void {
    if (!device || !file || event.outcome !== 'sending') return;
    const { now } = this;
    if (delivery === 'cut') {
      if (file.secret) this.record({ ...event, at: now, outcome: 'cut' });
      return;
    }
    const whole = delivery === 'left';
    this.windows = sent(this.windows, device.id, file, { whole, now });
    if (!whole) {
      this.record({ ...event, at: now, outcome: 'broke-off' }, event);
    } else if (file.secret) {
      const times = (this.timesLeft.get(device.id) ?? 0) + 1;
      this.timesLeft.set(device.id, times);
      this.record({ ...event, at: now, outcome: 'handed-over', times }, event);
    }
  }

  /** What became of a body. */
  received({ event }: Decision, outcome: Outcome, status: number): void {
    this.record({ ...event, at: this.now, outcome, status });
  }

  private record(event: ProvisionEvent, before?: ProvisionEvent): void {
    this.history.add(event, before);
    this.options.onEvent?.(event);
  }
}
