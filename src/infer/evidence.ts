/**
 * Evidence that one header alone does not give: who submitted a message, where replies and failures go, how sender and
 * domain are named. Pure.
 */
import { type Address, type CanonicalAddress, domainOf, localPartOf } from '../model/address.ts'
import {
  mailServices,
  numberedMailService,
  personBoundary,
  personClient,
  personFeedback,
  personMessageId,
  scriptClient,
  serverMessageId,
} from './mail-software.ts'
import { firstValue, labelsBelow, type MessageView, organisationOf, ownLabelOf } from './message-view.ts'
import { isCommonGivenName } from './name-commonness.ts'
import {
  automatedName,
  bulkDomain,
  bulkSubdomain,
  noReplyHost,
  noReplyName,
  publisherName,
  roleName,
  serviceAccount,
  transactionName,
} from './sender-words.ts'
import { acknowledgementSubject, autoPrefix, awaySubject } from './subject-words.ts'
import { remembering } from './word-lists.ts'

export const isFromBulkDomain = ({ domain }: MessageView): boolean =>
  domain !== '' && (labelsBelow(domain).some((label) => bulkSubdomain.test(label)) || bulkDomain.test(domain))

export const isFromNoReplyHost = ({ domain }: MessageView): boolean => isNoReplyHost(domain)

/** Nobody is there: as a sender, and as a recipient whom "reply to all" filled in. */
export const isNoReplyHost = (domain: string): boolean => labelsBelow(domain).some((label) => noReplyHost.test(label))

