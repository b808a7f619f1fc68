import { describe, expect, test } from 'vitest'
import { openRead } from '../fixture.ts'
import { mailboxOf, rhythm } from '../story.ts'

const hour = 3_600_000
const ready = () => openRead([mailboxOf(rhythm('Bo Ek <bo@example.com>', 14, 200, 45))])

describe('a page that is opened', () => {
  test('has stale accounts read at once, and asks no second time', async () => {
    const { home, browser, db } = await ready()
    await home.passTo(home.clock.time + 3 * hour)
    const before = await db.prepare('SELECT mail_read_at AS at FROM accounts').first<number>('at')
    await browser.get('/people')
    expect(home.queue.waiting.map(({ body }) => body.kind)).toEqual(['sync'])
    await home.settle()
    expect(await db.prepare('SELECT mail_read_at AS at FROM accounts').first<number>('at')).toBeGreaterThan(before ?? 0)
    await browser.get('/people')
    expect(home.queue.waiting).toEqual([])
  })
})
