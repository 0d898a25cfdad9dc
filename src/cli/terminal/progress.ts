/** One line that says how far long work has come: rewritten on a terminal, now and then elsewhere. */
import type { Io } from '../io';
import { count } from '../../diagnostics/text';

const EVERY_MS = 5_000;

export interface Progress {
  /** One more is done. */
  step(what: string): void;
  end(): void;
}

export function progress(total: number, { stderr, now }: Pick<Io, 'stderr' | 'now'>): Progress {
  const begun = now().getTime();
  let done = 0;
  let printedAt = begun;
  return {
    step(what) {
      done += 1;
      const time = now().getTime();
      const left = remaining(time - begun, done, total);
      if (stderr.isTTY) {
        stderr.write(`\r\x1b[K${done}/${total}${left}  ${what}`);
      } else if (time - printedAt >= EVERY_MS) {
        printedAt = time;
        stderr.write(`${done} of ${count(total, 'change')}${left}\n`);
      }
    },
    end() {
      if (stderr.isTTY && done > 0) stderr.write('\r\x1b[K');
    },
  };
}

function remaining(elapsed: number, done: number, total: number): string {
  const seconds = Math.round(((elapsed / done) * (total - done)) / 1_000);
  return seconds < 2 ? '' : `, about ${seconds} s left`;
}
