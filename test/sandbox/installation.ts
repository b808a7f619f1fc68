/**
 * A whole installation in one place: the product's Worker, the simulated providers and mail carrier over one world, a
 * queue and a clock that the caller moves. For journeys, benches and the fault run; `npm start` is made of the same parts
 * with real sockets.
 */
import type { Env } from '../../src/env.ts'
import type { Outside } from '../../src/outside.ts'
import { createWorker } from '../../src/worker.ts'
import { Browser } from './browser.ts'
import { createGoogle, type Google, type GoogleOptions } from './google/index.ts'
import { createLanguageModel } from './language-model.ts'
import { metered } from './metered-database.ts'
import { createMicrosoft, type Microsoft, type MicrosoftOptions } from './microsoft/index.ts'
import { deliverJob, VirtualQueue } from './queue.ts'
import { createResend } from './resend.ts'
import { giveConsent } from './service/visitor.ts'
import { type Mailbox, type ProviderName, World } from './world.ts'

export const publicUrl = 'https://perennial.test'
const googleOrigin = 'https://google.test'
const microsoftOrigin = 'https://microsoft.test'
const outlookOrigin = 'https://outlook.test'
const resendOrigin = 'https://resend.test'
export const modelOrigin = 'https://model.test'
const clientOf = (provider: ProviderName) => ({
  clientId: 'perennial',
  clientSecret: 'a secret',
  redirectUris: [`${publicUrl}/connect/${provider}/callback`],
})

export interface InstallationOptions {
  readonly db: D1Database
  readonly mailboxes: readonly Mailbox[]
  /** Milliseconds since 1970. */
  readonly now: number
  readonly settings?: Partial<Env>
  readonly google?: Partial<GoogleOptions>
  readonly microsoft?: Partial<MicrosoftOptions>
  /** What lies between the Worker and everybody else: hands a request on, or does not. A clear line by default. */
  readonly line?: Line
}

/** Of an account at Microsoft, work or personal, under `common`. */
const microsoftSettings = {
  MICROSOFT_CLIENT_ID: clientOf('microsoft').clientId,
  MICROSOFT_CLIENT_SECRET: clientOf('microsoft').clientSecret,
  MICROSOFT_ISSUER: `${microsoftOrigin}/common/v2.0`,
  MICROSOFT_GRAPH_ROOT: `${microsoftOrigin}/graph`,
  OUTLOOK_WEB_ROOT: outlookOrigin,
}

/** A round of changes, and what follows from it. */
const pollMilliseconds = 5 * 60_000

