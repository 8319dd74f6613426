import { Account } from '../support/account.mjs';
import { median, repeat, timed } from '../support/statistics.mjs';

const REPEATS = 15;
/** How many clusters there are in the account, and within how many milliseconds it must be empty again. */
const SIZES = [
  { size: 10, limit: 10 },
  { size: 100, limit: 20 },
];

/** What a test does between its cases: each call alone, on accounts of two sizes. */
export async function measureControl({ server, report }) {
  for (const { size, limit } of SIZES) {
    const account = await Account.create(server.url, `control-${size}`);
    await account.fill(size);
    await account.control('POST', 'snapshots', { name: 'full' });
    const note = (what, times) => report.note({ what: `${what} ${size} clusters`, unit: 'ms', value: median(times) });
    const time = (call) => repeat(REPEATS, (index) => timed(() => call(index)));

    note('snapshot of', await time((index) => account.control('POST', 'snapshots', { name: `full-${index}` })));
    note('fork of', await time((index) => account.control('POST', 'snapshots/full/fork', { name: `fork-${size}-${index}` })));
    note('restore of', await time(() => account.control('POST', 'snapshots/full/restore')));
    const resets = await repeat(REPEATS, async () => {
      const took = await timed(() => account.control('POST', 'reset'));
      await account.control('POST', 'snapshots/full/restore');
      return took;
    });
    note('reset of', resets);
    report.require({ what: `reset of ${size} clusters`, unit: 'ms', value: median(resets), below: limit });
  }
}
