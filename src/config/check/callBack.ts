/** Whether the emergency service, when it calls back, rings the phone that called for help. */
import { MOST_OF_A_NUMBER } from '../../runtime/model/defaults';
import type { ExtensionSource, NumberSource } from '../schema';
import { homesOf, type Context } from './context';
import { A_NUMBER_RINGS } from './values';

/** Without an entry in numbers.yaml a number rings every phone that has it. */
export function checkCallBack(context: Context): void {
  const { numbers, extensions } = context.source;
  for (const [username, extension] of Object.entries(extensions)) {
    const { emergency, number = '' } = extension;
    const rule = Object.hasOwn(numbers, number) ? numbers[number] : undefined;
    if (!emergency || !rule || rule.elsewhere) continue;
    const found = whyNot(username, extension, rule, context);
    if (!found) continue;
    const [why, fix] = found;
    const message = `when the emergency service calls ${number} back, this phone does not ring: ${why}`;
    context.report.warn('extensions.yaml', [username, 'number'], message, fix);
  }
}

const TAKE_OUT = 'Remove the number from numbers.yaml, or let it `ring` the phones that have it.';

function whyNot(
  username: string,
  extension: ExtensionSource,
  { menu, operator, ring, hours, twiml, environment = 'prod' }: NumberSource,
  context: Context,
): [why: string, fix: string] | undefined {
  if (menu !== undefined) return [`the menu \`${menu}\` answers`, TAKE_OUT];
  if (operator) return ['the operator answers', TAKE_OUT];
  if (ring === undefined) return [`the TwiML asset \`${twiml ?? ''}\` answers`, TAKE_OUT];
  if (!ring.includes(username)) {
    return [
      'it is not in `ring`',
      ring.length < MOST_OF_A_NUMBER
        ? `Add \`${username}\` to the \`ring\` of the number in numbers.yaml.`
        : `Give some of the phones another number at the same address: ${A_NUMBER_RINGS}.`,
    ];
  }
  if (!homesOf(extension, context).includes(environment)) {
    return [
      `${environment} answers the number, but the phone does not live there`,
      'Name its environment as `environment` in numbers.yaml.',
    ];
  }
  return (
    hours && [
      'the number is closed outside `hours`',
      'Remove `hours` from the number in numbers.yaml.',
    ]
  );
}
