/** What is wrong with the phones that a directory lists. Needs no key and asks nobody. */
import type { PhoneSource } from '../../../config/compile/provisioning';
import { firstKey, formatPath } from '../../../config/read/files';
import { readFile } from '../../../config/read/readFiles';
import { didYouMean } from '../../../config/read/suggest';
import type { EnvironmentName, Extension } from '../../../runtime/model/directory';
import { filesOfLines, linesOf, sharedHotline } from '../../../phones/lines';
import { PHONE_MODELS } from '../../../phones/families';
import type { PhoneModel } from '../../../phones/phone';
import type { PhoneDirectory } from '../../../phones/settings';
import { type Diagnostic, errorAt, warningAt, type Where } from '../../../diagnostics/diagnostic';
import { UserError } from '../../../diagnostics/errors';

const FILE = 'extensions.yaml';

/** @param environments those to look at. */
export function checkPhones(
  project: PhoneDirectory,
  environments: readonly EnvironmentName[],
): readonly Diagnostic[] {
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
): Diagnostic[] {
  const { phone, passwordGeneration = 1 } = project.provisioning.extensions.get(username) ?? {};
  const where = phoneOf(username);
  if (!phone) {
    const message = 'has no model: there is no file or sheet for it';
    const fix =
      'Add `phone: { model: …, mac: …, dial: dialtone }` to it in extensions.yaml; or type what `phones show` says.';
    return [warningAt(where, message, fix)];
  }
  const model = PHONE_MODELS.get(phone.model);
  if (!model) {
    const fix = didYouMean(phone.model, PHONE_MODELS.keys(), 'docs/phones/README.md has them all.');
    return [errorAt(where, `the model \`${phone.model}\` is not known`, fix)];
  }
  if (phone.mac === undefined && !model.softphone) {
    const fix = 'Add `mac` to its `phone` in extensions.yaml: it is on the label.';
    return [
      errorAt(where, `a ${model.name} asks for its file by its MAC address, and it has none`, fix),
    ];
  }
  const vendor = ofAnotherVendor(phone, model);
  const byHand: typeof vendor = passwordGeneration === 0 ? setByHand(username, model) : undefined;
  const warnings = [vendor, byHand]
    .filter((each) => each !== undefined)
    .map((each) => warningAt(where, ...each));
  return [...warnings, ...homes.flatMap((home) => inEnvironment(username, home, project))];
}

/** The settings themselves say what the model or the domain does not take, such as a transport. */
function inEnvironment(
  extension: string,
  environment: EnvironmentName,
  project: PhoneDirectory,
): Diagnostic[] {
  const where = { ...phoneOf(extension), environment };
  try {
    const lines = linesOf(extension, { environment, project, key: 'none' });
    filesOfLines(lines);
    return sharedHotline(lines)
      .filter(() => lines[0].username === extension)
      .map((message) => warningAt(where, message, HOTLINES));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const message = error.message.replace(`${extension}: `, '');
    return [errorAt(where, message, error.fix ?? '')];
  }
}

function phoneOf(username: string): Where {
  return { file: FILE, line: 0, path: formatPath([username, 'phone']) };
}

const HOTLINES = 'Give all its lines the same `dial`.';

function setByHand(username: string, { forgets = false }: PhoneModel): [string, string] {
  return [
    forgets
      ? 'its password was set by hand: no file can contain it, nor any other line of its phone'
      : 'its password was set by hand: its file leaves it out, and the phone keeps the one that it has',
    `When you are at the phone, take it over with \`dialtone rotate ${username}\`.`,
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
      : 'not a prefix we know for this maker';
  return [
    `the MAC address ${mac} does not look like that of a ${name}: ${whose}`,
    'Compare it with the label. If it is right, everything is fine: makers get new ones.',
  ];
}

/** A line registers in one environment at a time: with whichever file it fetched last. */
function inSeveralEnvironments(
  lived: readonly { extension: Extension; homes: readonly EnvironmentName[] }[],
  { provisioning }: PhoneDirectory,
): Diagnostic[] {
  const several = lived.filter(
    ({ extension: { username }, homes }) =>
      homes.length > 1 && provisioning.extensions.get(username)?.phone,
  );
  if (several.length === 0) return [];
  const names = several.map(
    ({ extension: { username }, homes }) => `${username} (${homes.join(', ')})`,
  );
  return [
    warningAt(
      FILE,
      `a phone with one line, but in more than one environment: ${names.join('; ')}`,
      'A phone can be set up for one environment only. Say which with `environments: [prod]`, or check one with --environment.',
    ),
  ];
}

/** The same with the lines of a folder's file. */
export function withLines(folder: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { file } = readFile(folder, FILE);
  return diagnostics.map(({ where, ...rest }) => {
    const line = where.path === '' ? 0 : file.line([firstKey(where.path), 'phone']);
    return { ...rest, where: { ...where, line } };
  });
}
