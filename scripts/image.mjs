/**
 * Carries out the steps of the Dockerfile without a container engine: copies and runs in a temporary directory what
 * each stage copies and runs, starts the result as an ordinary user with nothing of the environment, and waits until
 * the image's own health check is content. What only an engine does, such as isolation, is not covered.
 */
import { spawnSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { root as context } from './root.mjs';
import { startServer } from './built-server.mjs';

const healthLimit = 60_000;
/** Any ordinary user stands for the image's: `nobody` where this process may change its user. */
const user = process.getuid() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const workplace = await mkdtemp(path.join(tmpdir(), 'iks-emulator-image-'));
await chmod(workplace, 0o755);
const ignored = (await readFile(path.join(context, '.dockerignore'), 'utf8')).split('\n').filter((line) => /^[^*!]/.test(line));
const stages = [];
let server;

const steps = {
  async FROM(text) {
    const name = /^\S+(?: AS (\S+))?$/.exec(text)?.[1] ?? String(stages.length);
    stages.push({ name, root: path.join(workplace, name), directory: '/', environment: {} });
    await mkdir(stages.at(-1).root);
  },
  async WORKDIR(directory) {
    stages.at(-1).directory = directory;
    await mkdir(inStage(directory), { recursive: true });
  },
  async COPY(text) {
    const { from, rest } = /^(?:--from=(?<from>\S+) )?(?<rest>.+)$/.exec(text).groups;
    const names = rest.split(' ');
    const target = names.pop();
    const source = stages.find(({ name }) => name === from)?.root ?? context;
    for (const name of names) {
      const into = target.endsWith('/') ? path.join(inStage(target), path.basename(name)) : inStage(target);
      await cp(path.join(source, name), into, { recursive: true, verbatimSymlinks: true, filter: isSent });
    }
  },
  async RUN(text) {
    const directory = /^install -d -o node -g node (\S+)$/.exec(text)?.[1];
    if (directory !== undefined) {
      await mkdir(inStage(directory));
      if (user.uid !== undefined) await chown(inStage(directory), user.uid, user.gid);
      return;
    }
    // A stage is no jail: a step that touches what lies outside its directory must not run here.
    if (/(^|[\s=])\/\w/.test(text)) throw new Error(`RUN ${text} names a path of the image, which this script does not know how to map.`);
    const { status } = spawnSync('sh', ['-c', text], { cwd: inStage('.'), stdio: 'inherit' });
    if (status !== 0) throw new Error(`RUN ${text} ended with ${status}.`);
  },
  ENV(text) {
    const [, name, value] = /^(\w+)=(\S+)$/.exec(text);
    stages.at(-1).environment[name] = value.startsWith('/') ? inStage(value) : value;
  },
  HEALTHCHECK(text) {
    stages.at(-1).healthCheck = JSON.parse(text.slice(text.indexOf('CMD ') + 4));
  },
  ENTRYPOINT(text) {
    stages.at(-1).entryPoint = JSON.parse(text);
  },
  USER: () => undefined,
  VOLUME: () => undefined,
  EXPOSE: () => undefined,
};

try {
  const lines = (await readFile(path.join(context, 'Dockerfile'), 'utf8')).replaceAll('\\\n', ' ').split('\n');
  for (const line of lines.filter((text) => text !== '' && !text.startsWith('#'))) {
    const [, instruction, text] = /^([A-Z]+)\s+(.+)$/.exec(line);
    if (!(instruction in steps)) throw new Error(`${instruction} is not known to this script.`);
    console.log(`${instruction} ${text}`);
    await steps[instruction](text);
  }
  await tryOut(stages.at(-1));
} finally {
  await server?.stop();
  await rm(workplace, { recursive: true, force: true });
}

async function tryOut({ environment, entryPoint, healthCheck }) {
  const env = { PATH: process.env.PATH, ...environment, IKS_PORT: String(await freePort()) };
  const options = { cwd: inStage('.'), env, ...user };
  server = await startServer(entryPoint, options);
  const deadline = performance.now() + healthLimit;
  const [program, ...args] = healthCheck;
  while (spawnSync(program, args, options).status !== 0) {
    if (performance.now() > deadline) throw new Error('The health check is never content.');
    await sleep(200);
  }
  const code = await server.stop();
  if (code !== 0) throw new Error(`The server ended with ${code} when it was told to stop.`);
  console.log('The image starts, is healthy and stops.');
}

function inStage(name) {
  const { root, directory } = stages.at(-1);
  return path.join(root, path.resolve(directory, name));
}

function isSent(name) {
  return !ignored.includes(path.relative(context, name));
}
