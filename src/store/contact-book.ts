/** Contacts: whole books of them for pages and reports, and the few blocks a page of mail touches. */
import { and, eq, gte, lte, sql } from 'drizzle-orm'
import type { CanonicalAddress } from '../model/address.ts'
import type { Contact } from '../model/contact.ts'
import { blockRange, contactsPerBlock, parseBlock } from './contact-book-format.ts'
import { addresses, contactBlocks } from './schema/index.ts'
import { type Question, question, type Store, written } from './store.ts'

/** Everyone a user has had anything to do with, in the order in which they were first seen. */
export const contactsQuestion = (store: Store, userId: number): Question<readonly Contact[]> =>
  question(store, bookRows(store), blockRange(userId), (rows) =>
    rows.flatMap(({ id, contacts }) => parseBlock(id, contacts)),
  )

/** The names in a user's book that hold one of these words, in whatever case. */
export const namesWithOneOf = async (
  { db }: Store,
  userId: number,
  words: readonly string[],
): Promise<readonly string[]> => {
  const { from, to } = blockRange(userId)
  const rows = await db.all<{ name: string }>(sql`
    SELECT DISTINCT contact.value ->> 1 AS name
    FROM contact_blocks AS block CROSS JOIN json_each(block.contacts) AS contact
    WHERE block.id BETWEEN ${from} AND ${to} AND contact.value ->> 1 <> ''
      AND EXISTS (SELECT 1 FROM json_each(${JSON.stringify(words)}) AS word
        WHERE instr(lower(contact.value ->> 1), lower(word.value)) > 0)`)
  return rows.map(({ name }) => name)
}

/** Of a range of blocks. */
const isWithin = and(gte(contactBlocks.id, sql.placeholder('from')), lte(contactBlocks.id, sql.placeholder('to')))

const bookRows = written((db) =>
  db
    .select({ id: contactBlocks.id, contacts: contactBlocks.contacts })
    .from(contactBlocks)
    .where(isWithin)
    .orderBy(contactBlocks.id)
    .prepare(),
)

/** A block, or without its contacts where the reader has it in this version already. */
export type BlockSince = Pick<Block, 'id' | 'version'> & { readonly contacts: Block['contacts'] | null }

/**
 * Every block of a user in order, opened where it is not among those `known`: no block goes, and each write raises its
 * version. D1 binds numbers as REAL, so the two are compared as one text.
 */
export const blocksSinceQuestion = (
  store: Store,
  userId: number,
  known: readonly Pick<Block, 'id' | 'version'>[],
): Question<readonly BlockSince[]> =>
  question(
    store,
    sinceRows(store),
    { ...blockRange(userId), known: JSON.stringify(known.map(({ id, version }) => `${id}:${version}`)) },
    (rows) =>
      rows.map(({ id, version, contacts }) => ({
        id,
        version,
        contacts: contacts === null ? null : parseBlock(id, contacts),
      })),
  )

const sinceRows = written((db) =>
  db
    .select({
      id: contactBlocks.id,
      version: contactBlocks.version,
      contacts: sql<string | null>`CASE WHEN ${contactBlocks.id} || ':' || ${contactBlocks.version}
        NOT IN (SELECT value FROM json_each(${sql.placeholder('known')})) THEN ${contactBlocks.contacts} END`,
    })
    .from(contactBlocks)
    .where(isWithin)
    .orderBy(contactBlocks.id)
    .prepare(),
)

/** These blocks, in order, as they are now. */
export const blocksOf = async ({ db }: Store, ids: readonly number[]): Promise<readonly Block[]> => {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(contactBlocks)
    .where(sql`${contactBlocks.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy(contactBlocks.id)
  return rows.map(blockOf)
}

/** The blocks a page needs: those of its addresses, those of whoever loses something, and the last one, where new ones go. */
export interface OpenBlocks {
  readonly blocks: readonly Block[]
  /** Which of the addresses asked for are known. */
  readonly known: ReadonlyMap<CanonicalAddress, number>
}

export interface Block {
  readonly id: number
  readonly version: number
  readonly contacts: readonly Contact[]
}

/** Which of these addresses are known. */
export const knownQuestion = (
  store: Store,
  query: { readonly userId: number; readonly addresses: readonly CanonicalAddress[] },
): Question<OpenBlocks['known']> =>
  question(
    store,
    knownRows(store),
    { userId: query.userId, addresses: JSON.stringify(query.addresses) },
    (rows) => new Map(rows.map(({ address, contactId }) => [address as CanonicalAddress, contactId])),
  )

/** The blocks of these addresses, and the last one. */
export const openBlocksQuestion = (
  store: Store,
  query: { readonly userId: number; readonly addresses: readonly CanonicalAddress[] },
): Question<readonly Block[]> =>
  question(
    store,
    openRows(store),
    { userId: query.userId, addresses: JSON.stringify(query.addresses), ...blockRange(query.userId) },
    (rows) => rows.map(blockOf),
  )

const isWanted = sql`${addresses.address} IN (SELECT value FROM json_each(${sql.placeholder('addresses')}))`

const knownRows = written((db) =>
  db
    .select({ address: addresses.address, contactId: addresses.contactId })
    .from(addresses)
    .where(and(eq(addresses.userId, sql.placeholder('userId')), isWanted))
    .prepare(),
)

/** In the SQL: D1 binds numbers as REAL, so a division must be cut to a block's number. */
const openRows = written((db) =>
  db
    .select()
    .from(contactBlocks)
    .where(
      sql`${contactBlocks.id} IN (
        SELECT ${sql.placeholder('from')} + CAST(contact_id / ${contactsPerBlock} AS INTEGER) FROM addresses
          WHERE user_id = ${sql.placeholder('userId')} AND ${isWanted}
        UNION SELECT max(id) FROM contact_blocks WHERE id BETWEEN ${sql.placeholder('from')} AND ${sql.placeholder('to')})`,
    )
    .prepare(),
)

export const blockOf = ({ id, version, contacts }: typeof contactBlocks.$inferSelect): Block => ({
  id,
  version,
  contacts: parseBlock(id, contacts),
})
