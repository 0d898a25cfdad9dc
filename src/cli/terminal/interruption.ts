/** Ctrl-C in the midst of writing: what is under way is finished, nothing new is begun. */
export function interruption(): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const abort = () => {
    // A second one ends the process as usual.
    process.removeListener('SIGINT', abort);
    process.removeListener('SIGTERM', abort);
    controller.abort();
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return {
    signal: controller.signal,
    end: () => {
      process.removeListener('SIGINT', abort);
      process.removeListener('SIGTERM', abort);
    },
  };
}
