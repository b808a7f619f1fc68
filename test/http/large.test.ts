/** Bodies larger than any form or webhook: a clear answer, and no more of them read than that takes. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openConnected } from '../fixture.ts'
import type { Browser } from '../sandbox/browser.ts'
import { type Installation, publicUrl } from '../sandbox/installation.ts'
import { mailboxOf } from '../story.ts'

const kilobyte = 1024
const far = 1024

let home: Installation
let browser: Browser
beforeAll(async () => {
  ;({ home, browser } = await openConnected([mailboxOf([])]))
})

/** A body that never says how long it is, and how much of it was taken. */
const endless = (kilobytes: number) => {
  const taken = { kilobytes: 0 }
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.kilobytes === kilobytes) return controller.close()
      taken.kilobytes += 1
      controller.enqueue(new Uint8Array(kilobyte).fill(97))
    },
  })
  return { stream, taken }
}

const post = (path: string, body: BodyInit): Promise<Response> => {
  const headers = new Headers({ origin: publicUrl, 'content-type': 'application/x-www-form-urlencoded' })
  headers.set('cookie', [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
  const request = new Request(publicUrl + path, { method: 'POST', headers, body })
  return home.worker.fetch(request, home.env, {} as ExecutionContext)
}

const doors = [
  '/settings',
  '/settings/reading',
  '/settings/delete',
  '/people/corrections',
  '/accounts/1/disconnect',
  '/u/x',
]

describe('a form of a megabyte', () => {
  test.each(doors)('at %s is met with a page that says so', async (path) => {
    const answer = await post(path, 'a'.repeat(far * kilobyte))
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('That’s too much at once')
    expect(answer.headers.get('content-security-policy')).not.toBeNull()
  })

  test.each(doors)('at %s that does not say how long it is is not read to its end', async (path) => {
    const { stream, taken } = endless(far)
    expect((await post(path, stream)).status).toBe(413)
    expect(taken.kilobytes).toBeLessThan(far / 2)
  })

  test('does nothing', async () => {
    await post('/settings/delete', `sure=on&more=${'a'.repeat(far * kilobyte)}`)
    expect(await browser.read('/people')).toContain('We’re still gathering your people.')
  })
})

describe('a webhook of a megabyte', () => {
  test('is refused, whoever sent it', async () => {
    expect((await post('/hooks/resend', 'a'.repeat(far * kilobyte))).status).toBe(413)
    const { stream, taken } = endless(far)
    expect((await post('/hooks/resend', stream)).status).toBe(413)
    expect(taken.kilobytes).toBeLessThan(far / 4)
  })
})

test('a group of five hundred of the longest addresses is one form', async () => {
  const address = (index: number) => `${`${index}-`.padEnd(64, 'x')}@${'host.'.repeat(36)}example`
  const addresses = Array.from({ length: 500 }, (_, index) => address(index)).join(' ')
  const form = new URLSearchParams({ kind: 'group_of', group: 'Choir', addresses }).toString()
  expect(form.length).toBeGreaterThan(100 * kilobyte)
  expect((await post('/people/corrections', form)).status).toBe(303)
})

test('a form as long as people send it is taken, whether it says how long it is or not', async () => {
  const form = 'weekday=2&hour=9&zone=Europe%2FBerlin&reports=on'
  expect((await post('/settings', form)).status).toBe(303)
  const unsaid = new Blob([form]).stream()
  expect((await post('/settings', unsaid)).status).toBe(303)
})
