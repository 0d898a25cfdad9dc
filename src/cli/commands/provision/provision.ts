/** `dialtone provision`: hands phones their files, at a provisioner or in a site's own network. */
import path from 'node:path';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import type { EnvironmentName } from '../../../runtime/model/directory';
import { type Provisioning, startProvisioning } from '../../../phones/provision';
import type { Project } from '../../../config/project';
import { ownAddresses } from '../../../phones/provision/addresses';
import { devicesOf } from '../../../phones/provision/devices';
import type { ProvisionEvent } from '../../../phones/provision/event';
import { logLines, type LogLine } from '../../../phones/provision/logText';
import { Throttle } from '../../../phones/provision/throttle';
import { type Context } from '../../command';
import { openProject } from '../../project';
import type { Colours } from '../../terminal/colours';
import { endWithNpm } from '../../terminal/endWithNpm';
import { UserError } from '../../../diagnostics/errors';
import { usernameOf } from '../../../simulate/extensionNamed';
import { interruption } from '../../terminal/interruption';
import { inCheckout } from '../../../config/checkout';
import { type Following, followDirectory, UPLOADS } from './followDirectory';
import { phoneFiles, type PhoneQuestion, requiredKey } from '../phones/phones';

export interface ProvisionOptions {
  readonly folder: string;
  readonly environment: EnvironmentName;
  readonly bind: string;
  readonly port: number;
  readonly host?: string | undefined;
  /** Extensions whose phones are open at once. */
  readonly open?: readonly string[] | undefined;
  readonly minutes: number;
  /** Folder with the maker's own files. */
  readonly files?: string | undefined;
}

/** Serves until it is interrupted. */
export async function provision(options: ProvisionOptions, context: Context): Promise<void> {
  const { terminal } = context;
  const { environment } = options;
  const project = openProject(context, options.folder);
  const key = requiredKey(environment, project, context.env);
  requireFolder(options.files);
  const open = isAll(options.open, project)
    ? everyPhone({ environment, project, key }, context)
    : (options.open ?? []).map((name) => usernameOf(name, project));
  // Each says by itself what is missing: a model, a password, or that it lives elsewhere.
  for (const username of open) phoneFiles({ username, environment, project, key });
  sayOlderUploads(options.folder, context);
  const throttle = new Throttle();
  const ended = interruption();
  endWithNpm();
  const provisioning: Provisioning = await startProvisioning({
    project,
    key,
    environment,
    bind: options.bind,
    port: options.port,
    host: options.host,
    minutes: options.minutes,
    vendorFiles: options.files,
    uploads: path.join(options.folder, UPLOADS, environment),
    failed: (error) => terminal.say(error instanceof Error ? (error.stack ?? '') : String(error)),
    onEvent: (event) => log(event, provisioning, throttle, context),
    pressed: (done, extension) =>
      done === 'open'
        ? sayOpened(provisioning, extension, options.minutes, context)
        : terminal.print(`${extension} is closed.`),
  });
  let following: Following | undefined;
  try {
    following = await followDirectory(
      options.folder,
      (changed) => {
        sayRenewed(provisioning, provisioning.renew(changed), context);
      },
      context,
    );
    for (const extension of open) provisioning.provisioner.open(extension, options.minutes);
    terminal.print(greeting(provisioning, open, context));
    for (const extension of open) sayOpened(provisioning, extension, options.minutes, context);
    if (!ended.signal.aborted) await once(ended.signal, 'abort');
  } finally {
    ended.end();
    await following?.close();
    await provisioning.close();
  }
}

function greeting(
  { provisioner, url, server, loopbackOnly }: Provisioning,
  toOpen: readonly string[],
  { terminal: { out } }: Context,
): string {
  const open = toOpen.length > 0 ? ` but ${toOpen.join(', ')}` : '';
  return [
    `${phonesText(provisioner)}, all closed${open}. The page: ${url}`,
    loopbackOnly
      ? out.yellow(
          `Phones cannot reach this server. Stop it, and start it again with --bind ${likelyAddress()}`,
        )
      : `Phones use ${server}. Nothing is encrypted: use a network that only you use.`,
    'Ctrl-C stops it.',
  ].join('\n');
}

/** `--open all`, unless a phone is called so. */
function isAll(open: readonly string[] = [], { directory }: Project): boolean {
  return open.length === 1 && open[0] === 'all' && !directory.extensions.has('all');
}

/** One extension of each device that has a file; of the others it says why they have none. */
function everyPhone(
  question: Omit<PhoneQuestion, 'username'>,
  { terminal }: Context,
): readonly string[] {
  return devicesOf(question).flatMap(({ extensions: [username = ''] }) => {
    try {
      phoneFiles({ ...question, username });
      return [username];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      terminal.warn(`${error.message}. ${error.fix ?? ''}`);
      return [];
    }
  });
}

/** What to give --bind: the likeliest first. */
function likelyAddress(): string {
  const [first = '<address of this computer>', ...others] = ownAddresses();
  return others.length > 0
    ? `${first} (or ${others.join(', ')}: whichever is in the phones’ network).`
    : `${first}.`;
}

function sayRenewed(
  { provisioner }: Provisioning,
  open: readonly string[],
  { terminal }: Context,
): void {
  const before = open.length > 0 ? ` Open with what it said before: ${open.join(', ')}.` : '';
  terminal.print(`The directory has changed: ${phonesText(provisioner)}.${before}`);
}

function phonesText({ devices }: Provisioning['provisioner']): string {
  return devices.length === 1 ? '1 phone' : `${devices.length} phones`;
}

function sayOpened(
  { provisioner, provisioningUrl, warnings }: Provisioning,
  extension: string,
  minutes: number,
  { terminal }: Context,
): void {
  const { out } = terminal;
  const device = provisioner.deviceOf(extension);
  const { address, where } = provisioningUrl(device);
  terminal.print(
    `${out.bold(device.extensions.join('+'))}, ${device.model.name}, may fetch its file for ${minutes} minutes. ` +
      `Type its address ${where.en.replaceAll('`', '')}:\n    ${out.bold(address)}`,
  );
  for (const warning of warnings(device)) terminal.print(out.yellow(`    ${warning}`));
}

function log(
  event: ProvisionEvent,
  { provisioner }: Provisioning,
  throttle: Throttle,
  { terminal }: Context,
): void {
  const { out } = terminal;
  // What is handed out is always said.
  if (event.status !== 200) {
    const { admitted, dropped } = throttle.admit(event.at);
    if (dropped > 0) terminal.print(out.yellow(`… and ${dropped} more that were refused`));
    if (!admitted) return;
  }
  const device = provisioner.devices.find(({ id }) => id === event.device);
  for (const line of logLines(event, device)) terminal.print(coloured(line, out));
}

function coloured({ text, tone }: LogLine, out: Colours): string {
  return tone === 'good' ? out.green(text) : tone === 'warning' ? out.yellow(text) : text;
}

/** Older versions kept them in the checkout. */
function sayOlderUploads(folder: string, { terminal }: Context): void {
  const older = inCheckout(UPLOADS);
  if (path.resolve(older) === path.resolve(folder, UPLOADS) || !existsSync(older)) return;
  terminal.say(
    `${older} has what phones put before; the place is ${path.join(folder, UPLOADS)} now. Read it, and delete it: it may hold passwords.`,
  );
}

function requireFolder(folder: string | undefined): void {
  if (folder === undefined || statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new UserError(`There is no folder ${folder}`, 'Name the one with the maker’s files.');
}
