/** One line that says how far long work has come: rewritten on a terminal, now and then elsewhere. */
import { count } from '../../diagnostics/text';

const EVERY_MS = 5_000;

export interface Progress {
  /** One more is done. */
  step(what: string): void;
  end(): void;
}

export function progress(total: number, stream = process.stderr): Progress {
  const begun = Date.now();
  let done = 0;
  let told = begun;
  return {
    step(what) {
      done += 1;
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${done}/${total}${remaining(begun, done, total)}  ${what}`);
      } else if (Date.now() - told >= EVERY_MS) {
        told = Date.now();
        stream.write(`${done} of ${count(total, 'change')}${remaining(begun, done, total)}\n`);
      }
    },
    end() {
      if (stream.isTTY && done > 0) stream.write('\r\x1b[K');
    },
  };
}

function remaining(begun: number, done: number, total: number): string {
  const seconds = Math.round((((Date.now() - begun) / done) * (total - done)) / 1_000);
  return seconds < 2 ? '' : `, about ${seconds} s left`;
}
