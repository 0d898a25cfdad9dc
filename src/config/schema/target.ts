/** Where `#`, `0`, a key of a menu or what follows it leads. */
import * as z from 'zod';
import { MOST_AT_ONCE } from '../../runtime/model/defaults';
import { type Action, ACTIONS } from '../../runtime/model/directory';
import { choice, HOST, phoneNumber, reference, scalar, Wrong, wrongIssue } from './scalars';

const TARGET_KEYS = ['menu', 'ring', 'dial', 'twiml', 'handOff', 'do'] as const;

/** As written: `dial` may name a list of numbers. */
export type TargetSource =
  | { readonly menu: string }
  | { readonly ring: readonly string[] }
  | { readonly dial: string }
  | { readonly twiml: string }
  | { readonly handOff: string }
  | { readonly do: Action };

const HAND_OFF = new RegExp(`^[A-Za-z0-9._+-]+@${HOST}$`);

const handOff = scalar(
  (text) => {
    if (/^sips?:/.test(text)) {
      return new Wrong(`\`${text}\` begins with sip:`, 'Write only `user@host`.');
    }
    if (HAND_OFF.test(text)) return text;
    return new Wrong(`\`${text}\` is not user@host`, 'Write it like `portland@pbx.example.org`.');
  },
  {
    description:
      'User and host of another SIP system; the host must be one of `handOffHosts`. `{environment}` in it is `dev`, `stage` or `prod`.',
    type: 'string',
    examples: ['portland@pbx.example.org'],
  },
);

/** The keys of a target, to stand among others. */
export const targetShape = {
  menu: reference('Menu of `menus/`.', ['main']).exactOptional(),
  ring: ringList('Extensions to ring together.').exactOptional(),
  dial: phoneNumber(
    'Number to dial, in E.164; or the name of a list in `numberLists` of calling.yaml, from which one number is dialled at random.',
    { examples: ['+15035550123', 'weather-lines'] },
  ).exactOptional(),
  twiml: reference('TwiML asset that answers.', ['menu']).exactOptional(),
  handOff: handOff.exactOptional(),
  do: choice(
    ACTIONS,
    '`dialTone` gives the dial tone and dials what the caller enters, never for callers from outside; ' +
      '`operator` calls a volunteer of operators.yaml; `emergency` calls the country’s emergency ' +
      'number; `back` goes back one menu; `repeat` repeats the menu; `hangUp` ends the call.',
  ).exactOptional(),
};

type Written = Readonly<Partial<Record<(typeof TARGET_KEYS)[number], unknown>>>;

/** The one way that is written; undefined, and an issue, where there is none or several. */
export function oneTarget(
  written: Written,
  issues: z.core.$ZodRawIssue[],
): TargetSource | undefined {
  const [alternative, ...others] = TARGET_KEYS.filter((each) => written[each] !== undefined);
  if (alternative !== undefined && others.length === 0)
    return { [alternative]: written[alternative] } as TargetSource;
  const wrong =
    alternative === undefined
      ? new Wrong('has no target', `Write one of: ${TARGET_KEYS.join(', ')}.`)
      : new Wrong(`says ${[alternative, ...others].join(' and ')}`, 'Keep one of them.');
  issues.push(wrongIssue(written, wrong));
  return undefined;
}

/** A target; `description` says of which key. */
export function target(description: string) {
  return z
    .strictObject(targetShape)
    .transform((written, { issues }): TargetSource => oneTarget(written, issues) ?? z.NEVER)
    .meta({ description, minProperties: 1, maxProperties: 1 });
}

/** SIP usernames that ring together. */
export function ringList(description: string, most = MOST_AT_ONCE) {
  return z
    .array(reference('SIP username of an extension.'))
    .min(1)
    .meta({
      description: `${description} At most ${most}.`,
      maxItems: most,
      examples: [['clinton']],
    });
}
