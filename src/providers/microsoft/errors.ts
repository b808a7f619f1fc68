/**
 * Graph's refusals as ours. The code decides, then the status; codes come in either case.
 * https://learn.microsoft.com/graph/errors. Pure.
 */
import { fieldsOf, textOf } from '../../model/json.ts'
import { retryAfterSeconds } from '../../model/retry-after.ts'
import type { Instant } from '../../model/time.ts'
import { isTooLong } from '../../outside.ts'
import type { ProviderError } from '../provider.ts'

/** An HTTP answer that was no success, by itself or as a part of a batch. */
export interface GraphRefusal {
  readonly status: number
  readonly code: string
  /** The Retry-After header, or null. */
  readonly retryAfter: string | null
  /** The WWW-Authenticate header, or null. */
  readonly challenge: string | null
}

/** The call that was refused. */
export interface GraphCall {
  readonly now: Instant
  /** What the call needs, and what was granted. */
  readonly scope: string
  readonly granted: readonly string[]
}

export const errorOfGraphRefusal = (
  { status, code, retryAfter, challenge }: GraphRefusal,
  call: GraphCall,
): ProviderError => {
  const { now, scope, granted } = call
  const lowered = code.toLowerCase()
  const told = retryAfterSeconds(retryAfter, now)
  // Continuous access evaluation: the session was ended, and only the person can begin another.
  if (status === 401 && challenge !== null && /insufficient_claims/i.test(challenge)) return { reason: 'grant_revoked' }
  if (status === 401) return { reason: 'token_expired' }
  // Graph's quirk: 410, or 400 or 404 with one of these.
  if (status === 410 || forgetful.has(lowered)) return { reason: 'cursor_expired' }
  if (status === 429 || lowered === 'applicationthrottled') {
    return { reason: 'rate_limited', retryAfterSeconds: told ?? usualPause }
  }
  if (status >= 500) return { reason: 'unavailable', status, ...(told !== null && { retryAfterSeconds: told }) }
  if (lowered === noMailbox) return { reason: 'blocked', by: 'no_mailbox', detail: code }
  if (status === 403 && !granted.some((name) => name.endsWith(scope))) return { reason: 'scope_missing', scope }
  // What the person allowed, somebody else forbids.
  if (status === 403) return { reason: 'blocked', by: 'administrator', detail: code }
  return { reason: 'malformed', detail: `${status} ${code}` }
}

/** What was asked for is not there; as against a mailbox that is not. */
export const isNotFound = ({ status, code }: GraphRefusal): boolean =>
  status === 404 && !forgetful.has(code.toLowerCase()) && code.toLowerCase() !== noMailbox

const noMailbox = 'mailboxnotenabledforrestapi'

/** What a call threw: a refusal, a broken answer, or no answer at all. */
export const errorOfGraphException = (error: unknown, call: GraphCall): ProviderError => {
  if (isTooLong(error)) return { reason: 'malformed', detail: 'an answer too long to read' }
  const refusal = graphRefusalOf(error)
  return refusal === null ? { reason: 'unavailable', status: null } : errorOfGraphRefusal(refusal, call)
}

/** The refusal within what a call threw, or null where there was no whole answer: a success broken off is none. */
export const graphRefusalOf = (error: unknown): GraphRefusal | null => {
  const { statusCode, code, headers } = fieldsOf(error) ?? {}
  if (typeof statusCode !== 'number' || statusCode < 300) return null
  const header = (name: string): string | null => (headers instanceof Headers ? headers.get(name) : null)
  return {
    status: statusCode,
    code: textOf(code) ?? '',
    retryAfter: header('retry-after'),
    challenge: header('www-authenticate'),
  }
}

/** The refusal that a part of a batch is. */
export const graphRefusalOfPart = (part: {
  readonly status: number
  readonly headers: unknown
  readonly body: unknown
}): GraphRefusal => {
  const headers = Object.entries(fieldsOf(part.headers) ?? {}).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  )
  const header = (wanted: string): string | null => textOf(headers.find(([name]) => name === wanted)?.[1])
  return {
    status: part.status,
    code: textOf(fieldsOf(fieldsOf(part.body)?.error)?.code) ?? '',
    retryAfter: header('retry-after'),
    challenge: header('www-authenticate'),
  }
}

const forgetful = new Set(['syncstatenotfound', 'syncstateinvalid', 'resyncrequired', 'fullsyncrequired'])

/** Where Graph names no time. Waiting less than it wants lengthens the wait. */
const usualPause = 60
