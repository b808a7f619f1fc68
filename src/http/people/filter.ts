/** Whom of everyone the list shows: a search that ignores accents, filters, an order, and pages. Pure. */
import { folded } from '../../infer/name-letters.ts'
import { nameTest } from '../../infer/name-search.ts'
import type { Band } from '../../model/health.ts'
import { lastContactAt } from '../../model/relationship.ts'
import type { ReasonKind } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'
import { byCloseness, type Candidate } from '../../report/candidate.ts'
import { bandsInOrder } from '../kit/marks.tsx'

export const sortOrders = ['closest', 'overdue', 'last', 'name'] as const
export type SortOrder = (typeof sortOrders)[number]

export interface Filter {
  readonly query: string
  readonly band: Band | null
  /** As `circleKey` writes it; '' for all. */
  readonly group: string
  readonly reason: ReasonKind | null
  readonly sort: SortOrder
  /** Counted from 1. */
  readonly page: number
}

export const noFilter: Filter = { query: '', band: null, group: '', reason: null, sort: 'closest', page: 1 }

/** What nobody offers means nothing. `reasons` are those that hold for somebody. */
export const filterIn = (query: (name: string) => string | undefined, reasons: Iterable<ReasonKind>): Filter => {
  const page = Number(query('page') ?? 1)
  return {
    query: query('q')?.trim() ?? '',
    band: bandsInOrder.find((band) => band === query('band')) ?? null,
    group: query('group')?.trim() ?? '',
    reason: [...reasons].find((kind) => kind === query('reason')) ?? null,
    sort: sortOrders.find((sort) => sort === query('sort')) ?? 'closest',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Whether anything but the order is asked for. */
export const isFiltered = ({ query, band, group, reason, page }: Filter): boolean =>
  query !== '' || band !== null || group !== '' || reason !== null || page > 1

/** The address of the list with one thing changed; a change of anything but the page begins at its first. */
export const filterHref = (filter: Filter, change: Partial<Filter>): string => {
  const { query, band, group, reason, sort, page } = { ...filter, page: 1, ...change }
  const parameters = new URLSearchParams({
    ...(query !== '' && { q: query }),
    ...(band !== null && { band }),
    ...(group !== '' && { group }),
    ...(reason !== null && { reason }),
    ...(sort !== 'closest' && { sort }),
    ...(page > 1 && { page: String(page) }),
  })
  return `/people${parameters.size === 0 ? '' : `?${parameters}`}#everyone`
}

/** What is known of people beside how they stand. */
export interface FilterFacts {
  readonly circleOf: (candidate: Candidate) => string
  readonly reasonOf: (candidate: Candidate) => ReasonKind | null
  readonly now: Instant
}

export interface Found {
  readonly shown: readonly Candidate[]
  readonly all: number
  readonly pages: number
  readonly page: number
}

export const pageSize = 25

export const filtered = (candidates: readonly Candidate[], filter: Filter, facts: FilterFacts): Found => {
  const { band, group, reason } = filter
  const isNamed = nameTest(filter.query)
  const found = candidates.filter(
    (candidate) =>
      (band === null || candidate.health.band === band) &&
      (group === '' || facts.circleOf(candidate) === group || candidate.person.override.groups.includes(group)) &&
      (reason === null || facts.reasonOf(candidate) === reason) &&
      isNamed(candidate.person),
  )
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(filter.page, pages)
  const sorted = found.sort(orderOf(filter.sort, facts.now))
  return { shown: sorted.slice((page - 1) * pageSize, page * pageSize), all: found.length, pages, page }
}

const orderOf = (sort: SortOrder, now: Instant): ((a: Candidate, b: Candidate) => number) => {
  switch (sort) {
    case 'closest':
      return byCloseness
    case 'overdue':
      return (a, b) => (b.health.overdue ?? -1) - (a.health.overdue ?? -1) || byCloseness(a, b)
    case 'last':
      return (a, b) => lastAt(b, now) - lastAt(a, now) || byCloseness(a, b)
    case 'name':
      return (a, b) => compareText(folded(a.person.name), folded(b.person.name)) || a.person.id - b.person.id
  }
}

const lastAt = ({ person }: Candidate, now: Instant): number => lastContactAt(person.relationship, now) ?? 0

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
