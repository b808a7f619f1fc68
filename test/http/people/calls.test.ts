/** What pages ask of the database, counted in calls: a batch is one, however much it asks. */
import { expect, test } from 'vitest'
import { openRead } from '../../fixture.ts'
import { mailboxOf, rhythm } from '../../story.ts'

test('the first page takes two calls once a report is out', async () => {
  const { browser, home } = await openRead([
    mailboxOf([
      ...rhythm('Bo Ek <bo@example.com>', 14, 500, 23),
      ...rhythm('Cy Berg <cy@example.com>', 20, 300, 90),
      ...rhythm('Maria Lopez <maria@x.example>', 40, 200, 20),
    ]),
  ])
  await home.passTo(home.clock.time + 8 * 86_400_000, 60)
  const callsOf = async (path: string): Promise<number> => {
    const before = home.database.calls
    expect(await browser.read(path)).toContain('Bo Ek')
    return home.database.calls - before
  }
  // Somebody opened it before: who the people are is remembered, and the session was noted as used.
  await browser.read('/people')
  expect([await callsOf('/people'), await callsOf('/people')]).toEqual([2, 2])
})
