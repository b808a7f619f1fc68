/** Resend (https://resend.com/docs/api-reference/emails/send-email), and what it tells of mails afterwards. */
import * as v from 'valibot'
import { failure, success } from '../model/result.ts'
import { HOUR, type Instant } from '../model/time.ts'
import type { MailStopReason } from '../model/user.ts'
import type { Outside } from '../outside.ts'
import { type Mailer, type Sender, usualWaitSeconds } from './mailer.ts'

/** A key of ours makes a second try safe for a day. */
export const resendMailer = (
  fetch: Outside['fetch'],
  settings: { readonly from: Sender; readonly apiKey: string; readonly root: URL },
): Mailer => ({
  // It keeps keys for 24 hours, by its own clock.
  keySeconds: 23 * HOUR,

  async send({ userId, to, subject, text, html, headers }, idempotencyKey) {
    const { from, apiKey, root } = settings
    let response: Response
    try {
      response = await fetch(`${root.href.replace(/\/$/, '')}/emails`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': idempotencyKey,
        },
        body: JSON.stringify({
          ...{ from: `${from.name} <${from.address}>`, to: [to], subject, text, html, headers },
          // Comes back with what is told of the mail later.
          tags: [{ name: userTag, value: String(userId) }],
        }),
      })
    } catch {
      return failure({ reason: 'unanswered', retryAfterSeconds: usualWaitSeconds })
    }
    if (response.ok) return success(null)
    const name = await errorName(response)
    const wait = Number(response.headers.get('retry-after'))
    const retryAfterSeconds = wait > 0 ? wait : usualWaitSeconds
    if (response.status === 429) return failure({ reason: 'unavailable', retryAfterSeconds })
    // The same mail is being sent at this moment, by a job that was delivered twice.
    const isOpen = response.status >= 500 || name === 'concurrent_idempotent_requests'
    if (isOpen) return failure({ reason: 'unanswered', retryAfterSeconds })
    return failure({ reason: 'refused', detail: `${response.status} ${name}` })
  },
})

const userTag = 'user'

const errorName = async (response: Response): Promise<string> => {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null && 'name' in body ? String(body.name) : ''
  } catch {
    return ''
  }
}

/** Whose mail must stop, and why. */
export interface MailVerdict {
  readonly userId: number
  readonly reason: MailStopReason
}

/**
 * What a webhook's body means for us: null where it changes nothing, as a mail that arrived or only waits. Its signature
 * must have been verified before.
 */
export const verdictOf = (body: string): MailVerdict | null => {
  const event = v.safeParse(eventSchema, body)
  if (!event.success) return null
  const { type, data } = event.output
  const userId = Number(data.tags[userTag])
  if (!Number.isInteger(userId) || userId < 1) return null
  if (type === 'email.complained') return { userId, reason: 'complained' }
  if (type === 'email.suppressed') return { userId, reason: 'suppressed' }
  // A full mailbox is no reason to give up.
  return type === 'email.bounced' && data.bounce?.type !== 'Transient' ? { userId, reason: 'bounced' } : null
}

const eventSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    type: v.string(),
    data: v.object({
      tags: v.optional(v.record(v.string(), v.string()), {}),
      bounce: v.optional(v.object({ type: v.optional(v.string()) })),
    }),
  }),
)

/** The signature of a webhook (Standard Webhooks, as Svix signs for Resend), verified: of this body, and of these minutes. */
export const isSignedWebhook = async (
  secret: string,
  webhook: { readonly headers: Headers; readonly body: string; readonly now: Instant },
): Promise<boolean> => {
  const { headers, body, now } = webhook
  const [id, timestamp] = [headers.get('svix-id'), headers.get('svix-timestamp')]
  const isOfNow = Math.abs(Number(timestamp ?? Number.NaN) - now) <= toleranceSeconds
  if (id === null || timestamp === null || !isOfNow) return false
  const key = await crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  for (const entry of (headers.get('svix-signature') ?? '').split(' ')) {
    const [version, signature = ''] = entry.split(',')
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed))) return true
  }
  return false
}

/** As the specification has it: long enough for clocks that differ, too short to play an old event again. */
const toleranceSeconds = 300

/** Empty where it is no base64: nothing is signed with that. */
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => {
  try {
    return Uint8Array.from(atob(text.replace(/^whsec_/, '')), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array(0)
  }
}
