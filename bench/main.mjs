/**
 * Measures the built program: `npm run build && npm run bench`, on a machine that does nothing else. Parts can be
 * named, such as `npm run bench -- requests`; `--json` prints JSON in place of the table. docs/performance.md says what
 * is measured and how.
 */
import { parseArgs } from 'node:util';
import { measureControl } from './parts/control.mjs';
import { measureCreates } from './parts/creates.mjs';
import { measureGrowth } from './parts/growth.mjs';
import { measureRequests } from './parts/requests.mjs';
import { measureStarts } from './parts/starts.mjs';
import { Load } from './support/load.mjs';
import { Report } from './support/report.mjs';
import { startOnOwnPostgres } from './support/server.mjs';
import { installTools } from './support/tools.mjs';

/** Each gets a server of its own, with an empty database, but the first, which starts several. */
const parts = {
  starts: measureStarts,
  requests: onServer(measureRequests),
  creates: onServer(measureCreates),
  control: onServer(measureControl),
  growth: onServer(measureGrowth),
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

await installTools();
const report = new Report();
const load = new Load();
try {
  for (const name of positionals.length === 0 ? Object.keys(parts) : positionals) {
    console.error(`Measuring ${name} ...`);
    report.begin(name);
    await parts[name]({ load, report });
  }
} finally {
  load.stop();
}
console.log(values.json ? report.toJson() : report.toTable());

function onServer(measure) {
  return async (tools) => {
    const server = await startOnOwnPostgres();
    try {
      await measure({ ...tools, server });
    } finally {
      await server.stop();
    }
  };
}
