/** The weekly report of someone with very many people, and a Monday with very many such people. */
import { type Figure, higher, lower } from './figure.ts'
import { openHouse } from './house.ts'
import type { Hour } from './inside/monday.ts'
import type { ReportRun, Stock } from './inside/report.ts'
import type { Bench, Setting } from './setting.ts'

export const report: Bench = async (setting) => [...(await oneReport(setting)), ...(await monday(setting))]

const oneReport = async ({ script, isShort }: Setting): Promise<readonly Figure[]> => {
  let mailBytes = 0
  const house = await openHouse(await script(), async (request) => {
    const { html, text } = (await request.json()) as { readonly html: string; readonly text: string }
    mailBytes = Buffer.byteLength(html) + Buffer.byteLength(text)
    return Response.json({ id: 'sent' })
  })
  try {
    const stock = await house.ask<Stock>('stockPeople', { people: 5000, each: 40 })
    for (let run = 0; run < warmUps; run += 1) await house.ask('sendReport')
    const runs = isShort ? 5 : 20
    const nothing = await house.cpu()
    for (let run = 0; run < runs; run += 1) await house.ask('nothing')
    const before = await house.cpu()
    let last: ReportRun | null = null
    for (let run = 0; run < runs; run += 1) last = await house.ask<ReportRun>('sendReport')
    const milliseconds = ((await house.cpu()) - before - (before - nothing)) / runs
    return [
      lower("report: CPU of one, 5,000 people, 200,000 interactions, D1's own included", milliseconds, 'ms', 10),
      lower('report: D1 rows read per person', (last?.rowsRead ?? 0) / stock.people, 'rows', 3),
      lower('report: D1 queries', last?.queries ?? 0, 'queries', 49),
      lower('report: the mail, HTML and text', mailBytes / 1024, 'KB', 102),
      lower('health: stored state per relationship, name and address included', stock.bytesPerPerson, 'bytes', 200),
    ]
  } finally {
    await house.close()
  }
}

const warmUps = 3

/** A service of 100,000 users: a quarter of them live in the zone with the most. */
const users = 100_000
const largestZone = 0.25

/** What Cloudflare allows: calls of one invocation (paid plan), messages a second of one queue, CPU of a cron job. */
const limits = { calls: 10_000, messagesPerSecond: 5000, cronMilliseconds: 30_000 }

const monday = async ({ script, isShort }: Setting): Promise<readonly Figure[]> => {
  const house = await openHouse(await script())
  try {
    const due = isShort ? 1000 : users * largestZone
    const before = await house.cpu()
    const hour = await house.ask<Hour>('dueAtOnce', due)
    const milliseconds = (await house.cpu()) - before
    const callsEach = (hour.queries + hour.sends) / hour.asked
    const perRun = Math.min(limits.calls / callsEach, (limits.cronMilliseconds * hour.asked) / milliseconds)
    // Cron comes four times an hour; whoever is left is still due at the next.
    const perHour = Math.min(4 * perRun, 3600 * limits.messagesPerSecond)
    return [
      higher(
        `monday: reports asked for in an hour before ${perRun < limits.calls / callsEach ? "cron's CPU" : 'the calls of an invocation'} are used up`,
        perHour,
        'reports',
        users * largestZone,
      ),
      lower('monday: calls of cron per report', callsEach, 'calls', null),
    ]
  } finally {
    await house.close()
  }
}
