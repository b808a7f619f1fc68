/** Writing a page: its interactions, the contacts they touch and the account's next position, all at once or not at all. */
import type { CanonicalAddress } from '../model/address.ts'
import { type AutomationEvidence, packEvidence } from '../model/automation.ts'
import { type FeedName, type Interaction, isDirect } from '../model/interaction.ts'
import { failure, type Result, success } from '../model/result.ts'
import type { ZoneLearned } from '../model/user.ts'
import { type AccountChange, accountUpdate } from './account-changes.ts'
import type { Block } from './contact-book.ts'
import { formatBlock } from './contact-book-format.ts'
import { guardStatement, isOvertaken } from './guard.ts'
import { feedNumber, packDetail } from './interaction-detail.ts'
import { itemKey, messageNameKey, wholeId } from './item-key.ts'
import type { InteractionRow } from './losses.ts'
import { noReadsChange, readStatements } from './reads.ts'
import type { Store } from './store.ts'
import { nameUpdate, zoneUpdate } from './users.ts'

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
  /** The name on the user's own messages, where some have one. */
  readonly signature: string | null
  /** Where a calendar says that the user lives, where that was not known. */
  readonly zone: ZoneLearned | null
  readonly change: AccountChange
}

/** At most so many rows: what stands already as it is told is not written again. */
export const rowsOf = (page: PageWrite): number =>
  page.interactions.length +
  page.removals.length +
  page.newAddresses.length +
  page.automatedSenders.size +
  page.blocks.length +
  (page.change.reads?.put.length ?? 0) +
  (page.change.reads?.drop.length ?? 0) +
  accountRows

/** The account's own; and the user's, where the page tells a name or a zone. */
const accountRows = 2

/** `overtaken` means that someone else wrote first: nothing was written, and the page must be done again. */
export const savePage = async (
  store: Store,
  page: PageWrite,
): Promise<Result<null, { readonly reason: 'overtaken' }>> => {
  const { d1 } = store
  const { account, feed, change } = page
  const feedIs = feedNumber(feed)
  const rows = page.interactions.map((interaction) => [
    interaction.contactId,
    interaction.at,
    itemKey(interaction.item),
    packDetail(interaction),
    messageNameKey(interaction.message),
    messageNameKey(interaction.thread),
    isOfTwo(interaction) ? wholeId(interaction.item) : null,
  ])
  const removed = page.removals.map(({ contactId, at, item }) => [contactId, at, item])
  const known = page.newAddresses.map(({ address, contactId }) => [address, contactId])
  const automatedSenders = [...page.automatedSenders].map(([address, evidence]) => [address, packEvidence(evidence)])
  const blocks = page.blocks.map(({ id, version, contacts }) => [id, version + 1, formatBlock(contacts)])
  const statements = [
    guardStatement(store, account, page.blocks),
    ...(removed.length === 0 ? [] : [d1.prepare(removeRows).bind(account.id, feedIs, JSON.stringify(removed))]),
    ...(rows.length === 0 ? [] : [d1.prepare(addRows).bind(account.id, feedIs, JSON.stringify(rows))]),
    ...(known.length === 0 ? [] : [d1.prepare(addAddresses).bind(account.userId, JSON.stringify(known))]),
    ...(automatedSenders.length === 0
      ? []
      : [d1.prepare(noteAutomatedSenders).bind(account.id, JSON.stringify(automatedSenders))]),
    ...(blocks.length === 0 ? [] : [d1.prepare(putBlocks).bind(JSON.stringify(blocks))]),
    ...readStatements(store, account.id, change.reads ?? noReadsChange),
    ...(page.signature === null ? [] : [nameUpdate(store, account.userId, page.signature)]),
    ...(page.zone === null ? [] : [zoneUpdate(store, account.userId, page.zone)]),
    accountUpdate(store, account, change),
  ]
  try {
    await d1.batch(statements)
    return success(null)
  } catch (error) {
    if (isOvertaken(error)) return failure({ reason: 'overtaken' })
    throw error
  }
}

/** A message between the user and one other: the only kind that is ever looked up. */
const isOfTwo = ({ feed, kind, size, isDoubted }: Interaction): boolean =>
  feed === 'mail' && isDirect(kind) && size === 1 && !isDoubted

/* In SQL, because Drizzle's builders know no json_each and its raw statements cannot stand in a batch on D1. */

const removeRows = `
  DELETE FROM interactions WHERE account_id = ?1 AND feed = ?2
    AND (contact_id, at, item) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?3))`

const addRows = `
  INSERT INTO interactions (account_id, feed, contact_id, at, item, detail, message, thread, whole_id)
  SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
    CAST(value ->> 6 AS INTEGER)
  FROM json_each(?3) WHERE true
  ON CONFLICT DO UPDATE SET detail = excluded.detail, message = excluded.message, thread = excluded.thread,
    whole_id = excluded.whole_id
    WHERE interactions.message IS NULL OR interactions.detail <> excluded.detail
      OR interactions.whole_id IS NOT excluded.whole_id`

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
