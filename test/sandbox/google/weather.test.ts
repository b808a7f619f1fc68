import { describe, expect, test } from 'vitest'
import { ann, hex, mail, meeting } from '../small-world.ts'
import { accessToken, origin, setStage, signIn, tokenCall } from './stage.ts'

const setSky = async (options: Parameters<typeof setStage>[0] = {}) => {
  const stage = setStage(options)
  stage.mailbox.stock(mail(1))
  stage.mailbox.stockMeeting(meeting('a'))
  const token = await accessToken(stage.google)
  const profile = async () => stage.get('/gmail/v1/users/me/profile', token)
  const message = async () => stage.get(`/gmail/v1/users/me/messages/${hex(1)}?format=minimal`, token)
  const events = async () => stage.get('/calendar/v3/calendars/primary/events?singleEvents=true', token)
  return { ...stage, token, profile, message, events }
}

const times = async <T>(count: number, act: () => Promise<T>): Promise<T[]> => {
  const all = []
  for (let done = 0; done < count; done += 1) all.push(await act())
  return all
}

describe('quota', () => {
  test('is 6,000 units in any sixty seconds, twenty for each letter', async () => {
    const { message, google, clock } = await setSky()
    const first = await times(150, message)
    clock.time += 30_000
    const second = await times(150, message)
    expect([...first, ...second].every(({ status }) => status === 200)).toBe(true)
    const refused = await message()
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      error: {
        status: 'PERMISSION_DENIED',
        message: expect.stringContaining("limit 'Queries per minute per user' of service 'gmail.googleapis.com'"),
        errors: [{ domain: 'usageLimits', reason: 'rateLimitExceeded' }],
        details: [{ reason: 'RATE_LIMIT_EXCEEDED' }],
      },
    })
    clock.time += 29_999
    expect((await message()).status).toBe(403)
    clock.time += 1
    expect(google.quotaSpentInLastMinute(ann.subject)).toBe(3000)
    expect((await times(150, message)).every(({ status }) => status === 200)).toBe(true)
    expect((await message()).status).toBe(403)
    expect(google.quotaSpent(ann.subject)).toBe(9000)
  })

  test('costs what Google’s table says', async () => {
    const { google, get, token } = await setSky()
    const paths = ['profile', 'labels', 'labels/INBOX', 'history?startHistoryId=1000', 'messages', 'threads']
    const reads = [`messages/${hex(1)}?format=minimal`, `threads/${hex(1)}?format=minimal`]
    for (const path of [...paths, ...reads]) expect((await get(`/gmail/v1/users/me/${path}`, token)).status).toBe(200)
    const { methods } = google.usage().gmail
    expect(Object.fromEntries(Object.entries(methods).map(([name, { units }]) => [name, units]))).toEqual({
      getProfile: 1,
      'labels.list': 1,
      'labels.get': 1,
      'history.list': 2,
      'messages.list': 5,
      'threads.list': 10,
      'messages.get': 20,
      'threads.get': 40,
    })
  })

  test('of the calendar is 600 requests a minute', async () => {
    const { events, clock } = await setSky()
    expect((await times(600, events)).every(({ status }) => status === 200)).toBe(true)
    const refused = await events()
    expect([refused.status, await refused.json()]).toMatchObject([
      403,
      { error: { errors: [{ domain: 'usageLimits', reason: 'rateLimitExceeded' }] } },
    ])
    clock.time += 60_000
    expect((await events()).status).toBe(200)
  })
})

describe('concurrency', () => {
  test('lets ten requests of a mailbox in at once', async () => {
    const { profile, world } = await setSky()
    world.weather.slow = 5
    const answers = await Promise.all(Array.from({ length: 12 }, profile))
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(2)
    expect(await refused[0]?.json()).toMatchObject({
      error: { message: 'Too many concurrent requests for user', status: 'RESOURCE_EXHAUSTED' },
    })
    expect((await Promise.all(Array.from({ length: 10 }, profile))).every(({ status }) => status === 200)).toBe(true)
  })

  test('counts nothing of what comes one after the other', async () => {
    const { profile } = await setSky()
    expect((await times(30, profile)).every(({ status }) => status === 200)).toBe(true)
  })
})

describe('weather', () => {
  test('throttles by turns with a 403 without a time and a 429 with one', async () => {
    const { profile, world, clock } = await setSky()
    world.weather.throttle = 2
    const [first, second, third] = await times(3, profile)
    expect([first?.status, second?.status, third?.status]).toEqual([403, 429, 200])
    expect(second?.headers.get('Retry-After')).toBeNull()
    const text = await second?.text()
    const [, time = ''] = /Retry after (\S+?Z)"/.exec(text ?? '') ?? []
    expect(Date.parse(time)).toBeGreaterThan(clock.time)
  })

  test('lets history ids expire, and those given out afterwards live', async () => {
    const { get, token, world, mailbox } = await setSky()
    const history = async (start: string) => get(`/gmail/v1/users/me/history?startHistoryId=${start}`, token)
    mailbox.deliver(mail(2))
    world.weather.expireCursors = true
    expect((await history('1003')).status).toBe(404)
    const profile = await get('/gmail/v1/users/me/profile', token)
    const { historyId } = await profile.json<{ historyId: string }>()
    mailbox.deliver(mail(3))
    const answer = await history(historyId)
    expect(await answer.json()).toMatchObject({ history: [{ messages: [{ id: hex(3) }] }] })
  })

  test('that revokes refuses tokens and refreshes', async () => {
    const { google, world, profile } = await setSky()
    const { refresh_token } = await signIn(google, { prompt: 'consent' })
    world.weather.revoked = true
    expect((await profile()).status).toBe(401)
    const refreshed = await tokenCall(google, { grant_type: 'refresh_token', refresh_token: refresh_token ?? '' })
    expect([refreshed.status, await refreshed.json()]).toMatchObject([400, { error: 'invalid_grant' }])
  })

  test('breaks an answer off: by turns as a lost connection and as half a document', async () => {
    const { profile, world } = await setSky()
    world.weather.breakOff = 2
    const [lost, half, whole] = await times(3, profile)
    const reader = lost?.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^{"emailAddress"/)
    await expect(reader?.read()).rejects.toThrow()
    const text = (await half?.text()) ?? ''
    expect(text.length).toBeGreaterThan(0)
    expect(() => JSON.parse(text)).toThrow()
    await expect(whole?.json()).resolves.toHaveProperty('historyId')
  })

  test('answers nonsense: by turns a page and the wrong shape', async () => {
    const { profile, world } = await setSky()
    world.weather.nonsense = 2
    const [page, shape] = await times(2, profile)
    expect([page?.status, page?.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8'])
    expect([shape?.status, await shape?.json()]).toMatchObject([200, { messages: 17 }])
  })

  test('brings outages to APIs, to the token endpoint and to revocation', async () => {
    const { google, token, profile, events, world } = await setSky()
    world.weather.outage = 4
    const revoke = () => google.request(`${origin}/revoke`, { method: 'POST', body: new URLSearchParams({ token }) })
    const answers = [await profile(), await events(), await tokenCall(google, {}), await revoke()]
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503])
    expect(await answers[0]?.json()).toMatchObject({ error: { errors: [{ reason: 'backendError' }] } })
    expect((await profile()).status).toBe(200)
  })

  test('slows every answer', async () => {
    const { profile, world } = await setSky()
    world.weather.slow = 30
    const before = performance.now()
    await profile()
    expect(performance.now() - before).toBeGreaterThan(25)
  })
})
