/** Writing a page: its interactions, the contacts they touch and the account's next position, all at once or not at all. */
import type { Memory } from '../model/account.ts'
import type { CanonicalAddress } from '../model/address.ts'
import { type AutomationEvidence, packEvidence } from '../model/automation.ts'
import type { FeedName, Interaction } from '../model/interaction.ts'
import { failure, type Result, success } from '../model/result.ts'
import { type AccountChange, accountUpdate } from './accounts.ts'
import type { Block } from './contact-book.ts'
import { formatBlock } from './contact-book-format.ts'
import { isOvertaken } from './guard.ts'
import { feedNumber, packDetail } from './interaction-detail.ts'
import type { InteractionRow } from './interactions.ts'
import { itemKey, nameKey } from './item-key.ts'
import { memoryUpdate, type ReadingOf } from './memories.ts'
import type { Store } from './store.ts'
import { nameUpdate } from './users.ts'

export interface PageWrite {
  readonly account: { readonly id: number; readonly userId: number; readonly revision: number }
  readonly feed: FeedName
  readonly interactions: readonly (Interaction & { readonly contactId: number })[]
  readonly removals: readonly InteractionRow[]
  readonly newAddresses: readonly { readonly address: CanonicalAddress; readonly contactId: number }[]
  /** Whose messages were left out as automated, each with its strongest evidence. */
  readonly automatedSenders: ReadonlyMap<CanonicalAddress, AutomationEvidence>
  /** Blocks that changed, with the version they were read at; 0 for one that was not there. */
  readonly blocks: readonly Block[]
  /** The name on the user's own letters, where some have one. */
  readonly signature?: string | null
  /** What the reading, or the audit of it, is to remember. */
  readonly memory?: (Memory & Pick<ReadingOf, 'isAudit'>) | null
  readonly change: AccountChange
}

/** `overtaken` means that someone else wrote first: nothing was written, and the page must be done again. */
export const savePage = async (
  store: Store,
  page: PageWrite,
): Promise<Result<null, { readonly reason: 'overtaken' }>> => {
  const { d1 } = store
  const { account, feed, memory } = page
  const feedIs = feedNumber(feed)
  const rows = page.interactions.map((interaction) => [
    interaction.contactId,
    interaction.at,
    itemKey(interaction.item),
    packDetail(interaction),
    nameKey(interaction.message),
    nameKey(interaction.thread),
  ])
  const removed = page.removals.map(({ contactId, at, item }) => [contactId, at, item])
  const known = page.newAddresses.map(({ address, contactId }) => [address, contactId])
  const automatedSenders = [...page.automatedSenders].map(([address, evidence]) => [address, packEvidence(evidence)])
  const blocks = page.blocks.map(({ id, version, contacts }) => [id, version + 1, formatBlock(contacts)])
  const statements = [
    d1
      .prepare(holdsStill)
      .bind(account.id, account.revision, JSON.stringify(page.blocks.map(({ id, version }) => [id, version]))),
    ...(removed.length === 0 ? [] : [d1.prepare(removeRows).bind(account.id, feedIs, JSON.stringify(removed))]),
    ...(rows.length === 0 ? [] : [d1.prepare(addRows).bind(account.id, feedIs, JSON.stringify(rows))]),
    ...(known.length === 0 ? [] : [d1.prepare(addAddresses).bind(account.userId, JSON.stringify(known))]),
    ...(automatedSenders.length === 0
      ? []
      : [d1.prepare(noteAutomatedSenders).bind(account.id, JSON.stringify(automatedSenders))]),
    ...(blocks.length === 0 ? [] : [d1.prepare(putBlocks).bind(JSON.stringify(blocks))]),
    ...(memory == null ? [] : [memoryUpdate(store, { accountId: account.id, feed, isAudit: memory.isAudit }, memory)]),
  ]
  try {
    const updates = [
      accountUpdate(store, account, page.change),
      ...(page.signature == null ? [] : [nameUpdate(store, account.userId, page.signature)]),
    ].map((update) => update.toSQL())
    await d1.batch([...statements, ...updates.map(({ sql, params }) => d1.prepare(sql).bind(...params))])
    return success(null)
  } catch (error) {
    if (isOvertaken(error)) return failure({ reason: 'overtaken' })
    throw error
  }
}

/* In SQL, because Drizzle's builders know no json_each and its raw statements cannot stand in a batch on D1. */

const holdsStill = `
  INSERT INTO guard (broken) SELECT 1
  WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE id = ?1 AND revision = ?2)
    OR EXISTS (SELECT 1 FROM json_each(?3) AS read LEFT JOIN contact_blocks AS block ON block.id = read.value ->> 0
      WHERE ifnull(block.version, 0) <> read.value ->> 1)`

const removeRows = `
  DELETE FROM interactions WHERE account_id = ?1 AND feed = ?2
    AND (contact_id, at, item) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?3))`

const addRows = `
  INSERT INTO interactions (account_id, feed, contact_id, at, item, detail, message, thread)
  SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
  FROM json_each(?3) WHERE true
  ON CONFLICT DO UPDATE SET detail = excluded.detail, message = excluded.message, thread = excluded.thread
    WHERE interactions.message IS NULL OR interactions.detail <> excluded.detail`

const addAddresses = `
  INSERT INTO addresses (user_id, address, contact_id)
  SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)`

const noteAutomatedSenders = `
  INSERT INTO automated_senders (account_id, address, evidence)
  SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2) WHERE true
  ON CONFLICT DO UPDATE SET evidence = excluded.evidence WHERE excluded.evidence > automated_senders.evidence`

const putBlocks = `
  INSERT INTO contact_blocks (id, version, contacts)
  SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1) WHERE true
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, contacts = excluded.contacts`
