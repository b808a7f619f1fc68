/**
 * One seed: the same story lived twice, once on quiet days and once in a storm, each from an empty database. When the
 * weather is over and the queue has drained, both must have ended in the same place.
 */
import type { Job } from '../../src/model/job.ts'
import { createWorker } from '../../src/worker.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import { Chance } from '../sandbox/population/chance.ts'
import { deliverJob, VirtualQueue } from '../sandbox/queue.ts'
import { differences, type EndState, endState } from './end-state.ts'
import { type Happening, owners, story } from './happenings.ts'
import { providersInWeather } from './providers/index.ts'
import { Stopped, Storm } from './storm.ts'

export interface SeedOutcome {
  readonly seed: number
  /** Empty where the storm changed nothing. */
  readonly differences: readonly string[]
  /** How many faults of each kind were thrown. */
  readonly thrown: Readonly<Record<string, number>>
  readonly jobs: number
}

export const runSeed = async (seed: number, freshDatabase: () => Promise<D1Database>): Promise<SeedOutcome> => {
  const quiet = await live(seed, await freshDatabase(), false)
  const stormy = await live(seed, await freshDatabase(), true)
  return {
    seed,
    differences: [...differences(quiet.state, stormy.state), ...stormy.bugs],
    thrown: Object.fromEntries([...stormy.thrown].sort()),
    jobs: stormy.jobs,
  }
}

const hour = 3_600_000
const cronEvery = hour

interface Life {
  readonly state: EndState
  readonly thrown: ReadonlyMap<string, number>
  readonly bugs: readonly string[]
  readonly jobs: number
}

const live = async (seed: number, db: D1Database, isStormy: boolean): Promise<Life> => {
  const stories = owners.map((owner) => story(seed, owner))
  const startsAt = Math.min(...stories.map((told) => told.startsAt))
  const endsAt = Math.max(...stories.map((told) => told.endsAt))
  const home = install({ db, mailboxes: stories.map(({ mailbox }) => mailbox), now: startsAt })
  const chance = new Chance(seed).fork('storm')
  const ahead = stories.flatMap(({ happenings }) => happenings).sort((a, b) => a.at - b.at)
  const happenUntil = (at: number): void => {
    while (ahead[0] !== undefined && ahead[0].at <= at) ahead.shift()?.apply()
  }
  /** A letter that is about to be thrown away for good goes now, if nothing else is still to happen to it. */
  const endSomething = (): boolean => {
    const index = ahead.findIndex(
      ({ endsMessage, mailbox }: Happening) => endsMessage !== null && mailbox.mail(endsMessage) !== undefined,
    )
    if (index < 0) return false
    for (const happening of ahead.splice(index, 1)) happening.apply()
    return true
  }
  const storm = new Storm({ chance, providers: providersInWeather, home, endSomething })
  storm.isOver = true
  const browser = home.browser()
  for (const owner of owners) await connect(home, owner, browser)
  storm.isOver = !isStormy
  const bugs: string[] = []
  let jobs = 0

  /** Runs one invocation of the Worker behind its own doors. */
  const invoke = async (run: (worker: ReturnType<typeof createWorker>, env: Installation['env']) => Promise<void>) => {
    if (storm.isOver) return run(home.worker, home.env)
    const before = breaks(storm)
    const { outside, database, queue } = storm.life()
    try {
      await run(createWorker(outside), { ...home.env, DB: database, JOBS: queue })
    } catch (error) {
      if (breaks(storm) === before && !isWeather(error))
        bugs.push(`! ${error instanceof Error ? error.stack : String(error)}`)
      throw error
    }
  }
  const cron = async (): Promise<void> => {
    await invoke((worker, env) =>
      worker.scheduled({ cron: '*/15 * * * *', scheduledTime: home.clock.time, noRetry: () => undefined }, env),
    ).catch(() => undefined)
  }
  const runJob = async (): Promise<void> => {
    const job = home.queue.take()
    if (job === null) return
    jobs += 1
    const handle = (batch: MessageBatch<Job>) => invoke((worker, env) => worker.queue(batch, env))
    if (storm.strikes('job delivered twice at once', 0.2)) {
      // What becomes of the copy is nobody's business: only the first is put back when it asks for it.
      const aside = new VirtualQueue(home.clock.now)
      await Promise.all([deliverJob(home.queue, job, handle), deliverJob(aside, job, handle)])
    } else await deliverJob(home.queue, job, handle)
  }
  const passTo = async (until: number): Promise<void> => {
    let noCronBefore = 0
    for (;;) {
      const cronAt = Math.floor(home.clock.time / cronEvery) * cronEvery + cronEvery
      const next = Math.min(cronAt, until, ahead[0]?.at ?? Number.POSITIVE_INFINITY)
      while (home.queue.nextAt !== null && home.queue.nextAt <= next) {
        home.clock.time = Math.max(home.clock.time, home.queue.nextAt)
        happenUntil(home.clock.time)
        await runJob()
        if (jobs > maxJobs) throw new Error(`more than ${maxJobs} jobs: they never end`)
      }
      home.clock.time = Math.max(home.clock.time, next)
      happenUntil(home.clock.time)
      if (home.clock.time >= cronAt) {
        if (storm.strikes('no cron for a day', 0.03)) noCronBefore = home.clock.time + 26 * hour
        if (home.clock.time >= noCronBefore) {
          await cron()
          if (storm.strikes('cron twice', 0.3)) await cron()
        }
      }
      if (home.clock.time >= until) return
    }
  }

  if (isStormy && chance.happens(0.4)) {
    await passTo(chance.between(startsAt + hour, endsAt - 60 * hour))
    await revoke(home, storm)
    await passTo(home.clock.time + chance.between(1, 40) * hour)
    for (const owner of owners) await connect(home, owner)
  }
  await passTo(endsAt)
  storm.isOver = true
  await passTo(endsAt + clearing)
  if (isStormy) await reconnectIfAsked(home)
  await passTo(endsAt + 2 * clearing)
  return { state: await endState(home, providersInWeather), thrown: storm.thrown, bugs, jobs }
}

