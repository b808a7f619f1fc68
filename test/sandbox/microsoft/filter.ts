/**
 * `$filter` and `$orderby` over messages (OData 4.01 §11.2.6): comparisons joined by `and`, over the properties that a
 * reader of metadata asks by. Pure.
 */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { badRequest, invalidQuery, notSimulated, type Refusal, unparsable } from './errors.ts'

export interface Comparison {
  readonly property: FilterProperty
  readonly operator: Operator
  readonly value: string | number | boolean
}

export type FilterProperty = keyof typeof kinds

type Operator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'

/** Tells what a message has for a property; times in milliseconds. */
export type Facts = (property: FilterProperty) => string | number | boolean

const kinds = {
  receivedDateTime: 'time',
  sentDateTime: 'time',
  isRead: 'flag',
  isDraft: 'flag',
  conversationId: 'text',
  internetMessageId: 'text',
} as const satisfies Record<string, 'time' | 'flag' | 'text'>

export const readFilter = (text: string): Result<readonly Comparison[], Refusal> => {
  const comparisons: Comparison[] = []
  for (const part of text.split(/\s+and\s+/i)) {
    const [, name = '', operator = '', raw = ''] =
      /^\(?\s*([\w/]+)\s+(eq|ne|gt|ge|lt|le)\s+(.+?)\s*\)?$/.exec(part) ?? []
    if (name === '') return failure(notSimulated(`the filter ${part}`))
    if (!isFilterProperty(name)) {
      return failure(
        unparsable(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Message'.`),
      )
    }
    const value = readValue(kinds[name], raw)
    if (value === null) {
      return failure(badRequest(`Invalid filter clause: the literal ${raw} does not fit ${name}.`))
    }
    comparisons.push({ property: name, operator: operator as Operator, value })
  }
  return success(comparisons)
}

export const fits = (facts: Facts, comparisons: readonly Comparison[]): boolean =>
  comparisons.every(({ property, operator, value }) => compares(facts(property), operator, value))

/** The order of a list: only by the time of receipt. Null is the usual one, newest first. */
export const readOrder = (
  text: string | null,
  comparisons: readonly Comparison[],
): Result<'newest first' | 'oldest first' | null, Refusal> => {
  if (text === null) return success(null)
  const [, name, way = 'asc'] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(text) ?? []
  if (name !== 'receivedDateTime') return failure(notSimulated(`the order ${text}`))
  // What is ordered by must be filtered by as well, and first, wherever there is a filter.
  if (comparisons.length > 0 && comparisons[0]?.property !== name) {
    return failure(badRequest('The restriction or sort order is too complex for this operation.', 'InefficientFilter'))
  }
  return success(way.toLowerCase() === 'desc' ? 'newest first' : 'oldest first')
}

/** The only filter that a delta takes. */
export const readDeltaFilter = (text: string): Result<Comparison, Refusal> => {
  const read = readFilter(text)
  const [comparison, ...others] = read.ok ? read.value : []
  if (comparison === undefined || others.length > 0) return failure(deltaFilterRefused)
  const { property, operator } = comparison
  const isSupported = property === 'receivedDateTime' && (operator === 'ge' || operator === 'gt')
  return isSupported ? success(comparison) : failure(deltaFilterRefused)
}

const deltaFilterRefused = invalidQuery(
  "The only supported $filter expressions with change tracking over the 'Messages' resource are 'receivedDateTime ge {value}' and 'receivedDateTime gt {value}'.",
)

const isFilterProperty = (name: string): name is FilterProperty => Object.hasOwn(kinds, name)

const readValue = (kind: 'time' | 'flag' | 'text', raw: string): Comparison['value'] | null => {
  switch (kind) {
    case 'time': {
      const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(raw)
        ? Date.parse(raw)
        : Number.NaN
      return Number.isNaN(time) ? null : time
    }
    case 'flag':
      return raw === 'true' ? true : raw === 'false' ? false : null
    case 'text':
      return /^'.*'$/s.test(raw) ? raw.slice(1, -1).replaceAll("''", "'") : null
  }
}

const compares = (left: Comparison['value'], operator: Operator, right: Comparison['value']): boolean => {
  switch (operator) {
    case 'eq':
      return left === right
    case 'ne':
      return left !== right
    case 'gt':
      return left > right
    case 'ge':
      return left >= right
    case 'lt':
      return left < right
    case 'le':
      return left <= right
  }
}
