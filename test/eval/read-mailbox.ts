/**
 * A mailbox of the sandbox read in memory by the product's own inference, in pages as a sync reads it, without a database:
 * who the contacts are when everything has been read.
 */

import type { Bounce } from '../../src/infer/bounces.ts'
import { roleAccountsInTouch } from '../../src/infer/exclusion.ts'
import { namesakes } from '../../src/infer/identity.ts'
import { inferFromEvents, inferFromMessages } from '../../src/infer/page.ts'
import type { Findings } from '../../src/infer/resolve.ts'
import { type CanonicalAddress, canonicalAddress } from '../../src/model/address.ts'
import type { Contact } from '../../src/model/contact.ts'
import { answersLikePeople } from '../../src/model/conversation.ts'
import type { CalendarEvent } from '../../src/model/event.ts'
import { type Exchange, type Interaction, isDirect } from '../../src/model/interaction.ts'
import type { Message } from '../../src/model/message.ts'
import { dayIndex, type Instant, instantFromMilliseconds } from '../../src/model/time.ts'
import { parseEvent } from '../../src/providers/google/calendar/parse.ts'
import { parseMessage } from '../../src/providers/google/mail/parse.ts'
import type { Block } from '../../src/store/contact-book.ts'
import { blockId } from '../../src/store/contact-book-format.ts'
import { messageNameKey } from '../../src/store/item-key.ts'
import { type Learned, learn } from '../../src/sync/contact-changes.ts'
import { eventResource } from '../sandbox/google/calendar-event.ts'
import { messageResource } from '../sandbox/google/gmail-letter.ts'
import type { Mailbox } from '../sandbox/world.ts'

export interface ReadMailbox extends Omit<Required<Findings>, 'ownerName'>, ReadPages {}

export interface ReadPages extends Pick<Findings, 'contacts' | 'own' | 'ownerName'> {
  /** UTC days in direct contact with anyone. */
  readonly activeDays: ReadonlySet<number>
  /** In the order in which pages bring them. */
  readonly interactions: readonly Interaction[]
  readonly messages: number
  readonly leftOut: ReadonlyMap<string, number>
  /** What only the letters themselves tell: which desks never answered as people do, and who answered from elsewhere. */
  readonly inMessages: () => Required<Pick<Findings, 'automatedIds' | 'answeredFrom'>>
}

export const pagesOf = (mailbox: Mailbox, perPage = 100): readonly (readonly Message[])[] => {
  const view = { format: 'metadata', headers: null, isMetadataOnly: true } as const
  const messages = mailbox.newestFirst.flatMap((message) => parseMessage(messageResource(message, '1', view)) ?? [])
  return Array.from({ length: Math.ceil(messages.length / perPage) }, (_, page) =>
    messages.slice(page * perPage, (page + 1) * perPage),
  )
}

export const readMailbox = (mailbox: Mailbox, milliseconds: number): ReadMailbox => {
  const { owner } = mailbox
  const view = { owner, zone: owner.zone, maxAttendees: 100, origin: 'https://calendar.test' }
  const events = [...mailbox.meetings.values()].flatMap((meeting) => parseEvent(eventResource(meeting, view)) ?? [])
  const whole = { pages: pagesOf(mailbox), events, address: owner.address }
  const read = readPages(whole, instantFromMilliseconds(milliseconds))
  return { ...read, ...read.inMessages() }
}

export const readPages = (
  from: {
    readonly pages: readonly (readonly Message[])[]
    readonly events: readonly CalendarEvent[]
    readonly address: string
  },
  now: Instant,
): ReadPages => {
  const book = new Book()
  const account = canonicalAddress(from.address)
  const own = new Set(account === null ? [] : [account])
  const days = new Set<number>()
  const interactions: Interaction[] = []
  const leftOut = new Map<string, number>()
  let ownerName: string | null = null
  const take = (inferred: ReturnType<typeof inferFromMessages>): void => {
    for (const alias of inferred.aliases) own.add(alias)
    ownerName ??= inferred.signature
    for (const { kind, at } of inferred.interactions) if (isDirect(kind)) days.add(dayIndex(at))
    for (const interaction of inferred.interactions) interactions.push(interaction)
    for (const [why, count] of inferred.leftOut) leftOut.set(why, (leftOut.get(why) ?? 0) + count)
    book.write(inferred)
  }
  for (const page of from.pages) take(inferFromMessages(page, { own, now }))
  take(inferFromEvents(from.events, { own, now }))
  const messages = from.pages.reduce((sum, page) => sum + page.length, 0)
  return {
    contacts: book.contacts,
    own,
    ...(ownerName !== null && { ownerName }),
    activeDays: days,
    interactions,
    messages,
    leftOut,
    inMessages: () => book.inMessages(),
  }
}

