/**
 * A Google for tests and for `npm start`: one Hono app over one World, at any origin, with or without a path.
 *
 * Simulated: OpenID discovery, the account chooser and granular consent, codes with PKCE, access, refresh and ID tokens
 * and their lifetimes, revocation, userinfo; Gmail's profile, messages, threads, history and labels as metadata, with
 * the restrictions of gmail.metadata, and its batch endpoint; Calendar's list and events with page and sync tokens;
 * partial responses (`fields`); quota by the minute, calls in flight, and every fault the weather knows.
 *
 * Not simulated: bodies, snippets, raw messages and search in mail; anything that writes (drafts, sending, labels);
 * push (watch, channels); Calendar's recurring masters (it has instances only: singleEvents=true), a second calendar,
 * batch for Calendar; tokeninfo, device flow, Workspace (`hd`), reauthentication, cursors that expire by age alone;
 * cookies: whoever opens the consent page may be anyone who lives in the world.
 *
 * It runs in Node and in workerd. Its URLs are whole: mount it with `app.route('/', google)`, or hand over `google.fetch`.
 */
import { Hono, type MiddlewareHandler } from 'hono'
import type { Client } from '../service/client.ts'
import { Faults, weathered } from '../service/faults.ts'
import { QuotaWindow, Turnstile, type Usage } from '../service/quota.ts'
import type { Mailbox, World } from '../world.ts'
import { batchAnswer } from './batch.ts'
import { createCalendar } from './calendar.ts'
import { liveToken } from './calls.ts'
import { createConsent } from './consent.ts'
import { calendarService, gmailService, tooManyAtOnce } from './errors.ts'
import { createGmail } from './gmail.ts'
import { createSigner } from './id-token.ts'
import { createOAuth } from './oauth.ts'
import { Grants } from './tokens.ts'
import { hostWording, wordingOf } from './weather.ts'

export interface GoogleOptions {
  /** Issuer and root of every address, without a slash at the end: `http://localhost:8788/google`. */
  readonly origin: string
  readonly clients: readonly Client[]
  /** Gmail's units per mailbox and minute. */
  readonly quota?: number
  /** Calendar's requests per account and minute. */
  readonly calendarQuota?: number
  /** Gmail requests one mailbox may have in flight; a batch is one. */
  readonly concurrency?: number
  /** Parts of one batch that Gmail answers: they run side by side, and the others are too many at once. */
  readonly partsAtOnce?: number
  /** A project in Testing gives refresh tokens for seven days. */
  readonly publishing?: 'production' | 'testing'
  /** Subjects of accounts that have a calendar and no mail, as in a Workspace with Gmail switched off. */
  readonly withoutMail?: readonly string[]
}

export type Google = Hono & {
  /** Gmail units of a mailbox since the beginning. */
  readonly quotaSpent: (subject: string) => number
  /** Gmail units of a mailbox in the minute that ends now. */
  readonly quotaSpentInLastMinute: (subject: string) => number
  /** Everything let through, by method. */
  readonly usage: () => GoogleUsage
}

export interface GoogleUsage {
  /** HTTP requests to the APIs, refused ones among them; a batch is one. */
  readonly requests: number
  readonly gmail: Usage
  readonly calendar: Usage
}

const maxPartsOfBatch = 100

export const createGoogle = (world: World, options: GoogleOptions): Google => {
  const { origin, clients, quota = 6000, calendarQuota = 600, concurrency = 10, withoutMail = [] } = options
  const { partsAtOnce = maxPartsOfBatch } = options
  const grants = new Grants(world.clock, options.publishing === 'testing')
  const faults = new Faults(world)
  const gmailQuotaWindow = new QuotaWindow(world.clock, quota)
  const calendarQuotaWindow = new QuotaWindow(world.clock, calendarQuota)
  const isExpired = (mailbox: Mailbox, sequence: number): boolean => sequence <= mailbox.forgottenUpTo
  const gmailWords = wordingOf(gmailService, { limit: quota, clock: world.clock })
  const calendarWords = wordingOf(calendarService, { limit: calendarQuota, clock: world.clock })
  const signer = createSigner(origin, world.clock)
  const gmail = createGmail({
    world,
    grants,
    quotaWindow: gmailQuotaWindow,
    service: gmailService,
    withoutMail,
    isExpired,
  })
  const calendar = createCalendar({
    world,
    grants,
    quotaWindow: calendarQuotaWindow,
    service: calendarService,
    origin,
    isExpired,
  })
  let requests = 0

  const counted: MiddlewareHandler = async (_c, next) => {
    requests += 1
    await next()
  }
  const turnstile = new Turnstile(concurrency)
  const limited: MiddlewareHandler = async (c, next) => {
    const subject = liveToken(world, grants, c.req.header('Authorization') ?? '')?.subject
    const leave = subject === undefined ? () => undefined : turnstile.enter(subject)
    if (leave === null) {
      c.res = tooManyAtOnce(gmailService)
      return
    }
    await next().finally(leave)
  }
  const part = async (request: Request): Promise<Response> => faults.refusal(gmailWords) ?? (await gmail.fetch(request))

  const app = new Hono().basePath(new URL(origin).pathname)
  app.route('/', createConsent({ world, origin, clients, grants }))
  app.route('/', createOAuth({ world, origin, clients, grants, signer, faults }))
  app.use('/api/*', counted)
  app.use(
    '/api/gmail/*',
    limited,
    weathered(faults, () => faults.refusal(gmailWords)),
  )
  app.use(
    '/api/calendar/*',
    weathered(faults, () => faults.refusal(calendarWords)),
  )
  app.use(
    '/api/batch/*',
    limited,
    weathered(faults, () => faults.refusalOfBatch(hostWording(gmailService))),
  )
  app.route('/api/gmail/v1/users', gmail)
  app.route('/api/calendar/v3', calendar)
  app.post('/api/batch/gmail/v1', (c) => {
    let begun = 0
    const call = (request: Request) => {
      begun += 1
      return begun > partsAtOnce ? tooManyAtOnce(gmailService) : part(request)
    }
    return batchAnswer(c.req.raw, { call, maxParts: maxPartsOfBatch })
  })

  return Object.assign(app, {
    quotaSpent: (subject: string) => gmailQuotaWindow.spent(subject),
    quotaSpentInLastMinute: (subject: string) => gmailQuotaWindow.spentInWindow(subject),
    usage: () => ({ requests, gmail: gmailQuotaWindow.usage, calendar: calendarQuotaWindow.usage }),
  })
}
