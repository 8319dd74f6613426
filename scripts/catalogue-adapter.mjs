import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const { CHAR, TEXT } = pg.types.builtins;

/** Where a result has columns of type "char", by its rows. */
const charColumns = new WeakMap();

class CataloguePool extends pg.Pool {
  async query(...args) {
    const result = await super.query(...args);
    const chars = (result.fields ?? []).filter((field) => field.dataTypeID === CHAR);
    for (const field of chars) field.dataTypeID = TEXT;
    charColumns.set(result.rows, new Set(chars.map((field) => result.fields.indexOf(field))));
    return result;
  }
}

/**
 * Prisma's adapter refuses results with columns of Postgres's internal type "char", which the system
 * catalogue has and which Prisma's schema engine asks for. This one delivers them.
 */
export class CatalogueAdapter extends PrismaPg {
  constructor(url) {
    const pool = new CataloguePool({ connectionString: url });
    pool.on('error', () => undefined);
    super(pool);
  }

  async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const chars = charColumns.get(result.rows);
      const columnTypes = result.columnTypes.map((type, index) => (chars?.has(index) ? ColumnTypeEnum.Character : type));
      return { ...result, columnTypes };
    };
    return adapter;
  }
}
