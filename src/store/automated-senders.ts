/** Senders whose messages are left out as automated: found by name, and counted. */
import { sql } from 'drizzle-orm'
import { type AutomationCode, unpackCode } from '../model/automation.ts'
import type { Store } from './store.ts'

export interface AutomatedSender {
  /** `*@` and the host where the address was made for one message. */
  readonly address: string
  readonly code: AutomationCode
}

/** The user's automated senders whose address contains `text`, the first of them in order, each with its strongest code. */
export const automatedSendersNamed = async (
  { db }: Store,
  { userId, text, limit }: { readonly userId: number; readonly text: string; readonly limit: number },
): Promise<readonly AutomatedSender[]> => {
  const rows = await db.all<{ address: string; evidence: number }>(sql`
    SELECT address, max(evidence) AS evidence FROM automated_senders
    WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ${userId})
      AND instr(address, ${text.toLowerCase()}) > 0
    GROUP BY address ORDER BY address LIMIT ${limit}`)
  return rows.map(({ address, evidence }) => ({ address, code: unpackCode(evidence) }))
}

/** How many there are. */
export const countAutomatedSenders = async ({ db }: Store, userId: number): Promise<number> => {
  const row = await db.get<{ n: number }>(sql`
    SELECT count(DISTINCT address) AS n FROM automated_senders
    WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ${userId})`)
  return row?.n ?? 0
}
