import closeWithGrace from 'close-with-grace';
import { asksForHelp, readConfig, usage } from './config.js';
import { LONGEST_STOP } from './core/stop-limits.js';
import { StartupError } from './errors/startup-error.js';
import { createLogger } from './log.js';
import { type OnStep, startServer } from './server.js';

/**
 * Runs the server until it is told to stop, as flags and environment variables say. What keeps it from starting goes
 * to standard error, and makes the exit code 1.
 */
export async function serve(args: readonly string[], onStep?: OnStep): Promise<void> {
  try {
    await run(args, onStep);
  } catch (error) {
    const known = error instanceof StartupError;
    process.stderr.write(`iks-emulator: ${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 1;
  }
}

async function run(args: readonly string[], onStep?: OnStep): Promise<void> {
  if (asksForHelp(args)) {
    process.stdout.write(usage());
    return;
  }
  const config = readConfig(args, process.env);
  const log = await createLogger(config.logLevel, process.stderr.isTTY);
  const starting = startServer(config, log, onStep);
  // A second signal ends it at once. From here on, for a signal may come while Postgres is being started.
  const grace = closeWithGrace({ logger: false, delay: LONGEST_STOP }, async ({ err }) => {
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
