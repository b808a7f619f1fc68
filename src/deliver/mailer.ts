/** Whoever carries mail: one small interface, two carriers, chosen by configuration. */
import type { OutgoingMail } from '../model/mail.ts'
import { failure, type Result, success } from '../model/result.ts'
import type { Outside } from '../outside.ts'

export interface Mailer {
  /**
   * Sends once. `idempotencyKey` names the mail: where the outcome of an earlier try is unknown, sending again with the
   * same key and content is safe as far as the carrier keeps its word.
   */
  send(mail: OutgoingMail, idempotencyKey: string): Promise<Result<null, MailError>>
}

export type MailError =
  /** Trying again may help. */
  | { readonly reason: 'unavailable'; readonly retryAfterSeconds: number }
  /** Trying again will not: an address, a setting or a rule is wrong. */
  | { readonly reason: 'refused'; readonly detail: string }

export interface Sender {
  readonly name: string
  readonly address: string
}

/** Resend's API (https://resend.com/docs/api-reference/emails/send-email). It keeps idempotency keys for 24 hours. */
export const resendMailer = (
  fetch: Outside['fetch'],
  settings: { readonly from: Sender; readonly apiKey: string; readonly root: URL },
): Mailer => ({
  async send({ to, subject, text, html, headers }, idempotencyKey) {
    const { from, apiKey, root } = settings
    try {
      const response = await fetch(`${root.href.replace(/\/$/, '')}/emails`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': idempotencyKey,
        },
        body: JSON.stringify({ from: `${from.name} <${from.address}>`, to: [to], subject, text, html, headers }),
      })
      if (response.ok) return success(null)
      const detail = await errorName(response)
      // The same mail is being sent at this moment, by a job that was delivered twice.
      const isPassing = response.status === 429 || response.status >= 500 || detail === 'concurrent_idempotent_requests'
      if (!isPassing) return failure({ reason: 'refused', detail: `${response.status} ${detail}` })
      const wait = Number(response.headers.get('retry-after'))
      return failure({ reason: 'unavailable', retryAfterSeconds: wait > 0 ? wait : usualWaitSeconds })
    } catch {
      return failure({ reason: 'unavailable', retryAfterSeconds: usualWaitSeconds })
    }
  },
})

/** Cloudflare Email Service (https://developers.cloudflare.com/email-service/). It has no idempotency keys. */
export const bindingMailer = (settings: { readonly from: Sender; readonly binding: SendEmail }): Mailer => ({
  async send({ to, subject, text, html, headers }) {
    const { from, binding } = settings
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
      return passingCodes.has(code) || code === ''
        ? failure({ reason: 'unavailable', retryAfterSeconds: usualWaitSeconds })
        : failure({ reason: 'refused', detail: code })
    }
  },
})

const usualWaitSeconds = 60

const passingCodes = new Set([
  'E_RATE_LIMIT_EXCEEDED',
  'E_DAILY_LIMIT_EXCEEDED',
  'E_INTERNAL_SERVER_ERROR',
  'E_DELIVERY_FAILED',
])

const errorName = async (response: Response): Promise<string> => {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null && 'name' in body ? String(body.name) : ''
  } catch {
    return ''
  }
}
