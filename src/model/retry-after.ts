/** Retry-After, by which an HTTP server says when to come back (RFC 9110 §10.2.3). Pure. */
import { type Instant, instantFromMilliseconds } from './time.ts'

/**
 * Whole seconds from now, at least one; null where the header names neither seconds nor a date. Who has no clock at hand
 * says null for now: then a date names nothing.
 */
export const retryAfterSeconds = (header: string | null, now: Instant | null): number | null => {
  if (header === null || header === '') return null
  const seconds = Number(header)
  if (Number.isFinite(seconds)) return Math.max(1, Math.ceil(seconds))
  const date = Date.parse(header)
  return now === null || Number.isNaN(date) ? null : secondsUntil(date, now)
}

/** Our instants are whole seconds, cut down: a second more, so that a server who counts finer agrees. */
export const secondsUntil = (milliseconds: number, now: Instant): number =>
  Math.max(1, instantFromMilliseconds(milliseconds) - now + 1)
