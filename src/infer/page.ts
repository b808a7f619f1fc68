/** What a page of mail or of events says about who was in touch with whom. Pure. */
import { anyAt, type CanonicalAddress, domainOf, localPartOf } from '../model/address.ts'
import { type AutomationEvidence, type LeftOutCode, strongerEvidence } from '../model/automation.ts'
import type { CalendarEvent } from '../model/event.ts'
import type { Interaction } from '../model/interaction.ts'
import type { Message } from '../model/message.ts'
import { isSentForAnother } from './author.ts'
import { type Bounce, bouncesIn } from './bounces.ts'
import { isMadeUp } from './evidence.ts'
import { inferFromEvent } from './meeting.ts'
import { type Inference, inferFromMessage, withLists } from './message.ts'
import type { MailboxOwner } from './owner.ts'

export { headersMatter } from './message.ts'
export type { MailboxOwner } from './owner.ts'

/** What a page says, before anything is stored. */
export interface Inferred {
  readonly interactions: readonly Interaction[]
  /** What messages now in the bin, or among spam, would have counted as: no longer true. */
  readonly withdrawn: readonly Interaction[]
  /** Messages of the user's that came back. */
  readonly bounces: readonly Bounce[]
  /** Addresses the user was seen to send from. */
  readonly aliases: readonly CanonicalAddress[]
  /** The name on the user's own messages, or null where they carry none. */
  readonly signature: string | null
  /** How many items were left out, by the reason. */
  readonly leftOut: ReadonlyMap<LeftOutCode, number>
  /** Whose messages were left out as automated, each with its strongest evidence. */
  readonly automatedSenders: ReadonlyMap<CanonicalAddress, AutomationEvidence>
}

/** An address that the user is seen to send from is theirs on this page already. */
export const inferFromMessages = (messages: readonly Message[], owner: MailboxOwner): Inferred => {
  const { own: known } = owner
  const interactions: Interaction[] = []
  const withdrawn: Interaction[] = []
  const leftOut = new Map<LeftOutCode, number>()
  const automatedSenders = new Map<CanonicalAddress, AutomationEvidence>()
  const aliases = aliasesIn(messages, known)
  const own = aliases.length === 0 ? known : new Set([...known, ...aliases])
  for (const message of messages) {
    const inference = inferFromMessage(message, { ...owner, own })
    const counted = message.box === 'discarded' ? withdrawn : interactions
    if (inference.kind === 'interactions') {
      counted.push(...withLists(message, inference.interactions))
      continue
    }
    if (inference.kind === 'automated') counted.push(...withLists(message, []))
    count(leftOut, codeOf(inference))
    if (inference.kind === 'automated') note(automatedSenders, inference)
  }
  return {
    interactions,
    withdrawn,
    bounces: bouncesIn(messages, own),
    aliases,
    signature: signatureIn(messages, own),
    leftOut,
    automatedSenders,
  }
}

export const inferFromEvents = (events: readonly CalendarEvent[], owner: MailboxOwner): Inferred => {
  const interactions: Interaction[] = []
  const leftOut = new Map<LeftOutCode, number>()
  for (const event of events) {
    const inference = inferFromEvent(event, owner.own)
    if (inference.kind === 'interactions') interactions.push(...inference.interactions)
    else count(leftOut, codeOf(inference))
  }
  return {
    interactions,
    withdrawn: [],
    bounces: [],
    aliases: [],
    signature: null,
    leftOut,
    automatedSenders: new Map(),
  }
}

const count = (leftOut: Map<LeftOutCode, number>, code: LeftOutCode): void => {
  leftOut.set(code, (leftOut.get(code) ?? 0) + 1)
}

const codeOf = (inference: Exclude<Inference, { readonly kind: 'interactions' }>): LeftOutCode =>
  inference.kind === 'automated' ? inference.evidence.code : inference.code

/** Of an address that was made for one message only the host is worth remembering. */
const note = (
  automatedSenders: Map<CanonicalAddress, AutomationEvidence>,
  { sender, evidence }: Extract<Inference, { readonly kind: 'automated' }>,
): void => {
  const key = isMadeUp(localPartOf(sender)) ? anyAt(domainOf(sender)) : sender
  const known = automatedSenders.get(key)
  automatedSenders.set(key, known === undefined ? evidence : strongerEvidence(known, evidence))
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
