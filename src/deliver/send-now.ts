/** A report on demand: what it would say at this moment, sent as a mail that counts as no week's and pauses nobody. */
import type { Account } from '../model/account.ts'
import { activeCorrections } from '../model/correction.ts'
import type { SendNowError } from '../model/mail.ts'
import { peopleAskedFor } from '../model/report.ts'
import { failure, type Result, success } from '../model/result.ts'
import { type Instant, MINUTE } from '../model/time.ts'
import { mailBarrierOf, type User, weekDue } from '../model/user.ts'
import { type LookupDeps, readTopics } from '../people/lookup.ts'
import { buildReport } from '../people/overview.ts'
import { correctionsOf } from '../store/corrections.ts'
import { stopMail, takeSendNow } from '../store/users.ts'
import type { Mailer } from './mailer/mailer.ts'
import { type ReportMailDeps, reportMail } from './report-mail.ts'

export interface SendNowDeps extends ReportMailDeps, LookupDeps {
  readonly mailer: Mailer
}

/** Often enough to try a setting, too seldom to fill a mailbox. */
const pauseSeconds = 5 * MINUTE

/** Fails where mail to the user is stopped, unconfirmed or not wanted, where a report on demand went out a moment ago, or where the carrier takes none. */
export const sendNow = async (
  deps: SendNowDeps,
  { user, accounts, now }: { readonly user: User; readonly accounts: readonly Account[]; readonly now: Instant },
): Promise<Result<null, SendNowError>> => {
  const { store, mailer } = deps
  const barrier = mailBarrierOf(user)
  if (barrier !== null) return failure({ reason: barrier })
  if (user.nextReportAt === null) return failure({ reason: 'switched_off' })
  if (!(await takeSendNow(store, user.id, { now, pauseSeconds }))) return failure({ reason: 'too_soon' })
  const report = await buildReport(deps, { user, accounts, week: weekDue(user, now), now })
  const suggestions = peopleAskedFor(report)
  const topics = await readTopics(deps, { userId: user.id, accounts, suggestions })
  const corrections = activeCorrections(await correctionsOf(store, user.id))
  const { mail } = await reportMail(deps, { user, accounts, report, topics, corrections, usedKeys: new Map() })
  const sent = await mailer.send({ ...mail, subject: `${mail.subject} (on demand)` }, `now-${user.id}-${now}`)
  if (sent.ok) return success(null)
  if (sent.error.reason === 'suppressed') {
    await stopMail(store, user.id, { reason: 'suppressed', now })
    return failure({ reason: 'mail_stopped' })
  }
  return failure({ reason: 'not_sent', detail: sent.error.reason === 'refused' ? sent.error.detail : '' })
}
