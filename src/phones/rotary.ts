/** Telephones with a dial, on an adapter. docs/phones/rotary.md says the rest. */
import type { PhoneSettings } from './phone';

/** What their owner must know. */
export function rotaryWarnings({
  rotary,
  model,
  dial,
  emergency,
}: Pick<PhoneSettings, 'rotary' | 'model' | 'dial' | 'emergency'>): string[] {
  if (!rotary) return [];
  return [
    model.rotary === 'pulses'
      ? `Its file turns pulse dialling and a stronger ring on: nobody has tried it on a real ${model.name}.`
      : `We know of no setting by which a ${model.name} reads the pulses of a dial: put a converter from pulses to tones between them.`,
    ...(dial === 'hotline'
      ? [
          'Whether figures dialled in a call reach the menu as keys is not proven: try it before anybody relies on it.' +
            (emergency ? ' Its 911 is dialled in the menu.' : ''),
        ]
      : [
          'A dial has no `#`: it cannot open the menu. `dial: hotline` opens it when it is lifted.',
        ]),
  ];
}
