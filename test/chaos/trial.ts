/** One installation through nine days, stormy or quiet, and what stands in its database at the end. */
import { accountsOfUser } from '../../src/store/accounts.ts'
import { contactsOf } from '../../src/store/contacts.ts'
import { openStore } from '../../src/store/store.ts'
import { install } from '../sandbox/installation.ts'
import { deliverJob } from '../sandbox/queue.ts'
import { quietWeather } from '../sandbox/world.ts'
import { ann, start } from '../story.ts'
import type { Dice } from './dice.ts'
import { frailDatabase, Lifetimes } from './lifetime.ts'
import { stormyLine } from './line.ts'
import { scriptOf } from './script.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** The storm rages over the first read, a Monday and most of what happens; a second Monday comes in calm. */
const storm = { from: start, to: start + 8 * day }
const end = start + 13 * day
const cronMinutes = 60

/** Lines of text, each one fact: what must be equal. */
export type EndState = readonly string[]

export interface Trial {
  readonly script: number
  readonly dice: Dice
}

/** Runs on an empty database with every migration applied. */
export const runTrial = async (db: D1Database, { script: number, dice }: Trial): Promise<EndState> => {
  const script = scriptOf(number)
  const lifetimes = new Lifetimes(dice)
  const home = install({
    db: frailDatabase(db, dice, lifetimes),
    mailboxes: [script.mailbox],
    now: start,
    line: (request, next) => lifetimes.pass(() => stormyLine(dice, () => home.world.weather)(request, next)),
  })
  const { env, queue, clock, worker } = home
  const sends = env.JOBS
  const frailEnv = {
    ...env,
    JOBS: {
      ...sends,
      send: (...parameters: Parameters<typeof sends.send>) =>
        refusable(dice, lifetimes, () => sends.send(...parameters)),
      sendBatch: (...parameters: Parameters<typeof sends.sendBatch>) =>
        refusable(dice, lifetimes, () => sends.sendBatch(...parameters)),
    },
  }

  const work = async (): Promise<boolean> => {
    const at = queue.nextAt
    if (at === null || at > clock.time) return false
    const job = queue.take()
    if (job === null) return false
    if (dice.strikes('job delivered late', 1 / 40)) {
      queue.giveBack(job, dice.whole(1, 120) * 60)
      return true
    }
    const times = dice.strikes('job delivered twice', 1 / 20) ? 2 : 1
    for (let time = 0; time < times; time += 1) {
      await deliverJob(queue, job, (batch) => lifetimes.run(() => worker.queue(batch, frailEnv)))
    }
    return true
  }
  const cron = async (): Promise<void> => {
    try {
      await lifetimes.run(() =>
        worker.scheduled({ cron: '*/15 * * * *', scheduledTime: clock.time, noRetry: () => undefined }, frailEnv),
      )
    } catch {
      // Cloudflare tells nobody either; the next one comes in a quarter of an hour.
    }
  }

  await home.connect(ann.address)
  dice.isStormy = true
  let nextHappening = 0
  let nextCron = start + cronMinutes * minute
  let cronSleepsUntil = 0
  let isRevoked = false
  const connectAgain = async (): Promise<void> => {
    isRevoked = false
    dice.isStormy = false
    home.world.weather.revoked = false
    await home.connect(ann.address)
    dice.isStormy = clock.time < storm.to
  }
  while (clock.time < end) {
    if (clock.time >= storm.to && dice.isStormy) {
      dice.isStormy = false
      Object.assign(home.world.weather, quietWeather())
      if (isRevoked) await connectAgain()
    }
    while (await work()) {}
    const happening = script.happenings[nextHappening]
    const next = Math.min(nextCron, queue.nextAt ?? end, happening?.at ?? end, end)
    clock.time = Math.max(clock.time, next)
    if (happening !== undefined && happening.at <= clock.time) {
      happening.happens(script.mailbox)
      nextHappening += 1
    }
    if (nextCron <= clock.time) {
      nextCron += cronMinutes * minute
      if (clock.time < cronSleepsUntil) continue
      if (dice.strikes('cron not fired', 1 / 60)) cronSleepsUntil = clock.time + day
      else {
        await cron()
        if (dice.strikes('cron fired twice', 1 / 20)) await cron()
      }
      if (isRevoked) await connectAgain()
      else if (dice.strikes('grant revoked and given again', 1 / 90)) {
        isRevoked = true
        home.world.weather.revoked = true
      }
      if (dice.strikes('mailer accepted and did not answer', 1 / 20)) home.resend.weather.acceptThenHang = 1
      if (dice.strikes('mailer refused for a while', 1 / 20)) home.resend.weather.refuse = dice.whole(1, 3)
    }
  }
  return endState(
    db,
    home.resend.sent.map(({ at }) => at),
    queue.dropped.length,
  )
}

const refusable = <T>(dice: Dice, lifetimes: Lifetimes, send: () => Promise<T>): Promise<T> =>
  lifetimes.pass(async () => {
    if (dice.strikes('queue refused a job', 1 / 200)) throw new Error('Queue sendBatch failed: Too Many Requests')
    return send()
  })

/** What must not depend on the weather. Numbers of contacts do: they go by who was met first. */
const endState = async (db: D1Database, sentAt: readonly number[], dropped: number): Promise<EndState> => {
  const store = openStore(db)
  const accounts = await accountsOfUser(store, 1)
  const contacts = await contactsOf(store, 1)
  const { results: rows } = await db
    .prepare(
      `select i.account_id, i.feed, a.address, i.at, i.item, i.detail from interactions i
       join addresses a on a.user_id = 1 and a.contact_id = i.contact_id`,
    )
    .all<Record<string, unknown>>()
  const { results: orphans } = await db
    .prepare('select count(*) as count from interactions where contact_id not in (select contact_id from addresses)')
    .all<{ count: number }>()
  return [
    ...rows.map((row) => `interaction ${JSON.stringify(Object.values(row))}`),
    ...contacts
      .filter(({ relationship }) => JSON.stringify(relationship) !== emptyRelationship)
      .map(({ id, ...contact }) => `contact ${stable(contact)}`),
    ...accounts.map(
      ({ status, feeds, aliases, activeDays }) =>
        `account ${status.kind} ${stable({ aliases: [...aliases].sort(), activeDays: stable(activeDays) })} ${Object.entries(
          feeds,
        )
          .map(
            ([feed, { past, readAt }]) =>
              `${feed}: ${past}, ${readAt !== null && end / 1000 - readAt < 2 * 3600 ? 'current' : `stale ${readAt}`}`,
          )
          .join('; ')}`,
    ),
    `orphans ${orphans[0]?.count}`,
    `jobs given up ${dropped}`,
    ...weeks.map(
      (week, index) => `emails of week ${index}: ${sentAt.filter((at) => at >= week && at < week + 7 * day).length}`,
    ),
  ].sort()
}

const weeks = [start - 2 * day, start + 5 * day, start + 12 * day]

const emptyRelationship = ''

/** The same text for the same content, whatever the order of keys; sets and maps as lists. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Set) return [...each].sort()
    if (each instanceof Map) return [...each].sort()
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
