/**
 * Which interactions a message is, and why some messages are none. The rules were chosen on real mail: copies and crowds
 * are no contact, but they show that someone is still around. Pure.
 */
import { type Address, type CanonicalAddress, domainOf } from '../model/address.ts'
import type { AutomationEvidence, LeftOutCode } from '../model/automation.ts'
import type { Interaction, InteractionKind, Role } from '../model/interaction.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import { headerValue, type Message } from '../model/message.ts'
import { DAY, later } from '../model/time.ts'
import { isSenderRefuted, provenanceOf } from './authenticity.ts'
import { authorOf, isSentForAnother } from './author.ts'
import {
  type Classification,
  classifyMessage,
  classifyNamed,
  decisiveCode,
  minAutomatedDoubt,
  minDoubt,
} from './automated.ts'
import { crowdWeight, maxSmallGroup } from './automation-rules.ts'
import { isFromMailServer } from './bounces.ts'
import { isForList } from './evidence.ts'
import { languageOfSubject } from './language.ts'
import { isListMail, listAddresses, listsNamedBy } from './lists.ts'
import { aliasAmong, type MailboxOwner, type OwnAddressTest, ownAddressTest } from './owner.ts'
import { answerSubject } from './subject-words.ts'

/** What a message or an event counts as. */
export type Inference =
  | { readonly kind: 'interactions'; readonly interactions: readonly Interaction[] }
  | { readonly kind: 'left_out'; readonly code: LeftOutCode }
  /** Left out because its sender is automated. */
  | {
      readonly kind: 'automated'
      readonly sender: CanonicalAddress
      readonly evidence: AutomationEvidence
    }

/** A message from before there was mail, or from after tomorrow, is left out. */
export const inferFromMessage = (message: Message, owner: MailboxOwner): Inference => {
  const { own, now } = owner
  if (message.receivedAt < earliestMail || message.receivedAt > later(now, DAY)) return leftOut('impossible_date')
  if (message.box === 'sent') return inferFromSent(message, own)
  const author = authorOf(message)
  if (author === null) return leftOut('no_sender')
  // A message of the user's own in the bin is one they sent: what it counted as is withdrawn.
  if (own.has(author.address)) {
    return message.box === 'discarded' ? counted(sentTo(message, own)) : leftOut('to_oneself')
  }
  // A message that the provider refutes ends no silence and owes no reply, whoever it names.
  if (isSenderRefuted(message)) return leftOut('sender_refuted')
  return inferFromReceived(message, { author, own, isOwn: ownRecipientTest(message, own) })
}

/** With the lists that a message came through, told by the message itself, so that they are none once it is gone. */
export const withLists = (message: Message, counted: readonly Interaction[]): readonly Interaction[] => {
  const lists = new Set(listAddresses(message))
  if (lists.size === 0) return counted
  const isThroughList = true as const
  const size = Math.max(1, recipientsOf(message).length)
  const told = counted.map((each) =>
    each.kind === 'seen' && lists.has(each.who.address) ? { ...each, isThroughList } : each,
  )
  const others = distinct(recipientsOf(message)).filter(
    ({ address }) => lists.has(address) && !told.some(({ who }) => who.address === address),
  )
  return [
    ...told,
    ...others.map((who): Interaction => {
      const role = roleIn(message, ({ address }) => address === who.address)
      return { ...interactionOf(message, { who, kind: 'seen', size, role, isDoubted: false }), isThroughList }
    }),
  ]
}

const leftOut = (code: LeftOutCode): Inference => ({ kind: 'left_out', code })
const counted = (interactions: readonly Interaction[]): Inference => ({ kind: 'interactions', interactions })

/** 1990-01-01: no mailbox has older mail, so an earlier date comes from a wrong clock. */
const earliestMail = 631_152_000

/** Direct contact by mail: at most this many recipients, the addressee in To … */
const directRecipients = 10
/** … or in Cc among at most this many. */
const directCopies = 3
/** Beyond this many recipients a message says nothing about two of them. */
const crowd = 30

