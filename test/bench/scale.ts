/** `npm run bench -- --only scale`: what a thousand, a hundred thousand and a million users cost, from what is measured here. */
import { createGoogle } from '../sandbox/google/index.ts'
import { populate } from '../sandbox/population/index.ts'
import { World } from '../sandbox/world.ts'
import { type Alone, among, type Invocation } from './alone.ts'
import { type Figure, lower } from './figure.ts'
import { client, googleOrigin } from './inside/settings.ts'
import { today } from './inside/trial.ts'
import { connectAlone, openReading, sandboxClock } from './reading.ts'
import { reportOnce } from './report.ts'
import { assumptions, type Cost, type Measured, type Month, monthOf } from './scale-model.ts'
import type { Bench } from './setting.ts'

export const scale: Bench = async (setting) => {
  const measured = await measure(setting)
  const months = [1000, 100_000, 1_000_000].map((users) => monthOf(users, measured))
  console.log(`${measuredTable(measured)}\n\n${tableOf(months)}`)
  return months.flatMap(figuresOf)
}

const figuresOf = (month: Month): readonly Figure[] => {
  const name = `scale: ${month.users.toLocaleString('en')} users`
  return [
    lower(
      `${name}, dollars a user and month, the carrier's left out`,
      month.dollarsPerUser,
      '$',
      month.users >= 1e6 ? 0.002 : null,
    ),
    lower(`${name}, calls of D1 a second and shard in the busiest hour`, month.callsPerSecond, 'calls', 1000),
  ]
}

const tableOf = (months: readonly Month[]): string => {
  const million = (value: number) => `${(value / 1e6).toLocaleString('en', { maximumSignificantDigits: 3 })} M`
  const lines: readonly (readonly [string, (month: Month) => string])[] = [
    ['users', ({ users }) => users.toLocaleString('en')],
    ['databases', ({ shards }) => String(shards)],
    ['D1 calls a second and database, busiest hour', ({ callsPerSecond }) => callsPerSecond.toPrecision(3)],
    ['D1 rows read', ({ rowsRead }) => million(rowsRead)],
    ['D1 rows written', ({ rowsWritten }) => million(rowsWritten)],
    ['D1 storage, GB', ({ gigabytes }) => gigabytes.toFixed(1)],
    ['queue operations', ({ queueOperations }) => million(queueOperations)],
    ['requests', ({ requests }) => million(requests)],
    ['CPU, ms', ({ cpuMilliseconds }) => million(cpuMilliseconds)],
    ['$ a month', ({ dollars }) => dollars.toFixed(0)],
    ['$ a user and month', ({ dollarsPerUser }) => dollarsPerUser.toFixed(5)],
    ['nearest limit', ({ firstLimit }) => firstLimit],
  ]
  const told = Object.entries(assumptions).map(([name, value]) => `  ${name}: ${value}`)
  return [
    ...lines.map(([name, cell]) => `${name.padEnd(46)}${months.map((month) => cell(month).padEnd(22)).join('')}`),
    'assumed:',
    ...told,
  ].join('\n')
}

const measuredTable = ({ bytesOfUser, ...costs }: Measured): string =>
  [
    'measured       jobs   calls   rows read   rows written   CPU, ms',
    ...Object.entries(costs).map(
      ([name, { jobs, calls, rowsRead, rowsWritten, milliseconds }]) =>
        `${name.padEnd(12)}${String(jobs).padStart(7)}${String(calls).padStart(8)}${String(rowsRead).padStart(12)}${String(rowsWritten).padStart(15)}${milliseconds.toFixed(1).padStart(10)}`,
    ),
    `bytes stored of one user: ${bytesOfUser.toLocaleString('en')}`,
  ].join('\n')

const minute = 60_000

/** One person's mailbox is read, then polled with and without news, reported on and looked at. */
const measure = async ({ productScript, isShort }: Parameters<Bench>[0]): Promise<Measured> => {
  const clock = sandboxClock()
  const mailbox = populate({ seed: 2, now: today, messages: isShort ? 2000 : 22_000 })
  const google = createGoogle(new World(clock, [mailbox]), { origin: googleOrigin, clients: [client] })
  const outside = (request: Request) =>
    request.url.startsWith(googleOrigin) ? google.fetch(request) : Response.json({ id: 'sent' })
  const product = await openReading(await productScript(), outside)
  try {
    const browser = await connectAlone(product, { account: mailbox.owner.address, provider: 'google', fetch: outside })
    const jobs: Invocation[] = []
    const work = async (): Promise<Invocation[]> => {
      const done: Invocation[] = []
      for (;;) {
        clock.time = Math.max(clock.time, product.queue.nextAt ?? 0, product.clock.time)
        const next = await product.step()
        if (next === null) return done
        done.push(next)
      }
    }
    jobs.push(...(await work()))
    const bytes = await bytesIn(product)
    const poll = async (messages: number): Promise<Invocation[]> => {
      clock.time = product.clock.time + 60 * minute
      product.clock.time = clock.time
      const known = mailbox.newestFirst.filter(({ labels }) => labels.includes('INBOX')).slice(0, messages)
      for (const [index, letter] of known.entries()) {
        const id = `f${clock.time.toString(16)}${index}`
        mailbox.deliver({
          ...letter,
          id,
          threadId: id,
          at: clock.time - minute,
          headers: letter.headers.replace(/Message-ID: <[^>]*>/i, `Message-ID: <${id}@mail.example>`),
        })
      }
      const row = await product.database.prepare('SELECT revision FROM accounts').first<{ revision: number }>()
      await product.queue.binding.send({ kind: 'sync', userId: 1, accountId: 1, revision: row?.revision ?? 0 })
      return work()
    }
    const rounds = isShort ? 6 : 20
    const quiet: Invocation[][] = []
    const news: Invocation[][] = []
    const reports: Invocation[][] = []
    const pages: Invocation[][] = []
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    for (let round = 0; round < rounds; round += 1) {
      quiet.push(await poll(0))
      news.push(await poll(4))
      reports.push(await reportOnce(product))
      pages.push([await product.open('/people', { cookie })])
    }
    return {
      quiet: costOf(quiet),
      news: costOf(news),
      report: costOf(reports),
      page: costOf(pages),
      firstRead: costOf([jobs]),
      bytesOfUser: bytes,
    }
  } finally {
    await product.close()
  }
}

const bytesIn = async ({ database }: Alone): Promise<number> => {
  const { meta } = await database.prepare('SELECT 1').all()
  return meta.size_after ?? 0
}

/** The median of what happened several times, each in one invocation or more. */
const costOf = (times: readonly (readonly Invocation[])[]): Cost => {
  const median = (of: (invocation: Invocation) => number): number =>
    among(
      times.map((all) => all.reduce((sum, invocation) => sum + of(invocation), 0)),
      0.5,
    )
  return {
    milliseconds: median(({ milliseconds }) => milliseconds),
    jobs: median(() => 1),
    calls: median(({ calls }) => calls),
    rowsRead: median(({ rowsRead }) => rowsRead),
    rowsWritten: median(({ rowsWritten }) => rowsWritten),
  }
}
