/** What a party does, by seconds from when its phone begins to ring, or its call begins. */
import type { Clock } from './clock';
import type { Leg } from './leg';

export type Deed = 'answers' | 'is busy' | 'hangs up' | 'falls silent' | `presses ${string}`;
export type Script = Readonly<Record<number, Deed>>;

export function play(script: Script, leg: Leg, clock: Clock): void {
  for (const [seconds, deed] of Object.entries(script)) {
    clock.after(Number(seconds), () => perform(deed, leg));
  }
}

/** Does nothing where it cannot be done. */
export function perform(deed: Deed, leg: Leg): void {
  if (deed === 'answers') leg.answer();
  else if (deed === 'falls silent') leg.fallSilent();
  else if (deed === 'hangs up' || deed === 'is busy') leg.hangUp();
  else leg.press(deed.slice('presses '.length));
}
