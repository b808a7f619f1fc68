/** Where a user's rows are: one D1 database, and Drizzle over it. */
import { fillPlaceholders, type Query } from 'drizzle-orm'
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1'

export interface Store {
  readonly d1: D1Database
  readonly db: DrizzleD1Database
}

export const openStore = (d1: D1Database): Store => ({ d1, db: drizzle(d1) })

/** Whether the database answers at all; it reads no row. */
export const answers = async ({ d1 }: Pick<Store, 'd1'>): Promise<boolean> => {
  try {
    await d1.prepare('SELECT 1').run()
    return true
  } catch {
    return false
  }
}

/**
 * A query that is written once for a database, and asked again and again with other values: `write` names them by
 * `sql.placeholder` and prepares it. To write its SQL takes Drizzle longer than most answers take to come.
 */
export const written = <Prepared>(write: (db: Store['db']) => Prepared): ((store: Store) => Prepared) => {
  const known = new WeakMap<Store['db'], Prepared>()
  return ({ db }) => {
    const before = known.get(db)
    if (before !== undefined) return before
    const prepared = write(db)
    known.set(db, prepared)
    return prepared
  }
}

/** A select that Drizzle has prepared. */
interface PreparedSelect<Row> {
  all(values?: Values): PromiseLike<readonly Row[]>
  getQuery(): Query
  mapResult(result: unknown, isFromBatch: boolean): unknown
}

type Values = Readonly<Record<string, unknown>>

/** A question to the database, and what its rows say. */
export interface Question<Answer> {
  readonly statement: D1PreparedStatement
  readonly answerOf: (result: D1Result) => Answer
}

/** `answerOf` reads the rows that `select` brings for these values. */
export const question = <Row, Answer>(
  { d1 }: Store,
  select: PreparedSelect<Row>,
  values: Values,
  answerOf: (rows: readonly Row[]) => Answer,
): Question<Answer> => {
  const { sql, params } = select.getQuery()
  return {
    statement: d1.prepare(sql).bind(...fillPlaceholders(params, values)),
    answerOf: (result) => answerOf(select.mapResult(result, true) as readonly Row[]),
  }
}

/** A question whose answer is known already, to stand among others. */
export const answered = <Answer>({ d1 }: Store, answer: Answer): Question<Answer> => ({
  statement: d1.prepare('SELECT 1 WHERE 0'),
  answerOf: () => answer,
})

export const ask = async <Answer>({ statement, answerOf }: Question<Answer>): Promise<Answer> =>
  answerOf(await statement.all())

/**
 * Several questions in one call, answered in their order and of one moment. Each call costs more than most answers do, here
 * and on the way.
 */
export const askTogether = async <Answers extends readonly unknown[]>(
  { d1 }: Store,
  ...questions: { readonly [Index in keyof Answers]: Question<Answers[Index]> }
): Promise<Answers> => {
  const results = await d1.batch(questions.map(({ statement }) => statement))
  return questions.map(({ answerOf }, index) => answerOf(results[index] as D1Result)) as unknown as Answers
}
