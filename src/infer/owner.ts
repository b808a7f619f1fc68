/** Whose mailbox it is, and which addresses on a message or an event are the owner's own. Pure. */
import {
  type Address,
  type CanonicalAddress,
  canonicalAddress,
  domainOf,
  localPartOf,
  withoutTag,
} from '../model/address.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import type { Instant } from '../model/time.ts'
import { nameKey } from './names.ts'

/** Whose mailbox it is, and when it is read. */
export interface MailboxOwner {
  readonly own: ReadonlySet<CanonicalAddress>
  readonly now: Instant
  /** The owner's full name as they sign, or null where it is not known. */
  readonly name?: string | null
}

/**
 * Tells the owner's addresses among those somebody wrote to or invited: the known ones, a +tag of one at a domain of the
 * owner's, and other addresses under the owner's own full name, such as an alias that only receives or a private mailbox.
 * `from` is never judged so: a stranger may call themselves as they like.
 */
export const ownAddressTest = ({ own, name = null }: MailboxOwner): ((address: Address) => boolean) => {
  const key = name === null || !/\S\s+\S/.test(name) ? null : nameKey(name)
  return ({ address, name: called }) =>
    own.has(address) || isTagged(address, own) || (key !== null && called !== '' && nameKey(called) === key)
}

/** At mail hosts the canonical address has lost its tag already, where the host ignores tags. */
const isTagged = (address: CanonicalAddress, own: ReadonlySet<CanonicalAddress>): boolean => {
  if (!address.includes('+') || mailHosts.has(domainOf(address))) return false
  const bare = canonicalAddress(`${withoutTag(localPartOf(address))}@${domainOf(address)}`)
  return bare !== null && own.has(bare)
}
