/** Why somebody is not among the people: who matches a name or an address and is excluded, and what excludes how many. */
import type { Exclusion, ExclusionRule } from '../infer/exclusion-rule.ts'
import { nameTest } from '../infer/name-search.ts'
import type { Resolved } from '../infer/resolve.ts'
import type { Account } from '../model/account.ts'
import { type LeftOutCode, leftOutPairs } from '../model/automation.ts'
import type { InteractionKind } from '../model/interaction.ts'
import type { Person } from '../model/person.ts'
import type { Instant } from '../model/time.ts'
import { type AutomatedSender, automatedSendersNamed } from '../store/automated-senders.ts'
import { type Tally, tallyOf } from '../store/interactions.ts'
import type { Store } from '../store/store.ts'

/** An address that is excluded, and what was read of it. */
export interface CountedExclusion extends Exclusion {
  readonly counts: Readonly<Partial<Record<InteractionKind, number>>>
}

/** What a search finds, the first few of each. */
export interface ExcludedFound {
  readonly found: readonly CountedExclusion[]
  readonly foundInAll: number
  /** Who matches and is a person. */
  readonly here: readonly Person[]
  /** Who matches and appears only as the sender of automated mail. */
  readonly automatedSenders: readonly AutomatedSender[]
}

const nothing: ExcludedFound = { found: [], foundInAll: 0, here: [], automatedSenders: [] }

const maxFound = 20

/** `query` is part of a name or an address: an empty one finds nothing. `resolved` says who is a person and who is none. */
export const findExcluded = async (
  store: Store,
  resolved: Resolved,
  { userId, query, now }: { readonly userId: number; readonly query: string; readonly now: Instant },
): Promise<ExcludedFound> => {
  if (query === '') return nothing
  const { people, excluded } = resolved
  const isNamed = nameTest(query)
  const found = excluded.filter(({ contact }) => isNamed({ name: contact.label.name, addresses: [contact.address] }))
  const here = people.filter(isNamed)
  const shown = found.slice(0, maxFound)
  const [counted, senders] = await Promise.all([
    withCounts(store, shown, { userId, now }),
    automatedSendersNamed(store, { userId, text: query, limit: maxFound }),
  ])
  const known = new Set<string>([
    ...people.flatMap(({ addresses }) => addresses),
    ...excluded.map(({ contact }) => contact.address),
  ])
  return {
    found: counted,
    foundInAll: found.length,
    here: here.slice(0, maxFound),
    automatedSenders: senders.filter(({ address }) => !known.has(address)),
  }
}

/** How many addresses are listed at once. */
export const excludedPageSize = 50

/** Those whom a rule excludes, by name, a page of them. Pages count from 1. */
export const excludedBy = async (
  store: Store,
  { excluded }: Resolved,
  of: {
    readonly userId: number
    readonly kind: ExclusionRule['kind']
    readonly page: number
    readonly now: Instant
  },
): Promise<readonly CountedExclusion[]> => {
  const shown = excluded
    .filter(({ rule }) => rule.kind === of.kind)
    .toSorted((a, b) => compareText(nameOfExcluded(a), nameOfExcluded(b)) || a.contact.id - b.contact.id)
    .slice((of.page - 1) * excludedPageSize, of.page * excludedPageSize)
  return withCounts(store, shown, of)
}

/** Whose number it is, where they are excluded; null where they are not. */
export const excludedNumbered = async (
  store: Store,
  { excluded }: Resolved,
  of: { readonly userId: number; readonly id: number; readonly now: Instant },
): Promise<CountedExclusion | null> => {
  const [found = null] = await withCounts(
    store,
    excluded.filter(({ contact }) => contact.id === of.id),
    of,
  )
  return found
}

export const nameOfExcluded = ({ contact: { label } }: Exclusion): string =>
  label.name === '' ? label.spelling : label.name

/** What excludes how many, the most first. */
export interface ExcludedCounts {
  readonly rules: readonly (readonly [kind: ExclusionRule['kind'], count: number])[]
  /** Messages and events that make nobody a person, by the reason. */
  readonly leftOut: readonly (readonly [code: LeftOutCode, count: number])[]
}

export const countExcluded = ({ excluded }: Resolved, accounts: readonly Account[]): ExcludedCounts => ({
  rules: mostFirst(excluded.map(({ rule }) => [rule.kind, 1])),
  leftOut: mostFirst(accounts.flatMap(({ progress }) => leftOutPairs(progress.leftOut))),
})

const withCounts = async (
  store: Store,
  exclusions: readonly Exclusion[],
  { userId, now }: { readonly userId: number; readonly now: Instant },
): Promise<readonly CountedExclusion[]> => {
  const contactIds = exclusions.map(({ contact }) => contact.id)
  const tally = await tallyOf(store, { userId, contactIds, until: now })
  return exclusions.map((exclusion) => ({ ...exclusion, counts: countsOf(exclusion, tally) }))
}

const compareText = (a: string, b: string): number => {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()]
  return first < second ? -1 : first > second ? 1 : 0
}

const countsOf = (
  { contact }: Exclusion,
  tally: readonly Tally[],
): Readonly<Partial<Record<InteractionKind, number>>> =>
  Object.fromEntries(tally.filter(({ contactId }) => contactId === contact.id).map(({ kind, count }) => [kind, count]))

const mostFirst = <Name>(counts: readonly (readonly [Name, number])[]): readonly (readonly [Name, number])[] => {
  const sums = new Map<Name, number>()
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count)
  return [...sums].sort((a, b) => b[1] - a[1])
}
