/**
 * Which addresses are one person. Merged by itself only what cannot be chance; a name alone proves nothing, however rare
 * it seems: of two people called Maria Lopez one is the wrong one to write to. What is likely but not certain becomes a
 * proposal with its evidence. Pure.
 */
import { type CanonicalAddress, domainOf, localPartOf, withoutTag } from '../model/address.ts'
import type { Contact } from '../model/contact.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import { nameKey } from './names.ts'

export { mailHosts }

/** Groups of two addresses or more that are one person's beyond chance. The order of `contacts` does not matter. */
export const certainlyOne = (contacts: readonly Contact[]): readonly (readonly CanonicalAddress[])[] => {
  const pairs = namesakesByLocalPart(contacts)
  const movedTogether = domainsOfOneHouse(pairs)
  return pairs.flatMap(({ a, b, name }) => {
    const isOne =
      isWithin(domainOf(a), domainOf(b)) ||
      isDistinctive(localPartOf(a), name) ||
      movedTogether.has(domainPair(domainOf(a), domainOf(b)))
    return isOne ? [[a, b]] : []
  })
}

interface Namesakes {
  readonly a: CanonicalAddress
  readonly b: CanonicalAddress
  readonly name: string
}

/** Addresses with one local part at different hosts, whose owners bear the same full name. */
const namesakesByLocalPart = (contacts: readonly Contact[]): readonly Namesakes[] => {
  // Hardly any local part occurs twice: only those that do get a list.
  const firstOf = new Map<string, Contact>()
  const byLocalPart = new Map<string, Contact[]>()
  for (const contact of contacts) {
    if (contact.isList || contact.label.rank === 0) continue
    const local = localPartOf(contact.address)
    const first = firstOf.get(local)
    if (first === undefined) firstOf.set(local, contact)
    else byLocalPart.set(local, [...(byLocalPart.get(local) ?? [first]), contact].slice(0, mostNamesakes + 1))
  }
  const pairs: Namesakes[] = []
  for (const same of byLocalPart.values()) {
    // A local part that many have is a role's, and no two of them are compared.
    if (same.length > mostNamesakes) continue
    const named = same.flatMap(({ address, label }) => {
      const name = nameKey(label.name)
      return name === null ? [] : [{ address, name }]
    })
    for (const [index, one] of named.entries()) {
      for (const other of named.slice(index + 1)) {
        if (one.name === other.name) pairs.push({ a: one.address, b: other.address, name: one.name })
      }
    }
  }
  return pairs
}

const mostNamesakes = 40

/** One of the domains lies below the other: one house does not give a name and a local part to two people. */
const isWithin = (a: string, b: string): boolean => a.endsWith(`.${b}`) || b.endsWith(`.${a}`)

/**
 * A local part nobody would derive from the name: two people who share a full name and also call themselves "tglx" are
 * one. Whatever is put together from beginnings of the name's words is what namesakes choose too.
 */
export const isDistinctive = (local: string, name: string): boolean => {
  const letters = withoutTag(local).replace(/[^\p{L}]/gu, '')
  if (letters.length < shortestDistinctive || genericLocalParts.has(letters)) return false
  return !isMadeOf(letters, name.split(/[\s'’-]+/))
}

const shortestDistinctive = 4

/** What people call a mailbox rather than themselves. */
const genericLocalParts = new Set([
  ...['mail', 'email', 'me', 'home', 'work', 'private', 'privat', 'personal', 'contact', 'kontakt', 'info', 'hello'],
  ...['office', 'news', 'list', 'lists', 'linux', 'kernel', 'devel', 'code', 'open', 'git', 'github', 'spam', 'post'],
  ...['admin', 'root', 'webmaster', 'postmaster', 'sales', 'support', 'team', 'user', 'public', 'name', 'maillist'],
])

/** Whether `letters` is nothing but beginnings of `words`, in any order. */
const isMadeOf = (letters: string, words: readonly string[]): boolean => {
  if (letters === '') return true
  return words.some((word, index) => {
    const others = words.filter((_, other) => other !== index)
    for (let length = Math.min(word.length, letters.length); length > 0; length -= 1) {
      if (letters.startsWith(word.slice(0, length)) && isMadeOf(letters.slice(length), others)) return true
    }
    return false
  })
}

/** Where so many have the same name and local part at two domains, the firm has moved, and everybody with it. */
const movedPeople = 3

const domainsOfOneHouse = (pairs: readonly Namesakes[]): ReadonlySet<string> => {
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
