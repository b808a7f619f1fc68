/** The reads of accounts: as the account's own row brings them, and the statements that move them. */
import { sql } from 'drizzle-orm'
import type { Memory } from '../model/account.ts'
import type { Read } from '../model/read.ts'
import { instantFromSeconds, instantOrNull } from '../model/time.ts'
import { accounts, reads } from './schema/index.ts'
import type { Store } from './store.ts'

/** What a page or a step changes of the reads of an account. */
export interface ReadsChange {
  readonly put: readonly ReadPut[]
  readonly drop: readonly Pick<Read, 'feed' | 'number'>[]
}

export interface ReadPut {
  readonly read: Read
  /** Ids of what it saw, as `seenKey` shortens them: they join what it saw before. */
  readonly seen: readonly number[]
  /** What joins what the provider gave to remember, or takes its place. */
  readonly memory: Memory | null
}

export const noReadsChange: ReadsChange = { put: [], drop: [] }

/** A row of D1 holds two megabytes: a hundred thousand ids fit. Of a larger mailbox nothing is concluded to be gone. */
const maxSeenLength = 1_200_000

/**
 * All reads of an account in one column beside its row, as JSON that `parseReads` reads: what was seen stays in the database,
 * and what was remembered does unless the provider wants it.
 */
export const readsColumn = sql<string>`(SELECT json_group_array(json_array(${reads.feed}, ${reads.number}, ${reads.purpose},
  ${reads.phase}, ${reads.since}, ${reads.startedAt}, ${reads.endedAt}, ${reads.cursor}, ${reads.wantsRemembered},
  iif(${reads.wantsRemembered}, ${reads.remembered}, ''), length(${reads.seen}) <= ${sql.raw(`${maxSeenLength}`)},
  ${reads.found}, ${reads.removed})) FROM ${reads} WHERE ${reads.accountId} = ${accounts.id})`

export const parseReads = (column: string): readonly Read[] =>
  (JSON.parse(column) as readonly Parts[]).map(
    ([
      feed,
      number,
      purpose,
      phase,
      since,
      startedAt,
      endedAt,
      cursor,
      wants,
      remembered,
      isWhole,
      found,
      removed,
    ]) => ({
      feed,
      number,
      purpose,
      phase,
      since: instantOrNull(since),
      startedAt: instantFromSeconds(startedAt),
      endedAt: instantOrNull(endedAt),
      cursor,
      wantsRemembered: wants === 1,
      remembered,
      isWhole: isWhole === 1,
      found,
      removed,
    }),
  )

type Parts = readonly [
  feed: Read['feed'],
  number: number,
  purpose: Read['purpose'],
  phase: Read['phase'],
  since: number | null,
  startedAt: number,
  endedAt: number | null,
  cursor: string | null,
  wants: number,
  remembered: string,
  isWhole: number,
  found: number,
  removed: number,
]

/** The statements of a change, each of which writes one row. What a read saw is not kept once it has ended. */
export const readStatements = (
  { d1 }: Store,
  accountId: number,
  change: ReadsChange,
): readonly D1PreparedStatement[] => [
  ...change.drop.map(({ feed, number }) => d1.prepare(dropRead).bind(accountId, feed, number)),
  ...change.put.map(({ read, seen, memory }) =>
    d1
      .prepare(putRead)
      .bind(
        accountId,
        read.feed,
        read.number,
        read.purpose,
        read.phase,
        read.since,
        read.startedAt,
        read.endedAt,
        read.cursor,
        read.wantsRemembered ? 1 : 0,
        read.found,
        read.removed,
        seen.join(','),
        memory?.text ?? '',
        memory?.isNew === true ? 1 : 0,
        -(memory?.longest ?? 0),
      ),
  ),
]

/** The statement that leaves no read of an account: nothing of it counts as read. */
export const readsForgotten = ({ d1 }: Store, accountId: number): D1PreparedStatement =>
  d1.prepare('DELETE FROM reads WHERE account_id = ?1').bind(accountId)

const dropRead = 'DELETE FROM reads WHERE account_id = ?1 AND feed = ?2 AND number = ?3'

const putRead = `
  INSERT INTO reads (account_id, feed, number, purpose, phase, since, started_at, ended_at, cursor, wants_remembered, found,
    removed, seen, remembered)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
  ON CONFLICT DO UPDATE SET purpose = excluded.purpose, phase = excluded.phase, since = excluded.since,
    started_at = excluded.started_at, ended_at = excluded.ended_at, cursor = excluded.cursor,
    wants_remembered = excluded.wants_remembered, found = excluded.found, removed = excluded.removed,
    seen = CASE
      WHEN excluded.phase = 'done' THEN ''
      WHEN excluded.seen = '' OR length(reads.seen) > ${maxSeenLength} THEN reads.seen
      WHEN reads.seen = '' THEN excluded.seen
      ELSE reads.seen || ',' || excluded.seen END,
    remembered = CASE
      WHEN excluded.phase = 'done' AND excluded.purpose <> 'changes' THEN ''
      WHEN excluded.remembered = '' AND NOT ?15 THEN reads.remembered
      ELSE substr(iif(?15, '', reads.remembered) || excluded.remembered, ?16) END`
