/** Contacts: whole books of them for pages and reports, and the few blocks a page of mail touches. */
import { and, eq, gte, lte, sql } from 'drizzle-orm'
import type { CanonicalAddress } from '../model/address.ts'
import type { Contact } from '../model/contact.ts'
import { blockRange, contactsPerBlock, parseBlock } from './contact-blocks.ts'
import { addresses, contactBlocks } from './schema/index.ts'
import { type Question, question, type Store } from './store.ts'

/** Everyone a user has had anything to do with, in the order in which they were first seen. */
export const contactsQuestion = ({ db }: Store, userId: number): Question<readonly Contact[]> => {
  const { from, to } = blockRange(userId)
  const query = db
    .select({ id: contactBlocks.id, contacts: contactBlocks.contacts })
    .from(contactBlocks)
    .where(and(gte(contactBlocks.id, from), lte(contactBlocks.id, to)))
    .orderBy(contactBlocks.id)
  return question(query, (rows) => rows.flatMap(({ id, contacts }) => parseBlock(id, contacts)))
}

/** Which blocks a user has, in order, and how often each was written: no block goes, and each write raises its version. */
export const blockVersionsQuestion = (
  { db }: Store,
  userId: number,
): Question<readonly Pick<Block, 'id' | 'version'>[]> => {
  const { from, to } = blockRange(userId)
  const query = db
    .select({ id: contactBlocks.id, version: contactBlocks.version })
    .from(contactBlocks)
    .where(and(gte(contactBlocks.id, from), lte(contactBlocks.id, to)))
    .orderBy(contactBlocks.id)
  return question(query, (rows) => rows)
}

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

/** The blocks a page needs: those of its addresses, those of these contacts, and the last one, where new ones go. */
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

/** In the SQL: D1 binds numbers as REAL, so a division must be cut to a block's number. */
export const openBlocks = async (
  { db }: Store,
  query: {
    readonly userId: number
    readonly addresses: readonly CanonicalAddress[]
    readonly contactIds: readonly number[]
  },
): Promise<OpenBlocks> => {
  const { from, to } = blockRange(query.userId)
  const wanted = JSON.stringify(query.addresses)
  const numbered = JSON.stringify(query.contactIds)
  const [known, blocks] = await db.batch([
    db
      .select({ address: addresses.address, contactId: addresses.contactId })
      .from(addresses)
      .where(
        and(eq(addresses.userId, query.userId), sql`${addresses.address} IN (SELECT value FROM json_each(${wanted}))`),
      ),
    db
      .select()
      .from(contactBlocks)
      .where(
        sql`${contactBlocks.id} IN (
          SELECT ${from} + CAST(contact_id / ${contactsPerBlock} AS INTEGER) FROM addresses
            WHERE user_id = ${query.userId} AND address IN (SELECT value FROM json_each(${wanted}))
          UNION SELECT ${from} + CAST(value / ${contactsPerBlock} AS INTEGER) FROM json_each(${numbered})
          UNION SELECT max(id) FROM contact_blocks WHERE id BETWEEN ${from} AND ${to})`,
      ),
  ])
  return {
    blocks: blocks.map(blockOf),
    known: new Map(known.map(({ address, contactId }) => [address as CanonicalAddress, contactId])),
  }
}

const blockOf = ({ id, version, contacts }: typeof contactBlocks.$inferSelect): Block => ({
  id,
  version,
  contacts: parseBlock(id, contacts),
})
