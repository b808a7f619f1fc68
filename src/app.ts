/**
 * The composition root: the resources of an installation, opened once. `fetch`, `queue` and `scheduled` hand them to the
 * function that does the work, and each function takes those it names. Only the entry points beside it see the environment.
 */
import { accessTo } from './connect/access.ts'
import type { SignUpRules } from './connect/admit.ts'
import { rememberGrants } from './connect/grant-memory.ts'
import { type KeyRing, openKeyRing } from './connect/keys.ts'
import { type LimitBindings, openLimits, type TakeLimit } from './connect/limits.ts'
import { type OpenOAuthClient, oauthClients } from './connect/oauth-client.ts'
import { emailServiceMailer } from './deliver/mailer/email-service.ts'
import type { Mailer } from './deliver/mailer/mailer.ts'
import { resendMailer } from './deliver/mailer/resend.ts'
import { type Config, type Env, type MailConfig, providerHostsOf } from './env.ts'
import type { Account } from './model/account.ts'
import type { Job } from './model/job.ts'
import type { Result } from './model/result.ts'
import { type Instant, instantFromMilliseconds } from './model/time.ts'
import { bounded, type Outside } from './outside.ts'
import { type Directory, openCachedDirectory } from './people/directory.ts'
import { createProviders } from './providers/index.ts'
import type { Access, Provider, ProviderError } from './providers/provider.ts'
import type { Rewriter } from './rewrite/rewrite.ts'
import { openRewriter } from './rewrite/rewriters.ts'
import { openStore, type Store } from './store/store.ts'

export interface App {
  readonly store: Store
  readonly now: () => Instant
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>
  readonly log: (event: string, facts: Readonly<Record<string, string | number>>) => void
  /** Who the users' people are, remembered between pages. */
  readonly directory: Directory

  readonly providers: readonly Provider[]
  /** Null where the installation is no longer set up for the account's provider. */
  readonly providerOf: (account: Account) => Provider | null
  /** A token to read the account with; another one where the provider refused (`isRefused`) the one at hand. */
  readonly access: (account: Account, isRefused: boolean) => Promise<Result<Access, ProviderError>>
  readonly openClient: OpenOAuthClient
  /** Whether a visitor, a link or a user may ask once more. */
  readonly takeLimit: TakeLimit
  readonly keys: KeyRing

  readonly enqueue: (job: Job, delaySeconds: number) => Promise<void>
  readonly enqueueAll: (jobs: readonly Job[]) => Promise<void>
  /** Rows that reading the past may write in a day; null where the plan sets no bound. */
  readonly maxRowsADay: number | null
  readonly mailer: Mailer

  /** The servers that reading and signing in lead to. */
  readonly providerHosts: readonly string[]
  /** Where people write to who are on somebody's list and do not want that; null where nobody said. */
  readonly objectionsTo: string | null
  /** The language model that may be asked for other texts; null where the installation has none. */
  readonly rewriter: Rewriter | null

  readonly publicUrl: URL
  readonly signUpRules: SignUpRules
  /** Signs what the mail carrier reports of mails; null where the installation listens to none. */
  readonly webhookSecret: string | null
  /** Where compose links lead. */
  readonly webRoots: Pick<Config, 'gmailWebRoot' | 'outlookWebRoot'>
}

export const openApp = (env: Env, config: Config, unbounded: Outside): App => {
  const outside = bounded(unbounded)
  const { randomBytes } = outside
  const { publicUrl, owner, signups, gmailWebRoot, outlookWebRoot } = config
  const store = openStore(env.DB)
  const now = (): Instant => instantFromMilliseconds(outside.now())
  const keys = openKeyRing(config.keys, randomBytes, { sealFrom: config.keysSealFrom, now })
  const openClient = oauthClients(outside)
  const grants = rememberGrants()
  const providers = createProviders(config, outside.fetch)
  const providerOf: App['providerOf'] = ({ provider }) => providers.find(({ name }) => name === provider) ?? null
  return {
    store,
    now,
    randomBytes,
    log,
    directory: openCachedDirectory(store),
    providers,
    providerOf,
    access: (account, isRefused) => accessTo({ openClient, keys, grants, store, now, providerOf }, account, isRefused),
    openClient,
    takeLimit: openLimits(limitsIn(env), log),
    keys,
    enqueue: async (job, delaySeconds) => {
      await env.JOBS.send(job, { delaySeconds })
    },
    enqueueAll: async (jobs) => {
      await env.JOBS.sendBatch(jobs.map((body) => ({ body })))
    },
    maxRowsADay: config.plan === 'free' ? freeRowsADay : null,
    mailer: openMailer(config.mail, outside),
    providerHosts: providerHostsOf(config),
    objectionsTo: config.contact ?? owner,
    rewriter: config.rewriter === null ? null : openRewriter(config.rewriter, outside.fetch),
    publicUrl,
    signUpRules: { owner, signups },
    webhookSecret: config.mail.via.kind === 'resend' ? config.mail.via.webhookSecret : null,
    webRoots: { gmailWebRoot, outlookWebRoot },
  }
}

/** Of the 100,000 rows that D1 writes a day on the free plan; the others are for what comes new, and for the reports. */
const freeRowsADay = 90_000

const limitsIn = (env: Env): LimitBindings => ({
  sign_in: env.SIGN_IN_LIMIT,
  link: env.LINK_LIMIT,
  unsubscribe: env.UNSUBSCRIBE_LIMIT,
  send: env.SEND_LIMIT,
})

const openMailer = ({ from, via }: MailConfig, { fetch }: Outside): Mailer =>
  via.kind === 'resend'
    ? resendMailer(fetch, { from, apiKey: via.apiKey, root: via.root })
    : emailServiceMailer({ from, binding: via.binding })

/** Facts are ids, counts and reasons: never an address, a token or a text. */
const log: App['log'] = (event, facts) => console.log(JSON.stringify({ event, ...facts }))
