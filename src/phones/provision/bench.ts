/** The bench: which phones are armed, and what has happened. All that changes is in here. */
import { UserError } from '../../diagnostics/errors';
import type { ConfigFile } from '../phone';
import { armed, type Armings, disarmed, sending, sent, stillArmed } from './arming';
import { type Decision, decideRequest, type DeviceRequest } from './decide';
import type { Delivery } from './delivery';
import type { Device } from './device';
import type { Outcome, ProvisionEvent } from './event';
import { History } from './history';

export interface BenchOptions {
  readonly devices: readonly Device[];
  /** Made when a phone is armed, so that no password is in memory before. */
  filesOf(device: Device): readonly ConfigFile[];
  /** Names of the maker's own files, in lower case. */
  readonly stock?: ReadonlySet<string>;
  readonly clock?: () => number;
  /** Every event as it happens. */
  readonly heard?: (event: ProvisionEvent) => void;
}

export const MOST_MINUTES = 24 * 60;

export class Bench {
  readonly history = new History();
  private armings: Armings = new Map();
  private known: readonly Device[];
  /** Of what was armed last, so that the page can say that the time ran out. */
  private readonly lastUntil = new Map<string, number>();
  /** How often the password of a device has left. */
  private readonly timesLeft = new Map<string, number>();

  constructor(private readonly options: BenchOptions) {
    this.known = options.devices;
  }

  get devices(): readonly Device[] {
    return this.known;
  }

  /**
   * The directory has changed. Whatever was armed is closed where its phone is gone or has another
   * password, and gives else the file with which it was armed.
   *
   * @returns extensions of the phones that are still to have such a file.
   */
  renew(devices: readonly Device[]): readonly string[] {
    const before = this.known;
    this.known = devices;
    this.forget();
    for (const id of this.armings.keys()) {
      const [was, is] = [before, devices].map((all) => all.find((device) => device.id === id));
      if (was?.token !== is?.token) this.armings = disarmed(this.armings, id);
    }
    const waits = ({ id }: Device) => {
      const arming = this.armings.get(id);
      return arming !== undefined && arming.handedOver === undefined;
    };
    return devices.filter(waits).flatMap(({ extensions }) => extensions);
  }

  get now(): number {
    return (this.options.clock ?? Date.now)();
  }

  /** @throws UserError when there is no such phone, or when its files cannot be made. */
  arm(extension: string, minutes: number): Device {
    const device = this.deviceOf(extension);
    const until = this.now + Math.min(minutes, MOST_MINUTES) * 60_000;
    this.armings = armed(this.armings, device.id, { files: this.options.filesOf(device), until });
    this.lastUntil.set(device.id, until);
    return device;
  }

  disarm(extension: string): Device {
    const device = this.deviceOf(extension);
    this.armings = disarmed(this.armings, device.id);
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
  armingOf({ id }: Device): { left: number; handedOver: boolean; ranOut: boolean } {
    this.forget();
    const arming = this.armings.get(id);
    const until = this.lastUntil.get(id);
    return {
      left: arming ? arming.until - this.now : 0,
      handedOver: arming?.handedOver !== undefined,
      ranOut: !arming && until !== undefined && until <= this.now,
    };
  }

  /** Drops the files of whoever's time is over; also to be called now and then. */
  forget(): void {
    this.armings = stillArmed(this.armings, this.now);
  }

  ask(request: Omit<DeviceRequest, 'now'>): Decision {
    this.forget();
    const { stock = new Set<string>() } = this.options;
    const state = { devices: this.known, armings: this.armings, stock };
    const decision = decideRequest({ ...request, now: this.now }, state);
    const { device, file, event } = decision;
    if (device && file && event.outcome === 'sending') {
      this.armings = sending(this.armings, device.id, file);
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
    this.armings = sent(this.armings, device.id, file, { whole, now });
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
    this.options.heard?.(event);
  }
}
