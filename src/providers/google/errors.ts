/**
 * Google's refusals as ours. Quota errors are 403 as often as 429, so the reason decides, then the status
 * (https://developers.google.com/workspace/gmail/api/guides/handle-errors). Pure.
 */
import { fieldsOf, listOf, textOf } from '../../model/json.ts'
import { secondsUntil } from '../../model/retry-after.ts'
import type { Instant } from '../../model/time.ts'
import { isTooLong } from '../../outside.ts'
import type { ProviderError } from '../provider.ts'

/** An HTTP answer that was no success, its body parsed where it was JSON. */
export interface GoogleRefusal {
  readonly status: number
  readonly body: unknown
}

export const errorOfGoogleRefusal = ({ status, body }: GoogleRefusal, now: Instant): ProviderError => {
  const { reason, message } = readError(body)
  if (status === 401) return { reason: 'token_expired' }
  if (status === 429 || rateReasons.has(reason)) {
    return { reason: 'rate_limited', retryAfterSeconds: pauseOf({ status, reason, message, now }) }
  }
  if (status >= 500 || reason === 'backendError') return { reason: 'unavailable', status }
  if (status === 403 && scopeReasons.has(reason)) return { reason: 'scope_missing', scope: 'gmail' }
  if (status === 403 && operatorReasons.has(reason)) return { reason: 'blocked', by: 'operator', detail: message }
  // `domainPolicy` by name; and whatever else is forbidden, somebody forbade.
  if (status === 403) return { reason: 'blocked', by: 'administrator', detail: `${reason}: ${message}` }
  // A Workspace account may have a calendar and no Gmail.
  if (status === 400 && reason === 'failedPrecondition') {
    return { reason: 'blocked', by: 'no_mailbox', detail: message }
  }
  return { reason: 'malformed', detail: `${status} ${reason}: ${message}` }
}

/** What a call threw: a refusal, a broken answer, or no answer at all. */
export const errorOfGoogleException = (error: unknown, now: Instant): ProviderError => {
  if (isTooLong(error)) return { reason: 'malformed', detail: 'an answer too long to read' }
  const refusal = googleRefusalOf(error)
  return refusal === null ? { reason: 'unavailable', status: null } : errorOfGoogleRefusal(refusal, now)
}

/** The refusal within what a call threw, or null where there was no HTTP answer. */
export const googleRefusalOf = (error: unknown): GoogleRefusal | null => {
  const response = fieldsOf(fieldsOf(error)?.response)
  return typeof response?.status === 'number' ? { status: response.status, body: response.data ?? null } : null
}

const rateReasons = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'dailyLimitExceeded'])
const scopeReasons = new Set(['insufficientPermissions', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'])
const operatorReasons = new Set(['accessNotConfigured', 'SERVICE_DISABLED'])

/** A quota minute: what to wait where Google names no time. */
const quotaMinute = 60
const dailyLimitPause = 3600
/** Too many calls at once: those under way are over in a moment. */
const concurrencyPause = 2

const pauseOf = (from: {
  readonly status: number
  readonly reason: string
  readonly message: string
  readonly now: Instant
}): number => {
  const { status, reason, message, now } = from
  if (reason === 'dailyLimitExceeded') return dailyLimitPause
  // Gmail names the moment in the text, and sends no Retry-After header.
  const named = Date.parse(/retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)/i.exec(message)?.[1] ?? '')
  if (!Number.isNaN(named)) return secondsUntil(named, now)
  return status === 429 && /concurrent/i.test(message) ? concurrencyPause : quotaMinute
}

const readError = (body: unknown): { readonly reason: string; readonly message: string } => {
  const error = fieldsOf(fieldsOf(body)?.error)
  const first = fieldsOf(listOf(error?.errors)[0])
  const detail = textOf(fieldsOf(listOf(error?.details)[0])?.reason)
  const reason = textOf(first?.reason) ?? detail ?? textOf(error?.status)
  return {
    reason: (detail !== null && scopeReasons.has(detail) ? detail : reason) ?? '',
    message: textOf(error?.message) ?? '',
  }
}
