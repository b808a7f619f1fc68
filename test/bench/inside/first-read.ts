/** Reads a whole mailbox for the first time, in a house with its own world, and counts what it costs. */
import { install } from '../../sandbox/installation.ts'
import { populate } from '../../sandbox/population/index.ts'
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
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0)
  const { written } = home.database
  written.clear()
  let maxRequests = 0
  let maxCalls = 0
  for (;;) {
    const before = { requests: sum(home.requests.values()), queries: home.database.queries }
    if (!(await home.step())) break
    const requests = sum(home.requests.values()) - before.requests
    maxRequests = Math.max(maxRequests, requests)
    maxCalls = Math.max(maxCalls, requests + home.database.queries - before.queries)
  }
  if (home.queue.thrown.length > 0) throw home.queue.thrown[0]
  const firstRows = Object.fromEntries(written)
  const interactions = (await env.DB.prepare('SELECT count(*) AS n FROM interactions').first<number>('n')) ?? 0
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