/** An alias that only receives stands for the owner where no known address does. */
const ownRecipientTest = (message: Message, own: ReadonlySet<CanonicalAddress>): OwnAddressTest => {
  const recipients = recipientsOf(message)
  const isOwn = ownAddressTest(own, recipients)
  const alias = recipients.some(isOwn) || isListMail(message) ? null : aliasAmong(recipients, own)
  return alias === null ? isOwn : ({ address }) => address === alias.address
}

const inferFromSent = (message: Message, own: ReadonlySet<CanonicalAddress>): Inference => {
  const code = decisiveCode(message)
  if (code !== null) return leftOut(code)
  return isSentForAnother(message, own) ? leftOut('sent_for_another') : counted(sentTo(message, own))
}

/** Whom a received message is from, and which of its recipients are the owner. */
interface Received {
  readonly author: Address
  readonly own: ReadonlySet<CanonicalAddress>
  readonly isOwn: OwnAddressTest
}

const inferFromReceived = (message: Message, received: Received): Inference => {
  const { author, own } = received
  const { human, evidence, isCertain, doubt } = classificationOf(message, own)
  if (human || evidence === null) return counted(receivedFrom(message, received, false))
  const automated: Inference = { kind: 'automated', sender: author.address, evidence }
  if (isCertain) return automated
  const isCrowd = message.to.length + message.cc.length > maxSmallGroup
  // Many recipients alone say nothing against whoever wrote it.
  if (isCrowd && doubt - crowdWeight < minAutomatedDoubt) return counted(receivedFrom(message, received, false))
  if (isCrowd || doubt > maxDoubt) return automated
  const doubted = receivedFrom(message, received, true)
  return doubted.length === 0 ? automated : counted(doubted)
}

/**
 * With more doubt than this no person is expected behind a message. With less the message is kept apart: it counts once
 * its writer is seen to reply to the user. (One strong rule, or two middling ones: the unsubscribe header of a sales tool;
 * a role's name and an organisation's.)
 */
const maxDoubt = 5

/**
 * Whether headers that are not at hand could change what a message counts as. Where they cannot, nobody asks the provider
 * for them: sent mail counts whatever they say, and much automated mail is left out whatever they say. The headers of a
 * mail server's message may name the address that failed, and those of a list's message the list and the author.
 */
export const headersMatter = (message: Message): boolean => {
  const { box, from, to, cc } = message
  if (box === 'sent' || from === null) return false
  if (isFromMailServer(message) || [...to, ...cc].some(isList)) return true
  return minDoubt(message, to.length + cc.length > 1) <= maxDoubt
}

/** What a list added to a message that names its reader beside the list says nothing about the author. */
const classificationOf = (message: Message, own: ReadonlySet<CanonicalAddress>): Classification =>
  namesReaderBesideList(message, own) ? classifyNamed(message) : classifyMessage(message)

const namesReaderBesideList = (message: Message, own: ReadonlySet<CanonicalAddress>): boolean => {
  const { to, cc } = message
  if (to.length + cc.length < 2 || ![...to, ...cc].some(({ address }) => own.has(address))) return false
  if (to.some(isList)) return true
  if (!isListMail(message)) return false
  const lists = listsNamedBy(message)
  return [...to, ...cc].some((each) => isList(each) || lists.includes(each.address))
}

const isList = (address: Address): boolean => isForList({ to: [address] })

const sentTo = (message: Message, own: ReadonlySet<CanonicalAddress>): readonly Interaction[] => {
  const recipients = recipientsOf(message)
  if (recipients.length > crowd) return []
  const isOwn = ownAddressTest(own, message.from === null ? [] : [message.from])
  const others = othersAmong(recipients, message.from, isOwn)
  return others.map((who) => {
    const role = roleIn(message, ({ address }) => address === who.address)
    const kind = isDirectTo(role, recipients.length) ? 'sent' : 'seen'
    return interactionOf(message, { who, kind, size: others.length, role, isDoubted: false })
  })
}

