/**
 * What a page takes back, found in one statement: stored rows that are true no more, and all that it takes to make the
 * summaries of those who lose something anew. Whoever asks for items reads their whole feed, once: the key leads by
 * person, and a provider that says "deleted" names only the item.
 */
import type { CanonicalAddress } from '../model/address.ts'
import type { FeedName } from '../model/interaction.ts'
import type { Read } from '../model/read.ts'
import { type Instant, instantFromSeconds } from '../model/time.ts'
import { type Block, blockOf } from './contact-book.ts'
import { blockRange, contactsPerBlock } from './contact-book-format.ts'
import { doubtIn, feedNumber, kindIn } from './interaction-detail.ts'
import { type StoredInteraction, secondsGrouped, storedIn } from './interactions.ts'
import { seenBits } from './item-key.ts'
import { answered, type Question, type Store } from './store.ts'

/** Which row it is, within an account's feed, and what it says. */
export interface InteractionRow {
  readonly contactId: number
  readonly at: Instant
  readonly item: number
  readonly detail: number
}

export interface Losses {
  readonly removals: readonly InteractionRow[]
  /** Items asked for of which something is stored. */
  readonly known: ReadonlySet<number>
  /** The blocks of whoever loses something. */
  readonly blocks: readonly Block[]
  /** Everything between the user and whoever loses something, over all accounts, what they lose left out. */
  readonly remaining: ReadonlyMap<number, readonly StoredInteraction[]>
  /** UTC days on which something that shows direct contact was lost, and on which some is left. */
  readonly daysLeft: ReadonlySet<number>
}

/** A row by its key and what it says. */
export type RowKey = readonly [address: CanonicalAddress, at: Instant, item: number]

export interface LossesQuery {
  readonly userId: number
  readonly accountId: number
  readonly feed: FeedName
  /** Whatever is stored of these items goes, but for what is told again, word for word. */
  readonly items: readonly number[]
  readonly told: readonly (readonly [...RowKey, detail: number])[]
  /** Rows that go, whatever they say. */
  readonly withdrawn: readonly RowKey[]
}

export const lossesQuestion = (store: Store, query: LossesQuery): Question<Losses> => {
  const { userId, accountId, feed, items, told, withdrawn } = query
  if (items.length === 0 && withdrawn.length === 0) return answered(store, noLosses)
  const statement = store.d1
    .prepare(lossesOf('SELECT value FROM json_each(?7)'))
    .bind(
      accountId,
      feedNumber(feed),
      userId,
      blockRange(userId).from,
      JSON.stringify(told),
      JSON.stringify(withdrawn),
      JSON.stringify(items),
    )
  return { statement, answerOf: ({ results }) => lossesIn(accountId, results as unknown as readonly Row[]) }
}

/** The same of stored items, from `from` on, that a read did not see; of the first `limit` of them. */
export const unseenQuestion = (
  { d1 }: Store,
  query: {
    readonly userId: number
    readonly accountId: number
    readonly read: Pick<Read, 'feed' | 'number'>
    readonly from: Instant
    readonly limit: number
  },
): Question<Losses> => {
  const { userId, accountId, read, from, limit } = query
  const statement = d1
    .prepare(lossesOf(unseenItems))
    .bind(
      accountId,
      feedNumber(read.feed),
      userId,
      blockRange(userId).from,
      '[]',
      '[]',
      from,
      limit,
      read.feed,
      read.number,
    )
  return { statement, answerOf: ({ results }) => lossesIn(accountId, results as unknown as readonly Row[]) }
}

/** How many of these rows are stored: found by their keys, without reading more. */
export const storedCountQuestion = (
  store: Store,
  query: {
    readonly userId: number
    readonly accountId: number
    readonly feed: FeedName
    readonly rows: readonly RowKey[]
  },
): Question<number> => {
  const { userId, accountId, feed, rows } = query
  if (rows.length === 0) return answered(store, 0)
  const statement = store.d1
    .prepare(`SELECT count(*) AS n FROM (${rowsByKey('?4')})`)
    .bind(accountId, feedNumber(feed), userId, JSON.stringify(rows))
  return { statement, answerOf: ({ results: [row] }) => Number((row as { readonly n: number } | undefined)?.n ?? 0) }
}

export const noLosses: Losses = {
  removals: [],
  known: new Set(),
  blocks: [],
  remaining: new Map(),
  daysLeft: new Set(),
}

/** One row of the answer: which part it belongs to, and up to five values. */
interface Row {
  readonly part: 'touched' | 'block' | 'left' | 'day'
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: string
}

