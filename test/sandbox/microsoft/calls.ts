/** What a call of Graph is, and what a resource needs to say of itself to be called. */
import type { Result } from '../../../src/model/result.ts'
import type { Mailbox } from '../world.ts'
import type { Refusal } from './errors.ts'
import type { Preferences } from './prefer.ts'
import type { Query } from './query.ts'
import { scopes } from './scopes.ts'

/** A call that bears a live token with a fitting scope. */
export interface Call {
  readonly mailbox: Mailbox
  readonly scopes: ReadonlySet<string>
  readonly clientId: string
  /** What stands in the path for one of many: ids and well-known names. */
  readonly keys: readonly string[]
  readonly query: Query
  readonly preferences: Preferences
  /** Where it was made, without its query. */
  readonly address: string
}

export interface Resource {
  /** As the tally of calls counts it. */
  readonly name: string
  /** In lower case; `*` is a key. */
  readonly path: readonly string[]
  /** Any one of these allows it. */
  readonly scopes: readonly string[]
  /** Outlook has a mailbox behind it, and limits of its own. */
  readonly isOutlook: boolean
  readonly answer: (call: Call) => Result<object, Refusal>
}

export const mailScopes = [scopes.mailBasic, scopes.mailRead, scopes.mailWrite]
export const calendarScopes = [scopes.calendarBasic, scopes.calendarRead, scopes.calendarWrite]

/** A page's rows where nobody asks for more or fewer. */
export const usualRows = 10

/** A page of a list by how many rows come before it: rows that come or go meanwhile shift it, as they do with Graph. */
export const pageBySkip = <T>(
  rows: readonly T[],
  { query, address }: Call,
  top = query.top ?? usualRows,
): { readonly page: readonly T[]; readonly links: object } => {
  const page = rows.slice(query.skip, query.skip + top)
  const end = query.skip + page.length
  return {
    page,
    links: {
      ...(query.count ? { '@odata.count': rows.length } : {}),
      ...(end < rows.length ? { '@odata.nextLink': nextLink(address, query, end) } : {}),
    },
  }
}

/** The same call again from further on. */
const nextLink = (address: string, query: Query, skip: number): string => {
  const options: (readonly [string, string])[] = [
    ...query.custom,
    ...(query.select === null ? [] : ([['$select', query.select.join(',')]] as const)),
    ...(query.filter === null ? [] : ([['$filter', query.filter]] as const)),
    ...(query.orderby === null ? [] : ([['$orderby', query.orderby]] as const)),
    ...(query.count ? ([['$count', 'true']] as const) : []),
    ...(query.top === null ? [] : ([['$top', String(query.top)]] as const)),
    ['$skip', String(skip)],
  ]
  return `${address}?${options.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`
}

/** What was selected, with the id and the annotations, which come whatever is. */
export const selectedFrom = (row: Readonly<Record<string, unknown>>, select: Query['select']): object =>
  select === null
    ? row
    : Object.fromEntries(
        Object.entries(row).filter(([name]) => name === 'id' || name.startsWith('@') || select.includes(name)),
      )

/** `https://graph.microsoft.com/v1.0/$metadata#…`, of the version that was called. */
export const contextOf = ({ address }: Pick<Call, 'address'>, of: string): object => ({
  '@odata.context': `${address.replace(/\/v1\.0\/.*$/s, '/v1.0')}/$metadata#${of}`,
})
