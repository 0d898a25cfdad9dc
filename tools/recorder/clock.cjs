/** Preloaded: the time stands still at RECORDER_AT, so that two runs of a command print the same. */
const at = Date.parse(process.env.RECORDER_AT ?? '2026-11-20T20:00:00Z');
const RealDate = Date;
globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(globalThis.recorderClock.at);
    else super(...parts);
  }
  static now() {
    return globalThis.recorderClock.at;
  }
};
/** Whoever records in this process may move it. */
globalThis.recorderClock = { at };
