/** What outlives a user who left: letters with their links, jobs, and what a carrier tells of old mails. */
import { expect, test } from 'vitest'
import { openRead } from '../fixture.ts'
import type { Owner } from '../sandbox/world.ts'
import { ann, mailboxOf, rhythm } from '../story.ts'

const monday = Date.UTC(2026, 10, 23, 7)
const cara: Owner = { ...ann, subject: '100000000000000000009', address: 'cara@gmail.example', name: 'Cara Dahl' }

test('the links of whoever left open nothing of whoever came next', async () => {
  const hers = mailboxOf([...rhythm('Bo Ek <bo@example.com>', 14, 200, 45), ...rhythm('cy@example.com', 10, 200, 3)])
  const next = mailboxOf(
    [...rhythm('Di Falk <di@example.com>', 14, 200, 45), ...rhythm('eve@example.com', 10, 200, 3)],
    [],
    cara,
  )
  const { home, browser } = await openRead([hers, next])
  home.clock.time = monday
  await home.cron()
  await home.settle()
  const [message] = home.resend.sent
  const links = [...(message?.text ?? '').matchAll(/https:\/\/perennial\.test(\/[cu]\/\S+)/g)].map(
    ([, path]) => path ?? '',
  )
  expect(links.length).toBeGreaterThan(2)
  await browser.post('/settings/delete', { sure: 'on' })
  const newcomer = (await home.connect(cara.address)).browser
  await home.settle()
  expect(await newcomer.read('/people')).toContain('Di Falk')
  for (const link of links) expect((await home.browser().get(link)).status, link).toBe(404)
  const unsubscribe = links.find((link) => link.startsWith('/u/')) ?? ''
  expect((await home.browser().post(unsubscribe)).status).toBe(404)
})