/** Long enough for the longest pause and the latest job; twice that ends before the weekly audit could cover anything up. */
const clearing = 20 * hour
const maxJobs = 20_000

const revoke = async (home: Installation, storm: Storm): Promise<void> => {
  for (const provider of providersInWeather) {
    const token = storm.tokens.get(provider.name)
    if (token === undefined) continue
    storm.count('grant revoked')
    await home.outside.fetch(provider.revocation(token))
  }
}

/** The person does what the mail asks of them. */
const reconnectIfAsked = async (home: Installation): Promise<void> => {
  const asked = await home.env.DB.prepare("SELECT address FROM accounts WHERE status_kind = 'reconnect'").all()
  for (const owner of owners) {
    if (asked.results.some(({ address }) => address === owner.address)) await connect(home, owner)
  }
}

const connect = async (home: Installation, owner: (typeof owners)[number], browser = home.browser()): Promise<void> => {
  const [provider] = owner.reachedThrough
  await home.connect(owner.address, { provider, browser })
}

/** How often the storm broke an invocation. The Worker throws a bare error then, which no longer tells the cause. */
const breaks = ({ thrown }: Storm): number =>
  [...thrown].reduce((sum, [fault, count]) => (/^(?:Worker|D1|queue|connection)/.test(fault) ? sum + count : sum), 0)

/** What the storm threw itself may come out of the Worker: the queue tries again. Anything else is a bug. */
const isWeather = (error: unknown): boolean => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (
    cause instanceof Stopped ||
    (cause instanceof Error && /D1_ERROR: |Queue send failed|Network connection lost/.test(cause.message))
  )
}
