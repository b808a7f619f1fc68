/** Senders whose letters are left out: asked for by name, and counted. */
import { sql } from 'drizzle-orm'
import { signKey } from './item-key.ts'
import type { Store } from './store.ts'

export interface AutomatedSender {
  /** Of one that was made for a single letter, `*@` and its host. */
  readonly address: string
  /** The sign its letters were told by, of those given; null where it is none of them any more. */
  readonly why: string | null
}

/** Those of a user whose address holds `text`, the first of them in order. `signs` are the words to choose from. */
export const automatedSendersNamed = async (
  { db }: Store,
  query: { readonly userId: number; readonly text: string; readonly signs: readonly string[]; readonly limit: number },
): Promise<readonly AutomatedSender[]> => {
  const { userId, text, signs, limit } = query
  const rows = await db.all<{ address: string; sign: number }>(sql`
    SELECT address, min(sign) AS sign FROM automated_senders
    WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ${userId})
      AND instr(address, ${text.toLowerCase()}) > 0
    GROUP BY address ORDER BY address LIMIT ${limit}`)
  const words = new Map(signs.map((sign) => [signKey(sign), sign]))
  return rows.map(({ address, sign }) => ({ address, why: words.get(sign) ?? null }))
}

/** How many there are. */
export const countAutomatedSenders = async ({ db }: Store, userId: number): Promise<number> => {
  const row = await db.get<{ n: number }>(sql`
    SELECT count(DISTINCT address) AS n FROM automated_senders
    WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ${userId})`)
  return row?.n ?? 0
}
