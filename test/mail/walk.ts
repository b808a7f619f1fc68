/**
 * Years of Mondays of many people, with everything that goes wrong on the way: cron that fires twice, late or not for days, a
 * queue that delivers twice or loses a job, a carrier that is away, that takes a mail and does not say so, or that says
 * nothing and took nothing, a database that fails in the middle, people who move. The product's own code decides; what is
 * simulated is the world around it.
 */
import { type DueDeps, enqueueDueReports } from '../../src/deliver/due.ts'
import type { Mailer } from '../../src/deliver/mailer/mailer.ts'
import { sendWeekly, type WeeklyDeps } from '../../src/deliver/weekly.ts'
import type { Job } from '../../src/model/job.ts'
import type { OutgoingMail } from '../../src/model/mail.ts'
import type { Report } from '../../src/model/report.ts'
import { failure, success } from '../../src/model/result.ts'
import { HOUR, type Instant, instantFromMilliseconds, MINUTE } from '../../src/model/time.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { Chance } from '../sandbox/population/chance.ts'
import { deliverJob, VirtualQueue } from '../sandbox/queue.ts'
import { sqliteDatabase } from '../sandbox/sqlite-database.ts'

/** Every mail that reached somebody: whose, of which week, and when. */
export interface Arrival {
  readonly userId: number
  readonly week: string
  readonly at: Instant
}

export interface Odds {
  /** Of a try with the carrier: refused for now; taken and not said; neither taken nor said; taken, and the job dies. */
  readonly refused: number
  readonly unsaid: number
  readonly untaken: number
  readonly died: number
  /** Of a query: the database fails. */
  readonly database: number
  /** Of a job: delivered twice; lost. */
  readonly twice: number
  readonly lost: number
  /** Of a run of cron: fired twice; not at all. */
  readonly cronTwice: number
  readonly cronMissed: number
}

export interface Span {
  readonly from: Instant
  readonly to: Instant
}

export interface Walk {
  readonly store: Store
  readonly now: () => Instant
  readonly chance: Chance
  readonly arrivals: readonly Arrival[]
  readonly faults: Readonly<Record<string, number>>
  /** Walks to `to`, by quarters of an hour; `each` is called before every run of cron. */
  go(to: Instant, each: () => Promise<void>): Promise<void>
}

