/** Senders whose messages are left out as automated: found by name or by the reason, and counted. */
import { sql } from 'drizzle-orm'
import { type AutomationCode, maxCodes, packEvidence, unpackCode } from '../model/automation.ts'
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

/** How many there are by the reason. Each counts once, for the strongest evidence seen. */
export const countAutomatedSenders = async (
  { db }: Store,
  userId: number,
): Promise<ReadonlyMap<AutomationCode, number>> => {
  const rows = await db.all<{ code: number; n: number }>(sql`
    SELECT evidence % ${maxCodes} AS code, count(*) AS n FROM (${sendersOf(userId)}) GROUP BY code`)
  return new Map(rows.map(({ code, n }) => [unpackCode(code), n]))
}

/** Those of one reason, in order, from the `skip`th on. */
export const automatedSendersFor = async (
  { db }: Store,
  of: {
    readonly userId: number
    readonly code: AutomationCode
    readonly skip: number
    readonly limit: number
  },
): Promise<readonly AutomatedSender[]> => {
  const { userId, code, skip, limit } = of
  const rows = await db.all<{ address: string }>(sql`
    SELECT address FROM (${sendersOf(userId)})
    WHERE evidence % ${maxCodes} = ${packEvidence({ code, strength: 0 })}
    ORDER BY address LIMIT ${limit} OFFSET ${skip}`)
  return rows.map(({ address }) => ({ address, code }))
}

const sendersOf = (userId: number) => sql`
  SELECT address, max(evidence) AS evidence FROM automated_senders
  WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ${userId}) GROUP BY address`
