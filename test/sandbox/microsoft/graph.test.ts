/** Graph's door: tokens, scopes, limits and weather. */
import { describe, expect, test } from 'vitest'
import { hex, mail, meeting, upTo } from '../small-world.ts'
import {
  accessToken,
  annAtHome,
  annAtWork,
  graphRoot,
  linkOf,
  refreshed,
  refusalOf,
  setMail,
  setStage,
  signIn,
} from './stage.ts'

const times = async (count: number, call: () => Promise<Response>): Promise<readonly Response[]> => {
  const answers = []
  for (let left = count; left > 0; left--) answers.push(await call())
  return answers
}

describe('the person', () => {
  const me = async (owner: typeof annAtWork, query = '') => {
    const { get, microsoft } = setStage({ owners: [owner] })
    return (await get(`/me${query}`, await accessToken(microsoft))).json<Record<string, unknown>>()
  }

  test('of a work account has a mail, and other addresses where they are selected', async () => {
    expect(await me(annAtWork)).toEqual({
      '@odata.context': expect.stringMatching(/\/graph\/v1\.0\/\$metadata#users\/\$entity$/),
      id: annAtWork.microsoft?.objectId,
      businessPhones: [],
      displayName: 'Ann Berg',
      givenName: 'Ann',
      surname: 'Berg',
      jobTitle: null,
      mail: 'ann@contoso.example',
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: 'en-US',
      userPrincipalName: 'ann@contoso.example',
    })
    expect(await me(annAtWork, '?$select=mail,proxyAddresses,otherMails')).toEqual({
      '@odata.context': expect.any(String),
      mail: 'ann@contoso.example',
      proxyAddresses: ['SMTP:ann@contoso.example', 'smtp:ann.berg@contoso.example'],
      otherMails: [],
    })
  })

  test('of a personal account has neither', async () => {
    expect(await me(annAtHome)).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      mail: null,
      userPrincipalName: 'ann@outlook.example',
    })
    expect(await me(annAtHome, '?$select=mail,proxyAddresses')).toEqual({
      '@odata.context': expect.any(String),
      mail: null,
    })
  })

  test('is told by userinfo as far as was consented', async () => {
    const { microsoft } = setStage({ owners: [annAtHome] })
    const ask = async (scope: string) =>
      microsoft.request(`${graphRoot.replace('/v1.0', '')}/oidc/userinfo`, {
        headers: { Authorization: `Bearer ${await accessToken(microsoft, scope)}` },
      })
    expect(await (await ask('openid profile email')).json()).toMatchObject({
      name: 'Ann Berg',
      email: annAtHome.address,
    })
    expect((await ask('openid profile email')).headers.get('request-id')).toBeTruthy()
  })
})

