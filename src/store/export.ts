/** What an export reads, a piece at a time: each query answers with what fits one invocation. */
import { blockRange, contactsPerBlock } from './contact-book-format.ts'
import type { Store } from './store.ts'

/** Where an entry stands within its account: feed, contact, second and item. */
export type EntryKey = readonly [feed: number, contactId: number, at: number, item: number]

/** How much there is to export, and where its pieces begin. */
export interface ExportSizes {
  /** Numbers of the user's first and last block of contacts, counted from the user's own first; null where there is none. */
  readonly blocks: { readonly first: number; readonly last: number } | null
  /** Of each account that has any: how many entries, and the key of every `step`th. */
  readonly entries: readonly {
    readonly accountId: number
    readonly count: number
    readonly starts: readonly EntryKey[]
  }[]
  readonly automatedSenders: readonly { readonly accountId: number; readonly count: number }[]
  readonly corrections: { readonly count: number; readonly length: number }
  /** Weeks of reports that are settled, the oldest first, and how long each is. */
  readonly reports: readonly { readonly week: string; readonly length: number }[]
  readonly actCount: number
}

export const exportSizes = async ({ d1 }: Store, userId: number, step: number): Promise<ExportSizes> => {
  const { from, to } = blockRange(userId)
  const [blocks, entries, senders, corrections, reports, acts] = await d1.batch<Readonly<Record<string, unknown>>>([
    d1
      .prepare('SELECT min(id) AS first, max(id) AS last FROM contact_blocks WHERE id BETWEEN ?1 AND ?2')
      .bind(from, to),
    d1.prepare(entryStarts).bind(userId, step),
    d1.prepare(senderCounts).bind(userId),
    d1
      .prepare(
        'SELECT count(*) AS count, ifnull(sum(length(content)), 0) AS length FROM corrections WHERE user_id = ?1',
      )
      .bind(userId),
    d1
      .prepare(`SELECT week, ifnull(length(content), 0) AS length FROM reports ${settledReports} ORDER BY week`)
      .bind(userId),
    d1.prepare('SELECT count(*) AS count FROM suggestion_acts WHERE user_id = ?1').bind(userId),
  ])
  const known = rowsOf<{ first: number | null; last: number | null }>(blocks)[0]
  const isKnown = known !== undefined && known.first !== null && known.last !== null
  return {
    blocks: isKnown ? { first: Number(known.first) - from, last: Number(known.last) - from } : null,
    entries: rowsOf<StartsRow>(entries).map(({ accountId, count, starts }) => ({
      accountId,
      count,
      starts: JSON.parse(starts) as readonly EntryKey[],
    })),
    automatedSenders: rowsOf<{ accountId: number; count: number }>(senders),
    corrections: rowsOf<ExportSizes['corrections']>(corrections)[0] ?? { count: 0, length: 0 },
    reports: rowsOf<ExportSizes['reports'][number]>(reports),
    actCount: rowsOf<{ count: number }>(acts)[0]?.count ?? 0,
  }
}

interface StartsRow {
  readonly accountId: number
  readonly count: number
  readonly starts: string
}

/** The rows of an answer of a batch, as the statement beside it selects them. */
const rowsOf = <Row>(result: D1Result<unknown> | undefined): readonly Row[] => (result?.results ?? []) as readonly Row[]

/** A report on its way is no record yet. */
const settledReports = 'WHERE user_id = ?1 AND (sent_at IS NOT NULL OR failure IS NOT NULL)'

const entryStarts = `
  WITH numbered AS (
    SELECT account_id, feed, contact_id, at, item,
      row_number() OVER (PARTITION BY account_id ORDER BY feed, contact_id, at, item) - 1 AS n
    FROM interactions WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ?1))
  SELECT account_id AS accountId, count(*) AS count,
    json_group_array(json_array(feed, contact_id, at, item)) FILTER (WHERE n % ?2 = 0 AND n > 0) AS starts
  FROM numbered GROUP BY account_id ORDER BY account_id`

const senderCounts = `
  SELECT account_id AS accountId, count(*) AS count FROM automated_senders
  WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ?1) GROUP BY account_id ORDER BY account_id`

/** Some of one contact's entries in one feed, packed as a JSON list: the database puts it together, so that nobody else need. */
export interface EntriesRow {
  readonly feed: number
  /** Empty where the contact is forgotten. */
  readonly address: string
  readonly entries: string
}

