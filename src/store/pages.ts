/** Writing a page: its interactions, the contacts they touch and the account's next position, all at once or not at all. */
import type { CanonicalAddress } from '../model/address.ts'
import type { FeedName, Interaction } from '../model/interaction.ts'
import { failure, type Result, success } from '../model/result.ts'
import { type AccountChange, accountUpdate } from './accounts.ts'
import { formatBlock } from './contact-blocks.ts'
import type { Block } from './contacts.ts'
import { feedNumber, type InteractionRow, packDetail } from './interactions.ts'
import { itemSize, storedKey } from './item-key.ts'
import type { Store } from './store.ts'

export interface PageWrite {
  readonly account: { readonly id: number; readonly userId: number; readonly turn: number }
  readonly feed: FeedName
  readonly interactions: readonly (Interaction & { readonly contactId: number })[]
  readonly removals: readonly InteractionRow[]
  readonly newAddresses: readonly { readonly address: CanonicalAddress; readonly contactId: number }[]
  /** Blocks that changed, with the version they were read at; 0 for one that was not there. */
  readonly blocks: readonly Block[]
  readonly change: AccountChange
}

/** `overtaken` means that someone else wrote first: nothing was written, and the page must be done again. */
export const savePage = async (
  store: Store,
  page: PageWrite,
): Promise<Result<null, { readonly reason: 'overtaken' }>> => {
  const { d1 } = store
  const { account, feed } = page
  const feedIs = feedNumber(feed)
  const rows = page.interactions.map(({ contactId, at, item, letter, kind, size }) => [
    contactId,
    at,
    storedKey(item, letter),
    packDetail(kind, size),
  ])
  const removed = page.removals.map(({ contactId, at, item }) => [contactId, at, item])
  const known = page.newAddresses.map(({ address, contactId }) => [address, contactId])
  const blocks = page.blocks.map(({ id, version, contacts }) => [id, version + 1, formatBlock(contacts)])
  const statements = [
    d1
      .prepare(holdsStill)
      .bind(account.id, account.turn, JSON.stringify(page.blocks.map(({ id, version }) => [id, version]))),
    ...(removed.length === 0 ? [] : [d1.prepare(removeRows).bind(account.id, feedIs, JSON.stringify(removed))]),
    ...(rows.length === 0 ? [] : [d1.prepare(addRows).bind(account.id, feedIs, JSON.stringify(rows))]),
    ...(known.length === 0 ? [] : [d1.prepare(addAddresses).bind(account.userId, JSON.stringify(known))]),
    ...(blocks.length === 0 ? [] : [d1.prepare(putBlocks).bind(JSON.stringify(blocks))]),
  ]
  try {
    const update = accountUpdate(store, account, page.change).toSQL()
    await d1.batch([...statements, d1.prepare(update.sql).bind(...update.params)])
    return success(null)
  } catch (error) {
    if (isBrokenGuard(error)) return failure({ reason: 'overtaken' })
    throw error
  }
}

/* In SQL, because Drizzle's builders know no json_each and its raw statements cannot stand in a batch on D1. */

const holdsStill = `
  INSERT INTO guard (broken) SELECT 1
  WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE id = ?1 AND turn = ?2)
    OR EXISTS (SELECT 1 FROM json_each(?3) AS read LEFT JOIN contact_blocks AS block ON block.id = read.value ->> 0
      WHERE ifnull(block.version, 0) <> read.value ->> 1)`

const removeRows = `
  DELETE FROM interactions WHERE account_id = ?1 AND feed = ?2
    AND (contact_id, at, item) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?3))`

/** An item is known whether or not its letter's name was, when it was stored. */
const addRows = `
  INSERT INTO interactions (account_id, feed, contact_id, at, item, detail)
  SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?3)
  WHERE NOT EXISTS (SELECT 1 FROM interactions WHERE account_id = ?1 AND feed = ?2 AND contact_id = value ->> 0
    AND at = value ->> 1 AND item & ${itemSize - 1} = value ->> 2 & ${itemSize - 1})
  ON CONFLICT DO NOTHING`

const addAddresses = `
  INSERT INTO addresses (user_id, address, contact_id)
  SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)`

const putBlocks = `
  INSERT INTO contact_blocks (id, version, contacts)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1) WHERE true
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, contacts = excluded.contacts`

/** The guard's check failed, or another page numbered the same new contact first: either way someone was faster. */
const isBrokenGuard = (error: unknown): boolean => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  return /guard_holds|UNIQUE constraint failed: addresses/.test(String(cause))
}
