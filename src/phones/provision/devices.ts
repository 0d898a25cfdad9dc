/** The devices that a directory names in an environment. */
import { filesOfLines, linesOf, warningsOf } from '../lines';
import { PHONE_MODELS } from '../families';
import type { ConfigFile, PhoneModel } from '../phone';
import type { PhoneContext } from '../settings';
import type { Device } from './device';
import { formerPasswords, passwordsText } from './passwords';
import { provisionToken } from './token';

/** Files are only handed out with their passwords. */
export interface ProvisioningContext extends PhoneContext {
  readonly key: Buffer;
}

interface Line {
  readonly username: string;
  readonly name: string;
  readonly line: number;
  readonly mac?: string | undefined;
  readonly model: PhoneModel;
  readonly generation: number;
}

/** Sorted as the directory is. Phones without a MAC address or of an unknown model have no file. */
export function devicesOf(context: ProvisioningContext): readonly Device[] {
  const { environment, key } = context;
  const byDevice = new Map<string, Line[]>();
  for (const line of linesIn(context)) {
    const device = line.mac ?? line.username;
    byDevice.set(device, [...(byDevice.get(device) ?? []), line]);
  }
  return [...byDevice].map(([device, lines]): Device => {
    const [first, ...others] = lines.sort((a, b) => a.line - b.line) as [Line, ...Line[]];
    const generations = [first, ...others].map(({ generation }) => generation);
    const passwords = passwordsText(generations);
    const tokenFor = (which: string) => provisionToken(key, environment, device, which);
    return {
      id: first.mac?.replaceAll(':', '') ?? first.username,
      mac: first.mac,
      model: first.model,
      extensions: [first, ...others].map(({ username }) => username),
      name: [first, ...others].map(({ name }) => name).join(' · '),
      token: tokenFor(passwords),
      passwords,
      former: formerPasswords(generations).map((which) => ({
        token: tokenFor(which),
        passwords: which,
      })),
    };
  });
}

/** @throws UserError where the directory does not say enough for its files. */
export function filesOf(
  { extensions: [username = ''] }: Device,
  context: ProvisioningContext,
): readonly ConfigFile[] {
  return filesOfLines(linesOf(username, context));
}

/** What the person at the phone must know of it. */
export function warningsFor(
  { extensions }: Device,
  context: Omit<PhoneContext, 'key'>,
): readonly string[] {
  const all = extensions.flatMap((username) =>
    warningsOf(username, linesOf(username, { ...context, key: 'none' })),
  );
  return [...new Set(all)];
}

function linesIn({
  environment,
  project: { directory, provisioning },
}: Omit<PhoneContext, 'key'>): Line[] {
  return [...directory.extensions.values()]
    .filter(({ environments }) => environments.includes(environment))
    .flatMap(({ username, name }) => {
      const { phone, passwordGeneration = 1 } = provisioning.extensions.get(username) ?? {};
      const model = phone && PHONE_MODELS.get(phone.model);
      if (!model || (phone.mac === undefined && !model.softphone)) return [];
      const { line, mac } = phone;
      return [{ username, name, line, mac, model, generation: passwordGeneration }];
    });
}
