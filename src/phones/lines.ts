/** A device and all its lines: it asks for one file, which is the same for whichever of them. */
import { UserError } from '../diagnostics/errors';
import { keypadWarnings } from './keypad';
import type { ConfigFile, PhoneSettings } from './phone';
import { rotaryWarnings } from './rotary';
import { type PhoneContext, settingsFor } from './settings';

/** The lowest first: what belongs to the whole device follows it. */
export type Lines = readonly [PhoneSettings, ...PhoneSettings[]];

/**
 * The lines of the device that an extension is on.
 *
 * @throws UserError where one of them cannot be set, or the directory takes it for two models.
 */
export function linesOf(username: string, context: PhoneContext): Lines {
  const asked = settingsFor(username, context);
  const others = onSameDevice(username, context).map((other) => settingsFor(other, context));
  const odd = others.find(({ model }) => model.id !== asked.model.id);
  if (odd) throw twoModels(asked, odd);
  return [asked, ...others].sort((a, b) => a.line - b.line) as [PhoneSettings, ...PhoneSettings[]];
}

/** @throws UserError where a model's file cannot hold what the directory says. */
export function filesOfLines([first, ...others]: Lines): readonly ConfigFile[] {
  return first.model.files(first, others);
}

/** What the person at the phone must know of one line, and of those that share the device. */
export function warningsOf(username: string, lines: Lines): readonly string[] {
  return lines
    .filter((line) => line.username === username)
    .flatMap((line) => [
      ...line.model.warnings(line),
      ...sharedHotline(lines),
      ...passwordWarnings(line),
      ...keypadWarnings(line),
      ...rotaryWarnings(line),
    ]);
}

/** Of a password that was set by hand. */
export function passwordWarnings({
  passwordByHand,
  username,
  model,
}: Pick<PhoneSettings, 'passwordByHand' | 'username' | 'model'>): string[] {
  if (!passwordByHand) return [];
  if (model.forgets) {
    return [
      `The password of ${username} was set by hand: there is no file until \`dialtone rotate ${username}\`.`,
    ];
  }
  return [
    `The password of ${username} was set by hand: its file leaves it out, and the phone keeps the one that it has. ` +
      `After a reset it has none: type it in, or \`dialtone rotate ${username}\`.`,
  ];
}

/** Where off-hook dialling is the whole phone's. */
export function sharedHotline([first, ...others]: Lines): string[] {
  const other = others.find(({ dial }) => dial !== first.dial);
  if (!first.model.oneHotline || !other) return [];
  return [
    `A ${first.model.name} is a hotline on all lines or on none: it follows ${first.username} ` +
      `(\`dial: ${first.dial}\`), and ${other.username} cannot have \`dial: ${other.dial}\`.`,
  ];
}

function onSameDevice(
  username: string,
  { environment, project: { directory, provisioning } }: PhoneContext,
): readonly string[] {
  const { extensions } = provisioning;
  const mac = extensions.get(username)?.phone?.mac;
  if (mac === undefined) return [];
  return [...extensions]
    .filter(([other, { phone }]) => other !== username && phone?.mac === mac)
    .map(([other]) => other)
    .filter((other) => directory.extensions.get(other)?.environments.includes(environment));
}

function twoModels(one: PhoneSettings, other: PhoneSettings): UserError {
  return new UserError(
    `${one.username}: the phone ${one.mac} is a ${one.model.name} here, ` +
      `and for ${other.username} a ${other.model.name}`,
    'Give all lines of one phone the same `model`, or correct one of the MAC addresses.',
  );
}
