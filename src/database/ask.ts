import DataLoader from 'dataloader';
import { Prisma, type PrismaClient } from '../generated/prisma/client.js';

/** Asks the database for the rows of a SELECT, each as JSON has it: moments are texts. */
export type Ask = <Row>(question: Prisma.Sql) => Promise<Row[]>;

/** Postgres' functions take at most a hundred arguments. */
const MOST_AT_ONCE = 100;

/**
 * Questions that are asked at the same moment become one statement, for what lies around a statement takes longer
 * than most answers.
 */
export function askTogether(database: PrismaClient | Prisma.TransactionClient): Ask {
  const questions = new DataLoader((asked: readonly Prisma.Sql[]) => answer(database, asked), { cache: false, maxBatchSize: MOST_AT_ONCE });
  return <Row>(question: Prisma.Sql) => questions.load(question) as Promise<Row[]>;
}

async function answer(database: PrismaClient | Prisma.TransactionClient, questions: readonly Prisma.Sql[]): Promise<unknown[][]> {
  const answers = questions.map((question) => Prisma.sql`(SELECT coalesce(json_agg(answer), '[]') FROM (${question}) AS answer)`);
  const [row] = await database.$queryRaw<{ answers: unknown[][] }[]>(Prisma.sql`SELECT json_build_array(${Prisma.join(answers)}) AS answers`);
  return row?.answers ?? [];
}