/** Of a doubted message only direct contact is worth keeping. */
const receivedFrom = (message: Message, { author, isOwn }: Received, isDoubted: boolean): readonly Interaction[] => {
  const recipients = recipientsOf(message)
  if (recipients.length > crowd) return []
  const others = othersAmong(recipients, message.from, isOwn).filter(({ address }) => address !== author.address)
  const size = others.length + 1
  const role = roleIn(message, isOwn)
  const isTheirs = speaksForAuthor(message, author)
  const isContact = isTheirs && isDirectTo(role, recipients.length) && !mayBePost(message, role)
  if (isDoubted) {
    return isContact ? [interactionOf(message, { who: author, kind: 'received', size, role, isDoubted })] : []
  }
  const theirs = isContact
    ? ({ kind: 'received', role } as const)
    : ({ kind: 'seen', role: isTheirs ? 'from' : 'bcc' } as const)
  return [
    interactionOf(message, { who: author, ...theirs, size, isDoubted }),
    ...others.map((who) => {
      const place = roleIn(message, ({ address }) => address === who.address)
      return interactionOf(message, { who, kind: 'seen', size, role: place, isDoubted })
    }),
  ]
}

/**
 * Addressed to others alone: a copy in secret, or a post to a list. Its headers tell which; where the provider keeps them to
 * itself, and tells no more than who and what, it is no contact.
 */
const mayBePost = ({ headers }: Message, role: Role): boolean =>
  role === 'bcc' && ['to', 'date', 'content-type'].every((name) => headerValue(headers, name) === null)

/**
 * Whoever speaks through another's From, as lists and assistants do, is seen and no more: anybody can write those headers. An
 * assistant at the same domain is believed, as that domain answers for both. So is whoever writes in the name of a domain by the
 * servers of another, where nothing speaks for the one they name.
 */
const speaksForAuthor = (message: Message, { address }: Address): boolean => {
  const { from } = message
  if (provenanceOf(message) === 'borrowed') return false
  if (from === null || from.address === address) return true
  const domain = domainOf(address)
  return domain === domainOf(from.address) && !mailHosts.has(domain)
}

const recipientsOf = ({ to, cc, bcc }: Message): readonly Address[] =>
  cc.length === 0 && bcc.length === 0 ? to : [...to, ...cc, ...bcc]

const othersAmong = (recipients: readonly Address[], from: Address | null, isOwn: OwnAddressTest): readonly Address[] =>
  distinct(recipients.filter((each) => !isOwn(each) && each.address !== from?.address))

/** The most prominent field that names the address. */
const roleIn = ({ to, cc }: Message, isMeant: (address: Address) => boolean): Exclude<Role, 'from'> => {
  if (to.some(isMeant)) return 'to'
  return cc.some(isMeant) ? 'cc' : 'bcc'
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
  ...languageIn(message, of),
})

/**
 * Between just the two, and of what begins a conversation: replies bear its subject again, and would say the same again and
 * again. Whatever is in doubt votes for nothing.
 */
const languageIn = (
  { headers }: Message,
  { kind, size, isDoubted }: Pick<Interaction, 'kind' | 'size' | 'isDoubted'>,
): Pick<Interaction, 'language'> => {
  if (size > 1 || isDoubted || (kind !== 'sent' && kind !== 'received')) return {}
  const subject = headerValue(headers, 'subject')
  if (subject === null || answerSubject.test(subject)) return {}
  const language = languageOfSubject(subject)
  return language === null ? {} : { language }
}

/** Without a Message-ID: what is the same in every mailbox that holds the message. */
const messageName = ({ id, messageId, headers, from }: Message): string => {
  if (messageId !== null) return messageId
  const date = headerValue(headers, 'date')
  return date === null ? id : `${date}\n${from?.address}\n${headerValue(headers, 'subject')}`
}

const answersAnother = ({ headers }: Message): boolean =>
  headerValue(headers, 'in-reply-to') !== null || headerValue(headers, 'references') !== null

/** Each address once, with a name where one of its spellings has one. */
export const distinct = (addresses: readonly Address[]): readonly Address[] => {
  if (addresses.length < 2) return addresses
  const seen = new Map<CanonicalAddress, Address>()
  for (const address of addresses) {
    const known = seen.get(address.address)
    if (known === undefined || (known.name === '' && address.name !== '')) seen.set(address.address, address)
  }
  return [...seen.values()]
}
