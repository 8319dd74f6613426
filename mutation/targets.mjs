import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/**
 * What is changed, and the tests that are to notice: files that only decide, and tests that need neither a database nor a
 * server and so are quick enough to be run for each change. A group is checked by itself, for its tests load much faster
 * than all.
 */
const GROUPS = {
  arithmetic: {
    mutated: [/^src\/core\/(addresses|ids|loopback|platform-roles|request-window)\.ts$/],
    tests: [/^test\/core\/(addresses|ids|loopback|platform-roles|request-window)\.test\.ts$/],
  },
  time: {
    mutated: [/^src\/core\/(clock|dates|durations|lifecycle|moment|speed|time-span)\.ts$/],
    tests: [/^test\/core\/(lifecycle|time|time-span)\.test\.ts$/],
  },
  lifecycles: {
    whole: true,
    mutated: [/^src\/lifecycle\/(order|require-allowed)\.ts$/, /^src\/domains\/.+\/lifecycle\.ts$/],
    tests: [/^test\/core\/(lifecycle-ways|turns)\.test\.ts$/, /^test\/(clusters|workers)\/(cluster|worker)-rules\.test\.ts$/],
  },
  catalog: { mutated: [/^src\/domains\/catalog\/(flavors|versions|zones)\.ts$/], tests: [/^test\/catalog\/(flavors|versions|zones)\.test\.ts$/] },
  networks: {
    mutated: [/^src\/domains\/(networking\/.+|networking|albs|ingress)\/(actions|rules)\.ts$/],
    tests: [/^test\/(networking|albs|ingress)\/[^/]+-rules\.test\.ts$/],
  },
  clusters: {
    mutated: [/^src\/domains\/(clusters|masters|kubeconfig|addons|credentials)\/(actions|rules)\.ts$/, /^src\/domains\/clusters\/endpoints\.ts$/],
    tests: [/^test\/(clusters|masters|addons|credentials)\/[^/]+-rules\.test\.ts$/],
  },
  workers: {
    mutated: [/^src\/domains\/(workers|worker-pools)\/(actions|rules|machines|scale)\.ts$/],
    tests: [/^test\/(workers|worker-pools)\/[^/]+-rules\.test\.ts$/],
  },
  others: {
    mutated: [/^src\/domains\/(faults|tagging|users)\/rules\.ts$/],
    tests: [/^test\/companions\/[^/]+-rules\.test\.ts$/, /^test\/emulator\/faults\/rules\.test\.ts$/],
  },
};

export const groups = Object.keys(GROUPS);
/** Whether all tests of a group run with each change, and not only those that import the changed file. */
export const isWhole = (group) => GROUPS[group].whole === true;
export const findMutated = (group) => findFiles('src', GROUPS[group].mutated);
export const findUnitTests = (group) => findFiles('test', GROUPS[group].tests);

/** Files that by their names only decide, and are in no group. */
export async function findForgotten() {
  const grouped = (await Promise.all(groups.map(findMutated))).flat();
  return (await findFiles('src', [/\/(actions|lifecycle|rules)\.ts$/])).filter((file) => !grouped.includes(file));
}

/** What the outcome of a check follows from: a digest of each file that is changed or that tests. */
export async function digestInputs() {
  const files = (await Promise.all(groups.flatMap((group) => [findMutated(group), findUnitTests(group)]))).flat();
  return Object.fromEntries(await Promise.all([...new Set(files)].sort().map(async (file) => [file, await digestOf(file)])));
}

/** The files that are others now than those of a check, or of which only one has the file. */
export async function changedSince(inputs) {
  const now = await digestInputs();
  return [...new Set([...Object.keys(inputs), ...Object.keys(now)])].filter((file) => inputs[file] !== now[file]).sort();
}

async function findFiles(folder, patterns) {
  const names = await readdir(path.join(root, folder), { recursive: true });
  return names
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((file) => patterns.some((pattern) => pattern.test(file)))
    .sort();
}

const digestOf = async (file) => createHash('sha256').update(await readFile(path.join(root, file))).digest('hex').slice(0, 16);
