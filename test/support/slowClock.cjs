/**
 * Preloaded into twilio-run. Its clock goes as many times slower as SLOW_CLOCK says: on a busy machine too,
 * a reply of the stand-in comes within the quarter of a second that functions wait for it. With FROZEN_DATE
 * it is always the same minute.
 */
const slower = Number(process.env.SLOW_CLOCK);
const { performance, setTimeout: wait } = globalThis;
const now = performance.now.bind(performance);
performance.now = () => now() / slower;
globalThis.setTimeout = (callback, milliseconds, ...args) =>
  wait(callback, milliseconds * slower, ...args);

if (process.env.FROZEN_DATE) {
  const RealDate = Date;
  const frozen = Date.now();
  globalThis.Date = class extends RealDate {
    constructor(...args) {
      super(...(args.length === 0 ? [frozen] : args));
    }
    static now() {
      return frozen;
    }
  };
}
