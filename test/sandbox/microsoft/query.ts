/** The query options of a call (OData 4.01 §11.2), as far as Outlook takes them. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { invalidQuery, type Refusal, unparsable } from './errors.ts'

export interface Query {
  /** Null is whatever comes by default. */
  readonly select: readonly string[] | null
  readonly top: number | null
  readonly skip: number
  readonly count: boolean
  readonly filter: string | null
  readonly orderby: string | null
  readonly skipToken: string | null
  readonly deltaToken: string | null
  /** Options that are no system options, by name in lower case. */
  readonly custom: ReadonlyMap<string, string>
  /** The system options that were given, by name. */
  readonly given: ReadonlySet<string>
}

const systemOptions = [
  '$select',
  '$top',
  '$skip',
  '$count',
  '$filter',
  '$orderby',
  '$expand',
  '$search',
  '$skiptoken',
  '$deltatoken',
]

/** The most rows of a page. */
const maxRows = 1000

export const readQuery = (parameters: URLSearchParams): Result<Query, Refusal> => {
  const system = new Map<string, string>()
  const custom = new Map<string, string>()
  for (const [name, value] of parameters) {
    const lower = name.toLowerCase()
    if (!lower.startsWith('$')) {
      custom.set(lower, value)
      continue
    }
    if (!systemOptions.includes(lower)) return failure(unparsable(`The query parameter '${name}' is not supported.`))
    if (system.has(lower)) return failure(unparsable(`Query option '${name}' was specified more than once.`))
    system.set(lower, value)
  }
  const top = readNumber(system, '$top')
  if (!top.ok) return top
  const skip = readNumber(system, '$skip')
  if (!skip.ok) return skip
  const select = system.get('$select')
  return success({
    select: select === undefined ? null : select.split(',').map((name) => name.trim()),
    top: top.value,
    skip: skip.value ?? 0,
    count: system.get('$count') === 'true',
    filter: system.get('$filter') ?? null,
    orderby: system.get('$orderby') ?? null,
    skipToken: system.get('$skiptoken') ?? null,
    deltaToken: system.get('$deltatoken') ?? null,
    custom,
    given: new Set(system.keys()),
  })
}

/** A token carries every option of the first call, and goes with no other. */
export const isToken = ({ skipToken, deltaToken }: Query): boolean => skipToken !== null || deltaToken !== null

/** The refusal of the first selected name that a type does not have, or null. */
export const unknownProperty = ({ select }: Query, known: readonly string[], type: string): Refusal | null => {
  const unknown = select?.find((name) => !known.includes(name))
  return unknown === undefined
    ? null
    : unparsable(`Could not find a property named '${unknown}' on type 'Microsoft.OutlookServices.${type}'.`)
}

/** What a delta over `resource` refuses, in its own words, or null. */
export const unsupportedInDelta = (
  { given }: Query,
  resource: string,
  unsupported: readonly string[],
): Refusal | null =>
  unsupported.some((name) => given.has(name))
    ? invalidQuery(
        `The following parameters are not supported with change tracking over the '${resource}' resource: '${unsupported.join(', ')}'.`,
      )
    : null

const readNumber = (system: ReadonlyMap<string, string>, name: '$top' | '$skip'): Result<number | null, Refusal> => {
  const raw = system.get(name)
  if (raw === undefined) return success(null)
  if (!/^\d+$/.test(raw) || (name === '$top' && Number(raw) === 0)) {
    return failure(
      unparsable(
        `Invalid value '${raw}' for ${name} query option found. The ${name} query option requires a non-negative integer value.`,
      ),
    )
  }
  if (name === '$top' && Number(raw) > maxRows) {
    return failure(
      unparsable(
        `The limit of '${maxRows}' for Top query has been exceeded. The value from the incoming request is '${raw}'.`,
      ),
    )
  }
  return success(Number(raw))
}
