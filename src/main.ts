import closeWithGrace from 'close-with-grace';
import { type Config, readConfig } from './config.js';
import { StartupError } from './errors/startup-error.js';
import { startServer } from './server.js';
import { createLogger } from './log.js';

async function main(): Promise<void> {
  const config: Config = readConfig(process.argv.slice(2), process.env);
  const log = createLogger(config.logLevel, process.stdout.isTTY);
  const server = await startServer(config, log);
  closeWithGrace({ logger: false }, async ({ err }) => {
    if (err !== undefined) log.fatal({ err }, 'the process cannot go on');
    await server.stop();
  });
  process.stdout.write(`iks-emulator listening on ${server.url}\n`);
}

main().catch((error: unknown) => {
  const known = error instanceof StartupError;
  process.stderr.write(`iks-emulator: ${known ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
});
