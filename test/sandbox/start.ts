/**
 * `npm start`: the product and its sandbox on this machine, offline. The Worker runs in workerd with a real database and
 * a real queue; the simulated providers, the webmail and the clock are a server beside it.
 */
import '../linked.ts'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { instantFromMilliseconds, nextWeekly, toMilliseconds } from '../../src/model/time.ts'
import { describe, describeBriefly, loadArchive } from './archive/index.ts'
import { assetsFolder, bundle, migrationStatements } from './bundle.ts'
import { createConsole } from './console/index.ts'
import { createGoogle } from './google/index.ts'
import { createLanguageModel } from './language-model.ts'
import { createMicrosoft } from './microsoft/index.ts'
import { populate, populateWork } from './population/index.ts'
import { createResend } from './resend.ts'
import { type Mailbox, type ProviderName, World } from './world.ts'

const usualPort = 8787

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2))
  await Promise.all([options.port, options.port + 1].map(mustBeFree))
  const publicUrl = `http://localhost:${options.port}`
  const origin = `http://localhost:${options.port + 1}`
  const clock = { offset: 0, now: () => Date.now() + clock.offset }
  const { mailboxes, toldUntil, lastLine } = await loadMailboxes(options, { now: clock.now(), publicUrl })
  // Between the end of the files and today nothing is known: the clock starts where they end.
  clock.offset = Math.min(0, toldUntil - clock.now())
  const world = new World(clock, mailboxes)
  const clientSecret = crypto.randomUUID()
  const apiKey = `re_${crypto.randomUUID()}`
  const clients = (provider: ProviderName) => [
    {
      clientId: 'perennial',
      clientSecret,
      redirectUris: [`${publicUrl}/connect/${provider}/callback`],
      name: 'Perennial',
    },
  ]
  const google = createGoogle(world, { origin: `${origin}/google`, clients: clients('google') })
  const microsoft = createMicrosoft(world, {
    origin: `${origin}/microsoft`,
    clients: clients('microsoft'),
    webRoot: `${origin}/outlook`,
  })
  const resend = createResend(world, { apiKeys: [apiKey], origin: `${origin}/resend` })
  const languageModel = createLanguageModel({ origin: `${origin}/model/v1`, apiKey })
  const moveClock = (atLeast: number | undefined): number => {
    if (atLeast !== undefined && atLeast > clock.now()) clock.offset += atLeast - clock.now()
    return clock.offset
  }
  const scheduled = async (): Promise<void> => {
    const worker = await product.getWorker()
    await worker.scheduled({ cron: '*/15 * * * *', scheduledTime: new Date(clock.now()) })
  }
  const sandboxConsole = createConsole(world, {
    origin,
    productUrl: publicUrl,
    controls: {
      fireCron: async () => {
        moveClock(clock.now() + cronMinutes * 60_000)
        await scheduled()
      },
      fireMonday: async (zone) => {
        const monday = nextWeekly({ weekday: 1, hour: 8, zone, after: instantFromMilliseconds(clock.now()) })
        moveClock(toMilliseconds(monday))
        await scheduled()
        return clock.now()
      },
    },
  })
  const sandbox = new Hono()
  sandbox.post('/clock', async (context) => {
    // The product's own door to it is a binding, which no browser is behind.
    if (context.req.header('Origin') !== undefined) return context.text('Only the product moves the clock so.', 403)
    const { atLeast } = await context.req.json<{ atLeast?: number }>()
    return context.json({ offset: moveClock(atLeast) })
  })
  sandbox
    .route('/', google)
    .route('/', microsoft)
    .route('/', resend)
    .route('/', languageModel)
    .route('/', sandboxConsole)
  const settings = convertV4MiniflareOptions({
    port: options.port,
    host: 'localhost',
    modules: true,
    script: await bundle('test/sandbox/worker.ts'),
    compatibilityDate: '2026-11-01',
    d1Databases: ['DB'],
    queueProducers: { JOBS: 'perennial-jobs' },
    queueConsumers: { 'perennial-jobs': { maxBatchSize: 1, maxBatchTimeout: 0, maxRetries: 100 } },
    assets: { directory: assetsFolder, binding: 'ASSETS', routerConfig: { has_user_worker: true } },
    serviceBindings: { SANDBOX: (request: Request) => sandbox.fetch(request) },
    bindings: {
      SANDBOX_ORIGIN: origin,
      MADE_UP_INBOX: options.mbox.length + options.ics.length === 0 ? (mailboxes[0]?.owner.address ?? '') : '',
      PUBLIC_URL: publicUrl,
      GOOGLE_CLIENT_ID: 'perennial',
      GOOGLE_CLIENT_SECRET: clientSecret,
      GOOGLE_ISSUER: `${origin}/google`,
      GOOGLE_API_ROOT: `${origin}/google/api`,
      GMAIL_WEB_ROOT: `${origin}/gmail`,
      MICROSOFT_CLIENT_ID: 'perennial',
      MICROSOFT_CLIENT_SECRET: clientSecret,
      MICROSOFT_ISSUER: `${origin}/microsoft/common/v2.0`,
      MICROSOFT_GRAPH_ROOT: `${origin}/microsoft/graph`,
      OUTLOOK_WEB_ROOT: `${origin}/outlook`,
      MAIL_FROM: 'Perennial <weekly@perennial.test>',
      RESEND_API_KEY: apiKey,
      RESEND_API_ROOT: `${origin}/resend`,
      AI_API_ROOT: `${origin}/model/v1`,
      AI_API_KEY: apiKey,
      AI_MODEL: 'sandbox',
      // This machine has no plan.
      PLAN: 'paid',
      KEYS: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
    },
  })
  const product = new Miniflare(settings)
  await migrate(await product.getD1Database('DB'))
  serve({ fetch: sandbox.fetch, port: options.port + 1, hostname: 'localhost' })
  setInterval(() => void scheduled().catch(() => undefined), cronMinutes * 60_000).unref()
  console.log(
    `\nPerennial runs at ${publicUrl}\nSign in as ${mailboxes.map(({ owner }) => `${owner.name} <${owner.address}>`).join(' or ')}; the sandbox's console and webmail are at ${origin}\n`,
  )
  if (lastLine !== null) console.log(lastLine)
}

