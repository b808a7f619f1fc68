/**
 * Evidence that one header alone does not give: who submitted a message, where replies and failures go, how sender and
 * domain are named. Pure.
 */
import { type CanonicalAddress, domainOf, localPartOf } from '../model/address.ts'
import {
  mailServices,
  numberedMailService,
  personBoundary,
  personClient,
  personFeedback,
  personMessageId,
  serverMessageId,
} from './mail-software.ts'
import { firstValue, labelsBelow, type MessageView, organisationOf, ownLabelOf } from './message-view.ts'
import { automatedName, bulkDomain, bulkSubdomain, noReplyName } from './sender-words.ts'

export const isFromBulkDomain = ({ domain }: MessageView): boolean =>
  domain !== '' && (labelsBelow(domain).some((label) => bulkSubdomain.test(label)) || bulkDomain.test(domain))

/** `2.20964.41-7D35gj@…`, `letter-F485FCCE40B794D5@…`: an address made for one message. */
export const isMadeUp = (localPart: string): boolean =>
  /(?:\d{2,}[._-]){2,}/.test(localPart) ||
  /(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{12,}/.test(localPart) ||
  /[a-z]\d[a-z\d]*\d[a-z\d]{8,}[._=-]/.test(localPart)

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
  const local = localPartOf(address)
  return errorsName.test(local) || /\w=[\w-]+(\.[\w-]+)+/.test(local) || isMadeUp(local) || noReplyName.test(local)
}

export const failsElsewhere = (view: MessageView): boolean => {
  const address = returnPath(view)
  return address !== null && view.domain !== '' && organisationOf(domainOf(address)) !== organisationOf(view.domain)
}

export const isCarriedByService = (view: MessageView): boolean => {
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

export const sentByList = (view: MessageView): boolean => {
  const address = view.addressIn('sender')
  if (address === null || address === view.sender?.address) return false
  return (
    /^(owner|list)-|-(bounces?|owner|admin|request)$/.test(localPartOf(address)) || listDomain.test(domainOf(address))
  )
}

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
  if (words.length === 0 || hasFamilyDomain(view)) return false
  const own = ownLabelOf(domain)
  if (own.length < 3 || words.some((word) => word.length > 2 && localPart.includes(word))) return false
  return words.includes(own) || words.join('') === own || words.join('') === own.replaceAll('-', '')
}

/** `Max Mustermann <mail@mustermann.example>`: the last of two names, or both in one. */
const hasFamilyDomain = ({ nameWords: words, isOrganisation, domain }: MessageView): boolean => {
  if (isOrganisation) return false
  return words.length === 2 && words[1] !== undefined && words[1].length > 2 && words[1] === ownLabelOf(domain)
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

/** Campaign software adds such headers, each with its own prefix: `X-Acme-CampaignID`. */
export const campaignHeader =
  /^x-.*(campaign|mailing|newsletter|subscriber|indiv|(cust|prog|job|mail|blast|batch|broadcast|recipient|member|list|content)[-_]?id$)/

/** Trackers and help desks do too: `X-Acme-Ticket`, `X-Acme-Notification-Type`, `X-Acme-Issue-Id`. */
export const processHeader =
  /^x-[\w-]*(ticket|issue|notification|project|workflow|template)(-?(id|type|key|name|uid|uuid|reason))?$/

export const hasHeaderLike =
  (pattern: RegExp) =>
  ({ values }: MessageView): boolean => {
    for (const name of values.keys()) if (name.startsWith('x-') && pattern.test(name)) return true
    return false
  }

/** The display name is a person's, the address a service's. */
export const isRelayed = ({ sender }: MessageView): boolean => / via .+|\(via [^)]+\)/i.test(sender?.name ?? '')

export const automatedFromPerson =
  /\((jira|confluence|google (docs|sheets|slides|drive)|gitlab|github|tracker|via [^()]+)\)\s*(?:"\s*)?</i
