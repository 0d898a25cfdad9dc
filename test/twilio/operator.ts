/**
 * An operator with a directory, a master key and an account at the stand-in: what the commands do,
 * in one process, with a clock that only waiting moves.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apply, type ApplyInput, type Outcome } from '../../src/twilio/apply';
import { Applied } from '../../src/twilio/records/applied';
import { appendAudit } from '../../src/twilio/records/audit';
import { readDrills } from '../../src/twilio/emergency/drills';
import { evidenceOf, type FunctionAnswers } from '../../src/twilio/emergency/evidence';
import type { Release } from '../../src/twilio/emergency/releases';
import type { Actual } from '../../src/twilio/actual';
import { readActual } from '../../src/twilio/readActual';
import { Ledger } from '../../src/twilio/records/ledger';
import { emergencyContextOf, makePlan, type Plan } from '../../src/twilio/plan';
import type { PlanInput } from '../../src/twilio/planInput';
import { Rest } from '../../src/twilio/client/rest';
import { type Desired, desiredFor } from '../../src/twilio/desired';
import type { FileName, Texts } from '../../src/config';
import type { EnvironmentName } from '../../src/runtime/model/directory';
import { checkedProject } from '../../src/config/checkedProject';
import { directoryFiles } from '../../src/config/read/readFiles';
import type { Project } from '../../src/config/project';
import { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';

export type Files = Texts;

export const SERVICE = 'dialtone';

/** Functions that place every phone's emergency calls and ring every number. */
export const ALL_ANSWER: FunctionAnswers = {
  phones: Object.assign(new Map<string, undefined>(), { has: () => true }),
  numbers: Object.assign(new Map<string, undefined>(), { has: () => true }),
};

export interface Flags {
  readonly releases?: readonly Release[];
  readonly prune?: boolean;
  readonly account?: boolean;
  readonly setAgain?: boolean;
  readonly newKey?: boolean;
}

/** What the command line says instead of writing. */
export class Stopped extends Error {
  constructor(readonly stops: Plan['stops']) {
    super(stops.map(({ message, fix }) => `${message}: ${fix}`).join('\n'));
  }
}

const compiled = new Map<string, Project>();

export class Operator {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'operator-'));
  readonly standIn: TwilioStandIn;
  key = Buffer.alloc(32, 7);
  /** What the functions answered. */
  answers: FunctionAnswers = ALL_ANSWER;
  private readonly clock: { now: number };

  /** @param other whose account and clock are shared: another person, with another checkout. */
  constructor(files: Files, other?: Operator) {
    this.clock = other?.clock ?? { now: new Date('2026-11-21T12:00:00Z').getTime() };
    this.standIn = other?.standIn ?? new TwilioStandIn({ now: () => new Date(this.clock.now) });
    for (const [name, text] of Object.entries(files)) this.write(name as FileName, text);
  }

  /** The directory as it is now, with its applied file, in somebody else's hands. */
  checkout(): Operator {
    const other = new Operator({}, this);
    this.copyTo(other);
    return other;
  }

  /** `git pull` by the other one. */
  copyTo(other: Operator): void {
    rmSync(other.folder, { recursive: true });
    cpSync(this.folder, other.folder, { recursive: true });
  }

  /** So that what is written next has another date. */
  later(milliseconds = 60_000): void {
    this.clock.now += milliseconds;
  }

  write(name: FileName, text: string): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  rest(signal?: AbortSignal): Rest {
    const sleep = (milliseconds: number) => {
      this.clock.now += milliseconds;
      return Promise.resolve();
    };
    return new Rest(this.standIn.client(), { sleep, ...(signal && { signal }) });
  }

  async plan(environment: EnvironmentName, flags: Flags = {}): Promise<Plan> {
    return makePlan(await this.input(environment, flags));
  }

  async apply(
    environment: EnvironmentName,
    flags: Flags & { readonly signal?: AbortSignal } = {},
  ): Promise<Outcome> {
    const input = await this.input(environment, flags);
    const planned = makePlan(input);
    if (planned.stops.length > 0) throw new Stopped(planned.stops);
    if (planned.changes.length > 0) await input.ledger.make();
    const audit: ApplyInput['audit'] = ({ action, kind, key, fields }) =>
      appendAudit(
        this.folder,
        { environment, action, kind, key, fields },
        { env: {}, now: new Date(this.clock.now) },
      );
    return apply({
      ...input,
      rest: this.rest(flags.signal),
      environment,
      plan: planned,
      context: emergencyContextOf(input),
      emergencyWaitMs: 600_000,
      wrote: audit,
      audit,
    });
  }

  /** Writes so far, those that Twilio refused among them. */
  writes(): number {
    return this.standIn.ledger.filter(({ write }) => write).length;
  }

  /** Calls back when the stand-in gets the nth write from now on; the returned function ends it. */
  onWrite(nth: number, callback: () => void): void {
    const on = (one: { readonly write: boolean; readonly nth: number }) => {
      if (one.write && one.nth === nth) callback();
      return false;
    };
    this.standIn.faults.plan({ on, fault: {} });
  }

  /** What the account holds, by name: nothing twice, nothing gone. */
  inventory(): unknown {
    const { domains, credentialLists, addresses, numbers } = this.standIn.state.api;
    const listName = (sid: string) =>
      credentialLists.find((list) => list.sid === sid)?.friendlyName;
    return {
      domains: domains.map(({ domainName, mapped, voiceUrl }) => ({
        domainName,
        voiceUrl,
        calls: mapped.calls.map(({ sid }) => listName(sid)),
        registrations: mapped.registrations.map(({ sid }) => listName(sid)),
      })),
      lists: credentialLists.map(({ friendlyName, credentials }) => [
        friendlyName,
        credentials.map(({ username }) => username).sort(),
      ]),
      addresses: addresses.map(({ friendlyName, street }) => [friendlyName, street]),
      numbers: numbers.map(({ phoneNumber, voiceUrl, emergencyAddressStatus }) => [
        phoneNumber,
        voiceUrl,
        emergencyAddressStatus,
      ]),
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  now(): Date {
    return new Date(this.clock.now);
  }

  /** Compiled once for all whose files are the same. */
  protected project(): Project {
    const key = directoryFiles(this.folder)
      .map((name) => JSON.stringify([name, this.read(name)]))
      .join();
    const project = compiled.get(key) ?? checkedProject(this.folder);
    compiled.set(key, project);
    return { ...project, folder: this.folder };
  }

  protected readonly ask: (desired: Desired, actual: Actual) => Promise<FunctionAnswers> = () =>
    Promise.resolve(this.answers);

  private async input(
    environment: EnvironmentName,
    flags: Flags,
  ): Promise<PlanInput & { readonly ledger: Ledger }> {
    const { directory, provisioning } = this.project();
    const desired = desiredFor(environment, directory, provisioning);
    const actual = await readActual(this.rest(), SERVICE, desired, { permissions: true });
    const applied = Applied.read(this.folder, environment);
    const ledger = await Ledger.read(this.rest(), environment, this.folder);
    const { accountSid } = this.standIn;
    const { releases = [], ...others } = flags;
    const answers = await this.ask(desired, actual);
    const evidence = evidenceOf(answers, readDrills(this.folder), new Set(releases));
    return { accountSid, desired, actual, applied, ledger, key: this.key, evidence, ...others };
  }
}
