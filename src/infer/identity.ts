/**
 * Which addresses are one person. Merged by itself only what cannot be chance; a name alone proves nothing, however rare
 * it seems: of two people called Maria Lopez one is the wrong one to write to. What is likely but not certain becomes a
 * proposal with its evidence. Pure.
 */

import { type CanonicalAddress, domainOf, localPartOf, withoutTag } from '../model/address.ts'
import { alikeBy, largest, mixed, spread } from '../model/alike.ts'
import { type Contact, countsAsList } from '../model/contact.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import { fullName, nameKey } from './names.ts'

/**
 * Groups of two addresses or more that are one person's beyond chance. The order of `contacts` does not matter. The user
 * wrote to each of them: anybody can take a name and a local part at a domain of their own, and a merged person is written to
 * wherever they were last heard from.
 */
export const certainlyOne = (contacts: readonly Contact[]): readonly (readonly CanonicalAddress[])[] => {
  const pairs = alikeMailboxes(contacts.filter(({ relationship }) => relationship.lastSentAt !== null))
  const movedTogether = domainsOfOneOrganisation(pairs)
  return pairs.flatMap(({ a, b, name }) => {
    const isOne =
      isWithin(domainOf(a), domainOf(b)) ||
      isDistinctive(localPartOf(a), name) ||
      movedTogether.has(domainPair(domainOf(a), domainOf(b)))
    return isOne ? [[a, b]] : []
  })
}

/** Two contacts, of whom the user wrote to both and heard from the second. */
export type Namesakes = readonly [writtenTo: Contact, heardFrom: Contact]

/**
 * Pairs of one full name at two addresses: whether a letter to the one was ever answered from the other, their letters must
 * tell. A name that many bear says nothing, and there are only so many worth asking about.
 */
export const namesakes = (contacts: readonly Contact[]): readonly Namesakes[] => {
  const pairs: Namesakes[] = []
  for (const alike of alikeBy(contacts, soundOf)) {
    const named = alikeBy(alike, ({ label }) => nameKey(fullName(label.name, label.spelling)))
    for (const same of named) {
      if (same.length > maxOfOneName) continue
      for (const one of same) {
        if (one.relationship.lastSentAt === null) continue
        for (const other of same) {
          // A stranger can answer in a thread under any name: the user must have taken them up on it.
          const { lastSentAt, lastReceivedAt } = other.relationship
          if (other !== one && lastSentAt !== null && lastReceivedAt !== null) pairs.push([one, other])
        }
      }
    }
  }
  return pairs.length > maxPairs ? pairs.sort(latestFirst).slice(0, maxPairs) : pairs
}

const maxOfOneName = 4
const maxPairs = 200

const isCorrespondent = (contact: Contact): boolean => {
  const { relationship } = contact
  return !countsAsList(contact) && (relationship.lastSentAt !== null || relationship.lastReceivedAt !== null)
}

/** By when the one who may have answered last wrote; the addresses decide where that is the same. */
const latestFirst = ([a, one]: Namesakes, [b, other]: Namesakes): number =>
  (other.relationship.lastReceivedAt ?? 0) - (one.relationship.lastReceivedAt ?? 0) ||
  (`${one.address} ${a.address}` < `${other.address} ${b.address}` ? -1 : 1)

/**
 * A number that a name keeps in whatever order its words stand, in whatever case, and whichever accents its vowels bear: a
 * full comparison of ten thousand names costs five times as much (`npm run bench`, "people: who bears one name"). Null of whoever never exchanged a letter with the user.
 */
const soundOf = (contact: Contact): number | null => {
  if (!isCorrespondent(contact)) return null
  const { name, spelling } = contact.label
  const text = name.includes(' ') ? name : spelling
  let sound = 0
  let word = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === parenthesis || code === atSign) break
    const message = code | 32
    const isMessage = message >= 97 && message <= 122
    if (isMessage ? ((vowels >> (message - 97)) & 1) === 0 : isDigit(code)) word = mixed(word, message)
    // Beyond ASCII there are letters and their accents: they end no word.
    else if (!isMessage && code < 128) {
      sound += spread(word)
      word = 0
    }
  }
  return (sound + spread(word)) & largest
}

