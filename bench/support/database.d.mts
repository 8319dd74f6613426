import type pg from 'pg';

export class Database {
  constructor(client: pg.Client | pg.Pool);
  multiply(accountId: string, name: string, count: number): Promise<void>;
}
