/**
 * Google's refusals as ours. Quota errors are 403 as often as 429, so the reason decides, then the status
 * (https://developers.google.com/workspace/gmail/api/guides/handle-errors). Pure.
 */
import { type Instant, instantFromMilliseconds } from '../../model/time.ts'
import { isTooLong } from '../../outside.ts'
import type { ProviderError } from '../provider.ts'

/** An HTTP answer that was no success, its body parsed where it was JSON. */
export interface Refusal {
  readonly status: number
  readonly body: unknown
}

export const errorOfRefusal = ({ status, body }: Refusal, now: Instant): ProviderError => {
  const { reason, message } = readError(body)
  if (status === 401) return { reason: 'token_expired' }
  if (status === 429 || rateReasons.has(reason)) {
    return { reason: 'rate_limited', retryAfterSeconds: retryAfterSeconds({ reason, message, now }) }
  }
  if (status >= 500 || reason === 'backendError') return { reason: 'unavailable', status }
  if (status === 403 && scopeReasons.has(reason)) return { reason: 'scope_missing', scope: 'gmail' }
  if (status === 403 && reason === 'domainPolicy') return { reason: 'blocked', by: 'administrator', detail: message }
  if (status === 403 && operatorReasons.has(reason)) return { reason: 'blocked', by: 'operator', detail: message }
  // A Workspace account may have a calendar and no Gmail.
  if (status === 400 && reason === 'failedPrecondition') {
    return { reason: 'blocked', by: 'no_mailbox', detail: message }
  }
  return { reason: 'malformed', detail: `${status} ${reason}: ${message}` }
}

/** What an SDK call threw: a refusal, a broken answer, or no answer at all. */
export const errorOfException = (error: unknown, now: Instant): ProviderError => {
  if (isTooLong(error)) return { reason: 'malformed', detail: 'an answer too long to read' }
  const refusal = refusalOf(error)
  return refusal === null ? { reason: 'unavailable', status: null } : errorOfRefusal(refusal, now)
}

/** The refusal within what an SDK call threw, or null where there was no HTTP answer. */
export const refusalOf = (error: unknown): Refusal | null => {
  if (typeof error !== 'object' || error === null || !('response' in error)) return null
  const { response } = error
  if (typeof response !== 'object' || response === null || !('status' in response)) return null
  if (typeof response.status !== 'number') return null
  return { status: response.status, body: 'data' in response ? response.data : null }
}

const rateReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'dailyLimitExceeded'])
const scopeReasons = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'])
const operatorReasons = new Set(['accessNotConfigured', 'SERVICE_DISABLED'])

/** A quota minute: what to wait where Google names no time. */
const quotaMinute = 60
const dailyLimitPause = 3600

const retryAfterSeconds = (from: {
  readonly reason: string
  readonly message: string
  readonly now: Instant
}): number => {
  if (from.reason === 'dailyLimitExceeded') return dailyLimitPause
  // Gmail names the moment in the text, and sends no Retry-After header.
  const named = Date.parse(/retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)/i.exec(from.message)?.[1] ?? '')
  return Number.isNaN(named) ? quotaMinute : Math.max(1, instantFromMilliseconds(named) - from.now + 1)
}

const readError = (body: unknown): { readonly reason: string; readonly message: string } => {
  const error = field(body, 'error')
  const first = field(field(error, 'errors'), 0)
  const detail = field(field(error, 'details'), 0)
  const reason = field(first, 'reason') ?? field(detail, 'reason') ?? field(error, 'status')
  const message = field(error, 'message')
  const scoped = field(detail, 'reason')
  const exact = typeof scoped === 'string' && scopeReasons.has(scoped) ? scoped : reason
  return {
    reason: typeof exact === 'string' ? exact : '',
    message: typeof message === 'string' ? message : '',
  }
}

const field = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string | number, unknown>>)[key] : undefined
