/** A Worker may end anywhere: whoever was signing in can do so again, and no half of them is left. */
import { expect, test } from 'vitest'
import { freshDatabase } from '../database.ts'
import { interrupted } from '../interrupted-database.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import { ann, mailboxOf, start } from '../story.ts'

const open = (db: D1Database): Installation => install({ db, now: start, mailboxes: [mailboxOf([])] })

/** Signs in on a Worker that ends when its database has been called so often; whether it came to its end before. */
const stopsAfter = async (db: D1Database, calls: number): Promise<boolean> => {
  let left = calls
  const home = open(
    interrupted(db, async () => {
      left -= 1
      if (left < 0) throw new Error('the Worker ended')
    }),
  )
  const { response } = await home.connect(ann.address)
  return response.headers.get('location') === '/reading'
}

test('an owner whose first sign-in was cut off anywhere owns the installation at the second', async () => {
  let [calls, isWhole] = [0, false]
  for (; !isWhole; calls += 1) {
    const db = await freshDatabase()
    isWhole = await stopsAfter(db, calls)
    const alone = await db
      .prepare('SELECT count(*) AS n FROM users WHERE id NOT IN (SELECT user_id FROM accounts)')
      .first<{ n: number }>()
    expect(alone, `cut off after ${calls + 1} calls`).toEqual({ n: 0 })
    const { browser, response } = await open(db).connect(ann.address)
    expect(response.headers.get('location'), `cut off after ${calls + 1} calls`).toBe('/reading')
    expect(await browser.read('/people')).toContain('We’re still gathering your people.')
    const everyone = await db.prepare('SELECT u.is_owner, a.user_id = u.id AS own FROM users u, accounts a').all()
    expect(everyone.results).toEqual([{ is_owner: 1, own: 1 }])
    expect(await db.prepare('SELECT * FROM user_numbers').all()).toMatchObject({ results: [] })
  }
  // Finding out who comes, adding them, and the session: it was cut off more than once.
  expect(calls).toBeGreaterThan(4)
})
