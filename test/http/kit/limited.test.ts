/** The limits of `wrangler.toml` before the routes they are for. */
import { expect, test } from 'vitest'
import { openConnected } from '../../fixture.ts'
import { mailboxOf } from '../../story.ts'

/** Takes so many for each key, and no more. */
const limitOf = (max: number) => {
  const taken = new Map<string, number>()
  return {
    taken,
    limit: async ({ key }: { readonly key: string }) => {
      taken.set(key, (taken.get(key) ?? 0) + 1)
      return { success: (taken.get(key) ?? 0) <= max }
    },
  }
}

const open = async () => {
  const limits = { signIn: limitOf(10), link: limitOf(2), unsubscribe: limitOf(2), send: limitOf(1) }
  const opened = await openConnected([mailboxOf([])], {
    settings: {
      SIGN_IN_LIMIT: limits.signIn,
      LINK_LIMIT: limits.link,
      UNSUBSCRIBE_LIMIT: limits.unsubscribe,
      SEND_LIMIT: limits.send,
    },
  })
  const ask = (path: string, from: string, method = 'GET') =>
    opened.home.worker.fetch(
      new Request(`https://perennial.test${path}`, {
        method,
        headers: { 'cf-connecting-ip': from, origin: 'https://perennial.test' },
      }),
      opened.home.env,
      {} as ExecutionContext,
    )
  return { ...opened, limits, ask }
}

test.each(['/c/a.b.c/text', '/confirm/a.b.c'])(
  '%s is opened so often by one visitor, and by another still',
  async (path) => {
    const { ask } = await open()
    const statuses = []
    for (const from of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2'])
      statuses.push((await ask(path, from)).status)
    expect(statuses).toEqual([404, 404, 429, 404])
  },
)

test('signing in too often asks no provider and reads no row', async () => {
  const { ask, home } = await open()
  for (let time = 0; time < 10; time += 1) await ask('/connect/google', '192.0.2.1')
  const [rows, requests] = [home.database.rowsRead, [...home.requests.values()]]
  const answer = await ask('/connect/google', '192.0.2.1')
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('60')
  expect(await answer.text()).toContain('That was a lot in a short time')
  expect(home.database.rowsRead).toBe(rows)
  expect([...home.requests.values()]).toEqual(requests)
})

test('unsubscribing is counted by its link: a mail provider posts for all its users', async () => {
  const { ask } = await open()
  const statuses = []
  for (const token of ['a.b.c', 'a.b.c', 'a.b.c', 'a.b.d']) {
    statuses.push((await ask(`/u/${token}`, '192.0.2.1', 'POST')).status)
  }
  expect(statuses).toEqual([404, 404, 429, 404])
})

test('a report on demand and a new address are counted by the user', async () => {
  const { browser, limits } = await open()
  expect((await browser.post('/reports/send')).status).toBe(303)
  expect((await browser.post('/settings/address', { address: 'new@mail.example' })).status).toBe(429)
  expect([...limits.send.taken]).toEqual([['1', 2]])
})