/** The blocks a database would hold. */
class Book {
  readonly #blocks = new Map<number, Block>()
  readonly #known = new Map<CanonicalAddress, number>()
  readonly #interactions: Learned['interactions'][] = []

  write(inferred: ReturnType<typeof inferFromMessages>): void {
    const { interactions } = inferred
    const bounces = inferred.bounces.filter((bounce) => this.#isProven(bounce))
    const addresses = [...interactions.map(({ who }) => who.address), ...bounces.map(({ address }) => address)]
    const known = new Map(
      addresses.flatMap((address) => {
        const contactId = this.#known.get(address)
        return contactId === undefined ? [] : [[address, contactId] as const]
      }),
    )
    const last = Math.max(0, this.#known.size - 1)
    const needed = new Set([last, ...known.values()].map((contactId) => blockId(user, contactId)))
    const open = { blocks: [...needed].flatMap((id) => this.#blocks.get(id) ?? []), known }
    const learned = learn(user, open, { ...inferred, bounces, remaining: new Map() })
    for (const block of learned.blocks) this.#blocks.set(block.id, block)
    for (const { address, contactId } of learned.newAddresses) this.#known.set(address, contactId)
    this.#interactions.push(learned.interactions)
  }

  #isProven({ address, at, unprovenThread }: Bounce): boolean {
    if (unprovenThread === null) return true
    return this.#interactions
      .flat()
      .some(
        ({ who, kind, thread, at: sentAt }) =>
          who.address === address && kind === 'sent' && thread === unprovenThread && sentAt <= at,
      )
  }

  inMessages(): ReturnType<ReadPages['inMessages']> {
    const { contacts } = this
    const roleAccounts = roleAccountsInTouch(contacts)
    const pairs = namesakes(contacts)
    const wanted = new Set([...roleAccounts, ...pairs.flat()].map(({ id }) => id))
    const known = this.#exchangesWith(wanted)
    const of = ({ id }: Contact): readonly Exchange[] => known.get(id) ?? []
    return {
      automatedIds: new Set(
        roleAccounts.filter((sandboxConsole) => !answersLikePeople(of(sandboxConsole))).map(({ id }) => id),
      ),
      answeredFrom: pairs
        .filter(([writtenTo, heardFrom]) => isAnsweredIn(of(writtenTo), of(heardFrom)))
        .map((pair) => pair.map(({ address }) => address)),
    }
  }

  #exchangesWith(wanted: ReadonlySet<number>): ReadonlyMap<number, readonly Exchange[]> {
    const theirs = this.#interactions.flat().filter(({ contactId }) => wanted.has(contactId))
    return Map.groupBy(
      theirs.map((each) => ({ ...each, message: messageNameKey(each.message), thread: messageNameKey(each.thread) })),
      ({ contactId }) => contactId,
    )
  }

  get contacts(): readonly Contact[] {
    return [...this.#blocks.values()].sort((a, b) => a.id - b.id).flatMap(({ contacts }) => contacts)
  }
}

const isAnsweredIn = (asked: readonly Exchange[], answers: readonly Exchange[]): boolean => {
  const askedAt = new Map<number, number>()
  for (const { feed, kind, size, thread, at } of asked) {
    if (feed !== 'mail' || kind !== 'sent' || size !== 1) continue
    askedAt.set(thread, Math.min(at, askedAt.get(thread) ?? at))
  }
  return answers.some(
    ({ feed, kind, thread, at }) => feed === 'mail' && kind === 'received' && at > (askedAt.get(thread) ?? at),
  )
}

const user = 1