export type Line = (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>

export type Installation = ReturnType<typeof install>

export const install = (options: InstallationOptions) => {
  const clock = { time: options.now, now: () => clock.time }
  const world = new World(clock, options.mailboxes)
  const google: Google = createGoogle(world, {
    origin: googleOrigin,
    clients: [clientOf('google')],
    ...options.google,
  })
  const microsoft: Microsoft = createMicrosoft(world, {
    origin: microsoftOrigin,
    clients: [clientOf('microsoft')],
    webRoot: outlookOrigin,
    ...options.microsoft,
  })
  const resend = createResend(world, { apiKeys: ['re_test'], origin: resendOrigin })
  const languageModel = createLanguageModel({ origin: `${modelOrigin}/v1`, apiKey: 'sk_test' })
  const queue = new VirtualQueue(clock.now)
  const { line = (request, next) => next(request) } = options
  const answer = async (request: Request): Promise<Response> => {
    if (request.url.startsWith(googleOrigin)) return google.fetch(request)
    if (request.url.startsWith(microsoftOrigin)) return microsoft.fetch(request)
    if (request.url.startsWith(resendOrigin)) return resend.fetch(request)
    if (request.url.startsWith(modelOrigin)) return languageModel.fetch(request)
    throw new Error(`Nobody lives at ${new URL(request.url).host}`)
  }
  /** Every request that left the Worker, by host. */
  const requests = new Map<string, number>()
  const outside: Outside = {
    now: clock.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const { host } = new URL(request.url)
      requests.set(host, (requests.get(host) ?? 0) + 1)
      return line(request, answer)
    },
  }
  const { database, meter } = metered(options.db)
  const env: Env = {
    DB: database,
    JOBS: queue.binding,
    PUBLIC_URL: publicUrl,
    GOOGLE_CLIENT_ID: clientOf('google').clientId,
    GOOGLE_CLIENT_SECRET: clientOf('google').clientSecret,
    GOOGLE_ISSUER: googleOrigin,
    GOOGLE_API_ROOT: `${googleOrigin}/api`,
    GMAIL_WEB_ROOT: 'https://mail.test',
    ...microsoftSettings,
    MAIL_FROM: 'Perennial <weekly@perennial.test>',
    RESEND_API_KEY: 're_test',
    RESEND_API_ROOT: resendOrigin,
    KEYS: btoa('k'.repeat(32)),
    ...options.settings,
  }
  const worker = createWorker(outside)
  // The Worker uses none of what a context has; a real one exists only within a request.
  const context = {} as ExecutionContext
  const fetchProduct = (request: Request): Promise<Response> => worker.fetch(request, env, context)

  /** Runs one due job; false where none waits before `until`. Time moves to it. */
  const step = async (until = Number.POSITIVE_INFINITY): Promise<boolean> => {
    const at = queue.nextAt
    if (at === null || at > until) return false
    clock.time = Math.max(clock.time, at)
    const job = queue.take()
    if (job !== null) await deliverJob(queue, job, (batch) => worker.queue(batch, env))
    return true
  }

  return {
    world,
    google,
    microsoft,
    resend,
    languageModel,
    queue,
    clock,
    env,
    worker,
    /** The Worker's doors, for those who start another one behind a worse network. */
    outside,
    requests,
    /** What the Worker's queries read and wrote. */
    database: meter,
    step,
    browser: () => new Browser(fetchProduct, publicUrl),

    /** Works until no job waits. */
    async settle(maxJobs = 100_000): Promise<number> {
      let jobs = 0
      while (jobs < maxJobs && (await step())) jobs += 1
      return jobs
    },

    /**
     * Moves time to `at`, running what falls due and cron on the way: every quarter of an hour as in production, or
     * less often where weeks are walked through.
     */
    async passTo(at: number, cronMinutes = 15): Promise<void> {
      const interval = cronMinutes * 60_000
      for (;;) {
        const cronAt = Math.floor(clock.time / interval) * interval + interval
        const next = Math.min(cronAt, at)
        while (await step(next)) {}
        clock.time = Math.max(clock.time, next)
        if (next === cronAt) await this.cron()
        if (clock.time >= at) return
      }
    },

    /** Moves time to `at`, and has every account's changes read then, as a page does that is opened. */
    async pollAt(at: number, cronMinutes = 15): Promise<void> {
      await this.passTo(at, cronMinutes)
      const { results } = await options.db
        .prepare('SELECT id, user_id, revision FROM accounts')
        .all<{ id: number; user_id: number; revision: number }>()
      for (const { id, user_id: userId, revision } of results) {
        await env.JOBS.send({ kind: 'sync', userId, accountId: id, revision })
      }
      while (await step(at + pollMilliseconds)) {}
    },

    cron: () => worker.scheduled({ cron: '*/15 * * * *', scheduledTime: clock.time, noRetry: () => undefined }, env),

    /** A person signs in through the consent page; the answer is the browser, on the page they land on. */
    async connect(
      account: string,
      visit: {
        readonly provider?: ProviderName
        readonly browser?: Browser
        readonly without?: readonly string[]
        readonly decision?: 'cancel'
      } = {},
    ): Promise<{ readonly browser: Browser; readonly response: Response }> {
      const { provider = 'google', browser = new Browser(fetchProduct, publicUrl), ...choices } = visit
      const begun = await browser.get(`/connect/${provider}`)
      const consent = begun.headers.get('location')
      if (consent === null) throw new Error(`No way to the consent page: ${begun.status}`)
      const callback = await giveConsent(consent, { fetch: answer, account, ...choices })
      return { browser, response: await browser.get(callback.pathname + callback.search) }
    },
  }
}
