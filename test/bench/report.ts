/** The weekly report of someone with very many people, their people page, and a Monday with very many such people. */
import { openKeyRing } from '../../src/connect/keys.ts'
import { startSession } from '../../src/connect/session.ts'
import { instantFromMilliseconds, mondayOf } from '../../src/model/time.ts'
import { openStore } from '../../src/store/store.ts'
import { type Alone, among, type Invocation, openAlone } from './alone.ts'
import { drain, ratesOf, world } from './drain.ts'
import { type Figure, higher, lower } from './figure.ts'
import { openHouse } from './house.ts'
import type { Hour } from './inside/monday.ts'
import { type ReportRun, report as reportTrials, type Stock } from './inside/report.ts'
import { type BenchEnv, type Trial, today } from './inside/trial.ts'
import type { Bench, Setting } from './setting.ts'

export const report: Bench = async (setting) => [
  ...(await oneReport(setting, { people: 1000, each: 40, target: 6 })),
  ...(await oneReport(setting, { people: 5000, each: 40, target: 10 })),
  ...(await peoplePage(setting)),
  ...(await monday(setting)),
]

const oneReport = async (
  { productScript, isShort }: Setting,
  size: { readonly people: number; readonly each: number; readonly target: number },
): Promise<readonly Figure[]> => {
  let mailBytes = 0
  const outside = async (request: Request): Promise<Response> => {
    const { html, text } = (await request.json()) as { readonly html: string; readonly text: string }
    mailBytes = Buffer.byteLength(html) + Buffer.byteLength(text)
    return Response.json({ id: 'sent' })
  }
  const product = await openAlone(await productScript(), { outside, now: today })
  try {
    const stock = (await stockPeople(envOf(product), size)) as Stock
    const runs: Invocation[][] = []
    for (let run = 0; run < (isShort ? 8 : 24); run += 1) runs.push(await reportOnce(product))
    const warm = runs.slice(warmUps)
    const part = (index: number): readonly Invocation[] => warm.flatMap((run) => run[index] ?? [])
    const cpu = (of: readonly Invocation[], share: number) =>
      among(
        of.map(({ milliseconds }) => milliseconds),
        share,
      )
    const floor = (of: readonly Invocation[]) =>
      among(
        of.map((each) => each.floor ?? 0),
        0.5,
      )
    const { people, target } = size
    const name = `report: ${people.toLocaleString('en')} people, ${stock.interactions.toLocaleString('en')} interactions`
    const [building, sending] = [part(0), part(1)]
    return [
      lower(`${name}, building, CPU of the Worker's own, median`, cpu(building, 0.5), 'ms', target, floor(building)),
      lower(`${name}, building, 95th of 100`, cpu(building, 0.95), 'ms', null),
      lower(`${name}, sending, median`, cpu(sending, 0.5), 'ms', target, floor(sending)),
      lower(`${name}, calls of D1 in one invocation`, Math.max(...warm.flat().map(({ calls }) => calls)), 'calls', 4),
      lower(
        `${name}, D1 rows read per person`,
        sumOf(warm.at(-1) ?? [], ({ rowsRead }) => rowsRead) / people,
        'rows',
        3,
      ),
      lower(`${name}, the mail, HTML and text`, mailBytes / 1024, 'KB', 102),
      ...(people === 5000
        ? [
            lower(
              'health: stored state per relationship, name and address included',
              stock.bytesPerPerson,
              'bytes',
              200,
            ),
          ]
        : []),
    ]
  } finally {
    await product.close()
  }
}

const sumOf = <T>(all: readonly T[], of: (each: T) => number): number => all.reduce((sum, each) => sum + of(each), 0)
const envOf = ({ database }: Alone): BenchEnv => ({ DB: database, SANDBOX: nobody })
/** Stocking asks the database alone. */
const nobody = {} as Fetcher
const { stockPeople } = reportTrials as { readonly stockPeople: Trial }

/** One report in its two invocations: the first builds and keeps it, the second sends it. */
export const reportOnce = async (product: Alone): Promise<Invocation[]> => {
  await product.database.prepare('DELETE FROM reports').run()
  await product.queue.binding.send({ kind: 'report', userId: 1, week: mondayOf(instantFromMilliseconds(today), 'UTC') })
  const invocations: Invocation[] = []
  for (let next = await product.step(); next !== null; next = await product.step()) invocations.push(next)
  return invocations
}

const warmUps = 3

/** The first opening in a process that has compiled and remembers nothing, and the same page again. */
const peoplePage = async ({ productScript, isShort }: Setting): Promise<readonly Figure[]> => {
  const outside = () => new Response(null, { status: 404 })
  const product = await openAlone(await productScript(), { outside, now: today, hasFloor: false })
  try {
    await stockPeople(envOf(product), { people: 10_000, each: isShort ? 8 : 20 })
    const headers = { cookie: `__Host-perennial_session=${await cookieFor(product.database)}` }
    const first: Invocation[] = []
    const again: Invocation[] = []
    for (let run = 0; run < (isShort ? 3 : 9); run += 1) {
      await product.restart()
      first.push(await product.open('/people', headers))
      for (let next = 0; next < 6; next += 1) again.push(await product.open('/people', headers))
    }
    const cpu = (of: readonly Invocation[], share: number) =>
      among(
        of.map(({ milliseconds }) => milliseconds),
        share,
      )
    return [
      lower('people page: 10,000 people, first opening in a fresh process, CPU, median', cpu(first, 0.5), 'ms', 15),
      lower('people page: 10,000 people, opened again, CPU, median', cpu(again, 0.5), 'ms', null),
      lower('people page: 10,000 people, opened again, CPU, 95th of 100', cpu(again, 0.95), 'ms', null),
      lower('people page: calls of D1', Math.max(...[...first, ...again].map(({ calls }) => calls)), 'calls', 2),
    ]
  } finally {
    await product.close()
  }
}

const cookieFor = async (database: D1Database): Promise<string> => {
  const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const keys = openKeyRing([new Uint8Array(Buffer.from('k'.repeat(32)))], randomBytes)
  const session = { userId: 1, userAgent: '', now: instantFromMilliseconds(today) }
  return startSession({ store: openStore(database), keys, randomBytes }, session)
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
}: Pick<Setting, 'script' | 'isShort'>): Promise<{
  readonly queriesPerReport: number
  readonly millisecondsPerReport: number
}> => {
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
