/** What is wrong with the phones that a directory lists. Needs no key and asks nobody. */
import type { PhoneSource } from '../config/compile/provisioning';
import { didYouMean } from '../config/read/suggest';
import type { EnvironmentName, Extension } from '../runtime/model/directory';
import { filesOfLines, linesOf, sharedHotline } from '../phones/lines';
import { PHONE_MODELS } from '../phones/families';
import type { PhoneModel } from '../phones/phone';
import type { PhoneDirectory } from '../phones/settings';
import { UserError } from './errors';

export interface PhoneFinding {
  /** None where it is about several. */
  readonly extension?: string;
  /** None where it holds in every environment. */
  readonly environment?: EnvironmentName;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix: string;
}

/** @param environments those to look at. */
export function checkPhones(
  project: PhoneDirectory,
  environments: readonly EnvironmentName[],
): readonly PhoneFinding[] {
  const lived = [...project.directory.extensions.values()]
    .map((extension) => ({
      extension,
      homes: extension.environments.filter((each) => environments.includes(each)),
    }))
    .filter(({ homes }) => homes.length > 0);
  return [
    ...lived.flatMap(({ extension, homes }) => ofExtension(extension, homes, project)),
    ...inSeveralEnvironments(lived, project),
  ];
}

function ofExtension(
  { username }: Extension,
  homes: readonly EnvironmentName[],
  project: PhoneDirectory,
): PhoneFinding[] {
  const { phone, passwordGeneration = 1 } = project.provisioning.extensions.get(username) ?? {};
  const diagnostic = (message: string, fix: string): PhoneFinding => ({
    extension: username,
    severity: 'error',
    message,
    fix,
  });
  if (!phone) {
    const message = 'has no model: there is no file or sheet for it';
    const fix =
      'Add `phone: { model: …, mac: …, dial: dialtone }` to it in extensions.yaml; or type what `phones show` says.';
    return [{ ...diagnostic(message, fix), severity: 'warning' }];
  }
  const model = PHONE_MODELS.get(phone.model);
  if (!model) {
    const fix = didYouMean(phone.model, PHONE_MODELS.keys(), 'docs/phones/README.md has them all.');
    return [diagnostic(`the model \`${phone.model}\` is not known`, fix)];
  }
  if (phone.mac === undefined && !model.softphone) {
    const fix = 'Add `mac` to its `phone` in extensions.yaml: it is on the label.';
    return [
      diagnostic(`a ${model.name} asks for its file by its MAC address, and it has none`, fix),
    ];
  }
  const vendor = ofAnotherVendor(phone, model);
  const byHand: typeof vendor = passwordGeneration === 0 ? setByHand(username) : undefined;
  const warnings = [vendor, byHand]
    .filter((each) => each !== undefined)
    .map((each): PhoneFinding => ({ ...diagnostic(...each), severity: 'warning' }));
  return [...warnings, ...homes.flatMap((home) => inEnvironment(username, home, project))];
}

/** The settings themselves say what the model or the domain does not take, such as a transport. */
function inEnvironment(
  extension: string,
  environment: EnvironmentName,
  project: PhoneDirectory,
): PhoneFinding[] {
  try {
    const lines = linesOf(extension, { environment, project, key: 'none' });
    filesOfLines(lines);
    return sharedHotline(lines)
      .filter(() => lines[0].username === extension)
      .map((message) => ({ extension, environment, severity: 'warning', message, fix: HOTLINES }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const message = error.message.replace(`${extension}: `, '');
    return [{ extension, environment, severity: 'error', message, fix: error.fix ?? '' }];
  }
}

const HOTLINES = 'Give all its lines the same `dial`.';

function setByHand(username: string): [message: string, fix: string] {
  return [
    'its password was set by hand: no file can hold it, nor any other line of its phone',
    `Take it over with \`dialtone rotate ${username}\`, standing before the phone.`,
  ];
}

function ofAnotherVendor(
  { mac }: PhoneSource,
  { name, vendorPrefixes }: PhoneModel,
): [message: string, fix: string] | undefined {
  if (mac === undefined || vendorPrefixes.some((prefix) => mac.startsWith(prefix)))
    return undefined;
  const makers = [...PHONE_MODELS.values()]
    .filter(({ vendorPrefixes: prefixes }) => prefixes.some((prefix) => mac.startsWith(prefix)))
    .map(({ name: other }) => other.split(' ', 1)[0]);
  const whose =
    makers.length > 0
      ? `it looks like that of a ${[...new Set(makers)].join(' or ')}`
      : 'none that is known begins so';
  return [
    `the MAC address ${mac} does not look like that of a ${name}: ${whose}`,
    'Compare it with the label. If it is right, all is well: makers get new ones.',
  ];
}

/** A line registers in one environment at a time: with whichever file it fetched last. */
function inSeveralEnvironments(
  lived: readonly { extension: Extension; homes: readonly EnvironmentName[] }[],
  { provisioning }: PhoneDirectory,
): PhoneFinding[] {
  const several = lived.filter(
    ({ extension: { username }, homes }) =>
      homes.length > 1 && provisioning.extensions.get(username)?.phone,
  );
  if (several.length === 0) return [];
  const names = several.map(
    ({ extension: { username }, homes }) => `${username} (${homes.join(', ')})`,
  );
  return [
    {
      severity: 'warning',
      message: `a phone with one line, but in more than one environment: ${names.join('; ')}`,
      fix: 'It is in the one whose file it has. Say so with `environments: [prod]`, or check one with --environment.',
    },
  ];
}
