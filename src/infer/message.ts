/**
 * Which interactions a letter is, and why some are none. The rules were chosen on real mail: copies and crowds are no
 * contact, but they show that someone is still around. Pure.
 */
import type { Address, CanonicalAddress } from '../model/address.ts'
import type { Interaction, InteractionKind, Role } from '../model/interaction.ts'
import { headerValue, type Message } from '../model/message.ts'
import { DAY, type Instant } from '../model/time.ts'
import { authorOf, isSentForAnother } from './author.ts'
import { type Classification, certainSign, enough, judge, judgeNamed, minDoubt } from './automated.ts'
import { crowdWeight, smallGroup } from './automation-codes.ts'
import { isFromMailServer } from './bounces.ts'
import { isForList } from './evidence.ts'
import { isListMail, listAddresses } from './lists.ts'

/** Whose mailbox it is, and when it is read. */
export interface Reader {
  readonly own: ReadonlySet<CanonicalAddress>
  readonly now: Instant
}

/** What a letter, or a meeting, counts as. */
export type Reading =
  | {
      readonly kind: 'left_out'
      readonly why: string
      /** Who sent it, where that is why: a machine, by what the letter says of itself. */
      readonly automatedSender: CanonicalAddress | null
    }
  | { readonly kind: 'message'; readonly interactions: readonly Interaction[] }

/** A letter from before there was mail, or from tomorrow, is none. */
export const readMessage = (message: Message, reader: Reader): Reading => {
  const { own } = reader
  if (message.receivedAt < earliestMail || message.receivedAt > reader.now + DAY)
    return leftOut('its date is impossible')
  if (message.box === 'sent') return readSent(message, own)
  const author = authorOf(message)
  if (author === null) return leftOut('it names no sender')
  // In the bin a letter of the user's own is one they sent: it has to be taken back.
  if (own.has(author.address)) {
    return message.box === 'discarded' ? judged(sentTo(message, own)) : leftOut('the user wrote it to themselves')
  }
  return readReceived(message, author, own)
}

const leftOut = (why: string, automatedSender: CanonicalAddress | null = null): Reading => ({
  kind: 'left_out',
  why,
  automatedSender,
})
const judged = (interactions: readonly Interaction[]): Reading => ({ kind: 'message', interactions })

/** No mailbox has mail from before this; such dates are a clock gone wrong (1990-01-01). */
const earliestMail = 631_152_000

/** Direct contact by mail: at most this many recipients, the addressee in To … */
const directRecipients = 10
/** … or in Cc among at most this many. */
const directCopies = 3
/** Beyond this many recipients a letter says nothing about two of them. */
const crowd = 30

const readSent = (message: Message, own: ReadonlySet<CanonicalAddress>): Reading => {
  const why = certainSign(message)
  if (why !== null) return leftOut(why)
  return isSentForAnother(message, own) ? leftOut('the user sent it for somebody else') : judged(sentTo(message, own))
}

const readReceived = (message: Message, author: Address, own: ReadonlySet<CanonicalAddress>): Reading => {
  const verdict = verdictOn(message, own)
  if (verdict.human) return judged(receivedFrom(message, author, own, false))
  const isCrowd = message.to.length + message.cc.length > smallGroup
  if (verdict.isCertain) return leftOut(verdict.why, author.address)
  // So many make it no letter to a few; they say nothing against whoever wrote it.
  if (isCrowd && verdict.doubt - crowdWeight < enough) return judged(receivedFrom(message, author, own, false))
  if (isCrowd || verdict.doubt > maxDoubt) return leftOut(verdict.why, author.address)
  const doubted = receivedFrom(message, author, own, true)
  return doubted.length === 0 ? leftOut(verdict.why, author.address) : judged(doubted)
}

/**
 * With more doubt than this nobody is to be expected behind a letter. With less it is kept apart: it counts once its writer
 * is seen to answer the user. (One strong mark, or two middling ones: an unsubscribe header of a sales tool; a role's name
 * and a firm's.)
 */
const maxDoubt = 5

/**
 * Whether headers that are not at hand could change what a letter counts as. Where they could not, a provider that has to
 * be asked for them need not be: what was sent counts whatever they say, and much of machines' mail is left out whatever
 * they say. A mail server's may name the address that failed, and those of what a list sent on, the list and the author.
 */
export const headersMatter = (message: Message): boolean => {
  const { box, from, to, cc } = message
  if (box === 'sent' || from === null) return false
  if (isFromMailServer(message) || [...to, ...cc].some(isList)) return true
  return minDoubt(message, to.length + cc.length > 1) <= maxDoubt
}

