/** Mail by Resend (https://resend.com/docs/api-reference/emails/send-email). */

import { failure, success } from '../../model/result.ts'
import { retryAfterSeconds as namedWait } from '../../model/retry-after.ts'
import { HOUR } from '../../model/time.ts'
import type { Outside } from '../../outside.ts'
import { type Mailer, type Sender, usualWaitSeconds } from './mailer.ts'
import { userTag } from './resend-events.ts'

/** A key of ours makes a second try safe for a day. */
export const resendMailer = (
  fetch: Outside['fetch'],
  settings: { readonly from: Sender; readonly apiKey: string; readonly root: URL },
): Mailer => ({
  // Resend keeps keys for 24 hours, by its own clock.
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
          // Comes back with whatever Resend reports of the mail later.
          tags: [{ name: userTag, value: String(userId) }],
        }),
      })
    } catch {
      return failure({ reason: 'unanswered', retryAfterSeconds: usualWaitSeconds })
    }
    if (response.ok) return success(null)
    const name = await errorName(response)
    const retryAfterSeconds = namedWait(response.headers.get('retry-after'), null) ?? usualWaitSeconds
    if (response.status === 429) return failure({ reason: 'unavailable', retryAfterSeconds })
    // A mail went out under this key: what was read for it, or how its links are sealed, has changed since.
    if (name === 'invalid_idempotent_request') return success(null)
    // A job that was delivered twice is sending the same mail at this moment.
    const isOpen = response.status >= 500 || name === 'concurrent_idempotent_requests'
    if (isOpen) return failure({ reason: 'unanswered', retryAfterSeconds })
    return failure({ reason: 'refused', detail: `${response.status} ${name}` })
  },
})

const errorName = async (response: Response): Promise<string> => {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null && 'name' in body ? String(body.name) : ''
  } catch {
    return ''
  }
}
