/** The phones of a directory: their settings and their files. */
import { keyName } from '../../../config/ownFiles';
import { findKey } from '../../../twilio/secrets/key';
import type { Env } from '../../../config/folderVariable';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { filesOfLines, linesOf, passwordWarnings, warningsOf } from '../../../phones/lines';
import type { ConfigFile } from '../../../phones/phone';
import { devicesOf, filesOf } from '../../../phones/provision/devices';
import { settingsFor } from '../../../phones/settings';
import { UserError } from '../../../diagnostics/errors';
import { olderPassword } from '../../../twilio/secrets/olderPassword';
import type { Project } from '../../../config/project';

/** A phone in an environment, with the key that its passwords are made from. */
export interface PhoneQuestion {
  readonly username: string;
  readonly environment: EnvironmentName;
  readonly project: Project;
  readonly key: Buffer;
}

/** A line of `phones list`. */
export interface ListedPhone {
  readonly extension: string;
  readonly short?: string;
  readonly name: string;
  readonly environments: readonly EnvironmentName[];
  readonly model?: string;
  readonly mac?: string;
  readonly line?: number;
  readonly dial?: 'hotline' | 'dialtone';
  readonly emergency: boolean;
}

/** @throws UserError when there is no key of the environment. */
export function requiredKey(environment: EnvironmentName, { folder }: Project, env: Env): Buffer {
  const key = findKey(environment, folder, env);
  if (key) return key;
  throw new UserError(
    `There is no master key of ${environment}`,
    `Get ${keyName(environment)} from whoever keeps it; the phones' passwords are derived from it. For a new installation, make one: ./dialtone key new --environment ${environment}`,
  );
}

export function listPhones(
  { directory, provisioning }: Project,
  environment?: EnvironmentName,
): readonly ListedPhone[] {
  return [...directory.extensions.values()]
    .filter(({ environments }) => environment === undefined || environments.includes(environment))
    .map(({ username, short, name, environments, emergency }) => {
      const { model, mac, line, dial } = provisioning.extensions.get(username)?.phone ?? {};
      return {
        extension: username,
        ...(short !== undefined && { short }),
        name,
        environments,
        ...(model !== undefined && { model }),
        ...(mac !== undefined && { mac }),
        ...(line !== undefined && { line }),
        ...(dial !== undefined && { dial }),
        emergency,
      };
    });
}

/** What a phone is set to, without its passwords. */
export type ShownPhone = ReturnType<typeof showPhone>;

export function showPhone({ username, environment, project }: Omit<PhoneQuestion, 'key'>) {
  const settings = settingsFor(username, { environment, project, key: 'none' });
  const lines = linesOf(username, { environment, project, key: 'none' });
  const { model, dialPlan } = settings;
  return {
    username: settings.username,
    displayName: settings.displayName,
    short: settings.short,
    shownAs: model.shows(settings),
    number: settings.number,
    mac: settings.mac,
    line: settings.line,
    domain: settings.domain,
    outboundProxy: settings.outboundProxy,
    transport: settings.transport,
    secureMedia: settings.secureMedia,
    dial: settings.dial,
    emergency: settings.emergency,
    languages: settings.languages,
    model: model.id,
    modelName: model.name,
    otherLines: lines
      .filter((line) => line.username !== username)
      .map(({ username, line }) => ({ username, line })),
    files: filesOfLines(lines).map(({ name, secret }) => ({ name, secret })),
    asksFor: model.asksFor(settings.mac ?? ''),
    dialPlan: dialPlan.entries.map(({ kind, action, note }) => ({ kind, action, note })),
    notes: dialPlan.notes,
    warnings: [
      ...warningsOf(username, lines),
      ...lines.filter((line) => line.username !== username).flatMap(passwordWarnings),
    ],
  };
}

/** The files of the device that the phone is a line of. */
export function phoneFiles({
  username,
  environment,
  project,
  key,
}: PhoneQuestion): readonly ConfigFile[] {
  return filesOfLines(linesOf(username, { environment, project, key }));
}

export interface AllFiles {
  readonly files: readonly ConfigFile[];
  readonly devices: number;
  /** Phones without a file, and why. */
  readonly missing: readonly { readonly extension: string; readonly why: UserError }[];
}

/** The files of every device in an environment. Extensions without `phone` are left out. */
export function allFiles(project: Project, environment: EnvironmentName, key: Buffer): AllFiles {
  const files: ConfigFile[] = [];
  const missing: { extension: string; why: UserError }[] = [];
  const devices = devicesOf({ environment, project, key });
  const tryTo = (extension: string, make: () => readonly ConfigFile[]) => {
    try {
      files.push(...make());
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      missing.push({ extension, why: error });
    }
  };
  for (const device of devices) {
    tryTo(device.extensions.join('+'), () => filesOf(device, { environment, project, key }));
  }
  const known = new Set(devices.flatMap(({ extensions }) => extensions));
  for (const { extension: username, model } of listPhones(project, environment)) {
    if (model === undefined || known.has(username)) continue;
    tryTo(username, () => phoneFiles({ username, environment, project, key }));
  }
  const failed = new Set(missing.map(({ extension }) => extension));
  const written = devices.filter(({ extensions }) => !failed.has(extensions.join('+')));
  return { files, devices: written.length, missing };
}

/** A warning, and whom it concerns. */
export interface SharedWarning {
  readonly extensions: readonly string[];
  readonly message: string;
}

/** Those of every phone that has a file; what several have to say stands once. */
export function allWarnings(
  project: Project,
  environment: EnvironmentName,
  { missing }: AllFiles,
): readonly SharedWarning[] {
  const without = new Set(missing.flatMap(({ extension }) => extension.split('+')));
  const shared = new Map<string, string[]>();
  for (const { extension: username, model } of listPhones(project, environment)) {
    if (model === undefined || without.has(username)) continue;
    for (const message of phoneWarnings({ username, environment, project })) {
      shared.set(message, [...(shared.get(message) ?? []), username]);
    }
  }
  return [...shared].map(([message, extensions]) => ({ extensions, message }));
}

/** What the person at the phone must know. */
export function phoneWarnings({
  username,
  environment,
  project,
}: Omit<PhoneQuestion, 'key'>): readonly string[] {
  const lines = linesOf(username, { environment, project, key: 'none' });
  const notes = lines.find((line) => line.username === username)?.dialPlan.notes ?? [];
  const older = lines.flatMap((line) => olderPassword(line.username, environment, project) ?? []);
  return [...older, ...warningsOf(username, lines), ...notes];
}
