/** What the steps of reading an account share: the account at hand, what it is read with, and how a job ends. */
import type { Account } from '../model/account.ts'
import type { FeedName } from '../model/interaction.ts'
import { type Disposition, type Job, maxDelaySeconds } from '../model/job.ts'
import type { Result } from '../model/result.ts'
import type { Instant } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Access, Provider, ProviderError } from '../providers/provider.ts'
import type { AccountChange } from '../store/account-changes.ts'
import type { Store } from '../store/store.ts'

/** What reading needs of the world around it. */
export interface SyncDeps {
  readonly store: Store
  readonly now: () => Instant
  readonly providerOf: (account: Account) => Provider | null
  readonly access: (account: Account, isRefused: boolean) => Promise<Result<Access, ProviderError>>
  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
  /** Rows that reading the past may write in a UTC day; null where the plan sets no bound. */
  readonly maxRowsADay: number | null
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
}

/** One job at work on one account. */
export interface SyncRun extends SyncDeps {
  readonly user: User
  /** All of the user's accounts: an address of one is the user's own in every other. */
  readonly accounts: readonly Account[]
  readonly account: Account
  /** Whether this job holds the account's lease: nobody else reads it beside. */
  readonly hasLease: boolean
  readonly provider: Provider
  /** How often the queue has delivered the job, from 1. */
  readonly attempts: number
}

/** The job is done; another, if one is needed, is in the queue already. */
export const ack: Disposition = { kind: 'ack' }

/** The same job again, later. */
export const retry = (delaySeconds: number): Disposition => ({
  kind: 'retry',
  delaySeconds: Math.min(maxDelaySeconds, delaySeconds),
})

/** The same job again after a wait; where it has come often, cron's next will do. */
export const waitFor = (seconds: number, { attempts }: Pick<SyncRun, 'attempts'>): Disposition =>
  attempts < maxAttempts ? retry(seconds) : ack

const maxAttempts = 8

/** Someone else wrote first: the job comes again, and finds its revision passed or its work undone. */
export const overtaken: Disposition = retry(1)

/** The next job of an account that stands at this revision. */
export const jobOf = ({ id, userId }: Account, revision: number): Job => ({
  kind: 'sync',
  userId,
  accountId: id,
  revision,
})

/** A feed that was stopped is well again with the first page or list. `before` is what the job changes besides. */
export const recovery = ({ stops: known }: Account, feed: FeedName, before: AccountChange = {}): AccountChange => {
  const { [feed]: stop, ...others } = before.stops ?? known
  return stop === undefined ? {} : { stops: others }
}
