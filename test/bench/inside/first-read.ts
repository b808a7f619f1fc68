/** Reads a whole mailbox for the first time, in a house with its own world, and counts what it costs. */
import { install } from '../../sandbox/installation.ts'
import { populate } from '../../sandbox/population/index.ts'
import { topTen } from './top-ten.ts'
import { type Trial, today } from './trial.ts'

export interface MailboxSize {
  readonly messages: number
  readonly years: number
  readonly seed: number
}

export interface FirstRead {
  readonly messages: number
  readonly interactions: number
  readonly bytes: number
  /** Gmail units of the whole first read. */
  readonly units: number
  readonly minutes: number
  /** Units when the report named anyone for the first time, and how many of the last ten it named by then. */
  readonly provisionalUnits: number
  /** Units from which on the ten whom a report would name first were those of the full read. */
  readonly topTenUnits: number
  readonly topTenMinutes: number
  readonly named: readonly { readonly units: number; readonly right: number }[]
  readonly written: Readonly<Record<string, number>>
  readonly maxRequests: number
  readonly maxCalls: number
  readonly idleDelta: number
  readonly reread: Readonly<Record<string, number>>
  readonly rereadPages: number
}

export const firstRead: Trial = async (env, question): Promise<FirstRead> => {
  const { messages, years, seed } = question as MailboxSize
  const mailbox = populate({ seed, now: today, messages, years })
  const home = install({ db: env.DB, now: today, mailboxes: [mailbox] })
  await home.connect(mailbox.owner.address)
  const spent = () => home.google.quotaSpent(mailbox.owner.subject)
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0)
  const looks: { readonly units: number; readonly minutes: number; readonly ten: readonly string[] }[] = []
  const { written } = home.database
  written.clear()
  let maxRequests = 0
  let maxCalls = 0
  let lookAt = 1000
  const look = async () => {
    looks.push({ units: spent(), minutes: (home.clock.time - today) / 60_000, ten: await topTen(env.DB, 1, today) })
  }
  for (;;) {
    const before = { requests: sum(home.requests.values()), queries: home.database.queries }
    if (!(await home.step())) break
    const requests = sum(home.requests.values()) - before.requests
    maxRequests = Math.max(maxRequests, requests)
    maxCalls = Math.max(maxCalls, requests + home.database.queries - before.queries)
    if (spent() < lookAt) continue
    await look()
    lookAt = spent() + (spent() < 100_000 ? 1000 : 20_000)
  }
  await look()
  if (home.queue.thrown.length > 0) throw home.queue.thrown[0]
  const last = looks.at(-1)?.ten ?? []
  const firstWrong = looks.findLastIndex(({ ten }) => ten.join() !== last.join())
  const reached = looks[firstWrong + 1]
  const firstRows = Object.fromEntries(written)
  const interactions = (await env.DB.prepare('SELECT count(*) AS n FROM interactions').first<number>('n')) ?? 0
  const units = spent()
  const minutes = (home.clock.time - today) / 60_000
  const { meta } = await env.DB.prepare('SELECT 1').run()

  home.clock.time += 15 * 60_000
  written.clear()
  await home.cron()
  await home.settle()
  const idleDelta = sum(written.values())

  await env.DB.prepare("DELETE FROM reads WHERE feed = 'mail'").run()
  written.clear()
  const pagesBefore = await pagesRead(env.DB)
  home.clock.time += 15 * 60_000
  await home.cron()
  await home.settle()
  return {
    messages: mailbox.size,
    interactions,
    bytes: meta.size_after,
    units,
    minutes,
    provisionalUnits: looks.find(({ ten }) => ten.length > 0)?.units ?? units,
    topTenUnits: reached?.units ?? units,
    topTenMinutes: reached?.minutes ?? minutes,
    named: looks.map(({ units: at, ten }) => ({ units: at, right: ten.filter((one) => last.includes(one)).length })),
    written: firstRows,
    maxRequests,
    maxCalls,
    idleDelta,
    reread: Object.fromEntries(written),
    rereadPages: (await pagesRead(env.DB)) - pagesBefore,
  }
}

const pagesRead = async (db: D1Database): Promise<number> =>
  (await db.prepare("SELECT progress ->> 'pages' AS n FROM accounts").first<number>('n')) ?? 0
