import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../../core/package-root.js';
import { Ledger } from '../../parity/schemas.js';

/** The ledger that this program was released with. */
const file = path.join(packageRoot, 'docs', 'parity.json');

interface Wish {
  readonly operation?: string | undefined;
  readonly rule?: string | undefined;
}

/** What is claimed of the emulator, with the proof. The file is read once, when somebody first asks. */
export class CoverageService {
  private known: Ledger | undefined;

  /** The ledger; of one operation, or one rule, where that is named. */
  async find({ operation, rule }: Wish): Promise<Ledger> {
    const ledger = await this.read();
    if (operation === undefined && rule === undefined) return ledger;
    return {
      summary: ledger.summary,
      operations: ledger.operations.filter(({ id }) => id === operation),
      rules: ledger.rules.filter(({ id }) => id === rule),
    };
  }

  private async read(): Promise<Ledger> {
    if (this.known !== undefined) return this.known;
    const ledger = Ledger.parse(JSON.parse(await readFile(file, 'utf8')));
    this.known = ledger;
    return ledger;
  }
}