export const startWalk = async (setting: {
  readonly seed: number
  readonly from: Instant
  readonly odds: Odds
  /** 0 for a carrier without idempotency keys. */
  readonly keySeconds: number
  /** Whose mailbox can be looked into. */
  readonly isSeen: (userId: number) => boolean
  readonly cronOutages: readonly Span[]
  readonly carrierOutages: readonly Span[]
}): Promise<Walk> => {
  const { odds, keySeconds } = setting
  const chance = new Chance(setting.seed)
  const clock = { time: setting.from * 1000 }
  const now = (): Instant => instantFromMilliseconds(clock.time)
  const faults: Record<string, number> = {}
  const strikes = (kind: keyof Odds): boolean => {
    if (chance.fraction() >= odds[kind]) return false
    faults[kind] = (faults[kind] ?? 0) + 1
    return true
  }
  const isWithin = (spans: readonly Span[]): boolean => spans.some(({ from, to }) => now() >= from && now() < to)
  const sound = await sqliteDatabase()
  const store = openStore(sound)
  const queue = new VirtualQueue(() => clock.time)

  const arrivals: Arrival[] = []
  const keys = new Map<string, Instant>()
  const mailer: Mailer = {
    keySeconds,
    async send(mail, key) {
      if (isWithin(setting.carrierOutages)) return failure({ reason: 'unanswered', retryAfterSeconds: 60 })
      if (strikes('refused')) return failure({ reason: 'unavailable', retryAfterSeconds: 60 })
      if (strikes('untaken')) return failure({ reason: 'unanswered', retryAfterSeconds: 60 })
      const known = keys.get(key)
      // The carrier keeps a key for an hour longer than we rely on.
      const isRepeated = keySeconds > 0 && known !== undefined && now() - known < keySeconds + HOUR
      if (!isRepeated) {
        arrivals.push({ userId: mail.userId, week: mail.text, at: now() })
        keys.set(key, now())
      }
      if (strikes('died')) throw new Error('the isolate is gone')
      return strikes('unsaid') ? failure({ reason: 'unanswered', retryAfterSeconds: 60 }) : success(null)
    },
  }
  const delivering: WeeklyDeps & DueDeps = {
    store: openStore(faulty(sound, () => strikes('database'))),
    now,
    mailer,
    log: () => undefined,
    enqueue: async (job, delaySeconds) => {
      await queue.binding.send(job, { delaySeconds })
    },
    enqueueAll: async (jobs) => {
      if (strikes('database')) throw new Error('the queue is away')
      for (const job of jobs.filter(() => !strikes('lost'))) {
        await queue.binding.send(job)
        if (strikes('twice')) await queue.binding.send(job, { delaySeconds: chance.whole(0, 20) })
      }
    },
    steps: {
      buildReport: async (_deps, { week, now: at }) => ({ ...empty, week, at }),
      readTopics: async () => {
        if (strikes('died')) throw new Error('the isolate is gone')
        return new Map()
      },
      reportMail: async (_deps, { user: { id, address }, report: { week } }) => ({
        mail: mailOf(id, address, week),
        draftKeys: new Map(),
      }),
      hasArrived: async (_deps, { user: { id }, week, since }) =>
        setting.isSeen(id)
          ? arrivals.some((each) => each.userId === id && each.week === week && each.at >= since)
          : null,
    },
    ...unused,
  }
  const work = async (until: number): Promise<void> => {
    for (;;) {
      const next = queue.nextAt
      if (next === null || next > until) return
      clock.time = Math.max(clock.time, next)
      const taken = queue.take()
      if (taken === null) return
      await deliverJob(queue, taken, async ({ messages }: MessageBatch<Job>) => {
        for (const message of messages) {
          if (message.body.kind !== 'report') continue
          const disposition = await sendWeekly(delivering, message.body, message.attempts)
          if (disposition.kind === 'retry') message.retry({ delaySeconds: disposition.delaySeconds })
        }
      })
    }
  }
  const isAnybodyDue = sound.prepare('SELECT 1 FROM users WHERE next_report_at <= ?1 LIMIT 1')
  const cron = async (): Promise<void> => {
    // Most quarters of an hour nobody is due, and the product would find nobody too, at a hundred times the cost.
    if ((await isAnybodyDue.bind(now()).first()) === null) return
    // A run that fails is followed by the next; nobody repeats it.
    await enqueueDueReports(delivering, now()).catch(() => 0)
  }
  return {
    store,
    now,
    chance,
    arrivals,
    faults,
    async go(to, each) {
      while (now() < to) {
        const next = clock.time + 15 * MINUTE * 1000
        await work(next)
        clock.time = Math.max(clock.time, next)
        await each()
        if (isWithin(setting.cronOutages) || strikes('cronMissed')) continue
        await cron()
        if (strikes('cronTwice')) await cron()
      }
      await work(clock.time)
    },
  }
}

/** What the steps of the product would take. */
const unused: Pick<WeeklyDeps, 'publicUrl' | 'keys' | 'webRoots' | 'providerOf' | 'access'> = {
  publicUrl: new URL('https://perennial.test'),
  webRoots: { gmailWebRoot: new URL('https://mail.test') },
  keys: {
    sign: () => Promise.reject(new Error('nothing is signed here')),
    seal: () => Promise.reject(new Error('nothing is sealed here')),
    unseal: async () => null,
  },
  providerOf: () => null,
  access: async () => failure({ reason: 'grant_revoked' }),
}

const empty: Omit<Report, 'week' | 'at'> = {
  zone: 'UTC',
  isFirst: false,
  bands: { thriving: 0, steady: 0, fading: 0, quiet: 0, new: 0, unknown: 0 },
  suggestions: [],
  reconnections: [],
  notes: [],
}

const mailOf = (userId: number, to: string, week: string): OutgoingMail => ({
  userId,
  to,
  subject: week,
  text: week,
  html: '',
  headers: {},
})

/** A database that sometimes fails before it does what was asked; a batch as a whole. */
const faulty = (database: D1Database, fails: () => boolean): D1Database => {
  const guard = <T>(act: () => Promise<T>): Promise<T> =>
    fails() ? Promise.reject(new Error('D1_ERROR: the database is away')) : act()
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement =>
    ({
      ...statement,
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      all: () => guard(() => statement.all()),
      run: () => guard(() => statement.run()),
      raw: () => guard(() => statement.raw()),
      first: (column?: string) => guard(() => (column === undefined ? statement.first() : statement.first(column))),
    }) as D1PreparedStatement
  return {
    prepare: (sql: string) => wrap(database.prepare(sql)),
    batch: (statements: D1PreparedStatement[]) => guard(() => database.batch(statements)),
  } as unknown as D1Database
}
