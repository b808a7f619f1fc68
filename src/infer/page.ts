/** What a page of mail or of events says about who was in touch with whom. Pure. */
import { type CanonicalAddress, domainOf, localPartOf } from '../model/address.ts'
import type { CalendarEvent } from '../model/event.ts'
import type { Interaction } from '../model/interaction.ts'
import type { Message } from '../model/message.ts'
import { isSentForAnother } from './author.ts'
import { type Bounce, bouncesIn } from './bounces.ts'
import { isMadeUp } from './evidence.ts'
import { listAddresses } from './lists.ts'
import { readMeeting } from './meeting.ts'
import { type Reader, readMessage } from './message.ts'

export { headersMatter, type Reader } from './message.ts'

/** What a page says, before anything is stored. */
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
  /** Whose letters were left out as a machine's, each with the sign that sorts first. */
  readonly automatedSenders: ReadonlyMap<CanonicalAddress, string>
}

/** An address that the user is seen to send from is theirs on this page already. */
export const inferFromMessages = (messages: readonly Message[], { own: known, now }: Reader): Inferred => {
  const interactions: Interaction[] = []
  const withdrawn: Interaction[] = []
  const lists = new Set<CanonicalAddress>()
  const leftOut = new Map<string, number>()
  const automatedSenders = new Map<CanonicalAddress, string>()
  const aliases = aliasesIn(messages, known)
  const own = aliases.length === 0 ? known : new Set([...known, ...aliases])
  for (const message of messages) {
    for (const list of listAddresses(message)) lists.add(list)
    const reading = readMessage(message, { own, now })
    if (reading.kind === 'left_out') {
      leftOut.set(reading.why, (leftOut.get(reading.why) ?? 0) + 1)
      if (reading.automatedSender !== null) note(automatedSenders, reading.automatedSender, reading.why)
    } else (message.box === 'discarded' ? withdrawn : interactions).push(...reading.interactions)
  }
  return {
    interactions,
    withdrawn,
    lists: [...lists],
    bounces: bouncesIn(messages),
    aliases,
    signature: signatureIn(messages, own),
    leftOut,
    automatedSenders,
  }
}

export const inferFromEvents = (events: readonly CalendarEvent[], { own }: Reader): Inferred => {
  const interactions: Interaction[] = []
  const leftOut = new Map<string, number>()
  for (const event of events) {
    const reading = readMeeting(event, own)
    if (reading.kind === 'message') interactions.push(...reading.interactions)
    else leftOut.set(reading.why, (leftOut.get(reading.why) ?? 0) + 1)
  }
  return {
    interactions,
    withdrawn: [],
    lists: [],
    bounces: [],
    aliases: [],
    signature: null,
    leftOut,
    automatedSenders: new Map(),
  }
}

/** Of an address that was made for one letter only the host is worth remembering. */
const note = (automatedSenders: Map<CanonicalAddress, string>, address: CanonicalAddress, why: string): void => {
  const sender = isMadeUp(localPartOf(address)) ? (`*@${domainOf(address)}` as CanonicalAddress) : address
  const known = automatedSenders.get(sender)
  if (known === undefined || why < known) automatedSenders.set(sender, why)
}

/** Whoever the provider let send from this mailbox is its owner, under whatever address, but where they sent it for another. */
const aliasesIn = (messages: readonly Message[], own: ReadonlySet<CanonicalAddress>): readonly CanonicalAddress[] => {
  const found = new Set<CanonicalAddress>()
  for (const message of messages) {
    const { box, from } = message
    if (box !== 'sent' || from === null || own.has(from.address)) continue
    if (!isSentForAnother(message, own)) found.add(from.address)
  }
  return [...found]
}

const signatureIn = (messages: readonly Message[], own: ReadonlySet<CanonicalAddress>): string | null =>
  messages.find(
    ({ box, from }) => box === 'sent' && from !== null && own.has(from.address) && /^[^@]+$/.test(from.name),
  )?.from?.name ?? null
