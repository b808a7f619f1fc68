/**
 * Addresses that are nobody's by what they are called, unless somebody is seen to write from them as people do: lists,
 * desks and machines that the user may well have written to, and what services make up for one exchange. Pure.
 */
import { domainOf, localPartOf, withoutTag } from '../model/address.ts'
import { type Contact, countsAsList, isDead, isVouchedFor } from '../model/contact.ts'
import { isMadeUp, isNoReplyHost } from './evidence.ts'
import type { ExclusionRule } from './exclusion-rule.ts'
import { labelsBelow, ownLabelOf, wordsOf } from './message-view.ts'
import { nameKey } from './names.ts'
import {
  automatedName,
  isOrganisationName,
  noReplyName,
  publisherName,
  roleName,
  transactionName,
} from './sender-words.ts'

/** `robots` are desks that wrote, but never answered as people do: see `answersLikePeople`. */
export const exclusionRuleOf = (contact: Contact, automatedIds: ReadonlySet<number>): ExclusionRule | null => {
  const { id, address } = contact
  if (countsAsList(contact) || (isTouched(contact) && listHost.test(address))) return { kind: 'list' }
  // That what the user wrote came back says more than what the address is called.
  if (!isTouched(contact) || isDead(contact)) return null
  if (hasWritten(contact)) return automatedIds.has(id) ? { kind: 'role_account' } : null
  if (isRelay(contact)) return { kind: 'relay' }
  return isRoleAccount(contact) ? { kind: 'role_account' } : null
}

/** Desks that wrote to the user and were written to: whether they answer as people do, their letters must tell. */
export const roleAccountsInTouch = (contacts: readonly Contact[]): readonly Contact[] =>
  contacts.filter(
    (contact) => isTouched(contact) && !countsAsList(contact) && hasWritten(contact) && isRoleAccount(contact),
  )

const isRelay = ({ address }: Contact): boolean =>
  isMadeUp(localPartOf(address)) ||
  isNoReplyHost(domainOf(address)) ||
  labelsBelow(domainOf(address)).some((below) => relayHost.test(below))

/** Whoever is invited by name, or written to by name, is somebody, whatever their mailbox is called; a machine is not. */
const isRoleAccount = (contact: Contact): boolean => {
  const { address, label } = contact
  const local = withoutTag(localPartOf(address))
  if (noReplyName.test(local) || automatedName.test(local)) return true
  if (!roleName.test(local) && !transactionName.test(local) && !publisherName.test(local)) return false
  return (
    nameKey(label.name) === null || isOrganisationName(label.name, wordsOf(label.name)) || isOfOrganisation(contact)
  )
}

/** "Möbelhaus Linde" at `moebel-linde.example`: the domain's own name; a family's domain bears the family's. */
const isOfOrganisation = ({ address, label }: Contact): boolean => {
  const own = ownLabelOf(domainOf(address))
  const words = wordsOf(label.name)
  return words.at(-1) !== own && words.some((word) => word.length > 3 && own.includes(word))
}

/** A person wrote from there: beyond doubt, or in answer to the user. */
export const hasWritten = (contact: Contact): boolean =>
  contact.relationship.lastReceivedAt !== null || isVouchedFor(contact)

/** The user wrote there, or met it: otherwise other rules keep it out. */
const isTouched = ({ relationship: { lastSentAt, meetingsAt } }: Contact): boolean =>
  lastSentAt !== null || meetingsAt.length > 0

/** Hosts whose only users are lists, by what the software that runs lists has its hosts called. */
const listHost = /@(?:lists?|listserv|mailman|groups)\.[^@]*$|[@.](?:googlegroups\.com|groups\.io|freelists\.org)$/

/** Below a service's domain: where answers are taken in for someone else, or guests and buyers are written to. */
const relayHost = /^(repl(y|ies)|bounces?|notif\w*|guests?|relay|inbound|parse|messages?|marketplace)$/
