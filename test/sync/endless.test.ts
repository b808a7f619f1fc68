/** Providers that do not stop: answers without end, and pages that lead back to themselves. The person is told, and it costs little. */
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { stagesIn, stopsIn } from '../reads.ts'
import { type Installation, install, type Line } from '../sandbox/installation.ts'
import { ann, mailboxOf, meetingOf, rhythm, start } from '../story.ts'

const hour = 3_600_000
const day = 24 * hour
const lines = [...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)]
const meetings = [meetingOf('of-old', 500, ['bo@example.com']), meetingOf('of-late', 20, ['bo@example.com'])]
type ProviderName = 'google' | 'microsoft'

const open = async (provider: ProviderName, line: Line): Promise<Installation> => {
  const home = install({ db: await freshDatabase(), now: start, mailboxes: [mailboxOf(lines, meetings)], line })
  await home.connect(ann.address, { provider })
  return home
}

const isApi = ({ url }: Request): boolean => /\/(api|graph)\//.test(new URL(url).pathname) && !/\/me(\?|$)/.test(url)

const account = async ({ env }: Installation) => ({
  ...(await env.DB.prepare('SELECT status_kind AS kind, status_reason AS reason FROM accounts').first<{
    kind: string
    reason: string
  }>()),
  stopped: await stopsIn(env.DB),
  ...(await stagesIn(env.DB)),
})

const reasonsIn = ({ stopped }: Awaited<ReturnType<typeof account>>): readonly string[] =>
  Object.values(stopped).map(({ reason }) => reason)

const known = async ({ env }: Installation): Promise<unknown> =>
  env.DB.prepare('SELECT count(*) FROM interactions').first('count(*)')

const sum = ({ requests }: Installation): number => [...requests.values()].reduce((all, count) => all + count, 0)

/** Works for two hours, or as much as may wait in them, and answers with the jobs that took, and the most requests that one of them made. */
const work = async (home: Installation): Promise<{ readonly jobs: number; readonly maxRequests: number }> => {
  let [jobs, maxRequests] = [0, 0]
  const until = home.clock.time + 2 * hour
  for (let before = sum(home); jobs < maxJobs && (await home.step(until)); before = sum(home)) {
    jobs += 1
    maxRequests = Math.max(maxRequests, sum(home) - before)
  }
  return { jobs, maxRequests }
}

/** Of one feed that fails and another that goes on: no more than a try a minute. */
const maxJobs = 120
/** What the free plan gives an invocation. */
const maxRequests = 50

const expectToldAndOver = async (home: Installation): Promise<void> => {
  const worked = await work(home)
  expect(worked.jobs).toBeLessThan(maxJobs)
  expect(worked.maxRequests).toBeLessThan(maxRequests)
  expect(home.queue.thrown).toEqual([])
  const after = await account(home)
  expect(new Set(reasonsIn(after))).toEqual(new Set(['malformed']))
}

const expectRead = async (home: Installation): Promise<void> => {
  await home.passTo(start + day, 60)
  expect(await account(home)).toEqual({ kind: 'active', reason: null, stopped: {}, mail: 'done', calendar: 'done' })
  expect(await known(home)).toBeGreaterThan(40)
}

/** The answer's JSON, changed; what is none is left alone. */
const changed = async (response: Response, change: (body: Fields) => Fields): Promise<Response> => {
  if (!typeOf(response).includes('json')) return response
  return Response.json(change((await response.json()) as Fields), { status: response.status })
}

type Fields = Readonly<Record<string, unknown>>

/** Lists of letters, one by one or many in one request, told with other fields. Nothing else has an estimate of its size. */
const listsRetold = async (response: Response, fields: string): Promise<Response> => {
  const text = (await response.text()).replaceAll(/,?"nextPageToken":"[^"]*"/g, '')
  const retold = text.replaceAll('"resultSizeEstimate":', `${fields},"resultSizeEstimate":`)
  return new Response(retold, { status: response.status, headers: { 'content-type': typeOf(response) } })
}

const typeOf = ({ headers }: Response): string => headers.get('content-type') ?? ''

/** Every list of Google's goes on with one token, which begins it again. */
const googleInCircles: Line = async (request, next) => {
  const url = new URL(request.url)
  if (url.searchParams.get('pageToken') === 'again') url.searchParams.delete('pageToken')
  const { method, headers } = request
  const body = method === 'GET' ? null : (await request.text()).replaceAll('&pageToken=again', '')
  const response = await next(new Request(url, { method, headers, body }))
  if (!/\/(history|events)$/.test(url.pathname)) return listsRetold(response, '"nextPageToken":"again"')
  return changed(response, ({ nextSyncToken: _, ...told }) => ({ ...told, nextPageToken: 'again' }))
}

