/** What is remembered of a user's people between two pages is what would be found anew, whatever happened in between. */
import { expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import type { Instant } from '../../src/model/time.ts'
import { findingPeople, rememberingPeople } from '../../src/people/directory.ts'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { addCorrection } from '../../src/store/corrections.ts'
import { forgetAccount, forgetUser } from '../../src/store/forget.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import { metered } from '../sandbox/metered-database.ts'
import { ann, mailboxOf, messageOf, rhythm, start } from '../story.ts'

const userId = 1
const other = { ...ann, address: 'ann@firm.example', subject: '2' }

const openHouse = async () => {
  const db = await freshDatabase()
  const mailbox = mailboxOf([
    ...rhythm('Bo Ek <bo@x.example>', 30, 300, 100),
    ...rhythm('Maria Lopez <maria@x.example>', 40, 200, 20),
  ])
  const second = mailboxOf([...rhythm('Cy Berg <cy@z.example>', 30, 300, 40)], [], other)
  const home = install({ db, now: start, mailboxes: [mailbox, second] })
  const { browser } = await home.connect(ann.address)
  const { database, meter } = metered(db)
  const remembering = rememberingPeople(openStore(database))
  /** What is found now, which must be what a first look finds. */
  const look = async () => {
    const of = { userId, accounts: await accountsOfUser(openStore(db), userId) }
    const found = await remembering.find(of)
    expect(found).toEqual(await findingPeople(openStore(db))(of))
    return found.resolved.people.map(({ name }) => name).sort()
  }
  return { db, home, browser, mailbox, meter, look }
}

test('pages, news, words of the user, a second account and its going', async () => {
  const { db, home, browser, mailbox, look } = await openHouse()
  const store = openStore(db)
  expect(await look()).toEqual([])
  while (await home.step()) await look()
  expect(await look()).toEqual(['Bo Ek', 'Maria Lopez'])

  mailbox.deliver(messageOf({ to: 'Eve Hall <eve@y.example>', daysAgo: 0 }))
  await home.passTo(start + 3_600_000)
  expect(await look()).toContain('Eve Hall')

  const address = 'bo@x.example' as CanonicalAddress
  const said = await addCorrection(store, {
    userId,
    at: 1 as Instant,
    content: { kind: 'ignore', target: { kind: 'person', address } },
  })
  expect(await look()).not.toContain('Bo Ek')
  await addCorrection(store, { userId, at: 2 as Instant, content: { kind: 'undo', of: said } })
  expect(await look()).toContain('Bo Ek')

  await home.connect(other.address, { browser })
  await home.settle()
  expect(await look()).toContain('Cy Berg')
  const second = (await accountsOfUser(store, userId)).find((account) => account.address === other.address)
  if (second === undefined) throw new Error('The second account is not there')
  await forgetAccount(store, second, 3 as Instant)
  expect(await look()).not.toContain('Cy Berg')

  await forgetUser(store, userId)
  expect(await look()).toEqual([])
})

test('a second page of the same people reads none of them', async () => {
  const { home, look, meter } = await openHouse()
  await home.settle()
  const queriesOf = async () => {
    const before = meter.queries
    await look()
    return meter.queries - before
  }
  await queriesOf()
  // The versions, and the user's log.
  expect(await queriesOf()).toBe(2)
})
