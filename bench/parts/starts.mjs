import { setTimeout as wait } from 'node:timers/promises';
import { residentMegabytes } from '../support/process.mjs';
import { makeDirectory, startOnDirectory } from '../support/server.mjs';
import { median, repeat, timed } from '../support/statistics.mjs';

const REPEATS = 5;

/** From the start of the process to the line that says where it listens, and what it takes of memory then. */
export async function measureStarts({ report }) {
  const directory = await makeDirectory();
  try {
    const cold = await startOnce(directory.path);
    report.note({ what: 'start to ready, empty data directory', unit: 'ms', value: cold.took });
    const warm = await repeat(REPEATS, () => startOnce(directory.path));
    const took = median(warm.map((start) => start.took));
    report.note({ what: 'start to ready, afterwards', unit: 'ms', value: took });
    report.require({ what: 'start to ready, afterwards', unit: 'ms', value: took, below: 700 });
    const memory = median(warm.map((start) => start.memory));
    report.note({ what: 'memory after the start, server process', unit: 'MB', value: memory });
    report.require({ what: 'memory after the start, server process', unit: 'MB', value: memory, below: 150 });
  } finally {
    await directory.remove();
  }
}

async function startOnce(directory) {
  let server;
  const took = await timed(async () => {
    server = await startOnDirectory(directory);
  });
  try {
    await wait(500);
    return { took, memory: await residentMegabytes(server.pid) };
  } finally {
    await server.stop();
  }
}
