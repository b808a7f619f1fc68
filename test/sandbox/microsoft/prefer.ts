/** The Prefer header (RFC 7240): each call's own, never remembered from the one before. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { isTimeZone } from '../../../src/model/time.ts'
import type { IdType } from './ids.ts'

export interface Preferences {
  readonly idType: IdType
  /** How many rows a page may have at most, or null. */
  readonly maxPageSize: number | null
  /** In which zone times of events are told. */
  readonly zone: string
  /** What was heard, as the answer's Preference-Applied says. */
  readonly applied: string
}

/** Fails with the name of what it cannot do. */
export const readPreferences = (header: string | null): Result<Preferences, string> => {
  const stated = new Map<string, string>()
  // Values may be quoted, and a comma within quotes parts nothing.
  for (const [, name = '', quoted, plain] of (header ?? '').matchAll(preference)) {
    stated.set(name.toLowerCase(), quoted ?? plain ?? '')
  }
  const size = stated.get('odata.maxpagesize')
  const maxPageSize = size === undefined ? null : Number(size)
  const zone = stated.get('outlook.timezone') ?? 'UTC'
  if (zone !== 'UTC' && !isTimeZone(zone))
    return failure(`the time zone ${zone}: it tells times in UTC or an IANA zone`)
  const isSized = maxPageSize !== null && Number.isInteger(maxPageSize) && maxPageSize > 0
  const isImmutable = stated.get('idtype') === 'ImmutableId'
  return success({
    idType: isImmutable ? 'immutable' : 'regular',
    maxPageSize: isSized ? maxPageSize : null,
    zone,
    applied: [
      ...(isImmutable ? ['IdType="ImmutableId"'] : []),
      ...(isSized ? [`odata.maxpagesize=${maxPageSize}`] : []),
      ...(stated.has('outlook.timezone') ? [`outlook.timezone="${zone}"`] : []),
    ].join(', '),
  })
}

const preference = /([\w.-]+)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/g
