/** What a sheet says of a phone whose file closes its keypad: before the file is on, with the way back. */
import { closedActions, lockFields } from '../keypad';
import type { KeypadAction } from '../lock';
import type { PhoneSettings } from '../phone';
import { type Guide, type Said, unproven } from './guide';
import { type Html, html } from './html';
import type { SheetCatalogue } from './language';
import { steps } from './parts';

export function keypadBox(said: readonly Said[], words: SheetCatalogue): Html | undefined {
  if (said.length === 0) return undefined;
  return html`<section class="box first">
    <h2>${words.headings.keypad}</h2>
    ${steps(said)}
  </section>`;
}

export function keypadSteps(
  settings: PhoneSettings,
  { keypad: words }: SheetCatalogue,
): readonly Said[] {
  const { closed, notClosed } = closedActions(settings);
  const list = (actions: readonly KeypadAction[]) =>
    actions.map((action) => words.actions[action]).join(', ');
  const { set, back } = lockFields(settings);
  return [
    ...(closed.length > 0 ? [unproven(words.closes(list(closed)))] : []),
    ...(notClosed.length > 0 ? [unproven(words.notClosed(list(notClosed)))] : []),
    ...(closed.includes('settings') ? [unproven(words.address)] : []),
    ...(back.length > 0 ? [unproven(words.back(set.join(', '), back.join(', ')))] : []),
  ];
}

/** Without the keys that a closed keypad, or a dial, does not take. */
export function resetSteps(
  { reset }: Guide,
  settings: PhoneSettings,
  { keypad: words }: SheetCatalogue,
): readonly Said[] {
  const isClosed = closedActions(settings).closed.includes('reset');
  if (!isClosed && !settings.rotary) return reset;
  const others = reset.filter(({ byKeys }) => !byKeys);
  return isClosed ? [...others, unproven(words.resetClosed)] : others;
}