/** What a list wrote on a letter that names its reader beside the list says nothing of whoever wrote it. */
const verdictOn = (message: Message, own: ReadonlySet<CanonicalAddress>): Classification =>
  namesReaderBesideList(message, own) ? judgeNamed(message) : judge(message)

const namesReaderBesideList = (message: Message, own: ReadonlySet<CanonicalAddress>): boolean => {
  const { to, cc } = message
  if (to.length + cc.length < 2 || ![...to, ...cc].some(({ address }) => own.has(address))) return false
  if (to.some(isList)) return true
  if (!isListMail(message)) return false
  const lists = listAddresses(message)
  return [...to, ...cc].some((each) => isList(each) || lists.includes(each.address))
}

const isList = (address: Address): boolean => isForList({ to: [address] })

const sentTo = (message: Message, own: ReadonlySet<CanonicalAddress>): readonly Interaction[] => {
  const recipients = recipientsOf(message)
  if (recipients.length > crowd) return []
  const others = othersAmong(recipients, message.from, own)
  return others.map((who) => {
    const role = roleIn(message, (address) => address === who.address)
    const kind = isDirectTo(role, recipients.length) ? 'sent' : 'seen'
    return interactionOf(message, { who, kind, size: others.length, role, isDoubted: false })
  })
}

/** Of a letter in doubt only what would be direct contact is worth keeping. */
const receivedFrom = (
  message: Message,
  author: Address,
  own: ReadonlySet<CanonicalAddress>,
  isDoubted: boolean,
): readonly Interaction[] => {
  const recipients = recipientsOf(message)
  if (recipients.length > crowd) return []
  const others = othersAmong(recipients, message.from, own).filter(({ address }) => address !== author.address)
  const size = others.length + 1
  const role = roleIn(message, (address) => own.has(address))
  const isContact = isDirectTo(role, recipients.length)
  if (isDoubted) {
    return isContact ? [interactionOf(message, { who: author, kind: 'received', size, role, isDoubted })] : []
  }
  const theirs = isContact ? ({ kind: 'received', role } as const) : ({ kind: 'seen', role: 'from' } as const)
  return [
    interactionOf(message, { who: author, ...theirs, size, isDoubted }),
    ...others.map((who) => {
      const place = roleIn(message, (address) => address === who.address)
      return interactionOf(message, { who, kind: 'seen', size, role: place, isDoubted })
    }),
  ]
}

const recipientsOf = ({ to, cc, bcc }: Message): readonly Address[] =>
  cc.length === 0 && bcc.length === 0 ? to : [...to, ...cc, ...bcc]

const othersAmong = (
  recipients: readonly Address[],
  from: Address | null,
  own: ReadonlySet<CanonicalAddress>,
): readonly Address[] => distinct(recipients.filter(({ address }) => !own.has(address) && address !== from?.address))

/** The most prominent field in which it stands. */
const roleIn = ({ to, cc }: Message, isMeant: (address: CanonicalAddress) => boolean): Exclude<Role, 'from'> => {
  if (to.some(({ address }) => isMeant(address))) return 'to'
  return cc.some(({ address }) => isMeant(address)) ? 'cc' : 'bcc'
}

const isDirectTo = (role: Role, recipients: number): boolean =>
  recipients <= (role === 'to' ? directRecipients : directCopies)

const interactionOf = (
  message: Message,
  of: {
    readonly who: Address
    readonly kind: InteractionKind
    readonly size: number
    readonly role: Role
    readonly isDoubted: boolean
  },
): Interaction => ({
  feed: 'mail',
  item: message.id,
  at: message.receivedAt,
  message: messageName(message),
  thread: message.threadId,
  isAnswer: answersAnother(message),
  isRecurring: false,
  response: 'accepted',
  ...of,
})

/** Without a Message-ID, what is the same of it in every mailbox. */
const messageName = ({ id, messageId, headers, from }: Message): string => {
  if (messageId !== null) return messageId
  const date = headerValue(headers, 'date')
  return date === null ? id : `${date}\n${from?.address}\n${headerValue(headers, 'subject')}`
}

const answersAnother = ({ headers }: Message): boolean =>
  headerValue(headers, 'in-reply-to') !== null || headerValue(headers, 'references') !== null

/** Each once, with a name where one of them has one. */
export const distinct = (addresses: readonly Address[]): readonly Address[] => {
  if (addresses.length < 2) return addresses
  const seen = new Map<CanonicalAddress, Address>()
  for (const address of addresses) {
    const known = seen.get(address.address)
    if (known === undefined || (known.name === '' && address.name !== '')) seen.set(address.address, address)
  }
  return [...seen.values()]
}
