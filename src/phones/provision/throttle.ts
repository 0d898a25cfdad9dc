/** Whoever floods the server does not flood the log: what exceeds a few a second is only counted. */
const LINES = 10;
const WINDOW_MS = 1_000;

export class Throttle {
  private since = 0;
  private count = 0;
  private dropped = 0;

  /** Whether there is room for one more; and how many there was none for since the last time. */
  admit(now: number): { readonly admitted: boolean; readonly dropped: number } {
    if (now - this.since >= WINDOW_MS) {
      const { dropped } = this;
      this.since = now;
      this.count = 1;
      this.dropped = 0;
      return { admitted: true, dropped };
    }
    this.count += 1;
    if (this.count <= LINES) return { admitted: true, dropped: 0 };
    this.dropped += 1;
    return { admitted: false, dropped: 0 };
  }
}
