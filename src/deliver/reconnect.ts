/** Asking a person, once, to connect an account again. Steps: cron finds whom to ask; the job sends, then notes that it did. */
import type { Account } from '../model/account.ts'
import type { Disposition, Job } from '../model/job.ts'
import type { OutgoingMail } from '../model/mail.ts'
import type { User } from '../model/user.ts'
import { accountsOfUser, accountsToAskAbout, recordAsked } from '../store/accounts.ts'
import { userById } from '../store/users.ts'
import type { DeliveryDeps } from './weekly.ts'

/** What asking needs. */
export interface ReconnectDeps extends Pick<DeliveryDeps, 'store' | 'mailer' | 'enqueue' | 'log'> {
  readonly renderReconnect: (user: User, account: Account) => Promise<OutgoingMail | null>
}

type ReconnectJob = Extract<Job, { readonly kind: 'reconnect' }>

/** Called by cron. A second job for the same state does nothing, or sends what the mail carrier knows already. */
export const enqueueReconnects = async ({
  store,
  enqueue,
}: Pick<ReconnectDeps, 'store' | 'enqueue'>): Promise<void> => {
  for (const { userId, id, since } of await accountsToAskAbout(store)) {
    await enqueue({ kind: 'reconnect', userId, accountId: id, since }, 0)
  }
}

/** `attempts` is how often the queue has delivered this job, from 1. */
export const askToReconnect = async (
  deps: ReconnectDeps,
  job: ReconnectJob,
  attempts: number,
): Promise<Disposition> => {
  const { store, mailer, log } = deps
  const [user, due] = [await userById(store, job.userId), await accountsToAskAbout(store, job.accountId)]
  const account = (await accountsOfUser(store, job.userId)).find(({ id }) => id === job.accountId)
  // Connected again meanwhile, or asked already.
  const isDue = due.some(({ since }) => since === job.since)
  // The page says it all the same to whoever gets no mail.
  if (user === null || user.mailStop !== null || account === undefined || !isDue) return { kind: 'ack' }
  const mail = await deps.renderReconnect(user, account)
  if (mail === null) return { kind: 'ack' }
  const sent = await mailer.send(mail, `reconnect-${account.id}-${job.since}`)
  if (!sent.ok) {
    const { reason } = sent.error
    // Without keys a second one may follow the first: better asked twice than not at all, but not more than that.
    const mayTry = reason === 'unavailable' || (reason === 'unanswered' && (mailer.keySeconds > 0 || attempts < 2))
    if (mayTry) return { kind: 'retry', delaySeconds: sent.error.retryAfterSeconds * attempts }
    // A carrier that refuses for good would refuse the next one too: the accounts page says it all the same.
    log('reconnect mail not sent', { accountId: account.id, reason })
  }
  await recordAsked(store, account.id, job.since)
  return { kind: 'ack' }
}
