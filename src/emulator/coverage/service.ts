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
  private ledger: Promise<Ledger> | undefined;

  /** The ledger; of one operation, or one rule, where that is named. */
  async find({ operation, rule }: Wish): Promise<Ledger> {
    this.ledger ??= readFile(file, 'utf8').then((text) => Ledger.parse(JSON.parse(text)));
    const ledger = await this.ledger;
    if (operation === undefined && rule === undefined) return ledger;
    return {
      summary: ledger.summary,
      operations: ledger.operations.filter(({ id }) => id === operation),
      rules: ledger.rules.filter(({ id }) => id === rule),
    };
  }
}
