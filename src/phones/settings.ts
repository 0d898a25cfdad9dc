/** Everything that a phone is set to, from the directory and the environment's master key. */
import { edgeOf, sipHost } from '../runtime/model/sip';
import { sipPassword } from '../twilio/secrets/passwords';
import type { PhoneSource, Provisioning } from '../config/compile/provisioning';
import { didYouMean } from '../config/read/suggest';
import type {
  Directory,
  Environment,
  EnvironmentName,
  Extension,
} from '../runtime/model/directory';
import { UserError } from '../diagnostics/errors';
import { clockOf } from './clock';
import { devicePassword } from './devicePassword';
import { onDial } from './dialplan/entry';
import { dialPlanFor } from './dialplan/plan';
import { PHONE_MODELS } from './families';
import { keypadOf } from './keypad';
import type { PhoneModel, PhoneSettings } from './phone';
import { transportFor } from './transport';

/** What an operator's project holds about phones. */
export interface PhoneDirectory {
  readonly directory: Directory;
  readonly provisioning: Provisioning;
}

/** Made from it are passwords; `none` where nobody will read any, and then they are empty. */
type PasswordKey = Buffer | 'none';

/** In which phones are looked up. */
export interface PhoneContext {
  readonly environment: EnvironmentName;
  readonly project: PhoneDirectory;
  readonly key: PasswordKey;
}

/** Where Twilio answers when no edge is named. */
const DEFAULT_EDGE = 'ashburn';

/** What any phone or app needs, whoever made it. */
export interface Login {
  /** The authentication name is the same. */
  readonly username: string;
  readonly displayName: string;
  readonly short?: string;
  readonly domain: string;
  readonly outboundProxy: string;
  readonly emergency: boolean;
  readonly number?: string;
}

interface LoginContext {
  readonly environment: EnvironmentName;
  readonly project: Pick<PhoneDirectory, 'directory'>;
}

/** @throws UserError where there is no such extension in the environment. */
export function loginFor(
  username: string,
  { environment, project: { directory } }: LoginContext,
): Login {
  const extension = extensionIn(username, environment, directory);
  const home = environmentOf(environment, directory);
  return {
    username,
    // The short name first: small screens show the beginning.
    displayName: [extension.short, extension.name].filter(Boolean).join(' '),
    ...(extension.short !== undefined && { short: extension.short }),
    domain: sipHost(home.sipDomain),
    outboundProxy: `sip.${edgeOf(extension, environment, directory) ?? DEFAULT_EDGE}.twilio.com`,
    emergency: extension.emergency,
    ...(extension.number !== undefined && { number: extension.number }),
  };
}

/**
 * What a phone is set to in an environment.
 *
 * @throws UserError where the directory does not say enough, or asks what the model cannot do.
 */
export function settingsFor(username: string, context: PhoneContext): PhoneSettings {
  const { environment, project } = context;
  const { directory, provisioning } = project;
  const login = loginFor(username, context);
  const extension = extensionIn(username, environment, directory);
  const phone = phoneOf(username, provisioning);
  const model = modelOf(username, phone);
  const dialPlan = dialPlanFor(extension, directory);
  const secure = provisioning.environments[environment]?.secure ?? false;
  return {
    model,
    ...(phone.mac !== undefined && { mac: phone.mac }),
    ...login,
    ...passwordsOf(username, model, context),
    line: phone.line,
    freeLines: freeLinesOf(phone, model, provisioning),
    transport: transportFor({ username, model, asked: phone.transport, secure }),
    secureMedia: secure,
    keypad: keypadOf(phone),
    rotary: phone.rotary ?? false,
    dial: phone.dial,
    dialPlan: phone.rotary ? onDial(dialPlan, phone.dial) : dialPlan,
    languages: directory.site.languages,
    clock: clockOf(extension.timeZone ?? directory.site.timeZone),
  };
}

function extensionIn(
  username: string,
  environment: EnvironmentName,
  { extensions }: Directory,
): Extension {
  const extension = extensions.get(username);
  if (!extension) {
    throw new UserError(`There is no extension ${username}`, 'Use a name from extensions.yaml.');
  }
  if (extension.environments.includes(environment)) return extension;
  throw new UserError(
    `${username} does not live in ${environment}`,
    `It lives in ${extension.environments.join(', ')}.`,
  );
}

function environmentOf(name: EnvironmentName, { site }: Directory): Environment {
  const environment = site.environments[name];
  if (environment) return environment;
  throw new UserError(`The site has no environment ${name}`, 'Add it to site.yaml.');
}

function phoneOf(username: string, { extensions }: Provisioning): PhoneSource {
  const phone = extensions.get(username)?.phone;
  if (phone) return phone;
  throw new UserError(
    `The directory does not say which phone ${username} has`,
    'Add `phone: { model: …, mac: …, dial: dialtone }` to it in extensions.yaml. Any other phone: docs/phones/softphones.md.',
  );
}

function modelOf(username: string, phone: PhoneSource): PhoneModel {
  const model = PHONE_MODELS.get(phone.model);
  if (!model) {
    throw new UserError(
      `${username}: there is no file for the model ${phone.model}`,
      didYouMean(phone.model, PHONE_MODELS.keys(), 'docs/phones/README.md has them all.'),
    );
  }
  if (phone.mac === undefined && !model.softphone) {
    throw new UserError(
      `${username}: a ${model.name} asks for its file by its MAC address, and it has none`,
      'Add `mac` to its `phone` in extensions.yaml: it is on the label.',
    );
  }
  if (phone.rotary === true && model.rotary === 'has keys') {
    throw new UserError(
      `${username}: a ${model.name} has keys, and no socket for a telephone with a dial`,
      'Remove `rotary`, or name the adapter that the telephone is plugged into.',
    );
  }
  if (phone.line > model.lines) {
    throw new UserError(
      `${username}: a ${model.name} has no line ${phone.line}`,
      model.lines === 1 ? 'It has one: leave `line` out.' : `It has ${model.lines}.`,
    );
  }
  return model;
}

/** One of another environment is somebody's too: a file for prod must not switch it off. */
function freeLinesOf(
  { mac }: PhoneSource,
  { lines }: PhoneModel,
  { extensions }: Provisioning,
): readonly number[] {
  const taken = [...extensions.values()].flatMap(({ phone }) =>
    phone !== undefined && phone.mac === mac ? [phone.line] : [],
  );
  return Array.from({ length: lines }, (_, i) => i + 1).filter((line) => !taken.includes(line));
}

function passwordsOf(
  username: string,
  { forgets = false, name }: PhoneModel,
  { environment, project, key }: PhoneContext,
): Pick<PhoneSettings, 'password' | 'passwordByHand' | 'adminPassword'> {
  const { phone, passwordGeneration: generation = 0 } =
    project.provisioning.extensions.get(username) ?? {};
  const passwordByHand = generation === 0;
  if (key === 'none') return { password: '', passwordByHand, adminPassword: '' };
  if (!passwordByHand || !forgets) {
    return {
      password: passwordByHand ? '' : sipPassword(key, { environment, username, generation }),
      passwordByHand,
      adminPassword: devicePassword(key, environment, phone?.mac ?? username),
    };
  }
  throw new UserError(
    `The password of ${username} was set by hand: nobody but Twilio and the phone knows it, and a ${name} forgets what its file leaves out`,
    'When you are at the phone, take it over with `dialtone rotate`, then apply.',
  );
}
