/** The Prefer header (RFC 7240): each call's own, never remembered from the one before. Pure. */
import { failure, type Result, success } from '../../../src/model/result.ts'
import { zoneNamed } from '../archive/zones.ts'
import type { IdType } from './ids.ts'

export interface Preferences {
  readonly idType: IdType
  /** How many rows a page may have at most, or null. */
  readonly maxPageSize: number | null
  /** In which zone times of events are told. */
  readonly zone: ToldZone
  /** What was heard, as the answer's Preference-Applied says. */
  readonly applied: string
}

export interface ToldZone {
  /** IANA. */
  readonly zone: string
  /** As it was asked for: by its IANA name, or by the one that Windows has for it. */
  readonly name: string
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
  const name = stated.get('outlook.timezone') ?? 'UTC'
  const zone = zoneNamed(name)
  if (zone === null) return failure(`the time zone ${name}`)
  const isSized = maxPageSize !== null && Number.isInteger(maxPageSize) && maxPageSize > 0
  const isImmutable = stated.get('idtype') === 'ImmutableId'
  return success({
    idType: isImmutable ? 'immutable' : 'regular',
    maxPageSize: isSized ? maxPageSize : null,
    zone: { zone, name },
    applied: [
      ...(isImmutable ? ['IdType="ImmutableId"'] : []),
      ...(isSized ? [`odata.maxpagesize=${maxPageSize}`] : []),
      ...(stated.has('outlook.timezone') ? [`outlook.timezone="${name}"`] : []),
    ].join(', '),
  })
}

const preference = /([\w.-]+)\s*=\s*(?:"([^"]*)"|([^\s,;"]+))/g
