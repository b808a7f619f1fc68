/** What Resend reports of mails after they were sent (https://resend.com/docs/webhooks/event-types). Pure. */
import * as v from 'valibot'
import type { MailStopReason } from '../../model/user.ts'

/** Whose mail must stop, and why. */
export interface Suppression {
  readonly userId: number
  readonly reason: MailStopReason
}

/**
 * What a webhook's body means for us: null where it changes nothing, as for a mail that arrived or only waits. The caller
 * verifies the signature first.
 */
export const suppressionOf = (body: string): Suppression | null => {
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

/** The tag of our mails that says whose they are. */
export const userTag = 'user'

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
