/** A walk through the menus for people. */
import type { Audio } from '../../../runtime/calls/decision';
import { printable } from '../../../diagnostics/printable';
import { type Colours, PLAIN } from '../../terminal/colours';
import type { Question } from '../../../simulate/question';
import { indented } from './text';
import { audioText } from '../../../simulate/audioText';
import { WAIT } from '../../../simulate/keys';
import { calledText } from '../../../simulate/operatorCall';
import { count } from '../../../diagnostics/text';
import { summaryOf } from '../../../simulate/summary';
import type { KeyStep, SimulatedCall } from '../../../simulate/simulateKeys';

export function keysText(
  question: Question,
  { steps, unheard }: SimulatedCall,
  withTwiml: boolean,
  out = PLAIN,
): string {
  const { direction, from, to } = question;
  const sounds = steps.reduce((sum, step) => sum + step.sounds, 0);
  return [
    printable(`${from} ${direction === 'incoming' ? 'calls' : 'dials'} ${to}`),
    '',
    ...steps.map((step, i) => stepText(step, i, withTwiml, out)),
    ...(unheard.length > 0
      ? [out.yellow(`Not heard, because no menu is listening any more: ${unheard.join(' ')}`), '']
      : []),
    out.dim(`${count(steps.length, 'request')}, ${count(sounds, 'sound')}.`),
  ].join('\n');
}

function stepText(
  { digits, decision, request, sounds, twiml, called }: KeyStep,
  i: number,
  whole: boolean,
  out: Colours,
) {
  const pressed = i === 0 ? 'answer' : digits || WAIT;
  return [
    `${pressed.padEnd(8)}${out.bold(summaryOf(decision))}` +
      out.dim(`  ${count(sounds, 'sound')}, ${Buffer.byteLength(twiml)} bytes`),
    out.dim(`        POST ${request}`),
    ...audioIn(decision).map((audio) => `        ${audioText(audio)}`),
    ...(called ? [`        called: ${calledText(called)}`] : []),
    ...(whole ? ['', indented(twiml).replace(/^/gm, '        ')] : []),
    '',
  ].join('\n');
}

function audioIn(decision: KeyStep['decision']): readonly Audio[] {
  return [...(decision.preamble ?? []), ...('audio' in decision ? decision.audio : [])];
}
