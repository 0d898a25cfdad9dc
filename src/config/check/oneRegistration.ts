/** Phones that share a number where Twilio takes a dialled 911 itself: one SIP account for all of them. */
import type { ExtensionSource } from '../schema';
import { isHotline } from '../emergency/intendedSetup';
import type { Context } from './context';

/** Devices that may register under one name (https://www.twilio.com/docs/api/errors/32007). */
const MOST_REGISTERED = 10;

/**
 * How a phone comes to be registered under its own number, as `emergency: direct` wants it: where the
 * phones of one address share it, all of them become one extension.
 */
export function registerUnder(context: Context, username: string, number: string): string {
  const { extensions } = context.source;
  const together = context.sharers.get(number) ?? [];
  const [first = username] = together;
  const whole = Object.hasOwn(extensions, number) ? number : first;
  if (together.length === 1 || whole === username)
    return `Rename \`${username}\` to \`${number}\`.`;
  const mode = inMenus(context, together);
  if (together.length > MOST_REGISTERED) {
    return `Twilio allows ${MOST_REGISTERED} phones under one name, and ${together.length} share it: give them more numbers. ${mode}`;
  }
  const odd = differing(extensions[username], extensions[whole]);
  const but =
    odd.length === 0 ? '' : `, though ${odd.map((key) => `\`${key}\``).join(', ')} differ`;
  return (
    `Register this phone as \`${number}\` too, and remove \`${username}\`: with one password they ` +
    `ring together and look the same to others${but}. ${mode}`
  );
}

/** Emergency calling stays on, and each keeps its own name: 911 is pressed in the menu of a hotline. */
function inMenus({ source: { extensions } }: Context, together: readonly string[]): string {
  const dials = together.filter((username) => {
    const extension = extensions[username];
    return extension && username !== extension.number && !isHotline({ ...extension, username });
  });
  if (dials.length === 0) {
    return 'Or write `emergency: menus` in site.yaml: each of them is a hotline, and keeps its own name.';
  }
  const named = dials.map((username) => `\`${username}\``).join(', ');
  return `Or let ${named} dial \`#\` when lifted (\`dial: hotline\`) and write \`emergency: menus\` in site.yaml: each keeps its own name.`;
}

/** What would be the same for all phones that are one extension. */
const OF_ONE = [
  ...['class', 'hash', 'hashAtDialTone', 'zero', 'environments', 'edge', 'callerId'],
  ...['location', 'areaCode', 'timeZone', 'language'],
] as const satisfies readonly (keyof ExtensionSource)[];

function differing(
  one: ExtensionSource | undefined,
  other: ExtensionSource | undefined,
): readonly string[] {
  return OF_ONE.filter((key) => JSON.stringify(one?.[key]) !== JSON.stringify(other?.[key]));
}
