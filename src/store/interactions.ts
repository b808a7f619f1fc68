/** Interactions as they are stored, and the questions asked of them. */
import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { CanonicalAddress } from '../model/address.ts'
import type { FeedName, InteractionKind } from '../model/interaction.ts'
import type { Instant } from '../model/time.ts'
import { itemSize, letterIn, seenBits } from './item-key.ts'
import { accounts, interactions } from './schema/index.ts'
import type { Store } from './store.ts'

export interface StoredInteraction {
  readonly accountId: number
  readonly feed: FeedName
  readonly contactId: number
  /** As it is stored: see `item-key.ts`. */
  readonly item: number
  readonly at: Instant
  readonly kind: InteractionKind
  readonly size: number
}

/** The same for the same letter, in whichever mailbox; 0 for what is no letter, or has no name. */
export const letterOf = ({ feed, item }: Pick<StoredInteraction, 'feed' | 'item'>): number =>
  feed === 'mail' ? letterIn(item) : 0

/** Which row it is, within an account's feed, and what it says. */
export interface InteractionRow {
  readonly contactId: number
  readonly at: Instant
  readonly item: number
  readonly detail: number
}

/** Order is stored: append only. */
const kinds: readonly InteractionKind[] = ['seen', 'sent', 'received', 'met']
const largestSize = 1023

export const feedNumber = (feed: FeedName): number => (feed === 'mail' ? 0 : 1)

export const packDetail = (kind: InteractionKind, size: number): number =>
  kinds.indexOf(kind) + 4 * Math.min(size, largestSize)

export const unpackDetail = (detail: number): { readonly kind: InteractionKind; readonly size: number } => ({
  kind: kinds[detail % 4] ?? 'seen',
  size: Math.floor(detail / 4),
})

/** Everything between a user and these contacts, over all accounts, newest first. */
export const interactionsWith = async (
  { db }: Store,
  query: {
    readonly userId: number
    readonly contactIds: readonly number[]
    readonly from?: Instant
    readonly until?: Instant
  },
): Promise<readonly StoredInteraction[]> => {
  const { userId, contactIds, from, until } = query
  const rows = await db
    .select()
    .from(interactions)
    .where(
      and(
        inArray(
          interactions.accountId,
          sql`(SELECT ${accounts.id} FROM ${accounts} WHERE ${accounts.userId} = ${userId})`,
        ),
        inArray(interactions.feed, [0, 1]),
        inArray(interactions.contactId, sql`(SELECT value FROM json_each(${JSON.stringify(contactIds)}))`),
        from === undefined ? undefined : gte(interactions.at, from),
        until === undefined ? undefined : lte(interactions.at, until),
      ),
    )
    .orderBy(sql`${interactions.at} DESC`)
  return rows.map(({ accountId, feed, contactId, item, at, detail }) => ({
    accountId,
    feed: feed === 0 ? ('mail' as const) : ('calendar' as const),
    contactId,
    item,
    at: at as Instant,
    ...unpackDetail(detail),
  }))
}

/**
 * What counts as one, of the table that goes by `i`: a letter by its name and day, in whichever of a user's mailboxes it
 * lies; anything else by its account and item.
 */
const oneOf = sql.raw(
  `CASE WHEN i.feed = 0 AND i.item >= ${itemSize} THEN (i.item >> 36) || ' ' || (i.at / 86400)
    ELSE i.account_id || '/' || i.feed || '/' || i.item END`,
)

/** Who of these contacts were on one letter or in one meeting of at most `mostOthers`, since `from`; one list an item. */
export const togetherOn = async (
  { db }: Store,
  query: {
    readonly userId: number
    readonly contactIds: readonly number[]
    readonly from: Instant
    readonly mostOthers: number
  },
): Promise<readonly (readonly number[])[]> => {
  const { userId, contactIds, from, mostOthers } = query
  const rows = await db.all<{ present: string }>(sql`
    SELECT group_concat(DISTINCT i.contact_id) AS present
    FROM accounts AS a CROSS JOIN json_each('[0,1]') AS feed CROSS JOIN json_each(${JSON.stringify(contactIds)}) AS wanted
    CROSS JOIN interactions AS i ON i.account_id = a.id AND i.feed = feed.value AND i.contact_id = wanted.value
      AND i.at >= ${from}
    WHERE a.user_id = ${userId} AND i.detail >= 8 AND i.detail < ${4 * (mostOthers + 1)}
    GROUP BY ${oneOf} HAVING count(DISTINCT i.contact_id) > 1`)
  return rows.map(({ present }) => present.split(',').map(Number))
}

/** How often a contact and the user were in touch, by kind; kinds that never were are not there. */
export interface Tally {
  readonly contactId: number
  readonly kind: InteractionKind
  readonly count: number
}

export const tallyOf = async (
  { db }: Store,
  { userId, contactIds }: { readonly userId: number; readonly contactIds: readonly number[] },
): Promise<readonly Tally[]> => {
  if (contactIds.length === 0) return []
  const rows = await db.all<{ contact_id: number; kind: number; count: number }>(sql`
    SELECT contact_id, kind, count(*) AS count FROM (
      SELECT i.contact_id AS contact_id, max(i.detail & 3) AS kind
      FROM accounts AS a CROSS JOIN json_each('[0,1]') AS feed CROSS JOIN json_each(${JSON.stringify(contactIds)}) AS wanted
      CROSS JOIN interactions AS i ON i.account_id = a.id AND i.feed = feed.value AND i.contact_id = wanted.value
      WHERE a.user_id = ${userId}
      GROUP BY i.contact_id, ${oneOf})
    GROUP BY contact_id, kind`)
  return rows.map(({ contact_id, kind, count }) => ({ contactId: contact_id, kind: kinds[kind] ?? 'seen', count }))
}