const cronMinutes = 15

interface Options {
  readonly port: number
  readonly mbox: readonly string[]
  readonly ics: readonly string[]
  readonly me: readonly string[]
  readonly shift: boolean
}

const readOptions = (args: string[]): Options => {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: String(usualPort) },
      mbox: { type: 'string', multiple: true, default: [] },
      ics: { type: 'string', multiple: true, default: [] },
      me: { type: 'string', multiple: true, default: [] },
      shift: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new Error(`--port must be a number below 65535, not "${values.port}".`)
  return { ...values, port }
}

interface Loaded {
  readonly mailboxes: readonly Mailbox[]
  /** The latest moment anything is known of. */
  readonly toldUntil: number
  /** What to print when all runs, or null. */
  readonly lastLine: string | null
}

/** The person's own files where they gave any, otherwise the person who ships with the sandbox, at home and at work. */
const loadMailboxes = async (
  { mbox, ics, me, shift }: Options,
  { now, publicUrl }: { readonly now: number; readonly publicUrl: string },
): Promise<Loaded> => {
  if (mbox.length === 0 && ics.length === 0) {
    const own = populate({ seed: 1, now, hostile: true })
    return { mailboxes: [own, populateWork(own, { seed: 1, now })], toldUntil: now, lastLine: null }
  }
  const { mailbox, summary } = await loadArchive({ mbox, ics, me, shift, now })
  console.log(describe(summary))
  return { mailboxes: [mailbox], toldUntil: summary.toldUntil, lastLine: describeBriefly(summary, publicUrl) }
}

const mustBeFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => reject(new Error(`Port ${port} is taken. Choose another: npm start -- --port 9000`)))
    probe.listen(port, 'localhost', () => probe.close(() => resolve()))
  })

const migrate = async (database: D1Database): Promise<void> => {
  await database.batch((await migrationStatements()).map((statement) => database.prepare(statement)))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
