/** Interactions as they are stored, and the questions asked of them. */
import { and, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { CanonicalAddress } from '../model/address.ts'
import type { FeedName, InteractionKind } from '../model/interaction.ts'
import { DAY, type Instant } from '../model/time.ts'
import { type Detail, feedNamed, kindIn, kindNamed, kindNumber, sizeIn, unpackDetail } from './interaction-detail.ts'
import { idOfWhole, messageNameKey } from './item-key.ts'
import { accounts, interactions } from './schema/index.ts'
import { answered, ask, type Question, question, type Store, written } from './store.ts'

export interface StoredInteraction extends Detail {
  readonly feed: FeedName
  readonly accountId: number
  readonly contactId: number
  readonly item: number
  readonly at: Instant
  readonly message: number
  readonly thread: number
  /** The provider's id, of the newest message between the two in its year, where it is kept in full. */
  readonly id?: string
}

/** Whose interactions, and of which time. */
interface With {
  readonly userId: number
  readonly contactIds: readonly number[]
  readonly from?: Instant
  readonly until?: Instant
}

/** Everything between a user and these contacts, over all accounts, newest first. */
export const interactionsWith = (store: Store, query: With): Promise<readonly StoredInteraction[]> =>
  ask(interactionsQuestion(store, query))

/** The same, to be asked together with others. */
export const interactionsQuestion = (
  store: Store,
  { userId, contactIds, from, until }: With,
): Question<readonly StoredInteraction[]> =>
  question(
    store,
    yearlyRows(store),
    { userId, contactIds: JSON.stringify(contactIds), from: from ?? 0, until: until ?? endOfTime },
    (rows) => rows.flatMap(storedIn).sort((a, b) => b.at - a.at),
  )

const endOfTime = 2 ** 40

const yearlyRows = written((db) => {
  const { accountId, feed, contactId, item, at, detail, message, thread, wholeId } = interactions
  return db
    .select({
      accountId,
      feed,
      contactId,
      all: sql<string>`json_group_array(json_array(${item}, ${at}, ${detail}, ${message}, ${thread}))`,
      newest: sql<string | null>`max(CASE WHEN ${wholeId} IS NOT NULL THEN printf('%010d ', ${at}) || ${wholeId} END)`,
    })
    .from(interactions)
    .where(
      and(
        inArray(
          accountId,
          sql`(SELECT ${accounts.id} FROM ${accounts} WHERE ${accounts.userId} = ${sql.placeholder('userId')})`,
        ),
        inArray(feed, [0, 1]),
        inArray(contactId, sql`(SELECT value FROM json_each(${sql.placeholder('contactIds')}))`),
        gte(at, sql.placeholder('from')),
        lte(at, sql.placeholder('until')),
      ),
    )
    .groupBy(accountId, feed, contactId, sql`${at} / ${secondsTogether}`)
    .prepare()
})

/** Rows by the thousand cost less as a few long ones. A year of a contact's is far from the two megabytes that a value may have. */
export const secondsGrouped = 365 * DAY

const secondsTogether = sql.raw(`${secondsGrouped}`)

/** A contact's interactions of a year in one feed, as a query groups them. */
export const storedIn = (row: {
  readonly accountId: number
  readonly feed: number
  readonly contactId: number
  readonly all: string
  /** When its newest message between two was, and that one's whole id; null where none is known. */
  readonly newest: string | null
}): readonly StoredInteraction[] => {
  const [newestAt = '', whole = ''] = row.newest?.split(' ') ?? []
  return (JSON.parse(row.all) as readonly StoredParts[]).map(([item, at, detail, message, thread]) => ({
    accountId: row.accountId,
    contactId: row.contactId,
    item,
    at,
    // A row without a name of its message goes by its item's.
    message: message ?? item,
    thread: thread ?? item,
    feed: feedNamed(row.feed),
    ...unpackDetail(row.feed, detail),
    ...(at === Number(newestAt) && idIn(whole, item)),
  }))
}

/** Two messages may be of one second: only the one it stands for has the id. */
const idIn = (whole: string, item: number): Pick<StoredInteraction, 'id'> => {
  const id = idOfWhole(whole, item)
  return id === null ? {} : { id }
}

type StoredParts = readonly [item: number, at: Instant, detail: number, message: number | null, thread: number | null]

/* In SQL, where one message in two accounts must count once. */
const messageOf = sql.raw('ifnull(i.message, i.item)')
const kind = sql.raw(kindIn('i.detail'))
const size = sql.raw(sizeIn('i.detail'))

/** Who of these contacts were on one message or in one meeting of at most `mostOthers`, since `from`; one list an item. */
export const togetherOn = async (
  { db }: Store,
  query: {
    readonly userId: number
    readonly contactIds: readonly number[]
    readonly from: Instant
    readonly maxOthers: number
  },
): Promise<readonly (readonly number[])[]> => {
  const { userId, contactIds, from, maxOthers } = query
  const rows = await db.all<{ present: string }>(sql`
    SELECT group_concat(DISTINCT i.contact_id) AS present
    FROM accounts AS a CROSS JOIN json_each('[0,1]') AS feed CROSS JOIN json_each(${JSON.stringify(contactIds)}) AS wanted
    CROSS JOIN interactions AS i ON i.account_id = a.id AND i.feed = feed.value AND i.contact_id = wanted.value
      AND i.at >= ${from}
    WHERE a.user_id = ${userId} AND ${size} BETWEEN 2 AND ${maxOthers}
    GROUP BY i.feed, ${messageOf} HAVING count(DISTINCT i.contact_id) > 1`)
  return rows.map(({ present }) => present.split(',').map(Number))
}

/** How often a contact and the user were in touch by `until`, by kind; kinds that never were are not there. */
export interface Tally {
  readonly contactId: number
  readonly kind: InteractionKind
  readonly count: number
}

export const tallyOf = async (
  { db }: Store,
  query: { readonly userId: number; readonly contactIds: readonly number[]; readonly until: Instant },
): Promise<readonly Tally[]> => {
  const { userId, contactIds, until } = query
  if (contactIds.length === 0) return []
  const rows = await db.all<{ contact_id: number; kind: number; count: number }>(sql`
    SELECT i.contact_id, ${kind} AS kind, count(DISTINCT ${messageOf}) AS count
    FROM accounts AS a CROSS JOIN json_each('[0,1]') AS feed CROSS JOIN json_each(${JSON.stringify(contactIds)}) AS wanted
    CROSS JOIN interactions AS i ON i.account_id = a.id AND i.feed = feed.value AND i.contact_id = wanted.value
      AND i.at <= ${until}
    WHERE a.user_id = ${userId}
    GROUP BY i.contact_id, ${kind}`)
  return rows.map(({ contact_id, kind, count }) => ({ contactId: contact_id, kind: kindNamed(kind), count }))
}

/**
 * How often two of these people were on one message or in one meeting with the user, each pair once, by the people's ids.
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
      SELECT i.feed AS feed, ${messageOf} AS message, wanted.value ->> 1 AS person
      FROM json_each(${wanted}) AS wanted
      CROSS JOIN accounts
      CROSS JOIN (SELECT 0 AS feed UNION ALL SELECT 1) AS feeds
      CROSS JOIN interactions AS i ON i.account_id = accounts.id AND i.feed = feeds.feed
        AND i.contact_id = wanted.value ->> 0 AND ${size} >= 2
      WHERE accounts.user_id = ${userId})
    SELECT a.person AS a, b.person AS b, count(DISTINCT a.message) AS times
    FROM shared AS a JOIN shared AS b ON b.feed = a.feed AND b.message = a.message
    WHERE a.person < b.person GROUP BY a.person, b.person`)
}

/** Of pairs of contacts, those of whom a message to the first alone was answered by the second in its conversation. */
export const answeredFromQuestion = (
  store: Store,
  userId: number,
  pairs: readonly ContactPair[],
): Question<readonly ContactPair[]> => {
  if (pairs.length === 0) return answered(store, [])
  const threadsOf = (side: 0 | 1, at: 'min' | 'max', which: SQL): SQL => sql`
    SELECT a.id AS account, i.contact_id AS contact, i.thread AS thread, ${sql.raw(at)}(i.at) AS at
    FROM accounts AS a CROSS JOIN (SELECT DISTINCT value ->> ${sql.raw(`${side}`)} AS id FROM pairs) AS wanted
    CROSS JOIN interactions AS i ON i.account_id = a.id AND i.feed = 0 AND i.contact_id = wanted.id
    WHERE a.user_id = ${userId} AND i.thread IS NOT NULL AND ${which} GROUP BY 1, 2, 3`
  const toOne = sql`${kind} = ${kindNumber('sent')} AND ${size} = 1`
  const query = store.db.all<AnsweredRow>(sql`
    WITH pairs AS MATERIALIZED (SELECT value FROM json_each(${JSON.stringify(pairs)})),
      question AS MATERIALIZED (${threadsOf(0, 'min', toOne)}),
      answer AS MATERIALIZED (${threadsOf(1, 'max', sql`${kind} = ${kindNumber('received')}`)})
    SELECT DISTINCT question.contact AS asked, answer.contact AS answering
    FROM question JOIN answer USING (account, thread)
    JOIN pairs ON pairs.value ->> 0 = question.contact AND pairs.value ->> 1 = answer.contact
    WHERE answer.at > question.at`)
  const asked = query.getQuery()
  return {
    statement: store.d1.prepare(asked.sql).bind(...asked.params),
    answerOf: ({ results }) =>
      results.map((row) => [Number((row as AnsweredRow).asked), Number((row as AnsweredRow).answering)]),
  }
}

type ContactPair = readonly [writtenTo: number, heardFrom: number]

interface AnsweredRow {
  readonly asked: number
  readonly answering: number
}

/** A message of the user's to an address, in a thread and a span of time. */
export type SentTo = readonly [address: CanonicalAddress, thread: string, from: Instant, until: Instant]

/** Which of these an account holds, as their places among `asked`. */
export const sentToQuestion = (
  store: Store,
  query: { readonly userId: number; readonly accountId: number; readonly asked: readonly SentTo[] },
): Question<ReadonlySet<number>> => {
  const { userId, accountId, asked } = query
  if (asked.length === 0) return answered(store, new Set<number>())
  const wanted = asked.map(([address, thread, from, until]) => [address, messageNameKey(thread), from, until])
  const statement = store.d1
    .prepare(
      `SELECT DISTINCT wanted.key AS place FROM json_each(?3) AS wanted
      CROSS JOIN addresses AS a ON a.user_id = ?2 AND a.address = wanted.value ->> 0
      CROSS JOIN interactions AS i ON i.account_id = ?1 AND i.feed = 0 AND i.contact_id = a.contact_id
        AND i.at BETWEEN wanted.value ->> 2 AND wanted.value ->> 3
      WHERE i.thread = wanted.value ->> 1 AND ${kindIn('i.detail')} = ${kindNumber('sent')}`,
    )
    .bind(accountId, userId, JSON.stringify(wanted))
  return { statement, answerOf: ({ results }) => new Set(results.map((row) => Number((row as PlaceRow).place))) }
}

interface PlaceRow {
  readonly place: number
}
