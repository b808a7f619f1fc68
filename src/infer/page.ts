/**
 * What a page of mail or of events says about who was in touch with whom. The rules were chosen on real mail: copies
 * and crowds are no contact, but they show that someone is still around. Pure.
 */
import { type Address, type CanonicalAddress, canonicalAddress, parseAddresses } from '../model/address.ts'
import type { Attendee, CalendarEvent } from '../model/event.ts'
import type { Interaction, InteractionKind } from '../model/interaction.ts'
import { headerValue, type Message } from '../model/message.ts'
import { DAY, type Instant } from '../model/time.ts'
import { isOpen, judge, looksLikeList } from './automated.ts'
import { type Bounce, bouncesIn, isFromMailServer } from './bounces.ts'

/** Whose mailbox it is, and when it is read. */
export interface Reader {
  readonly own: ReadonlySet<CanonicalAddress>
  readonly now: Instant
}

export interface Inferred {
  readonly interactions: readonly Interaction[]
  /** What messages now in the bin, or among spam, would have counted as: no longer true. */
  readonly withdrawn: readonly Interaction[]
  /** Addresses that are mailing lists, however often the user writes to them. */
  readonly lists: readonly CanonicalAddress[]
  /** Letters of the user's that came back. */
  readonly bounces: readonly Bounce[]
  /** Addresses the user was seen to send from. */
  readonly aliases: readonly CanonicalAddress[]
  /** The name the user's own letters carry, or null where they carry none. */
  readonly signature: string | null
  /** How many items were left out, by the reason. */
  readonly leftOut: ReadonlyMap<string, number>
}

export const inferFromMessages = (messages: readonly Message[], { own: known, now }: Reader): Inferred => {
  const interactions: Interaction[] = []
  const withdrawn: Interaction[] = []
  const lists = new Set<CanonicalAddress>()
  const leftOut = new Map<string, number>()
  const aliases = aliasesIn(messages, known)
  const own = aliases.length === 0 ? known : new Set([...known, ...aliases])
  for (const message of messages) {
    for (const list of listAddresses(message)) lists.add(list)
    const reason = whyNoLetter(message, { own, now })
    if (reason !== null) {
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1)
      continue
    }
    const target = message.box === 'discarded' ? withdrawn : interactions
    target.push(...interactionsOfLetter(message, own))
  }
  return {
    interactions,
    withdrawn,
    lists: [...lists],
    bounces: bouncesIn(messages),
    aliases,
    signature: signatureIn(messages),
    leftOut,
  }
}

export const inferFromEvents = (events: readonly CalendarEvent[], reader: Reader): Inferred => {
  const interactions: Interaction[] = []
  const leftOut = new Map<string, number>()
  for (const event of events) {
    const reason = whyNoMeeting(event)
    if (reason === null) interactions.push(...interactionsOfMeeting(event, reader.own))
    else leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1)
  }
  return { interactions, withdrawn: [], lists: [], bounces: [], aliases: [], signature: null, leftOut }
}

/**
 * Whether headers that are not at hand could change what a letter counts as. Where they could not, a provider that has to
 * be asked for them need not be: what was sent counts whatever they say, and so does much of machines' mail. A mail
 * server's may name the address that failed, and those of what a list sent on, the list.
 */
export const headersMatter = (message: Message): boolean => {
  const { box, from, to, cc } = message
  if (box === 'sent' || from === null) return false
  return isOpen(message) || isFromMailServer(message) || [...to, ...cc].some(({ address }) => looksLikeList(address))
}

/** Direct contact by mail: at most this many recipients, the addressee in To … */
const directRecipients = 10
/** … or in Cc among at most this many. */
const directCopies = 3
/** Beyond this many recipients a letter says nothing about two of them. */
const crowd = 30
/** A meeting of more people than this is an audience. */
const directAttendees = 8
/** A standing meeting of this many is a habit of the calendar, not of two people. */
const standingAttendees = 6
/** No mailbox has mail from before this; such dates are a clock gone wrong (1990-01-01). */
const earliestMail = 631_152_000

const whyNoLetter = (message: Message, { own, now }: Reader): string | null => {
  if (message.receivedAt < earliestMail || message.receivedAt > now + DAY) return 'its date is impossible'
  const verdict = judge(message)
  if (message.box === 'sent') return verdict.isCertain && !verdict.human ? verdict.why : null
  if (message.from === null) return 'it names no sender'
  // In the bin a letter of the user's own is one they sent: it has to be taken back.
  if (own.has(message.from.address)) return message.box === 'discarded' ? null : 'the user wrote it to themselves'
  return verdict.human ? null : verdict.why
}

