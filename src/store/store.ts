/** Where a user's rows are: one D1 database, and Drizzle over it. */
import type { BatchItem } from 'drizzle-orm/batch'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'

export interface Store {
  readonly d1: D1Database
  readonly db: DrizzleD1Database
}

export const openStore = (d1: D1Database): Store => ({ d1, db: drizzle(d1) })

/** A question to the database, and what its rows say. */
export interface Question<Answer> {
  readonly query: BatchItem<'sqlite'>
  readonly answerOf: (rows: unknown) => Answer
}

/** `answerOf` reads what `query` brings: the rows of a select. */
export const question = <Row, Answer>(
  query: BatchItem<'sqlite'> & PromiseLike<readonly Row[]>,
  answerOf: (rows: readonly Row[]) => Answer,
): Question<Answer> => ({ query, answerOf: (rows) => answerOf(rows as readonly Row[]) })

export const ask = async <Answer>({ query, answerOf }: Question<Answer>): Promise<Answer> => answerOf(await query)

/**
 * Several questions in one call, answered in their order and of one moment. Each call costs more than most answers do, here
 * and on the way.
 */
export const askTogether = async <Answers extends readonly unknown[]>(
  { db }: Store,
  ...questions: { readonly [Index in keyof Answers]: Question<Answers[Index]> }
): Promise<Answers> => {
  const [first, ...others] = questions.map(({ query }) => query)
  if (first === undefined) return [] as unknown as Answers
  const rows: readonly unknown[] = await db.batch([first, ...others])
  return questions.map(({ answerOf }, index) => answerOf(rows[index])) as unknown as Answers
}