const parenthesis = '('.charCodeAt(0)
const atSign = '@'.charCodeAt(0)
const vowels = [...'aeiou'].reduce((bits, vowel) => bits | (1 << (vowel.charCodeAt(0) - 97)), 0)
const isDigit = (code: number): boolean => code >= 48 && code <= 57

interface AlikeMailboxes {
  readonly a: CanonicalAddress
  readonly b: CanonicalAddress
  readonly name: string
}

/** Addresses with one local part at different hosts, whose owners bear the same full name. */
const alikeMailboxes = (contacts: readonly Contact[]): readonly AlikeMailboxes[] => {
  const pairs: AlikeMailboxes[] = []
  for (const same of alikeBy(contacts, namedLocalPart)) {
    // A local part that many have is a role's, and no two of them are compared.
    if (same.length > maxNamesakes) continue
    const withKeys = same.flatMap(({ address, label }) => {
      const name = nameKey(label.name)
      return name === null ? [] : [{ address, name }]
    })
    for (const [index, one] of withKeys.entries()) {
      for (const other of withKeys.slice(index + 1)) {
        if (one.name === other.name) pairs.push({ a: one.address, b: other.address, name: one.name })
      }
    }
  }
  return pairs
}

const maxNamesakes = 40

/** Null of lists, and of those whom nobody ever named. */
const namedLocalPart = (contact: Contact): string | null => {
  const { label, address } = contact
  return countsAsList(contact) || label.rank === 0 ? null : localPartOf(address)
}

/** One of the domains lies below the other: one house does not give a name and a local part to two people. */
const isWithin = (a: string, b: string): boolean => a.endsWith(`.${b}`) || b.endsWith(`.${a}`)

/**
 * A local part nobody would derive from the name: two people who share a full name and also call themselves "tglx" are
 * one. Whatever is put together from beginnings of the name's words is what namesakes choose too.
 */
const isDistinctive = (local: string, name: string): boolean => {
  const messages = withoutTag(local).replace(/[^\p{L}]/gu, '')
  if (messages.length < minDistinctive || genericLocalParts.has(messages)) return false
  return !isMadeOf(messages, name.split(/[\s'’-]+/))
}

const minDistinctive = 4

/** What people call a mailbox rather than themselves. */
const genericLocalParts = new Set([
  ...['mail', 'email', 'me', 'home', 'work', 'private', 'privat', 'personal', 'contact', 'kontakt', 'info', 'hello'],
  ...['office', 'news', 'list', 'lists', 'linux', 'kernel', 'devel', 'code', 'open', 'git', 'github', 'spam', 'post'],
  ...['admin', 'root', 'webmaster', 'postmaster', 'sales', 'support', 'team', 'user', 'public', 'name', 'maillist'],
])

/** Whether `letters` is nothing but beginnings of `words`, in any order. */
const isMadeOf = (messages: string, words: readonly string[]): boolean => {
  if (messages === '') return true
  return words.some((word, index) => {
    const others = words.filter((_, other) => other !== index)
    for (let length = Math.min(word.length, messages.length); length > 0; length -= 1) {
      if (messages.startsWith(word.slice(0, length)) && isMadeOf(messages.slice(length), others)) return true
    }
    return false
  })
}

/** Where so many have the same name and local part at two domains, the firm has moved, and everybody with it. */
const movedPeople = 3

const domainsOfOneOrganisation = (pairs: readonly AlikeMailboxes[]): ReadonlySet<string> => {
  const namesOf = new Map<string, Set<string>>()
  for (const { a, b, name } of pairs) {
    const [one, other] = [domainOf(a), domainOf(b)]
    if (mailHosts.has(one) || mailHosts.has(other)) continue
    const key = domainPair(one, other)
    namesOf.set(key, (namesOf.get(key) ?? new Set()).add(name))
  }
  return new Set([...namesOf].flatMap(([key, names]) => (names.size >= movedPeople ? [key] : [])))
}

const domainPair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