const interactionsOfLetter = (message: Message, own: ReadonlySet<CanonicalAddress>): readonly Interaction[] => {
  const isFromUser = message.from === null || own.has(message.from.address) || message.box === 'sent'
  const recipients = [...message.to, ...message.cc, ...message.bcc]
  const others = distinct(recipients.filter(({ address }) => !own.has(address) && address !== message.from?.address))
  if (recipients.length > crowd) return []
  const inTo = new Set(message.to.map(({ address }) => address))
  const letter = headerValue(message.headers, 'message-id')
  const interaction = (who: Address, kind: InteractionKind, size: number): Interaction => ({
    feed: 'mail',
    item: message.id,
    who,
    kind,
    at: message.receivedAt,
    size,
    letter,
  })
  if (isFromUser) {
    return others.map((who) =>
      interaction(who, isDirectTo(inTo.has(who.address), recipients.length) ? 'sent' : 'seen', others.length),
    )
  }
  if (message.from === null) return []
  const isInTo = message.to.some(({ address }) => own.has(address))
  const kind = isDirectTo(isInTo, recipients.length) ? 'received' : 'seen'
  const size = others.length + 1
  return [interaction(message.from, kind, size), ...others.map((who) => interaction(who, 'seen', size))]
}

const isDirectTo = (isInTo: boolean, recipients: number): boolean =>
  recipients <= (isInTo ? directRecipients : directCopies)

const whyNoMeeting = (event: CalendarEvent): string | null => {
  if (event.kind === 'other') return 'it is no meeting'
  if (event.isCancelled) return 'it was cancelled'
  if (event.response === 'declined') return 'the user declined'
  if (event.attendees.length === 0) return 'nobody was invited'
  return null
}

const interactionsOfMeeting = (event: CalendarEvent, own: ReadonlySet<CanonicalAddress>): readonly Interaction[] => {
  const isOther = ({ isSelf, isResource, address, response }: Attendee): boolean =>
    !isSelf && !isResource && !own.has(address.address) && response !== 'declined'
  const others = distinct(event.attendees.filter(isOther).map(({ address }) => address))
  if (others.length === 0 || others.length > crowd) return []
  const people = others.length + 1
  const isStanding = event.seriesId !== null && people >= standingAttendees
  const tookPart = event.response === 'accepted' && !event.isAllDay
  const kind = tookPart && people <= directAttendees && !isStanding ? 'met' : 'seen'
  return others.map((who) => ({
    feed: 'calendar',
    item: event.id,
    who,
    kind,
    at: event.startsAt,
    size: others.length,
    letter: null,
  }))
}

const distinct = (addresses: readonly Address[]): readonly Address[] => {
  const seen = new Map<CanonicalAddress, Address>()
  for (const address of addresses) {
    const known = seen.get(address.address)
    if (known === undefined || (known.name === '' && address.name !== '')) seen.set(address.address, address)
  }
  return [...seen.values()]
}

/** Whoever the provider let send from this mailbox is its owner, under whatever address. */
const aliasesIn = (messages: readonly Message[], own: ReadonlySet<CanonicalAddress>): readonly CanonicalAddress[] => {
  const found = new Set<CanonicalAddress>()
  for (const { box, from } of messages) {
    if (box === 'sent' && from !== null && !own.has(from.address)) found.add(from.address)
  }
  return [...found]
}

const signatureIn = (messages: readonly Message[]): string | null =>
  messages.find(({ box, from }) => box === 'sent' && from !== null && /^[^@]+$/.test(from.name))?.from?.name ?? null

/**
 * The addresses of the lists a message came through (RFC 2369 List-Post, and older marks), and those of its recipients
 * that List-Id names (RFC 2919: an identifier, and only by custom also an address).
 */
const listAddresses = ({ headers, to, cc }: Message): readonly CanonicalAddress[] => {
  const found: CanonicalAddress[] = []
  for (const name of ['list-post', 'x-beenthere', 'x-mailing-list']) {
    const value = headerValue(headers, name)
    const address = value === null ? undefined : parseAddresses(value)[0]
    if (address !== undefined) found.push(address.address)
  }
  const id = headerValue(headers, 'list-id')?.match(/<([^<>\s.]+)\.([^<>\s]+)>/)
  const fromId = id === null || id === undefined ? null : canonicalAddress(`${id[1]}@${id[2]}`)
  for (const { address } of [...to, ...cc]) if (address === fromId) found.push(address)
  return found
}
