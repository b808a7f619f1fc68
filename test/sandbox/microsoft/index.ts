/**
 * A Microsoft for tests and for `npm start`: one Hono app over one World, at any origin, with or without a path. The
 * identity platform is at `/{tenant}/…`, Graph at `/graph/v1.0/…`.
 *
 * Simulated: discovery, accounts of work and personal ones, consent to all or nothing, an administrator in between, codes
 * with PKCE, access, ID and rotating refresh tokens and their lifetimes; where people take back what they allowed. `/me`;
 * mail folders and their delta, messages in lists, one by one and by delta, as metadata; calendar views and their delta,
 * single events; regular and immutable ids, state tokens, paging; batches; budget, calls in flight, and every fault the
 * weather knows. What the documents leave open is a switch.
 *
 * Not simulated: bodies, search, attachments; anything that writes (drafts, sending, moving); change notifications; other
 * people's mailboxes, shared ones, and application permissions; calendars beside the primary one; translation of ids;
 * `/beta`; a letter to oneself, which really lies in Sent Items and in the
 * Inbox as two items, and here in Sent Items alone; continuous access evaluation; cookies: whoever opens the consent page
 * may be anyone who lives in the world.
 *
 * It runs in Node and in workerd. Its URLs are whole: mount it with `app.route('/', microsoft)`, or hand over
 * `microsoft.fetch`.
 */
import { type Context, Hono } from 'hono'
import type { Client } from '../service/client.ts'
import { Faults, weathered } from '../service/faults.ts'
import { QuotaWindow, Turnstile, type Usage } from '../service/quota.ts'
import type { World } from '../world.ts'
import { createAdminConsent } from './admin-consent.ts'
import { answerBatch } from './batch.ts'
import { calendarResources } from './calendar.ts'
import { createConsent } from './consent.ts'
import { badRequest, graphAnswer, refuse, signed } from './errors.ts'
import { answerAlone, answerPart, bearerOf, type GraphGate, tokenIn } from './graph.ts'
import { createSigner } from './id-token.ts'
import { mailResources } from './mail.ts'
import { createOAuth } from './oauth.ts'
import { Penalties } from './penalties.ts'
import { type Switches, usualSwitches } from './switches.ts'
import { Grants } from './tokens.ts'
import { userinfo, userResource } from './user.ts'
import { graphWording } from './weather.ts'

export interface MicrosoftOptions {
  /** Root of every address, without a slash at the end: `http://localhost:8788/microsoft`. */
  readonly origin: string
  readonly clients: readonly Client[]
  /** Where the webLink of a message leads. */
  readonly webRoot?: string
  /** Outlook's requests per mailbox in ten minutes. */
  readonly budget?: number
  /** Outlook requests one mailbox may have in flight; of a batch every part counts. */
  readonly concurrency?: number
  /** Subjects of accounts that no mailbox stands behind: unlicensed ones, or such that a company keeps in its own house. */
  readonly withoutMail?: readonly string[]
  readonly switches?: Partial<Switches>
}

export type Microsoft = Hono & {
  /** Outlook requests of a mailbox since the beginning. */
  readonly requestsSpent: (subject: string) => number
  readonly usage: () => MicrosoftUsage
}

export interface MicrosoftUsage {
  /** HTTP requests to Graph, refused ones among them; a batch is one. */
  readonly requests: number
  /** The most of them that were under way for one mailbox at any moment. */
  readonly maxAtOnce: number
  /** What Outlook let through, by what was asked for; of a batch every part counts. */
  readonly outlook: Usage
}

const tenMinutes = 600_000

export const createMicrosoft = (world: World, options: MicrosoftOptions): Microsoft => {
  const { origin, clients, budget = 10_000, concurrency = 4, withoutMail = [] } = options
  const { webRoot = 'https://outlook.office365.com' } = options
  const switches = { ...usualSwitches, ...options.switches }
  const { clock } = world
  const grants = new Grants(clock, switches.graceSeconds)
  const faults = new Faults(world)
  const quotaWindow = new QuotaWindow(clock, budget, tenMinutes)
  const underWay = new Turnstile()
  let lapsed = -1
  const lapses = (): number => {
    lapsed += 1
    return lapsed
  }
  const gate: GraphGate = {
    world,
    grants,
    resources: [
      userResource,
      ...mailResources({ switches, webRoot, lapses }),
      ...calendarResources({ switches, webRoot, lapses }),
    ],
    quotaWindow,
    turnstile: new Turnstile(concurrency),
    penalties: new Penalties(clock),
    faults,
    withoutMail,
  }
  let requests = 0

  const app = new Hono().basePath(new URL(origin).pathname)
  app.route('/', createConsent({ world, origin, clients, grants, switches }))
  app.route('/', createAdminConsent({ world, origin, clients }))
  app.route('/', createOAuth({ world, origin, clients, grants, signer: createSigner(origin, clock), faults, switches }))
  app.get('/graph/oidc/userinfo', async (c) => signed(await userinfo(gate, c.req.raw), c.req.raw))
  app.use('/graph/v1.0/*', async (c, next) => {
    requests += 1
    const leave = underWay.enter(grants.accessToken(tokenIn(c.req.raw) ?? '')?.subject ?? 'nobody')
    await next().finally(leave ?? undefined)
  })
  app.post(
    '/graph/v1.0/$batch',
    weathered(faults, () => faults.refusalOfBatch(graphWording(clock))),
    async (c) => signed(await batch(c, gate, origin), c.req.raw),
  )
  app.all('/graph/v1.0/*', async (c) => {
    const { pathname } = new URL(c.req.url)
    return signed(await answerAlone(gate, c.req.raw, afterVersion(pathname)), c.req.raw)
  })

  return Object.assign(app, {
    requestsSpent: (subject: string) => quotaWindow.spent(subject),
    usage: () => ({ requests, maxAtOnce: underWay.peak, outlook: quotaWindow.usage }),
  })
}

const batch = async (c: Context, gate: GraphGate, origin: string): Promise<Response> => {
  const bearer = bearerOf(gate, c.req.raw)
  if (!bearer.ok) return refuse(bearer.error, gate.world.clock)
  const authorization = c.req.header('Authorization') ?? ''
  const text = new TextDecoder().decode(await c.req.arrayBuffer())
  const answered = await answerBatch(text, async ({ method, url, headers }) => {
    if (!headers.has('Authorization')) headers.set('Authorization', authorization)
    const whole = new URL(`${origin}/graph/v1.0${url}`)
    return answerPart(gate, new Request(whole, { method, headers }), afterVersion(whole.pathname))
  })
  return answered.ok ? graphAnswer(answered.value) : refuse(badRequest(answered.error), gate.world.clock)
}

const afterVersion = (pathname: string): string => pathname.replace(/^.*?\/graph\/v1\.0(?=\/)/, '')
