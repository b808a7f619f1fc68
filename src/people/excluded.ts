/** Why somebody is not among the people: who matches a name or an address and is excluded, and what excludes how many. */
import type { Exclusion, ExclusionRule } from '../infer/exclusion-rule.ts'
import type { Resolved } from '../infer/resolve.ts'
import type { Account } from '../model/account.ts'
import { type LeftOutCode, leftOutPairs } from '../model/automation.ts'
import type { InteractionKind } from '../model/interaction.ts'
import type { Person } from '../model/person.ts'
import type { Instant } from '../model/time.ts'
import { type AutomatedSender, automatedSendersNamed } from '../store/automated-senders.ts'
import { type Tally, tallyOf } from '../store/interactions.ts'
import type { Store } from '../store/store.ts'

/** What a search finds, the first few of each. */
export interface ExcludedFound {
  readonly found: readonly (Exclusion & { readonly counts: Readonly<Partial<Record<InteractionKind, number>>> })[]
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
  const found = excluded.filter(({ contact }) => isMatch(query, contact.label.name, contact.address))
  const here = people.filter(({ name, addresses }) => isMatch(query, name, ...addresses))
  const shown = found.slice(0, maxFound)
  const contactIds = shown.map(({ contact }) => contact.id)
  const [tally, senders] = await Promise.all([
    tallyOf(store, { userId, contactIds, until: now }),
    automatedSendersNamed(store, { userId, text: query, limit: maxFound }),
  ])
  const known = new Set<string>([
    ...people.flatMap(({ addresses }) => addresses),
    ...excluded.map(({ contact }) => contact.address),
  ])
  return {
    found: shown.map((exclusion) => ({ ...exclusion, counts: countsOf(exclusion, tally) })),
    foundInAll: found.length,
    here: here.slice(0, maxFound),
    automatedSenders: senders.filter(({ address }) => !known.has(address)),
  }
}

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

const isMatch = (query: string, ...texts: readonly string[]): boolean => {
  const wanted = query.toLowerCase()
  return texts.some((text) => text.toLowerCase().includes(wanted))
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
