/**
 * What somebody who has nothing but the handset can do to a phone, and what closes it. None of it has been tried
 * on a real one: whatever is said of it carries a mark.
 */
import type { PhoneSource } from '../config/compile/provisioning';
import type { Parameter } from './formats/values';
import { type Keypad, KEYPAD_ACTIONS, type KeypadAction, type Lock, type LockValue } from './lock';
import type { PhoneModel, PhoneSettings } from './phone';

/** In a public place all is closed that is not said to be open; elsewhere all stays as it is. */
export function keypadOf({ public: isPublic = false, keypad = {} }: PhoneSource): Keypad {
  return isPublic ? { settings: 'closed', reset: 'closed', ipCalls: 'closed', ...keypad } : keypad;
}

type Locked = Pick<PhoneSettings, 'keypad' | 'line'>;

/**
 * Of the file.
 *
 * @param otherLines of the same device, where it is the device's: closed for one is closed for all.
 */
export function lockParameters(
  locks: readonly Lock[],
  settings: Locked,
  otherLines: readonly Locked[] = [],
): readonly Parameter[] {
  const keypad = strictest([settings, ...otherLines]);
  return inForce(locks, { keypad, line: settings.line }).map(({ lock, state }) => [
    lock.key.replace('{line}', String(settings.line)),
    lock[state].value,
  ]);
}

function strictest(lines: readonly Locked[]): Keypad {
  const states = KEYPAD_ACTIONS.flatMap((action) => {
    const asked = lines.flatMap(({ keypad }) => keypad[action] ?? []);
    return asked.length > 0
      ? [[action, asked.includes('closed') ? 'closed' : 'open'] as const]
      : [];
  });
  return Object.fromEntries(states);
}

/** Which actions are to be closed, and which of these nothing that we know of closes. */
export function closedActions({ keypad, model }: Pick<PhoneSettings, 'keypad' | 'model'>): {
  readonly closed: readonly KeypadAction[];
  readonly notClosed: readonly KeypadAction[];
} {
  const asked = KEYPAD_ACTIONS.filter((action) => keypad[action] === 'closed');
  const known = actionsClosed(model);
  return {
    closed: asked.filter((action) => known.includes(action)),
    notClosed: asked.filter((action) => !known.includes(action)),
  };
}

export function actionsClosed({ locks }: Pick<PhoneModel, 'locks'>): readonly KeypadAction[] {
  return KEYPAD_ACTIONS.filter((action) => locks.some(({ actions }) => actions.includes(action)));
}

/** In English, for whoever keeps the phones. */
export const KEYPAD_TEXT: Readonly<Record<KeypadAction, string>> = {
  settings: 'settings by its keys',
  reset: 'a factory reset by its keys',
  ipCalls: 'calls to an IP address',
};

export function keypadWarnings(settings: Pick<PhoneSettings, 'keypad' | 'model'>): string[] {
  const { model } = settings;
  const { notClosed, closed } = closedActions(settings);
  const list = (actions: readonly KeypadAction[]) =>
    actions.map((action) => KEYPAD_TEXT[action]).join(', ');
  return [
    ...(closed.length > 0
      ? [
          `Its file closes ${list(closed)}: nobody has tried it on a real ${model.name}. Try it on yours.`,
        ]
      : []),
    ...(notClosed.length > 0
      ? [`We know of nothing that closes these on a ${model.name}: ${list(notClosed)}.`]
      : []),
  ];
}

/** What is typed on its web page where no file is fetched; and how what is closed is opened again there. */
export function lockFields(settings: Locked & Pick<PhoneSettings, 'model'>): {
  readonly set: readonly string[];
  readonly back: readonly string[];
} {
  const onPage = inForce(settings.model.locks, settings).filter(
    ({ lock }) => lock.page !== undefined,
  );
  const text = ({ field }: Lock, { shown }: LockValue) => `\`${field}\`: \`${shown}\``;
  return {
    set: onPage.map(({ lock, state }) => text(lock, lock[state])),
    back: onPage.filter(({ state }) => state === 'closed').map(({ lock }) => text(lock, lock.open)),
  };
}

/** Closed as soon as one of its actions is. */
function inForce(locks: readonly Lock[], { keypad }: Locked) {
  return locks.flatMap((lock) => {
    const asked = lock.actions.flatMap((action) => keypad[action] ?? []);
    if (asked.length === 0) return [];
    return [{ lock, state: asked.includes('closed') ? ('closed' as const) : ('open' as const) }];
  });
}
