/** The weekly report of someone with very many people, their people page, and a Monday with very many such people. */
import { drain, ratesOf, world } from './drain.ts'
import { type Figure, higher, lower } from './figure.ts'
import { openHouse } from './house.ts'
import type { Hour } from './inside/monday.ts'
import type { ReportRun, Stock } from './inside/report.ts'
import type { Bench, Setting } from './setting.ts'

export const report: Bench = async (setting) => [
  ...(await oneReport(setting)),
  ...(await peoplePage(setting)),
  ...(await monday(setting)),
]

const oneReport = async ({ script, isShort }: Setting): Promise<readonly Figure[]> => {
  let mailBytes = 0
  const house = await openHouse(await script(), async (request) => {
    const { html, text } = (await request.json()) as { readonly html: string; readonly text: string }
    mailBytes = Buffer.byteLength(html) + Buffer.byteLength(text)
    return Response.json({ id: 'sent' })
  })
  try {
    const stock = await house.ask<Stock>('stockPeople', { people: 5000, each: 40 })
    const runs = isShort ? 5 : 20
    const cpuOf = async (trial: string, times = runs): Promise<number> => {
      const before = await house.cpu()
      for (let run = 0; run < times; run += 1) {
        await house.ask('forgetReports')
        await house.ask(trial)
      }
      return ((await house.cpu()) - before) / times
    }
    await cpuOf('sendReport', warmUps)
    const nothing = await cpuOf('nothing')
    const all = (await cpuOf('sendReport')) - nothing
    await house.ask('forgetReports')
    const last = await house.ask<ReportRun>('sendReport')
    const database = (await cpuOf('askAlone')) - nothing
    return [
      lower("report: CPU of one, 5,000 people, 200,000 interactions, D1's own included", all, 'ms', 10),
      lower('report: of that beyond what the same statements cost alone', all - database, 'ms', 10),
      lower('report: D1 rows read per person', last.rowsRead / stock.people, 'rows', 3),
      lower('report: D1 queries', last.queries, 'queries', 49),
      lower('report: the mail, HTML and text', mailBytes / 1024, 'KB', 102),
      lower('health: stored state per relationship, name and address included', stock.bytesPerPerson, 'bytes', 200),
    ]
  } finally {
    await house.close()
  }
}

const warmUps = 3

/** From the question to the last byte, inside workerd, where nothing else is asked meanwhile. */
const peoplePage = async ({ script, isShort }: Setting): Promise<readonly Figure[]> => {
  const house = await openHouse(await script())
  try {
    await house.ask<Stock>('stockPeople', { people: 10_000, each: isShort ? 8 : 20 })
    const timesOf = async (before: string): Promise<readonly number[]> => {
      const times: number[] = []
      for (let run = 0; run < (isShort ? 20 : 60); run += 1) {
        await house.ask(before)
        const start = performance.now()
        await house.ask('openPeople')
        times.push(performance.now() - start)
      }
      return times.toSorted((a, b) => a - b)
    }
    for (let run = 0; run < 2 * warmUps; run += 1) await house.ask('openPeople')
    const changed = await timesOf('changePeople')
    const again = await timesOf('nothing')
    const among = (times: readonly number[], share: number) => times[Math.floor(times.length * share)] ?? 0
    return [
      lower('people page: 10,000 people, opened again, 95th of 100', among(again, 0.95), 'ms', 50),
      lower('people page: 10,000 people, opened again, median', among(again, 0.5), 'ms', null),
      lower('people page: 10,000 people, after news, 95th of 100', among(changed, 0.95), 'ms', 50),
      lower('people page: 10,000 people, after news, median', among(changed, 0.5), 'ms', null),
    ]
  } finally {
    await house.close()
  }
}

/** A service of 100,000 users, each with as many people as most have. */
const users = 100_000
const usualBook = { people: 300, each: 40 }

/** What Cloudflare allows: calls of one invocation (paid plan) and CPU of a cron job. */
const limits = { calls: 10_000, cronMilliseconds: 30_000 }

const monday = async ({ script, isShort }: Setting): Promise<readonly Figure[]> => {
  const largest = Math.max(...world.values())
  const house = await openHouse(await script())
  try {
    const due = isShort ? 1000 : users * largest
    const before = await house.cpu()
    const hour = await house.ask<Hour>('dueAtOnce', due)
    const cronMilliseconds = (await house.cpu()) - before
    const callsEach = (hour.queries + hour.sends) / hour.asked
    const askedPerRun = Math.min(limits.calls / callsEach, (limits.cronMilliseconds * hour.asked) / cronMilliseconds)
    const costs = { askedPerRun, ...(await usualReport({ script, isShort })) }
    const [first, second] = ratesOf(costs)
    const { latest, withinQuarter } = drain(users, world, costs)
    return [
      higher('monday: reports cron can ask for in an hour', 4 * askedPerRun, 'reports', users * largest),
      lower('monday: calls of cron per report', callsEach, 'calls', null),
      higher(
        `monday: reports an hour, before ${first?.[0]} is used up (then ${second?.[0]}: ${Math.round(60 * (second?.[1] ?? 0))})`,
        60 * (first?.[1] ?? 0),
        'reports',
        users * largest,
      ),
      lower('monday: minutes until the last of 100,000 is out', latest, 'min', 60),
      higher('monday: out within a quarter of an hour', 100 * withinQuarter, '%', null),
    ]
  } finally {
    await house.close()
  }
}

/** What a report costs somebody with as many people as most have. */
const usualReport = async ({
  script,
  isShort,
}: Setting): Promise<{ readonly queriesPerReport: number; readonly millisecondsPerReport: number }> => {
  const house = await openHouse(await script(), async () => Response.json({ id: 'sent' }))
  try {
    await house.ask<Stock>('stockPeople', usualBook)
    const runs = isShort ? 10 : 60
    let last: ReportRun | null = null
    let milliseconds = 0
    for (let run = -warmUps; run < runs; run += 1) {
      await house.ask('forgetReports')
      const before = await house.cpu()
      last = await house.ask<ReportRun>('sendReport')
      if (run >= 0) milliseconds += ((await house.cpu()) - before) / runs
    }
    return { queriesPerReport: last?.queries ?? 0, millisecondsPerReport: milliseconds }
  } finally {
    await house.close()
  }
}