/** Every page of a delta, and of a view, goes on with where it was asked for. */
const graphInCircles: Line = async (request, next) => {
  const { href, pathname } = new URL(request.url)
  const isBatch = pathname.endsWith('/$batch')
  if (!isBatch && !/\/(delta|calendarView)$/.test(pathname)) return next(request)
  const asked = isBatch ? ((await request.clone().json()) as { requests: { id: string; url: string }[] }).requests : []
  const root = href.slice(0, href.indexOf('/v1.0') + '/v1.0'.length)
  const circle = (body: Fields, link: string): Fields => {
    const { '@odata.deltaLink': _, ...rest } = body
    return Array.isArray(body.value) ? { ...rest, '@odata.nextLink': link } : body
  }
  return changed(await next(request), (body) => {
    if (!isBatch) return circle(body, href)
    const responses = (body.responses as { id: string; body: Fields }[]).map((part) => ({
      ...part,
      body: circle(part.body, root + asked.find(({ id }) => id === part.id)?.url),
    }))
    return { ...body, responses }
  })
}

const circles: Readonly<Record<ProviderName, Line>> = { google: googleInCircles, microsoft: graphInCircles }

/** Of each provider, its lists of letters and of meetings: where they are asked for, one by one or many in one request. */
const lists: readonly (readonly [provider: ProviderName, what: 'letters' | 'meetings', path: RegExp])[] = [
  ['google', 'letters', /\/(messages|batch\/gmail\/v1)$/],
  ['google', 'meetings', /\/events$/],
  ['microsoft', 'letters', /\/(messages\/delta|\$batch)$/],
  ['microsoft', 'meetings', /\/(calendarView|calendarView\/delta)$/],
]

test.each(lists)(
  '%s: pages of %s that lead back to themselves are not followed for ever',
  async (provider, _, path) => {
    let isAstray = true
    const home = await open(provider, (request, next) =>
      isAstray && path.test(new URL(request.url).pathname) ? circles[provider](request, next) : next(request),
    )
    await expectToldAndOver(home)
    isAstray = false
    await expectRead(home)
  },
)

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  test('news that lead back to themselves neither', async () => {
    let isAstray = false
    const home = await open(provider, (request, next) =>
      isAstray && isApi(request) ? circles[provider](request, next) : next(request),
    )
    await expectRead(home)
    isAstray = true
    await home.pollAt(home.clock.time + hour)
    const worked = await work(home)
    expect(worked.jobs).toBeLessThan(maxJobs)
    expect(reasonsIn(await account(home))).toContain('malformed')
    isAstray = false
    await home.passTo(home.clock.time + hour)
    expect(await account(home)).toMatchObject({ kind: 'active', stopped: {} })
  })

  test('of an answer without end no more is read than an answer may hold', async () => {
    const megabyte = 1024 * 1024
    let [isAstray, longest] = [true, 0]
    const home = await open(provider, async (request, next) => {
      if (!isAstray || !isApi(request)) return next(request)
      let megabytes = 0
      const stream = new ReadableStream<Uint8Array>({
        pull(controller) {
          megabytes += 1
          longest = Math.max(longest, megabytes)
          if (megabytes > 300) controller.close()
          else controller.enqueue(new Uint8Array(megabyte).fill(32))
        },
      })
      return new Response(stream, { headers: { 'content-type': 'application/json' } })
    })
    await expectToldAndOver(home)
    expect(longest).toBeLessThan(20)
    isAstray = false
    await expectRead(home)
  })
})

test('a page of thousands of letters to be looked up is looked up a little at a time', async () => {
  let isAstray = true
  const home = await open('microsoft', async (request, next) => {
    const response = await next(request)
    if (!isAstray || !/\/messages\/delta$/.test(new URL(request.url).pathname)) return response
    isAstray = false
    return changed(response, (body) => ({
      ...body,
      value: Array.from({ length: 3000 }, (_, index) => ({ id: `gone${index}`, '@removed': { reason: 'deleted' } })),
    }))
  })
  const worked = await work(home)
  expect(worked.maxRequests).toBeLessThan(maxRequests)
  expect(worked.jobs).toBeLessThan(maxJobs)
  expect(home.queue.thrown).toEqual([])
  expect(await account(home)).toMatchObject({ kind: 'active', mail: 'done' })
})

test.each(lists)('%s: a page of %s with more than any holds is none', async (provider, what, path) => {
  let isAstray = true
  const rows = Array.from({ length: 20_000 }, (_, index) => ({ id: `${index}`, threadId: `${index}` }))
  const home = await open(provider, async (request, next) => {
    const response = await next(request)
    if (!isAstray || !path.test(new URL(request.url).pathname)) return response
    if (provider === 'google' && what === 'letters') return listsRetold(response, `"messages":${JSON.stringify(rows)}`)
    return changed(response, (body) => ({ ...body, [provider === 'google' ? 'items' : 'value']: rows }))
  })
  await expectToldAndOver(home)
  isAstray = false
  await expectRead(home)
})
