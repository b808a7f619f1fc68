/** Cloudflare Email Service by its binding (https://developers.cloudflare.com/email-service/). It knows no idempotency keys. */
import { failure, success } from '../../model/result.ts'
import { headerFault } from '../render/header-rules.ts'
import { type Mailer, type Sender, usualWaitSeconds } from './mailer.ts'

/** Without keys, an attempt without an answer stays in doubt. */
export const emailServiceMailer = (settings: { readonly from: Sender; readonly binding: SendEmail }): Mailer => ({
  keySeconds: 0,

  async send({ to, subject, text, html, headers }) {
    const { from, binding } = settings
    const fault = headerFault(headers)
    if (fault !== null) return failure({ reason: 'refused', detail: fault })
    try {
      await binding.send({
        from: { email: from.address, name: from.name },
        to,
        subject,
        text,
        html,
        headers: { ...headers },
      })
      return success(null)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (code === 'E_RECIPIENT_SUPPRESSED') return failure({ reason: 'suppressed' })
      const wait = waitSeconds[code]
      if (wait !== undefined) return failure({ reason: 'unavailable', retryAfterSeconds: wait })
      // Without a code it is not the service that speaks, and nobody knows what became of the mail.
      if (code === '' || code === 'E_INTERNAL_SERVER_ERROR') {
        return failure({ reason: 'unanswered', retryAfterSeconds: usualWaitSeconds })
      }
      return failure({ reason: 'refused', detail: code })
    }
  },
})

/** Refusals that pass, and how long that takes. The service repeats every other refusal. */
const waitSeconds: Readonly<Record<string, number>> = {
  E_RATE_LIMIT_EXCEEDED: 60,
  E_DELIVERY_FAILED: 300,
  // The day ends at midnight UTC, and some hour after it is soon enough.
  E_DAILY_LIMIT_EXCEEDED: 3600,
}
