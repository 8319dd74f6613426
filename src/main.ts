import closeWithGrace from 'close-with-grace';
import { asksForHelp, readConfig, usage } from './config.js';
import { StartupError } from './errors/startup-error.js';
import { createLogger } from './log.js';
import { startServer } from './server.js';

async function main(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) {
    process.stdout.write(usage());
    return;
  }
  const config = readConfig(args, process.env);
  const log = createLogger(config.logLevel, process.stderr.isTTY);
  const starting = startServer(config, log);
  // From here on, for a signal may come while Postgres is being started.
  const grace = closeWithGrace({ logger: false }, async ({ err }) => {
    if (err !== undefined) log.fatal({ err }, 'the process cannot go on');
    const server = await starting;
    await server.stop();
  });
  try {
    const { url } = await starting;
    process.stdout.write(`iks-emulator listening on ${url}\n`);
  } catch (error) {
    grace.uninstall();
    throw error;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known = error instanceof StartupError;
  process.stderr.write(`iks-emulator: ${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
});
