/**
 * What to look for in a letter where one header alone does not tell: who handed it in, where answers and failures go, how
 * sender and domain are called. Pure.
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
import { firstValue, labelsBelow, organisationOf, ownLabelOf, type View } from './message-view.ts'
import { automatedName, bulkDomain, bulkSubdomain, noReplyName } from './sender-words.ts'

export const isFromBulkDomain = ({ domain }: View): boolean =>
  domain !== '' && (labelsBelow(domain).some((label) => bulkSubdomain.test(label)) || bulkDomain.test(domain))

/** `2.20964.41-7D35gj@…`, `letter-F485FCCE40B794D5@…`: an address made for one letter. */
export const isMadeUp = (localPart: string): boolean =>
  /(?:\d{2,}[._-]){2,}/.test(localPart) ||
  /(?=[a-f]*\d)(?=\d*[a-f])[a-f\d]{12,}/.test(localPart) ||
  /[a-z]\d[a-z\d]*\d[a-z\d]{8,}[._=-]/.test(localPart)

/** Whoever forwards rewrites the return path: by SRS, Exchange's own or Gmail's form of it, or signs it (BATV). */
const forwarder = /^(srs[01][=+-]|prvs=|btv1=)|\+srs=|\+caf_=/

const returnPath = (view: View): CanonicalAddress | null => {
  const address = view.addressIn('return-path')
  return address === null || forwarder.test(address) ? null : address
}

const errorsName =
  /(^|[._+=-])(bounces?|errors?|err|return|verp|dev[._-]?null|nobody|root|www-?data|apache|httpd|owner|request)([._+=-]|\d|$)|^msprvs\d|^bounce|bounces?$/

/** RFC 5321 §4.4: where a failure is reported. A list's or a machine's has a name for that, or the recipient's in it. */
export const failsToAutomated = (view: View): boolean => {
  const address = returnPath(view)
  if (address === null || address === view.sender?.address) return false
  const local = localPartOf(address)
  return errorsName.test(local) || /\w=[\w-]+(\.[\w-]+)+/.test(local) || isMadeUp(local) || noReplyName.test(local)
}

export const failsElsewhere = (view: View): boolean => {
  const address = returnPath(view)
  return address !== null && view.domain !== '' && organisationOf(domainOf(address)) !== organisationOf(view.domain)
}

export const isCarriedByService = (view: View): boolean => {
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

export const hasForeignErrorAddress = (view: View): boolean => {
  const address = view.addressIn('errors-to')
  return address !== null && address !== view.sender?.address
}

export const answersGoToList = (view: View): boolean => {
  const address = view.addressIn('reply-to')
  return address !== null && address !== view.sender?.address && view.to.some((to) => to.address === address)
}

export const answersGoToAutomated = (view: View): boolean => {
  const address = view.addressIn('reply-to')
  if (address === null) return false
  const local = localPartOf(address)
  return noReplyName.test(local) || isMadeUp(local) || /repl(y|ies)/.test(local)
}

export const answersGoElsewhere = (view: View): boolean => {
  const address = view.addressIn('reply-to')
  return address !== null && view.domain !== '' && organisationOf(domainOf(address)) !== organisationOf(view.domain)
}

export const sentByList = (view: View): boolean => {
  const address = view.addressIn('sender')
  if (address === null || address === view.sender?.address) return false
  return (
    /^(owner|list)-|-(bounces?|owner|admin|request)$/.test(localPartOf(address)) || listDomain.test(domainOf(address))
  )
}

/** Sender is who handed it in (RFC 5322 §3.6.2): an assistant has a name of their own, a service one of a machine. */
export const sentByAutomation = (view: View): boolean => {
  const address = view.addressIn('sender')
  if (address === null || address === view.sender?.address) return false
  const local = localPartOf(address)
  return noReplyName.test(local) || automatedName.test(local) || errorsName.test(local)
}

const listDomain = /(^|\.)(lists?|listserv|mailman|groups|\w*groups)\.|(^|\.)(google|yahoo)groups\./

/** Only To: a copy to a list does not make a letter the list's. */
export const isForList = ({ to }: Pick<View, 'to'>): boolean =>
  to.length > 0 &&
  to.every(
    ({ address }) => listDomain.test(domainOf(address)) || /-(l|list|users|announce|all)$/.test(localPartOf(address)),
  )

/** A name that stands in the domain: `Acme News <hello@acme.example>`, `acme.example <…>`. A family's domain is none. */
export const isNamedForDomain = (view: View): boolean => {
  const { nameWords: words, domain, localPart } = view
  if (words.length === 0 || hasFamilyDomain(view)) return false
  const own = ownLabelOf(domain)
  if (own.length < 3 || words.some((word) => word.length > 2 && localPart.includes(word))) return false
  return words.includes(own) || words.join('') === own || words.join('') === own.replaceAll('-', '')
}

/** `Max Mustermann <mail@mustermann.example>`: the last of two names, or both in one. */
const hasFamilyDomain = ({ nameWords: words, isOrganisation, domain }: View): boolean => {
  if (isOrganisation) return false
  return words.length === 2 && words[1] !== undefined && words[1].length > 2 && words[1] === ownLabelOf(domain)
}

/** `Bo Ek <bo.ek@…>`, `<bek@…>`: a person's address repeats their name. */
export const isNamedForPerson = (view: View): boolean => {
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
  const messages = localPart.replace(/[^\p{L}]/gu, '')
  return messages.length > 2 && (messages === first.charAt(0) + last || messages === first + last.charAt(0))
}

/** A server named it, and nobody's mail client had. */
export const isNamedByServer = (view: View): boolean =>
  view.answers === null && view.client === '' && serverMessageId.test(firstValue(view, 'message-id'))

/** By what the program says of itself, by the name it gave the letter, by how it divides its parts, or by its host. */
export const isFromPersonsProgram = (view: View): boolean =>
  personClient.test(view.client) ||
  personMessageId.test(firstValue(view, 'message-id')) ||
  personBoundary.test(firstValue(view, 'content-type')) ||
  personFeedback.test(firstValue(view, 'feedback-id'))

/** Of families of marks that campaign software leaves, each with its own prefix: `X-Acme-CampaignID`. */
export const campaignMark =
  /^x-.*(campaign|mailing|newsletter|subscriber|indiv|(cust|prog|job|mail|blast|batch|broadcast|recipient|member|list|content)[-_]?id$)/

/** Likewise of trackers and desks: `X-Acme-Ticket`, `X-Acme-Notification-Type`, `X-Acme-Issue-Id`. */
export const processMark =
  /^x-[\w-]*(ticket|issue|notification|project|workflow|template)(-?(id|type|key|name|uid|uuid|reason))?$/

export const hasMark =
  (mark: RegExp) =>
  ({ values }: View): boolean => {
    for (const name of values.keys()) if (name.startsWith('x-') && mark.test(name)) return true
    return false
  }

/** The display name is a person's, the address a service's. */
export const isRelayed = ({ sender }: View): boolean => / via .+|\(via [^)]+\)/i.test(sender?.name ?? '')

export const automatedFromPerson =
  /\((jira|confluence|google (docs|sheets|slides|drive)|gitlab|github|tracker|via [^()]+)\)\s*(?:"\s*)?</i
