/** Whatever a provider answers, nobody asks it again and again without a wait. */
import { describe, expect, test } from 'vitest'
import { install, type Line } from '../sandbox/installation.ts'
import { sqliteDatabase } from '../sandbox/sqlite-database.ts'
import { ann, mailboxOf, meetingOf, rhythm, start } from '../story.ts'

const hour = 3_600_000

/** A small generator of its own, so that a seed that fails fails again (mulberry32). */
const chanceOf = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Chance = () => number

const pick = <T>(chance: Chance, from: readonly [T, ...T[]]): T => from[Math.floor(chance() * from.length)] ?? from[0]

const statuses = [200, 200, 204, 400, 401, 403, 404, 409, 410, 429, 500, 503] as const

/** Any value where another is expected; what is fresh each time looks like a way on. */
const anything = (chance: Chance): unknown =>
  pick(chance, [null, 0, '', [], {}, true, 'x', () => `token ${chance()}`, [{}], 1e20, { value: [] }])

const randomly = (value: unknown, chance: Chance, depth = 0): unknown => {
  if (chance() < 0.04 || depth > 6) {
    const other = anything(chance)
    return typeof other === 'function' ? (other as () => string)() : other
  }
  if (Array.isArray(value)) return value.map((each) => randomly(each, chance, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      chance() < 0.04 ? [] : [[key, randomly(each, chance, depth + 1)] as const],
    ),
  )
}

/** Half of all answers are of any kind; of the other half each field may be missing, or anything. */
const randomLine =
  (chance: Chance): Line =>
  async (request, next) => {
    if (!/\/(api|graph)\//.test(new URL(request.url).pathname)) return next(request)
    if (chance() < 0.3) {
      const status = pick(chance, statuses)
      const error = {
        code: status,
        message: '',
        errors: [{ reason: pick(chance, ['', 'rateLimitExceeded', 'forbidden']) }],
      }
      return status === 204 ? new Response(null, { status }) : Response.json(pick(chance, [{ error }, {}]), { status })
    }
    const answer = await next(request)
    const type = answer.headers.get('content-type') ?? ''
    if (!type.includes('json')) return answer
    const { status } = answer
    return Response.json(randomly(await answer.json(), chance), { status })
  }

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('answers at random, seed %i', async (seed) => {
    const mailbox = mailboxOf(rhythm('bo@example.com', 10, 300, 3), [meetingOf('m1', 9, ['cy@example.com'])])
    let isWild = false
    const wild = randomLine(chanceOf(seed))
    const home = install({
      db: await sqliteDatabase(),
      now: start,
      mailboxes: [mailbox],
      line: (request, next) => (isWild ? wild(request, next) : next(request)),
    })
    await home.connect(ann.address, { provider })
    isWild = true
    const asked = (): number => [...home.requests.values()].reduce((all, count) => all + count, 0)
    const before = asked()
    // The most that may be asked while the clock stands still, and in six hours.
    let [at, since] = [home.clock.time, before]
    while (home.clock.time < start + 6 * hour && (await home.step(start + 6 * hour))) {
      if (home.clock.time !== at) [at, since] = [home.clock.time, asked()]
      expect(asked() - since).toBeLessThan(150)
    }
    expect(asked() - before).toBeLessThan(2000)
    expect(home.queue.thrown).toEqual([])
  })

  test('a calendar that gives neither a page nor a way to ask for changes is asked less and less', async () => {
    const line: Line = async (request, next) => {
      const answer = await next(request)
      if (!/\/(events|calendarView\/delta)$/.test(new URL(request.url).pathname)) return answer
      const { nextPageToken: _, nextSyncToken: __, ...told } = await answer.json<Record<string, unknown>>()
      const { '@odata.nextLink': ___, '@odata.deltaLink': ____, ...bare } = told
      return Response.json(bare)
    }
    const mailbox = mailboxOf([], [meetingOf('m1', 9, ['cy@example.com'])])
    const home = install({ db: await sqliteDatabase(), now: start, mailboxes: [mailbox], line })
    await home.connect(ann.address, { provider })
    const host = provider === 'google' ? 'google.test' : 'microsoft.test'
    const before = home.requests.get(host) ?? 0
    await home.passTo(start + 6 * hour, 60)
    expect((home.requests.get(host) ?? 0) - before).toBeLessThan(250)
  })
})
