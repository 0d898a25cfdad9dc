// Loaded before twilio-run: ends it when the process that started it is gone, however that ended, SIGKILL too.
// The operating system closes the channel between the two then.
process.once('disconnect', () => process.exit());
// A server that ends by itself is not held up by it.
process.channel?.unref();
