// Imported first by every entry: when bootstrap is gone, even by kill -9, this process goes too.
const HARD_EXIT_MS = 5_000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), HARD_EXIT_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// a watched channel would keep a finished process alive
process.channel?.unref();
