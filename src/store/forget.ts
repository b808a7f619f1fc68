/** Taking away: what an account taught us, or everything of a user. */

import { eq, getTableColumns, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { addressFrom } from '../model/address.ts'
import { type Contact, newContact, noSummaries, withContact } from '../model/contact.ts'
import { type Report, reportWithout } from '../model/report.ts'
import type { Instant } from '../model/time.ts'
import { accountEmptied } from './accounts.ts'
import { blockRange, contactsPerBlock, firstContactOf, formatBlock, parseBlock } from './contact-book-format.ts'
import { isOvertaken } from './guard.ts'
import { interactionsWith } from './interactions.ts'
import { readsForgotten } from './reads.ts'
import * as schema from './schema/index.ts'
import type { Store } from './store.ts'
import { storedJson } from './stored-json.ts'

/**
 * Removes an account and all it taught us. People known through other accounts stay, with what is known from those; of the
 * others neither address nor name is left, nor in past reports; what the user said of people stays theirs. A user's only
 * account stays, emptied, for without any they could never sign in again, and then nothing of anybody stays. Whatever stops
 * it, it can be asked for again: the account itself goes last.
 */
export const forgetAccount = async (
  store: Store,
  { id, userId }: { readonly id: number; readonly userId: number },
  now: Instant,
): Promise<void> => {
  const { d1 } = store
  const emptied = accountEmptied(store, id, now).toSQL()
  await d1.batch([
    d1.prepare('DELETE FROM interactions WHERE account_id = ?1').bind(id),
    d1.prepare('DELETE FROM automated_senders WHERE account_id = ?1').bind(id),
    readsForgotten(store, id),
    d1.prepare(emptied.sql).bind(...emptied.params),
    d1.prepare(`UPDATE reports SET content = NULL WHERE user_id = ?2 AND NOT ${hasAnother}`).bind(id, userId),
    d1.prepare(`DELETE FROM suggestion_acts WHERE user_id = ?2 AND NOT ${hasAnother}`).bind(id, userId),
    d1.prepare(`DELETE FROM corrections WHERE user_id = ?2 AND NOT ${hasAnother}`).bind(id, userId),
  ])
  const { from, to } = blockRange(userId)
  const blocks = await d1
    .prepare('SELECT id FROM contact_blocks WHERE id BETWEEN ?1 AND ?2')
    .bind(from, to)
    .all<{ id: number }>()
  const gone = new Set<number>()
  for (const block of blocks.results)
    for (const contactId of await rebuild(store, userId, block.id)) gone.add(contactId)
  await forgetInReports(store, userId, gone)
  await d1.prepare(`DELETE FROM accounts WHERE id = ?1 AND ${hasAnother}`).bind(id, userId).run()
}

const hasAnother = 'EXISTS (SELECT 1 FROM accounts WHERE user_id = ?2 AND id <> ?1)'

const forgetInReports = async ({ d1 }: Store, userId: number, gone: ReadonlySet<number>): Promise<void> => {
  if (gone.size === 0) return
  const kept = await d1
    .prepare('SELECT week, content FROM reports WHERE user_id = ?1 AND content IS NOT NULL')
    .bind(userId)
    .all<{ week: string; content: string }>()
  const without = kept.results.map(({ week, content }) => [
    week,
    JSON.stringify(reportWithout(storedJson<Report>(content), gone)),
  ])
  await d1.batch([
    d1
      .prepare(
        'UPDATE reports SET content = each.value ->> 1 FROM json_each(?2) AS each WHERE user_id = ?1 AND week = each.value ->> 0',
      )
      .bind(userId, JSON.stringify(without)),
    d1
      .prepare('DELETE FROM suggestion_acts WHERE user_id = ?1 AND person_id IN (SELECT value FROM json_each(?2))')
      .bind(userId, JSON.stringify([...gone])),
  ])
}

/** A page of another account may be written at the same moment; hardly ever twice in a row. */
const maxTries = 5

/** Sums a block's contacts up anew from what is left, and answers with those of whom nothing is. */
const rebuild = async (store: Store, userId: number, id: number): Promise<readonly number[]> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const gone = await tryRebuild(store, userId, id)
    if (gone !== null) return gone
  }
  throw new Error(`block ${id} never stood still`)
}

/** Null where someone else wrote it meanwhile. */
const tryRebuild = async (store: Store, userId: number, id: number): Promise<readonly number[] | null> => {
  const { d1 } = store
  const block = await d1
    .prepare('SELECT version, contacts FROM contact_blocks WHERE id = ?1')
    .bind(id)
    .first<{ version: number; contacts: string }>()
  if (block === null) return []
  const contacts = await remaining(store, userId, id, parseBlock(id, block.contacts))
  const first = firstContactOf(id)
  const kept = contacts.filter(({ address }) => address !== nobody).map((contact) => contact.id)
  try {
    await d1.batch([
      d1
        .prepare(
          'INSERT INTO guard (broken) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM contact_blocks WHERE id = ?1 AND version = ?2)',
        )
        .bind(id, block.version),
      d1
        .prepare('UPDATE contact_blocks SET contacts = ?2, version = version + 1 WHERE id = ?1')
        .bind(id, formatBlock(contacts)),
      d1
        .prepare(
          'DELETE FROM addresses WHERE user_id = ?1 AND contact_id BETWEEN ?2 AND ?3 AND contact_id NOT IN (SELECT value FROM json_each(?4))',
        )
        .bind(userId, first, first + contactsPerBlock - 1, JSON.stringify(kept)),
    ])
    return contacts.filter(({ address }) => address === nobody).map((contact) => contact.id)
  } catch (error) {
    if (isOvertaken(error)) return null
    throw error
  }
}

/** Every row of a user, in every table that has any: a table added later is one that names its user. */
export const forgetUser = async ({ db, d1 }: Store, userId: number): Promise<void> => {
  const { from, to } = blockRange(userId)
  const owned = Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .flatMap((table) => {
      const columns: Readonly<Record<string, unknown>> = getTableColumns(table)
      return 'userId' in columns && table !== schema.accounts ? [table] : []
    })
  const deletions = owned.map((table) =>
    db
      .delete(table)
      .where(eq((table as typeof schema.addresses).userId, userId))
      .toSQL(),
  )
  await d1.batch([
    d1
      .prepare('DELETE FROM interactions WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ?1)')
      .bind(userId),
    d1
      .prepare('DELETE FROM automated_senders WHERE account_id IN (SELECT id FROM accounts WHERE user_id = ?1)')
      .bind(userId),
    d1.prepare('DELETE FROM contact_blocks WHERE id BETWEEN ?1 AND ?2').bind(from, to),
    ...deletions.map(({ sql, params }) => d1.prepare(sql).bind(...params)),
    d1.prepare('DELETE FROM accounts WHERE user_id = ?1').bind(userId),
    d1.prepare('DELETE FROM users WHERE id = ?1').bind(userId),
  ])
}

/** Holds the place of a contact that is forgotten: numbers follow from places. */
const nobody = addressFrom('')

const remaining = async (
  store: Store,
  userId: number,
  blockId: number,
  contacts: readonly Contact[],
): Promise<readonly Contact[]> => {
  const first = firstContactOf(blockId)
  const contactIds = contacts.map((_, index) => first + index)
  const left = Map.groupBy(await interactionsWith(store, { userId, contactIds }), ({ contactId }) => contactId)
  return contacts.map((contact) => {
    const interactions = left.get(contact.id)
    if (interactions === undefined) return newContact(contact.id, nobody)
    return { ...contact, ...interactions.reduce(withContact, noSummaries) }
  })
}
