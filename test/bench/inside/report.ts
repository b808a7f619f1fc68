/** The weekly report of someone with very many people: stocked once, then made and sent as the queue would have it. */

import type { CanonicalAddress } from '../../../src/model/address.ts'
import { newContact } from '../../../src/model/contact.ts'
import { noIndexes, withIndex } from '../../../src/model/index-set.ts'
import type { Interaction } from '../../../src/model/interaction.ts'
import { withInteraction } from '../../../src/model/relationship.ts'
import { DAY, instantFromMilliseconds, later, mondayOf } from '../../../src/model/time.ts'
import { blockId, contactsPerBlock, formatBlock } from '../../../src/store/contact-book-format.ts'
import { addNewcomer } from '../../../src/store/new-users.ts'
import { savePage } from '../../../src/store/pages.ts'
import { openStore } from '../../../src/store/store.ts'
import { readFeeds } from '../../account.ts'
import { interactionWith } from '../../interaction.ts'
import { openProduct, type Product } from './product.ts'
import { type Recording, recording } from './statements.ts'
import { type BenchEnv, type Trial, today } from './trial.ts'

const now = instantFromMilliseconds(today)

export interface Stock {
  readonly people: number
  readonly interactions: number
  readonly bytesPerPerson: number
}

/** People with rhythms from a week to a season, some of them silent for longer than that. */
const stockPeople: Trial = async (env, question): Promise<Stock> => {
  const { people, each } = question as { readonly people: number; readonly each: number }
  const store = openStore(env.DB)
  const newcomer = await addNewcomer(
    store,
    {
      provider: 'google',
      subject: '1',
      address: 'ann@gmail.example',
      grant: 'not asked for',
      createdAt: later(now, -DAY),
    },
    { name: 'Ann', onlyFirst: false, isAddressConfirmed: true },
  )
  if (newcomer === null) throw new Error('no user')
  const { user, account } = newcomer
  let bytes = 0
  let revision = 0
  for (let first = 0; first < people; first += contactsPerBlock) {
    const ids = Array.from({ length: Math.min(contactsPerBlock, people - first) }, (_, index) => first + index)
    const interactions = ids.flatMap((id) => interactionsWith(id, each))
    const contacts = ids.map((id) => {
      const own = interactions.filter(({ contactId }) => contactId === id)
      const contact = newContact(id, addressOf(id))
      return {
        ...contact,
        label: { name: `Person Number${id}`, spelling: contact.address, rank: 2 as const },
        relationship: own.reduce(withInteraction, contact.relationship),
      }
    })
    bytes += new TextEncoder().encode(formatBlock(contacts)).length
    const saved = await savePage(store, {
      account: { id: account.id, userId: user.id, revision },
      feed: 'mail',
      interactions,
      removals: [],
      newAddresses: contacts.map(({ id, address }) => ({ address, contactId: id })),
      automatedSenders: new Map(),
      signature: null,
      zone: null,
      blocks: [{ id: blockId(user.id, first), version: 0, contacts }],
      change: {
        readAt: { mail: now, calendar: now },
        reads: {
          put: Object.values(readFeeds(now)).map(({ changes }) => ({ read: changes, seen: [], memory: null })),
          drop: [],
        },
        activeDays: Array.from({ length: 1826 }, (_, day) => Math.floor(now / DAY) - day).reduce(withIndex, noIndexes),
      },
    })
    if (!saved.ok) throw new Error('not saved')
    revision += 1
  }
  return { people, interactions: people * each, bytesPerPerson: bytes / people }
}

const addressOf = (id: number): CanonicalAddress => `person.${id}@firm${id % 300}.example` as CanonicalAddress

const interactionsWith = (
  contactId: number,
  each: number,
): readonly (Interaction & { readonly contactId: number })[] => {
  const gapDays = 7 + ((contactId * 13) % 90)
  const silenceDays = (contactId * 31) % (3 * gapDays)
  return Array.from({ length: each }, (_, index) => ({
    ...interactionWith(
      { address: addressOf(contactId) },
      {
        item: `${contactId}-${index}`,
        kind: index % 2 === 0 ? 'sent' : 'received',
        at: later(now, -Math.floor(Math.min(1800, silenceDays + (index * gapDays) / 2) * DAY) - index),
      },
    ),
    contactId,
  }))
}

const week = mondayOf(now, 'UTC')
/** What a report that went out writes last. */
const settled = /^update "reports" set .*"sent_at" = /i

let product: Product | null = null
let recorded: Recording | null = null

export interface ReportRun {
  readonly rowsRead: number
  readonly rowsWritten: number
  readonly queries: number
}

/** So that the next report is asked for as if it were the first. */
const forgetReports: Trial = async ({ DB }) => {
  await DB.prepare('DELETE FROM reports').run()
  return {}
}

/** One report in its two invocations, from the job to the carrier's answer; it fails where an earlier one was not forgotten. */
const sendReport: Trial = async (env: BenchEnv): Promise<ReportRun> => {
  recorded ??= recording(env.DB)
  product ??= openProduct({ ...env, DB: recorded.database })
  const before = { ...product.meter }
  recorded.calls.length = 0
  await product.env.JOBS.send({ kind: 'report', userId: 1, week })
  // The report is built and kept by the first invocation, and sent by the second.
  await product.step()
  await product.step()
  if (!recorded.calls.some((call) => call.some(({ sql }) => settled.test(sql))))
    throw new Error('The report was not sent')
  return {
    rowsRead: product.meter.rowsRead - before.rowsRead,
    rowsWritten: product.meter.rowsWritten - before.rowsWritten,
    queries: product.meter.queries - before.queries,
  }
}

export const report: Readonly<Record<string, Trial>> = { stockPeople, forgetReports, sendReport }
