/** What Resend reports of mails after they were sent: one came back, or somebody called one unwanted. */
import { failure, type Result, success } from '../model/result.ts'
import type { Instant } from '../model/time.ts'
import { suppressAddress } from '../store/mail-address.ts'
import type { Store } from '../store/store.ts'
import { stopMail } from '../store/users.ts'
import { suppressionOf } from './mailer/resend-events.ts'
import { isSignedWebhook } from './mailer/signed-webhook.ts'

export interface MailEventDeps {
  readonly store: Store
  /** Signs the webhooks; null where the installation listens to none. */
  readonly webhookSecret: string | null
}

export interface MailEventError {
  readonly reason: 'not_set_up' | 'not_signed'
}

/** Stops the mail to a user where the webhook says so; a complaint, for good. Heeds only what is signed. */
export const heedMailEvent = async (
  { store, webhookSecret }: MailEventDeps,
  webhook: { readonly headers: Headers; readonly body: string; readonly now: Instant },
): Promise<Result<null, MailEventError>> => {
  if (webhookSecret === null) return failure({ reason: 'not_set_up' })
  if (!(await isSignedWebhook(webhookSecret, webhook))) return failure({ reason: 'not_signed' })
  const suppression = suppressionOf(webhook.body)
  if (suppression !== null) {
    const { userId, reason } = suppression
    if (reason === 'complained') await suppressAddress(store, userId, webhook.now)
    await stopMail(store, userId, { reason, now: webhook.now })
  }
  return success(null)
}