/** `2.20964.41-7D35gj@…`, `letter-F485FCCE40B794D5@…`: an address made for one message. */
export const isMadeUp = (localPart: string): boolean =>
  /(?:\d{2,}[._-]){2,}/.test(localPart) ||
  /(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{12,}/.test(localPart) ||
  /[a-z]\d[a-z\d]*\d[a-z\d]{8,}[._=-]/.test(localPart)

/** `service-ada=mail.example@…` written to `ada@mail.example`: whatever comes back tells by itself whom it was for. */
export const isMadeForReader = ({ sender, recipients }: MessageView): boolean =>
  sender !== null && holdsAddressOf(localPartOf(sender.address), recipients)

const holdsAddressOf = (localPart: string, recipients: readonly Address[]): boolean =>
  localPart.length >= minEncoded &&
  recipients.length <= maxEncoded &&
  recipients.some(
    ({ address }) => localPart.length >= address.length - 1 && squeezed(localPart).includes(squeezed(address)),
  )

const squeezed = (text: string): string => text.replace(/[^a-z\d]+/g, '')

/** Shorter than any address with a domain. */
const minEncoded = 8
/** A message that is made for its reader has one. */
const maxEncoded = 3

/** Whoever forwards rewrites the return path: by SRS, Exchange's own or Gmail's form of it, or signs it (BATV). */
const forwarder = /^(srs[01][=+-]|prvs=|btv1=)|\+srs=|\+caf_=/

const returnPath = (view: MessageView): CanonicalAddress | null => {
  const address = view.addressIn('return-path')
  return address === null || forwarder.test(address) ? null : address
}

const errorsName =
  /(^|[._+=-])(bounces?|errors?|err|return|verp|dev[._-]?null|nobody|root|www-?data|apache|httpd|owner|request)([._+=-]|\d|$)|^msprvs\d|^bounce|bounces?$/

/** RFC 5321 §4.4: failures are reported here. Lists and senders of bulk mail use an address for that, or one that holds the recipient's. */
export const failsToAutomated = (view: MessageView): boolean => {
  const address = returnPath(view)
  if (address === null || address === view.sender?.address) return false
  if (isMailService(domainOf(address)) && isCarriedForPerson(view)) return false
  const local = localPartOf(address)
  return (
    errorsName.test(local) ||
    /\w=[\w-]+(\.[\w-]+)+/.test(local) ||
    isMadeUp(local) ||
    noReplyName.test(local) ||
    holdsAddressOf(local, view.recipients)
  )
}

export const failsElsewhere = (view: MessageView): boolean => {
  const address = returnPath(view)
  return address !== null && view.domain !== '' && organisationOf(domainOf(address)) !== organisationOf(view.domain)
}

/**
 * Hosts of people's mailboxes hand their mail to carriers of mass mail (Amazon WorkMail to SES). A person's program that names
 * itself tells such a message from a campaign, which goes by the same carrier.
 */
export const isCarriedForPerson = ({ client, answers }: MessageView): boolean =>
  client !== '' &&
  (mailboxClient.test(client) || (answers !== null && personClient.test(client) && !scriptClient.test(client)))

/** The programs of such hosts. */
const mailboxClient = /amazon workmail|\btitan\b|flockmail/i

/** Feedback-ID (Gmail's own convention for campaigns), but where it holds the sender's address: then it counts one mailbox. */
export const hasForeignFeedback = (view: MessageView): boolean => {
  const value = firstValue(view, 'feedback-id')
  if (value === '' || personFeedback.test(value) || isCarriedForPerson(view)) return false
  return view.sender === null || !value.toLowerCase().includes(view.sender.address)
}

export const isCarriedByService = (view: MessageView): boolean => {
  if (isCarriedForPerson(view)) return false
  if (isMailService(view.domain)) return true
  const messageId = firstValue(view, 'message-id').trimEnd()
  const host = messageId
    .slice(messageId.lastIndexOf('@') + 1)
    .replace('>', '')
    .toLowerCase()
  if (host !== view.domain && isMailService(host)) return true
  const address = returnPath(view)
  return address !== null && isMailService(domainOf(address))
}

const isMailService = (host: string): boolean => {
  if (mailServices.has(host)) return true
  const organisation = organisationOf(host)
  return mailServices.has(organisation) || numberedMailService.test(organisation)
}

export const hasForeignErrorAddress = (view: MessageView): boolean => {
  const address = view.addressIn('errors-to')
  return address !== null && address !== view.sender?.address
}

export const repliesGoToList = (view: MessageView): boolean => {
  const address = view.addressIn('reply-to')
  return address !== null && address !== view.sender?.address && view.to.some((to) => to.address === address)
}

export const repliesGoToAutomated = (view: MessageView): boolean => {
  const address = view.addressIn('reply-to')
  if (address === null) return false
  const local = localPartOf(address)
  return noReplyName.test(local) || isMadeUp(local) || /repl(y|ies)/.test(local)
}

export const repliesGoElsewhere = (view: MessageView): boolean => {
  const address = view.addressIn('reply-to')
  return address !== null && view.domain !== '' && organisationOf(domainOf(address)) !== organisationOf(view.domain)
}

/** By the list's own address in From or Sender, by its host, or because whoever sent it on is whom it was sent to. */
export const sentByList = (view: MessageView): boolean => {
  if (listOwner.test(view.localPart) || listHost.test(view.domain)) return true
  const address = view.addressIn('sender')
  if (address === null || address === view.sender?.address) return false
  if (view.to.some((to) => to.address === address)) return true
  const local = localPartOf(address)
  return listOwner.test(local) || /^list-|-admin$/.test(local) || listDomain.test(domainOf(address))
}

const listOwner = /^owner-|^listmaster$|-(?:bounces?|owner|request)$/
/** A host below somebody's domain, or one of those that only lists are at: `lists.example` may be anybody's own. */
const listHost = /(?:^|\.)(?:lists?|listserv|mailman|groups)\.[^.]+\.|(?:google|yahoo|e)groups\.[a-z.]+$/

/**
 * Calendars send in the name of whoever invites, and Google leaves such messages among the sent ones. In no language does the
 * subject have to be known: the calendar names itself as Sender, and Google's servers in the Message-ID.
 */
export const sentByCalendar = (view: MessageView): boolean => {
  const address = view.addressIn('sender')
  if (address !== null && address !== view.sender?.address && calendarName.test(localPartOf(address))) return true
  return view.domain !== 'google.com' && googleMessageId.test(firstValue(view, 'message-id'))
}

const calendarName = /^(?:i?cal(?:endar)?)(?:[._-]?(?:notifications?|invit(?:e|ation)s?|server|no-?reply|reminders?))?$/
const googleMessageId = /^\s*<0{6,}[\da-f]{6,}@google\.com>/

/** Sender is who submitted the message (RFC 5322 §3.6.2): an assistant has an address of their own, a service an automated one. */
export const sentByAutomation = (view: MessageView): boolean => {
  const address = view.addressIn('sender')
  if (address === null || address === view.sender?.address) return false
  const local = localPartOf(address)
  return noReplyName.test(local) || automatedName.test(local) || errorsName.test(local)
}

const listDomain = /(^|\.)(lists?|listserv|mailman|groups|\w*groups)\.|(^|\.)(google|yahoo)groups\./

/** Only To counts: a copy to a list does not make it the list's message. */
export const isForList = ({ to }: Pick<MessageView, 'to'>): boolean =>
  to.length > 0 &&
  to.every(
    ({ address }) => listDomain.test(domainOf(address)) || /-(l|list|users|announce|all)$/.test(localPartOf(address)),
  )

/** A name that stands in the domain: `Acme News <hello@acme.example>`, `acme.example <…>`. A family's domain is none. */
export const isNamedForDomain = (view: MessageView): boolean => {
  const { nameWords: words, domain, localPart } = view
  const own = ownLabelOf(domain)
  if (own.length < 3 || words.some((word) => word.length > 2 && localPart.includes(word))) return false
  return (words.includes(own) || words.join('') === own.replaceAll('-', '')) && !hasFamilyDomain(view)
}

/** `Max Mustermann <mail@mustermann.example>`, `<mail@maxmustermann.example>`: the last of two names, or both in one. */
const hasFamilyDomain = ({ nameWords: words, isOrganisation, domain }: MessageView): boolean => {
  const last = words.at(-1) ?? ''
  if (isOrganisation || words.length < 2 || last.length < 3) return false
  const own = ownLabelOf(domain)
  if (last === own && words.length === 2) return true
  return (last === own || words.join('') === own.replaceAll('-', '')) && words.some(isCommonGivenName)
}

/** `Tide & Timber <office@…>`, `ACME <news@…>`: nobody's given name, and the address of a function. */
export const isBrandWithFunction = (view: MessageView): boolean => {
  const { localPart, nameWords } = view
  if (nameWords.length === 0 || !functionNames.some((name) => name.test(localPart))) return false
  return !nameWords.some(isCommonGivenName) && !isNamedForDomain(view) && !hasFamilyDomain(view)
}

const functionNames = [roleName, transactionName, publisherName]

/**
 * A form on a website writes as the site and has answers go to whoever filled it in: `Cy Dee <wordpress@garden.example>` with
 * `Reply-To: cy.dee@z.example`.
 */
export const isOfForm = (view: MessageView): boolean => {
  const { nameWords, localPart, domain } = view
  const address = view.addressIn('reply-to')
  if (address === null || organisationOf(domainOf(address)) === organisationOf(domain)) return false
  if (!roleName.test(localPart) && !serviceAccount.test(localPart)) return false
  return isMadeOfName(localPartOf(address), nameWords) || formSubject.test(view.opening)
}

const formSubject = /\b(?:contact|web|kontakt|order|booking|enquiry|inquiry)[ -]?form(?:ular)?\b/i

/**
 * An answer by its headers and none by its subject, which tells of an absence or that something has arrived: a program wrote it
 * in the place of whoever was written to.
 */
export const isAnswerOfProgram = ({ values, opening }: MessageView): boolean =>
  values.has('in-reply-to') && (awaySubject.test(opening) || acknowledgementSubject.test(opening))

/** Notes begins its away notes in any language with AUTO: and the absent one's name, and ends them with a date in brackets. */
export const isAbsenceOfSender = ({ opening, sender }: MessageView): boolean => {
  const rest = autoPrefix.exec(opening)?.[1]
  if (rest === undefined) return false
  const name = sender?.name.toLowerCase() ?? ''
  return (
    (name !== '' && rest.toLowerCase().startsWith(name)) ||
    /\([^()]*\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?\)$/.test(rest.slice(-60).trimEnd())
  )
}

/** `Bo Ek <bo.ek@…>`, `<bek@…>`: a person's address repeats their name. */
export const isNamedForPerson = (view: MessageView): boolean => {
  const { nameWords, isOrganisation, localPart } = view
  return !isOrganisation && (isMadeOfName(localPart, nameWords) || hasFamilyDomain(view))
}

/** A local part that holds a word of a name of two words or more, or its initials and the rest. */
export const isMadeOfName = (localPart: string, words: readonly string[]): boolean => {
  if (words.length < 2) return false
  const parts = localPart.split(/[._-]/)
  return (
    words.some((word) => (word.length > 2 ? localPart.includes(word) : parts.includes(word))) ||
    isInitialed(localPart, words)
  )
}

/** `bek@`, `b.ek@`, `boe@` of Bo Ek. */
const isInitialed = (localPart: string, words: readonly string[]): boolean => {
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const letters = localPart.replace(/[^\p{L}]/gu, '')
  return letters.length > 2 && (letters === first.charAt(0) + last || letters === first + last.charAt(0))
}

/** A server made its Message-ID, because no mail client had. */
export const isNamedByServer = (view: MessageView): boolean =>
  view.answers === null && view.client === '' && serverMessageId.test(firstValue(view, 'message-id'))

/** Told by the program's own name, by the form of the Message-ID or of the boundary between parts, or by the mail host. */
export const isFromPersonsProgram = (view: MessageView): boolean =>
  personClient.test(view.client) ||
  personMessageId.test(firstValue(view, 'message-id')) ||
  personBoundary.test(firstValue(view, 'content-type')) ||
  personFeedback.test(firstValue(view, 'feedback-id'))

/** The same few hundred names come again and again. */
export const hasHeaderLike = (pattern: RegExp): ((view: MessageView) => boolean) => {
  const isLike = remembering((name) => pattern.test(name))
  return ({ values }) => {
    for (const name of values.keys()) if (name.startsWith('x-') && isLike(name)) return true
    return false
  }
}

/** The display name is a person's, the address a service's. */
export const isRelayed = ({ sender }: MessageView): boolean => / via .+|\(via [^)]+\)/i.test(sender?.name ?? '')

export const automatedFromPerson =
  /\((jira|confluence|google (docs|sheets|slides|drive)|gitlab|github|tracker|via [^()]+)\)\s*(?:"\s*)?</i