describe('a call', () => {
  test('bears its ids, and the caller’s', async () => {
    const { microsoft } = setStage()
    const answer = await microsoft.request(`${graphRoot}/me`, { headers: { 'client-request-id': 'mine' } })
    expect(answer.headers.get('client-request-id')).toBe('mine')
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('without a token, or with one of nobody’s, is refused with a challenge', async () => {
    const { get } = setStage()
    for (const [token, message] of [
      [undefined, 'Access token is empty.'],
      ['nobody', 'CompactToken parsing failed with error code: 80049217'],
    ] as const) {
      const answer = await get('/me', token)
      expect([answer.status, answer.headers.get('WWW-Authenticate')]).toEqual([401, expect.stringMatching(/^Bearer /)])
      expect(await answer.json()).toEqual({
        error: {
          code: 'InvalidAuthenticationToken',
          message,
          innerError: { date: '2026-11-23T09:00:00', 'request-id': expect.any(String) },
        },
      })
    }
  })

  test.each([
    ['/me', 'Mail.ReadBasic', 'Authorization_RequestDenied'],
    ['/me/messages', 'User.Read Calendars.ReadBasic', 'ErrorAccessDenied'],
    ['/me/mailFolders/delta', 'Calendars.ReadBasic', 'ErrorAccessDenied'],
    ['/me/calendarView', 'Mail.ReadBasic', 'ErrorAccessDenied'],
  ])('of %s with %s alone is refused', async (path, scope, code) => {
    const { get, microsoft } = setStage()
    expect(await refusalOf(await get(path, await accessToken(microsoft, scope)))).toEqual([403, code])
  })

  test('of what there is not, or by another method, is refused', async () => {
    const { microsoft, get } = setStage()
    const token = await accessToken(microsoft)
    expect(await refusalOf(await get('/me/nonsense', token))).toEqual([400, 'BadRequest'])
    const posted = await microsoft.request(`${graphRoot}/me/messages`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(posted.status).toBe(405)
  })

  test('for a mailbox that is not in the cloud is refused for good, and the person is known all the same', async () => {
    const { get, microsoft } = setStage({ withoutMail: [annAtWork.subject] })
    const token = await accessToken(microsoft)
    for (const path of ['/me/messages', '/me/mailFolders', '/me/calendarView']) {
      expect(await refusalOf(await get(path, token))).toEqual([404, 'MailboxNotEnabledForRESTAPI'])
    }
    expect((await get('/me', token)).status).toBe(200)
  })
})

describe('limits', () => {
  test('let four calls of a mailbox in at once, and refuse the fifth with a time', async () => {
    const { read } = await setMail([1])
    const answers = await Promise.all(upTo(5).map(() => read('/messages')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429])
    expect(answers[4]?.headers.get('Retry-After')).toBe('10')
    expect(await answers[4]?.json()).toMatchObject({
      error: { code: 'ApplicationThrottled', message: 'Application is over its MailboxConcurrency limit.' },
    })
    expect((await times(20, () => read('/messages'))).every(({ status }) => status === 200)).toBe(true)
  })

  test('count calls of one mailbox only', async () => {
    const { microsoft, get } = setStage({ owners: [annAtWork, annAtHome] })
    const tokens = [
      (await signIn(microsoft)).access_token,
      (await signIn(microsoft, {}, { account: annAtHome.address })).access_token,
    ]
    const answers = await Promise.all(upTo(8).map((number) => get('/me/messages', tokens[number % 2])))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  })

  test('are Outlook’s, and not the directory’s', async () => {
    const { read } = await setMail([1])
    const answers = await Promise.all(upTo(9).map((number) => read(number > 4 ? '' : '/messages')))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  })

  test('know how many were under way at once', async () => {
    const { read, microsoft } = await setMail([1])
    await Promise.all(upTo(3).map(() => read('/messages')))
    expect(microsoft.usage()).toMatchObject({
      requests: 3,
      maxAtOnce: 3,
      outlook: { units: 3, methods: { 'messages.list': { calls: 3 } } },
    })
  })

  test('are ten thousand calls in ten minutes, and a time to wait', async () => {
    const { read, clock, microsoft } = await setMail([1], { budget: 5 })
    expect((await times(5, () => read('/messages'))).every(({ status }) => status === 200)).toBe(true)
    clock.time += 240_000
    const refused = await read('/messages')
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '360'])
    expect(microsoft.requestsSpent(annAtWork.subject)).toBe(5)
    clock.time += 360_000
    expect((await read('/messages')).status).toBe(200)
  })

  test('make whoever comes too early wait all over again', async () => {
    const { read, world, clock } = await setMail([1])
    world.weather.throttle = 1
    expect((await read('/messages')).headers.get('Retry-After')).toBe('20')
    clock.time += 19_000
    const early = await read('/messages')
    expect([early.status, early.headers.get('Retry-After')]).toEqual([429, '20'])
    clock.time += 19_000
    expect((await read('/messages')).status).toBe(429)
    clock.time += 20_000
    expect((await read('/messages')).status).toBe(200)
  })
})

describe('weather', () => {
  test('throttles with a time in seconds and as a date by turns', async () => {
    const { read, world, clock } = await setMail([1])
    world.weather.throttle = 3
    const told = []
    for (let left = 3; left > 0; left--) {
      const answer = await read('/messages')
      told.push([...(await refusalOf(answer)), answer.headers.get('Retry-After')])
      clock.time += 20_000
    }
    expect(told).toEqual([
      [429, 'ApplicationThrottled', '20'],
      [429, 'TooManyRequests', 'Mon, 23 Nov 2026 09:00:40 GMT'],
      [429, 'activityLimitReached', '20'],
    ])
    expect((await read('/messages')).status).toBe(200)
  })

  test('brings outages in several shapes, to Graph and to the token endpoint', async () => {
    const { read, world, microsoft } = await setMail([1])
    const { refresh_token } = await signIn(microsoft, { scope: 'offline_access User.Read' })
    world.weather.outage = 4
    const answers = await times(4, () => read('/messages'))
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 502, 504])
    expect(answers.map(({ headers }) => headers.get('Retry-After'))).toEqual([null, '20', null, null])
    world.weather.outage = 1
    const answer = await refreshed(microsoft, refresh_token)
    expect([answer.status, (await answer.text()).length > 0]).toEqual([503, true])
    expect((await refreshed(microsoft, refresh_token)).status).toBe(200)
  })

  test('answers nonsense: by turns a page and the wrong shape', async () => {
    const { read, world } = await setMail([1])
    world.weather.nonsense = 2
    const [page, shape] = await times(2, () => read('/messages'))
    expect(page?.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
    expect(await shape?.json()).toMatchObject({ value: 17 })
  })

  test('breaks an answer off', async () => {
    const { read, world } = await setMail([1])
    world.weather.breakOff = 2
    const [lost, half] = await times(2, () => read('/messages'))
    await expect(lost?.text()).rejects.toThrow()
    const text = (await half?.text()) ?? ''
    expect(() => JSON.parse(text)).toThrow()
  })

  test('that revokes refuses tokens and refreshes, until it is given back', async () => {
    const { get, world, microsoft } = setStage()
    const { access_token, refresh_token } = await signIn(microsoft, { scope: 'offline_access User.Read' })
    world.weather.revoked = true
    expect((await get('/me', access_token)).status).toBe(401)
    const answer = await refreshed(microsoft, refresh_token)
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_grant', error_codes: [50173] }])
    world.weather.revoked = false
    expect((await get('/me', access_token)).status).toBe(200)
  })

  test('slows every answer, with its place among those at once kept', async () => {
    const { read, world } = await setMail([1])
    world.weather.slow = 30
    const before = performance.now()
    await read('/messages')
    expect(performance.now() - before).toBeGreaterThan(25)
  })
})

test('mail, calendar and the record of both live in one world with Google’s', async () => {
  const { page, mailbox } = await setMail([1])
  const delta = linkOf(await page('/mailFolders/inbox/messages/delta'))
  mailbox.relabel(hex(1), { add: ['TRASH'], remove: ['INBOX'] })
  mailbox.deliver(mail(2))
  mailbox.putMeeting(meeting('m1'))
  expect((await page(delta)).value).toHaveLength(2)
  expect(mailbox.mailChanges.map(({ kind }) => kind)).toEqual(['labelled', 'unlabelled', 'added'])
})