const lossesIn = (accountId: number, rows: readonly Row[]): Losses => {
  const touched = rows.filter(({ part }) => part === 'touched')
  const removals = touched
    .filter(({ e }) => Number(e) === 1)
    .map(({ a, b, c, d }): InteractionRow => ({ contactId: a, at: instantFromSeconds(b), item: c, detail: d }))
  const nameOf = ({ contactId, at, item }: Omit<InteractionRow, 'detail'>): string => `${contactId} ${at} ${item}`
  const lost = new Set(removals.map(nameOf))
  const remaining = new Map<number, StoredInteraction[]>(removals.map(({ contactId }) => [contactId, []]))
  const left = rows
    .filter(({ part }) => part === 'left')
    .flatMap(({ a, b, c, e }) => storedIn({ accountId: a, feed: b, contactId: c, all: e, newest: null }))
    .sort((one, other) => other.at - one.at)
  for (const interaction of left) {
    const isLost = interaction.accountId === accountId && lost.has(nameOf(interaction))
    if (!isLost) remaining.get(interaction.contactId)?.push(interaction)
  }
  return {
    removals,
    known: new Set(touched.map(({ c }) => c)),
    blocks: rows
      .filter(({ part }) => part === 'block')
      .map(({ a, b, e }) => blockOf({ id: a, version: b, contacts: e })),
    remaining,
    daysLeft: new Set(rows.filter(({ part }) => part === 'day').map(({ a }) => a)),
  }
}

/* In SQL, because Drizzle's builders know no json_each. Everywhere ?1 is the account, ?2 its feed and ?3 its user. */

/** Rows by their keys: `parameter` is a JSON list of `RowKey`. */
const rowsByKey = (parameter: string): string => `
  SELECT i.contact_id AS contact_id, i.at AS at, i.item AS item, i.detail AS detail
  FROM json_each(${parameter}) AS wanted
  CROSS JOIN addresses AS a ON a.user_id = ?3 AND a.address = wanted.value ->> 0
  CROSS JOIN interactions AS i ON i.account_id = ?1 AND i.feed = ?2
    AND i.contact_id = a.contact_id AND i.at = wanted.value ->> 1 AND i.item = wanted.value ->> 2`

/** ?7 is from when on, ?8 how many; ?9 and ?10 name the read that saw the others. */
const unseenItems = `
  SELECT DISTINCT item FROM interactions WHERE account_id = ?1 AND feed = ?2 AND at >= ?7
    AND item & ${seenBits - 1} NOT IN (
      SELECT value FROM json_each('[' || (SELECT seen FROM reads WHERE account_id = ?1 AND feed = ?9 AND number = ?10) || ']'))
  LIMIT ?8`

const isContact = (row: string): string => `${kindIn(`${row}.detail`)} <> 0 AND ${doubtIn(`${row}.detail`)} = 0`

/** ?4 is the first block of the user's, ?5 what is told again, ?6 what is withdrawn; `items` selects those asked for. */
const lossesOf = (items: string): string => `
  WITH told AS MATERIALIZED (
    SELECT a.contact_id AS contact_id, value ->> 1 AS at, value ->> 2 AS item, value ->> 3 AS detail
    FROM json_each(?5) CROSS JOIN addresses AS a ON a.user_id = ?3 AND a.address = value ->> 0),
  touched AS MATERIALIZED (
    SELECT contact_id, at, item, detail,
      (contact_id, at, item, detail) NOT IN (SELECT contact_id, at, item, detail FROM told) AS is_lost
    FROM interactions WHERE account_id = ?1 AND feed = ?2 AND item IN (${items})
    UNION ALL SELECT contact_id, at, item, detail, 1 FROM (${rowsByKey('?6')})),
  lost AS MATERIALIZED (SELECT contact_id, at, item, detail FROM touched WHERE is_lost)
  SELECT 'touched' AS part, contact_id AS a, at AS b, item AS c, detail AS d, is_lost AS e FROM touched
  UNION ALL
  SELECT 'block', id, version, 0, 0, contacts FROM contact_blocks
  WHERE id IN (SELECT ?4 + CAST(contact_id / ${contactsPerBlock} AS INTEGER) FROM lost)
  UNION ALL
  SELECT 'left', account_id, feed, contact_id, 0, json_group_array(json_array(item, at, detail, message, thread))
  FROM interactions
  WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ?3) AND feed IN (0, 1)
    AND contact_id IN (SELECT contact_id FROM lost)
  GROUP BY account_id, feed, contact_id, at / ${secondsGrouped}
  UNION ALL
  SELECT DISTINCT 'day', i.at / 86400, 0, 0, 0, ''
  FROM (SELECT 1 FROM lost WHERE ${isContact('lost')} LIMIT 1) CROSS JOIN interactions AS i
  WHERE i.account_id = ?1 AND i.feed IN (0, 1) AND ${isContact('i')}
    AND i.at / 86400 IN (SELECT at / 86400 FROM lost WHERE ${isContact('lost')})
    AND NOT (i.feed = ?2 AND (i.contact_id, i.at, i.item) IN (SELECT contact_id, at, item FROM lost))`
