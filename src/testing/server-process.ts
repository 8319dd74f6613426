/**
 * The server as the child of a test run. It ends with the channel to its parent: when that lets go of it, and also when
 * it dies, in whatever way.
 */
function end(): void {
  // Through the server's own handler, which ends Postgres as well; before there is one, nothing has been started.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(1);
}

if (!process.connected) end();
process.once('disconnect', end);
// A server that cannot start must not be kept alive by the channel.
process.channel?.unref();

await import('../main.js');
