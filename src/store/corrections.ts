/** The log of corrections: read whole, added to, never changed. */

import { eq, sql } from 'drizzle-orm'
import {
  activeCorrections,
  type Correction,
  type CorrectionEntry,
  type CorrectionRefusal,
  type Undo,
} from '../model/correction.ts'
import type { Instant } from '../model/time.ts'
import { corrections } from './schema/index.ts'
import { ask, type Question, question, type Store, written } from './store.ts'
import { storedJson } from './stored-json.ts'

/** Everything a user said, in order. */
export const correctionsQuestion = (store: Store, userId: number): Question<readonly CorrectionEntry[]> =>
  question(store, correctionRows(store), { userId }, (rows) =>
    rows.map(({ id, at, content }) => ({ id, at, content: storedJson<Correction | Undo>(content) })),
  )

const correctionRows = written((db) =>
  db
    .select()
    .from(corrections)
    .where(eq(corrections.userId, sql.placeholder('userId')))
    .orderBy(corrections.id)
    .prepare(),
)

export const correctionsOf = (store: Store, userId: number): Promise<readonly CorrectionEntry[]> =>
  ask(correctionsQuestion(store, userId))

/**
 * Says something, once: a second click says nothing new. Answers with the number of the line that says it.
 */
export const correct = async (
  store: Store,
  { userId, content, now }: { readonly userId: number; readonly content: Correction | Undo; readonly now: Instant },
): Promise<number> => {
  const log = await correctionsOf(store, userId)
  const said = JSON.stringify(content)
  const last = log.at(-1)
  if (last !== undefined && JSON.stringify(last.content) === said) return last.id
  const held = content.kind === 'undo' ? undefined : activeCorrections(log).at(-1)
  if (held !== undefined && JSON.stringify(held.correction) === said) return held.id
  return addCorrection(store, { userId, at: now, content })
}

/** Far more than anyone makes by hand. Every page replays the whole log, so its length is what a page costs. */
export const maxCorrections = 5000
/** In characters. Five hundred of the longest addresses in one group fit. */
export const maxCorrectionLength = 163_840
/** In characters, all of a user's together: eight such groups, or more single corrections than there may be. */
export const maxCorrectionsLength = 8 * maxCorrectionLength

/** Nothing was kept, and why. Thrown, because every form that corrects ends on the same page then. */
export class CorrectionRefused extends Error {
  override readonly name = 'CorrectionRefused'
  readonly reason: CorrectionRefusal
  constructor(reason: CorrectionRefusal) {
    super(reason)
    this.reason = reason
  }
}

/**
 * Adds a line and answers with its number. One statement, so that of two at once both are kept, one after the other. Throws
 * `CorrectionRefused` beyond the limits. What undoes a line has the same room again: a full log can always be taken back.
 */
export const addCorrection = async (
  { db }: Store,
  entry: { readonly userId: number; readonly at: Instant; readonly content: Correction | Undo },
): Promise<number> => {
  const content = JSON.stringify(entry.content)
  if (content.length > maxCorrectionLength) throw new CorrectionRefused('too_long')
  const share = entry.content.kind === 'undo' ? 2 : 1
  const [row] = await db.all<{ id: number }>(sql`
    INSERT INTO corrections (user_id, id, at, content)
    SELECT ${entry.userId}, ifnull(max(id), 0) + 1, ${entry.at}, ${content}
    FROM corrections WHERE user_id = ${entry.userId}
    HAVING ifnull(max(id), 0) < ${share * maxCorrections}
      AND ifnull(sum(length(content)), 0) + ${content.length} <= ${share * maxCorrectionsLength}
    RETURNING id`)
  if (row === undefined) throw new CorrectionRefused('too_many')
  return row.id
}
