/**
 * Whose mailbox it is, and which addresses on a message or an event are the owner's own. Told by that message or event alone, and
 * by the addresses that are known: what was read before must not show. Pure.
 */
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
import { isMadeOfName } from './evidence.ts'
import { wordsOf } from './message-view.ts'
import { nameKey, namesInAddress } from './names.ts'

/** Whose mailbox it is, and when it is read. */
export interface MailboxOwner {
  readonly own: ReadonlySet<CanonicalAddress>
  readonly now: Instant
}

export type OwnAddressTest = (address: Address) => boolean

/**
 * Tells the owner's addresses among those on one message or event: the known ones, a +tag of one at a domain of the owner's, and
 * others under the full name that a known one bears there or is made of, as an alias that only receives or a private mailbox.
 * `hers` are addresses of the owner's as they stand there, under whatever name.
 */
export const ownAddressTest = (own: ReadonlySet<CanonicalAddress>, hers: readonly Address[]): OwnAddressTest => {
  let isNamedAlike: NameTest | null = null
  return ({ address, name }) => {
    if (own.has(address) || isTagged(address, own)) return true
    if (!name.includes(' ')) return false
    isNamedAlike ??= namedAlikeTest(own, hers)
    return isNamedAlike(name)
  }
}

type NameTest = (name: string) => boolean

const namedAlikeTest = (own: ReadonlySet<CanonicalAddress>, hers: readonly Address[]): NameTest => {
  const { madeOf, tests } = namesOf(own)
  const bearing = hers.flatMap(({ address, name }) => {
    if (name === '' || !own.has(address)) return []
    const test = tests.get(name) ?? ownersNameTest(name)
    tests.set(name, test)
    return test
  })
  return (name) => bearing.some((isAlike) => isAlike(name)) || madeOf.some((isAlike) => isAlike(name))
}

/** A page's thousand recipients are held against the same few names. */
interface OwnNames {
  /** Names that the addresses are made of. */
  readonly madeOf: readonly NameTest[]
  /** By names that the addresses were seen to bear. */
  readonly tests: Map<string, NameTest>
}

const namesOf = (own: ReadonlySet<CanonicalAddress>): OwnNames => {
  const known = namesByOwner.get(own)
  if (known !== undefined) return known
  const names = [...own].map((address) => namesInAddress(address).join(' ')).filter((name) => name !== '')
  const fresh = { madeOf: names.map(ownersNameTest), tests: new Map<string, NameTest>() }
  namesByOwner.set(own, fresh)
  return fresh
}

const namesByOwner = new WeakMap<ReadonlySet<CanonicalAddress>, OwnNames>()

/**
 * Which recipient of a message stands for the owner, where none of the known addresses does: an alias at a domain of the owner's
 * that only receives. Told by the owner's name on it, or by its being the only recipient. Null where there is none.
 */
export const aliasAmong = (recipients: readonly Address[], own: ReadonlySet<CanonicalAddress>): Address | null => {
  const candidates = recipients.filter(({ address }) => isAtOwnDomain(address, own))
  const [only] = recipients.length === 1 ? candidates : []
  return candidates.find(({ name }) => isOwnersName(name, own)) ?? (only?.name === '' ? only : null)
}

/** Whether somebody bears the owner's full name. To compare ten thousand names in full costs more than a page may. */
export const ownersNameTest = (ownerName: string): NameTest => {
  const key = fullNameKey(ownerName)
  if (key === null) return () => false
  const words = [...ownerName.toLowerCase().split(/\s+/), ...key.split(' ')]
  const longest = words.reduce((most, word) => (word.length > most.length ? word : most), '')
  return (name) => name.toLowerCase().includes(longest) && fullNameKey(name) === key
}

/** A single word is no evidence: many are called Anna. */
const fullNameKey = (name: string): string | null => (/\S\s+\S/.test(name) ? nameKey(name) : null)

/** At mail hosts the canonical address has lost its tag already, where the host ignores tags. */
const isTagged = (address: CanonicalAddress, own: ReadonlySet<CanonicalAddress>): boolean => {
  if (!address.includes('+') || mailHosts.has(domainOf(address))) return false
  const bare = canonicalAddress(`${withoutTag(localPartOf(address))}@${domainOf(address)}`)
  return bare !== null && own.has(bare)
}

const isAtOwnDomain = (address: CanonicalAddress, own: ReadonlySet<CanonicalAddress>): boolean => {
  const domain = domainOf(address)
  if (mailHosts.has(domain)) return false
  for (const one of own) if (domainOf(one) === domain) return true
  return false
}

/** A known address is made of it: "Ada Berg", of ada@ or aberg@. */
const isOwnersName = (name: string, own: ReadonlySet<CanonicalAddress>): boolean => {
  const words = wordsOf(name)
  for (const one of own) if (isMadeOfName(localPartOf(one), words)) return true
  return false
}