/** A user's entries of one account from one key on, up to another that is left out; null for the end. */
export const exportedEntries = async (
  { d1 }: Store,
  of: {
    readonly userId: number
    readonly accountId: number
    readonly from: EntryKey | null
    readonly to: EntryKey | null
  },
): Promise<readonly EntriesRow[]> => {
  const from = of.from ?? firstKey
  const to = of.to ?? lastKey
  const { results } = await d1
    .prepare(entriesBetween)
    .bind(of.userId, of.accountId, blockRange(of.userId).from, ...from, ...to)
    .all<EntriesRow>()
  return results
}

const firstKey: EntryKey = [0, -1, 0, 0]
const lastKey: EntryKey = [2, 0, 0, 0]

/** So that no line is more than a job can take in. */
const entriesPerLine = 400

const entriesBetween = `
  SELECT feed, ifnull((SELECT contacts ->> ('$[' || (contact_id % ${contactsPerBlock}) || '][0]') FROM contact_blocks
      WHERE id = ?3 + contact_id / ${contactsPerBlock}), '') AS address,
    json_group_array(json_array(at, item, detail, message, thread, CAST(whole_id AS TEXT))) AS entries
  FROM (SELECT feed, contact_id, at, item, detail, message, thread, whole_id,
      (row_number() OVER (PARTITION BY feed, contact_id ORDER BY at, item) - 1) / ${entriesPerLine} AS line
    FROM interactions
    WHERE account_id = (SELECT id FROM accounts WHERE id = ?2 AND user_id = ?1)
      AND (feed, contact_id, at, item) >= (?4, ?5, ?6, ?7) AND (feed, contact_id, at, item) < (?8, ?9, ?10, ?11)
    ORDER BY feed, contact_id, at, item)
  GROUP BY feed, contact_id, line ORDER BY feed, contact_id, line`

/** Automated senders of an account, in the order of their addresses. */
export const exportedSenders = async (
  { d1 }: Store,
  of: { readonly userId: number; readonly accountId: number; readonly offset: number; readonly limit: number },
): Promise<readonly { readonly address: string; readonly evidence: number }[]> => {
  const { results } = await d1
    .prepare(
      `SELECT address, evidence FROM automated_senders WHERE account_id = (SELECT id FROM accounts WHERE id = ?2 AND user_id = ?1)
      ORDER BY address LIMIT ?4 OFFSET ?3`,
    )
    .bind(of.userId, of.accountId, of.offset, of.limit)
    .all<{ address: string; evidence: number }>()
  return results
}

/** A settled report as it lies in its row. */
export interface ReportRow {
  readonly week: string
  readonly claimedAt: number
  readonly sentAt: number | null
  readonly triedAt: number | null
  readonly failure: string | null
  readonly content: string | null
}

export const exportedReports = async (
  { d1 }: Store,
  of: { readonly userId: number; readonly from: string; readonly to: string },
): Promise<readonly ReportRow[]> => {
  const { results } = await d1
    .prepare(
      `SELECT week, claimed_at AS claimedAt, sent_at AS sentAt, tried_at AS triedAt, failure, content
      FROM reports ${settledReports} AND week BETWEEN ?2 AND ?3 ORDER BY week`,
    )
    .bind(of.userId, of.from, of.to)
    .all<ReportRow>()
  return results
}

export interface ActRow {
  readonly week: string
  readonly personId: number
  readonly act: string
  readonly at: number
}

export const exportedActs = async ({ d1 }: Store, userId: number): Promise<readonly ActRow[]> => {
  const { results } = await d1
    .prepare(
      `SELECT week, person_id AS personId, act, at FROM suggestion_acts WHERE user_id = ?1
      ORDER BY week, person_id, act`,
    )
    .bind(userId)
    .all<ActRow>()
  return results
}

/** The addresses of a user's contacts, by their numbers; those that are forgotten are left out. */
export const addressesOfContacts = async (
  { d1 }: Store,
  userId: number,
  contactIds: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  const { results } = await d1
    .prepare(
      `SELECT wanted.value AS id, contacts ->> ('$[' || (wanted.value % ${contactsPerBlock}) || '][0]') AS address
      FROM json_each(?3) AS wanted JOIN contact_blocks AS block ON block.id = ?1 + wanted.value / ${contactsPerBlock}
      WHERE block.id BETWEEN ?1 AND ?2 AND address <> ''`,
    )
    .bind(blockRange(userId).from, blockRange(userId).to, JSON.stringify(contactIds))
    .all<{ id: number; address: string }>()
  return new Map(results.map(({ id, address }) => [id, address]))
}
