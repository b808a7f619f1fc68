/**
 * Addresses that are nobody's by what they are called, unless somebody is seen to write from them as people do: lists,
 * desks and machines that the user may well have written to, and what services make up for one exchange. Pure.
 */
import { domainOf, localPartOf, withoutTag } from '../model/address.ts'
import { type Contact, isDead, isVouchedFor } from '../model/contact.ts'
import { isMadeUp } from './clues.ts'
import { labelsBelow } from './letter-view.ts'
import { nameKey } from './names.ts'
import type { AbsenceRule } from './resolve.ts'
import { houseDisplayName, machineName, noReplyName, publisherName, roleName, transactionName } from './sender-words.ts'

export const whyNobodys = (contact: Contact): AbsenceRule | null => {
  const { address, isList, label, relationship } = contact
  if (isList || (isTouched(contact) && isListHost(domainOf(address)))) return { kind: 'list' }
  // That what the user wrote came back says more than what the address is called.
  if (!isTouched(contact) || hasWritten(contact) || isDead(contact)) return null
  const local = withoutTag(localPartOf(address))
  if (isMadeUp(localPartOf(address)) || labelsBelow(domainOf(address)).some((below) => relayHost.test(below)))
    return { kind: 'relay' }
  if (noReplyName.test(local) || machineName.test(local)) return { kind: 'desk' }
  // Whoever is invited by name, or written to by name, is somebody, whatever their mailbox is called.
  const isNamed = nameKey(label.name) !== null && !houseDisplayName.test(label.name)
  const isDesk = roleName.test(local) || transactionName.test(local) || publisherName.test(local)
  return isDesk && !isNamed && relationship.lastReceivedAt === null ? { kind: 'desk' } : null
}

/** A person wrote from there: beyond doubt, or in answer to the user. */
export const hasWritten = (contact: Contact): boolean =>
  contact.relationship.lastReceivedAt !== null || isVouchedFor(contact)

/** The user wrote there, or met it: otherwise other rules keep it out. */
const isTouched = ({ relationship: { lastSentAt, meetingsAt } }: Contact): boolean =>
  lastSentAt !== null || meetingsAt.length > 0

/** Hosts whose only users are lists, by what the software that runs lists has its hosts called. */
const isListHost = (domain: string): boolean =>
  /^(lists?|listserv|mailman|groups)\.|(^|\.)(googlegroups\.com|groups\.io|freelists\.org)$/.test(domain)

/** Below a service's domain: where answers are taken in for someone else, or guests and buyers are written to. */
const relayHost = /^(repl(y|ies)|bounces?|notif\w*|guests?|relay|inbound|parse|messages?|marketplace)$/
