/** Requests that no page of ours makes, and answers of a Worker that cannot start. */
import { expect, test } from 'vitest'
import { openConnected } from '../../fixture.ts'
import { mailboxOf } from '../../story.ts'

const paths = ['/settings', '/settings/delete', '/people/corrections', '/accounts/1/disconnect', '/people/1/done']

test.each([
  ['without a boundary', 'multipart/form-data', 'a=1'],
  ['with another boundary', 'multipart/form-data; boundary=x', '--y\r\n\r\nno part'],
  [
    'that breaks off',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="sure"\r\n\r\non',
  ],
])('a form %s is refused with a page, and does nothing', async (_how, type, body) => {
  const { home, browser } = await openConnected([mailboxOf([])])
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const path of paths) {
    const headers = { origin: 'https://perennial.test', 'content-type': type, cookie }
    const request = new Request(`https://perennial.test${path}`, { method: 'POST', headers, body })
    const answer = await home.worker.fetch(request, home.env, {} as ExecutionContext)
    expect(answer.status, path).toBe(400)
    expect(await answer.text()).toContain('We couldn’t read that form')
  }
  expect((await browser.get('/settings')).status).toBe(200)
})

test('a Worker without its settings answers with the headers of every page', async () => {
  const { home } = await openConnected([mailboxOf([])])
  const ask = (env: typeof home.env) =>
    home.worker.fetch(new Request('https://perennial.test/people'), env, {} as ExecutionContext)
  const [usual, missing] = [await ask(home.env), await ask({ ...home.env, KEYS: '' })]
  expect(missing.status).toBe(500)
  expect(await missing.text()).toContain('KEYS')
  for (const [name, value] of usual.headers) {
    if (!['content-type', 'content-length', 'location'].includes(name))
      expect(missing.headers.get(name), name).toBe(value)
  }
  expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'")
})
