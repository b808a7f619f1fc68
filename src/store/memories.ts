/** What the reading of a feed remembers beside its cursor: asked for seldom, and written with the page that adds to it. */
import { and, eq } from 'drizzle-orm'
import type { Memory } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { memories } from './schema/index.ts'
import type { Store } from './store.ts'

/** Which reading of an account: of a feed, or of an audit that goes over it meanwhile. */
export interface ReadingOf {
  readonly accountId: number
  readonly feed: FeedName
  readonly isAudit: boolean
}

/** All that was added since it was begun, '' where nothing was. */
export const recall = async ({ db }: Store, of: ReadingOf): Promise<string> => {
  const row = await db
    .select({ ids: memories.ids })
    .from(memories)
    .where(and(eq(memories.accountId, of.accountId), eq(memories.reading, nameOf(of))))
    .get()
  return row?.ids ?? ''
}

/** The statement that adds to it, or begins it anew; to begin with nothing is to forget. */
export const memoryUpdate = ({ d1 }: Store, of: ReadingOf, { text, isNew, longest }: Memory): D1PreparedStatement => {
  const { accountId } = of
  if (isNew && text === '') return d1.prepare(forget).bind(accountId, nameOf(of))
  return isNew
    ? d1.prepare(begin).bind(accountId, nameOf(of), text)
    : d1.prepare(add).bind(accountId, nameOf(of), text, -longest)
}

const nameOf = ({ feed, isAudit }: ReadingOf): string => (isAudit ? `${feed} audit` : feed)

const forget = 'DELETE FROM memories WHERE account_id = ?1 AND reading = ?2'

const begin = `
  INSERT INTO memories (account_id, reading, ids) VALUES (?1, ?2, ?3)
  ON CONFLICT DO UPDATE SET ids = excluded.ids`

const add = `
  INSERT INTO memories (account_id, reading, ids) VALUES (?1, ?2, ?3)
  ON CONFLICT DO UPDATE SET ids = substr(memories.ids || excluded.ids, ?4)`
