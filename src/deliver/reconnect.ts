/**
 * Asking a person, once, to connect an account again. Steps: cron finds whom to ask; the job sends the mail, then records
 * that it did.
 */
import type { Account } from '../model/account.ts'
import type { Disposition, Job } from '../model/job.ts'
import type { OutgoingMail } from '../model/mail.ts'
import type { Instant } from '../model/time.ts'
import { mailBarrierOf, type User } from '../model/user.ts'
import { accountsOfUser, accountsToAskAbout, recordAsked } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { userById } from '../store/users.ts'
import { dayInWords } from '../words/dates.ts'
import type { Mailer } from './mailer/mailer.ts'
import { renderReconnectMail } from './render/reconnect-mail.ts'

export interface ReconnectDeps {
  readonly store: Store
  readonly now: () => Instant
  readonly publicUrl: URL
  readonly mailer: Mailer
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
}

type ReconnectJob = Extract<Job, { readonly kind: 'reconnect' }>

/** Cron calls this. A second job for the same state does nothing, or sends what the mail carrier knows already. */
export const enqueueReconnects = async ({
  store,
  enqueue,
}: {
  readonly store: Store
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
}): Promise<void> => {
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
  // The account was connected again meanwhile, or its owner was asked already.
  const isDue = due.some(({ since }) => since === job.since)
  // The accounts page says it all the same to whoever gets no mail.
  if (user === null || mailBarrierOf(user) !== null || account === undefined || !isDue) return { kind: 'ack' }
  const mail = await reconnectMail(deps, user, account)
  if (mail === null) return { kind: 'ack' }
  const sent = await mailer.send(mail, `reconnect-${account.id}-${job.since}`)
  if (!sent.ok) {
    const { reason } = sent.error
    // Without keys a second mail may follow the first: two are better than none, but more than two are not.
    const mayTry = reason === 'unavailable' || (reason === 'unanswered' && (mailer.keySeconds > 0 || attempts < 2))
    if (mayTry) return { kind: 'retry', delaySeconds: sent.error.retryAfterSeconds * attempts }
    // A carrier that refuses for good would refuse the next one too: the accounts page says it all the same.
    log('reconnect mail not sent', { accountId: account.id, reason })
  }
  await recordAsked(store, account.id, job.since)
  return { kind: 'ack' }
}

/** Null where the account needs nobody to connect it again. */
const reconnectMail = async (
  { publicUrl, now }: Pick<ReconnectDeps, 'publicUrl' | 'now'>,
  { id: userId, address: to, zone, locale }: User,
  { provider, address, status }: Account,
): Promise<OutgoingMail | null> => {
  if (status.kind !== 'reconnect') return null
  const link = new URL(`/connect/${provider}`, publicUrl)
  link.searchParams.set('account', address)
  const since = dayInWords(status.since, { at: now(), zone, locale })
  return renderReconnectMail({ userId, to, account: address, reason: status.reason, since, link: link.href })
}
