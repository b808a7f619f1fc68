/** Providers that are not themselves: redirects, and waits that nobody could mean. */
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { install, type Line } from '../sandbox/installation.ts'
import { ann, mailboxOf, rhythm, start } from '../story.ts'

const hour = 3_600_000
const day = 24 * hour
const lines = [...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)]
const known = async (db: D1Database) =>
  (await db.prepare('SELECT count(*) AS n FROM interactions').first<{ n: number }>())?.n ?? 0
const open = async (line: Line, provider: 'google' | 'microsoft') => {
  const db = await freshDatabase()
  const home = install({ db, now: start, mailboxes: [mailboxOf(lines)], line })
  await home.connect(ann.address, { provider })
  return { db, home }
}

describe.each(['google', 'microsoft'] as const)('%s', (provider) => {
  test('no request that carries a secret follows a redirect', async () => {
    const followed = new Set<string>()
    const { db, home } = await open((request, next) => {
      const { host, pathname } = new URL(request.url)
      const isSecret = request.headers.has('authorization') || request.method === 'POST'
      if (isSecret && request.redirect !== 'manual') followed.add(`${host}${pathname}`)
      return next(request)
    }, provider)
    await home.passTo(Date.UTC(2026, 10, 23, 9), 60)
    expect(await known(db)).toBeGreaterThan(20)
    expect(home.resend.sent).toHaveLength(1)
    expect([...followed]).toEqual([])
  })

  test('a redirect is an answer that cannot be used, and reading goes on when it is over', async () => {
    let isAstray = true
    const { db, home } = await open(async (request, next) => {
      const isApi = /\/(api|graph)\//.test(new URL(request.url).pathname) && !request.url.endsWith('/me')
      if (!isAstray || !isApi || request.url.includes('/me?')) return next(request)
      return new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } })
    }, provider)
    await home.pollAt(start + hour)
    expect(await known(db)).toBe(0)
    expect(home.requests.has('elsewhere.example')).toBe(false)
    isAstray = false
    await home.passTo(start + day)
    expect(await known(db)).toBeGreaterThan(20)
  })

  test.each([
    ['a thousand years', '31557600000', 'retry after 9026-11-19T09:00:00Z'],
    ['less than nothing', '-5', 'retry after 1970-01-01T00:00:00Z'],
    ['a day that is none', 'Mon, 99 Nov 2026 99:00:00 GMT', 'retry after 2026-99-99T99:99:99Z'],
    ['for ever', 'Infinity', 'retry after 2026-11-18T09:00:00.0.0Z'],
  ])('told to wait for %s, it is asked again within a day', async (_what, header, text) => {
    let isBusy = true
    const { db, home } = await open(async (request, next) => {
      const isApi = /\/(api|graph)\//.test(new URL(request.url).pathname) && !/\/me(\?|$)/.test(request.url)
      if (!isBusy || !isApi) return next(request)
      const error = {
        code: 'ApplicationThrottled',
        status: 'X',
        message: text,
        errors: [{ reason: 'rateLimitExceeded' }],
      }
      return Response.json({ error }, { status: 429, headers: { 'retry-after': header } })
    }, provider)
    await home.step()
    isBusy = false
    expect(home.queue.thrown).toEqual([])
    await home.passTo(start + day + hour, 60)
    expect(await known(db)).toBeGreaterThan(20)
  })
})
