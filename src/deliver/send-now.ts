/** A report on demand: what it would say at this moment, sent as a mail that counts as no week's and pauses nobody. */
import type { Account } from '../model/account.ts'
import type { SendNowError } from '../model/mail.ts'
import { failure, type Result, success } from '../model/result.ts'
import { MINUTE } from '../model/time.ts'
import { type User, weekDue } from '../model/user.ts'
import { stopMail, takeSendNow } from '../store/users.ts'
import type { DeliveryDeps } from './weekly.ts'

/** Often enough to try a setting, too seldom to fill a mailbox. */
const sendNowPause = 5 * MINUTE

/** Fails where mail to the user is stopped, where one went out a moment ago, or where the carrier took none. */
export const sendNow = async (
  { store, now, mailer, buildReport, renderMail }: Omit<DeliveryDeps, 'enqueue' | 'enqueueAll' | 'hasArrived' | 'log'>,
  user: User,
  accounts: readonly Account[],
): Promise<Result<null, SendNowError>> => {
  const at = now()
  if (user.mailStop !== null) return failure({ reason: 'mail_stopped' })
  if (!(await takeSendNow(store, user.id, { now: at, pauseSeconds: sendNowPause }))) {
    return failure({ reason: 'too_soon' })
  }
  const report = await buildReport({ user, accounts, week: weekDue(user, at), now: at })
  const mail = await renderMail(user, report)
  const sent = await mailer.send({ ...mail, subject: `${mail.subject} (on demand)` }, `now-${user.id}-${at}`)
  if (sent.ok) return success(null)
  if (sent.error.reason === 'suppressed') {
    await stopMail(store, user.id, { reason: 'suppressed', now: at })
    return failure({ reason: 'mail_stopped' })
  }
  return failure({ reason: 'not_sent', detail: sent.error.reason === 'refused' ? sent.error.detail : '' })
}
