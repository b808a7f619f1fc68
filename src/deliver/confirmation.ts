/**
 * Asking the owner of an address whether the Monday email may go there. Steps: the job sends one mail with a link; the page
 * behind the link has a button; the button confirms. Nothing else is sent before.
 */

import type { Disposition, Job } from '../model/job.ts'
import { failure, type Result, success } from '../model/result.ts'
import type { Instant } from '../model/time.ts'
import type { Signer, TokenError, Verifier } from '../model/token.ts'
import type { User } from '../model/user.ts'
import { addressDigest } from '../store/address-digest.ts'
import { isSuppressed } from '../store/mail-address.ts'
import type { Store } from '../store/store.ts'
import { stopMail, userById } from '../store/users.ts'
import { confirmationLink, readConfirmationLink } from './links.ts'
import type { Mailer } from './mailer/mailer.ts'
import { renderConfirmationMail } from './render/confirmation-mail.ts'

export interface ConfirmationDeps {
  readonly store: Store
  readonly keys: Signer
  readonly publicUrl: URL
  readonly mailer: Mailer
  readonly now: () => Instant
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
}

/** `attempts` is how often the queue has delivered this job, from 1. */
export const askToConfirm = async (
  deps: ConfirmationDeps,
  { userId, at }: Extract<Job, { readonly kind: 'confirm' }>,
  attempts: number,
): Promise<Disposition> => {
  const { store, mailer, log } = deps
  const user = await userById(store, userId)
  if (user === null || user.isAddressConfirmed || user.mailStop !== null) return { kind: 'ack' }
  if (await isSuppressed(store, user.address)) {
    await stopMail(store, userId, { reason: 'complained', now: deps.now() })
    return { kind: 'ack' }
  }
  const link = await confirmationLink(deps, { userId, address: await addressDigest(user.address), at })
  const sent = await mailer.send(
    await renderConfirmationMail({ userId, to: user.address, link }),
    `confirm-${userId}-${at}`,
  )
  if (sent.ok) return { kind: 'ack' }
  const { reason } = sent.error
  log('confirmation not sent', { userId, reason, attempts })
  // Without keys a second mail may follow the first: two are better than none, but more than two are not.
  const mayTry = reason === 'unavailable' || (reason === 'unanswered' && (mailer.keySeconds > 0 || attempts < 2))
  if (mayTry) return { kind: 'retry', delaySeconds: sent.error.retryAfterSeconds * attempts }
  if (reason === 'suppressed') await stopMail(store, userId, { reason, now: deps.now() })
  return { kind: 'ack' }
}

/** Whose address a confirmation link is about; fails where the user's mail goes elsewhere meanwhile. */
export const userOfConfirmation = async (
  deps: { readonly store: Store; readonly keys: Verifier },
  token: string,
  now: Instant,
): Promise<Result<User, TokenError>> => {
  const link = await readConfirmationLink(deps, token, now)
  if (!link.ok) return link
  const user = await userById(deps.store, link.value.userId)
  if (user === null || (await addressDigest(user.address)) !== link.value.address) return failure({ reason: 'expired' })
  return success(user)
}