/**
 * How often two of these people were on one letter or in one meeting with the user, each pair once, by the people's ids.
 * Reads everything of theirs that had more than one person on it.
 */
export const togetherAmong = async (
  { db }: Store,
  userId: number,
  people: readonly { readonly id: number; readonly contactIds: readonly number[] }[],
): Promise<readonly { readonly a: number; readonly b: number; readonly times: number }[]> => {
  const wanted = JSON.stringify(people.flatMap(({ id, contactIds }) => contactIds.map((contactId) => [contactId, id])))
  return db.all(sql`
    WITH shared AS MATERIALIZED (
      SELECT i.account_id AS account, i.feed AS feed, i.item AS item, ${oneOf} AS one, wanted.value ->> 1 AS person
      FROM json_each(${wanted}) AS wanted
      CROSS JOIN accounts
      CROSS JOIN (SELECT 0 AS feed UNION ALL SELECT 1) AS feeds
      CROSS JOIN interactions AS i ON i.account_id = accounts.id AND i.feed = feeds.feed
        AND i.contact_id = wanted.value ->> 0 AND i.detail >= ${packDetail('seen', 2)}
      WHERE accounts.user_id = ${userId})
    SELECT a.person AS a, b.person AS b, count(DISTINCT a.one) AS times
    FROM shared AS a JOIN shared AS b ON b.account = a.account AND b.feed = a.feed AND b.item = a.item
    WHERE a.person < b.person GROUP BY a.person, b.person`)
}

/**
 * The rows of these items in one feed of an account, whoever they are with. Reads the whole feed: the key leads by
 * person, and a provider that says "deleted" names only the item.
 */
export const rowsOfItems = async (
  { db }: Store,
  query: { readonly accountId: number; readonly feed: FeedName; readonly items: readonly number[] },
): Promise<readonly InteractionRow[]> => {
  if (query.items.length === 0) return []
  const rows = await db
    .select({
      contactId: interactions.contactId,
      at: interactions.at,
      item: interactions.item,
      detail: interactions.detail,
    })
    .from(interactions)
    .where(
      and(
        eq(interactions.accountId, query.accountId),
        eq(interactions.feed, feedNumber(query.feed)),
        sql`${interactions.item} & ${sql.raw(String(itemSize - 1))} IN (SELECT value FROM json_each(${JSON.stringify(query.items)}))`,
      ),
    )
  return rows.map((row) => ({ ...row, at: row.at as Instant }))
}

/** Items stored from `from` on that a complete pass did not see, at most `limit` of them. Reads the whole feed. */
export const itemsUnseen = async (
  { db }: Store,
  query: {
    readonly accountId: number
    readonly feed: FeedName
    readonly from: Instant
    /** Keys separated by commas, as a pass keeps them. */
    readonly seen: string
    readonly limit: number
  },
): Promise<readonly number[]> => {
  const { accountId, feed, from, seen, limit } = query
  const rows = await db.all<{ item: number }>(sql`
    SELECT DISTINCT item & ${sql.raw(String(itemSize - 1))} AS item FROM interactions WHERE account_id = ${accountId} AND feed = ${feedNumber(feed)}
      AND at >= ${from} AND item & ${seenBits - 1} NOT IN (SELECT value FROM json_each(${`[${seen}]`}))
    LIMIT ${limit}`)
  return rows.map(({ item }) => item)
}

/** Days, of these, on which an account's feeds still hold direct contact with anyone when these rows are gone. */
export const daysInContact = async (
  { db }: Store,
  query: {
    readonly accountId: number
    readonly feed: FeedName
    readonly days: readonly number[]
    readonly without: readonly InteractionRow[]
  },
): Promise<ReadonlySet<number>> => {
  const without = JSON.stringify(query.without.map(({ contactId, at, item }) => [contactId, at, item]))
  const rows = await db.all<{ day: number }>(sql`
    SELECT DISTINCT at / 86400 AS day FROM interactions
    WHERE account_id = ${query.accountId} AND feed IN (0, 1) AND detail & 3 <> 0
      AND at / 86400 IN (SELECT value FROM json_each(${JSON.stringify(query.days)}))
      AND NOT (feed = ${feedNumber(query.feed)}
        AND (contact_id, at, item) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${without})))`)
  return new Set(rows.map(({ day }) => day))
}

/** The rows of exactly these interactions, as far as they are stored: found by their keys, without reading more. */
export const rowsOf = async (
  { db }: Store,
  query: {
    readonly userId: number
    readonly accountId: number
    readonly feed: FeedName
    readonly wanted: readonly { readonly address: CanonicalAddress; readonly at: Instant; readonly item: number }[]
  },
): Promise<readonly InteractionRow[]> => {
  if (query.wanted.length === 0) return []
  const wanted = JSON.stringify(query.wanted.map(({ address, at, item }) => [address, at, item]))
  const rows = await db.all<{ contact_id: number; at: number; item: number; detail: number }>(sql`
    SELECT i.contact_id, i.at, i.item, i.detail
    FROM json_each(${wanted}) AS wanted
    CROSS JOIN addresses AS a ON a.user_id = ${query.userId} AND a.address = wanted.value ->> 0
    CROSS JOIN interactions AS i ON i.account_id = ${query.accountId} AND i.feed = ${feedNumber(query.feed)}
      AND i.contact_id = a.contact_id AND i.at = wanted.value ->> 1
      AND i.item & ${sql.raw(String(itemSize - 1))} = wanted.value ->> 2`)
  return rows.map(({ contact_id, at, item, detail }) => ({ contactId: contact_id, at: at as Instant, item, detail }))
}
