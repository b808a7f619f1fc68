/** What the cache knows of a user's people between two pages is what a fresh read finds, whatever happened in between. */
import { expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import type { Instant } from '../../src/model/time.ts'
import { openCachedDirectory, openDirectory } from '../../src/people/directory.ts'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { addCorrection } from '../../src/store/corrections.ts'
import { forgetAccount, forgetUser } from '../../src/store/forget.ts'
import { openStore } from '../../src/store/store.ts'
import { openConnected } from '../fixture.ts'
import { metered } from '../sandbox/metered-database.ts'
import { ann, mailboxOf, messageOf, rhythm, start } from '../story.ts'

const userId = 1
const other = { ...ann, address: 'ann@firm.example', subject: '2' }

const openHome = async () => {
  const mailbox = mailboxOf([
    ...rhythm('Bo Ek <bo@x.example>', 30, 300, 100),
    ...rhythm('Maria Lopez <maria@x.example>', 40, 200, 20),
  ])
  const second = mailboxOf([...rhythm('Cy Berg <cy@z.example>', 30, 300, 40)], [], other)
  const { db, home, browser } = await openConnected([mailbox, second])
  const { database, meter } = metered(db)
  const cached = openCachedDirectory(openStore(database))
  /** Who is found now, which must be whom a fresh read finds. */
  const find = async () => {
    const of = { userId, accounts: await accountsOfUser(openStore(db), userId) }
    const found = await cached.find(of)
    expect(found).toEqual(await openDirectory(openStore(db)).find(of))
    return found.resolved.people.map(({ name }) => name).sort()
  }
  return { db, home, browser, mailbox, meter, find }
}

test('pages, changes, corrections, a second account and its going', async () => {
  const { db, home, browser, mailbox, find } = await openHome()
  const store = openStore(db)
  expect(await find()).toEqual([])
  while (await home.step()) await find()
  expect(await find()).toEqual(['Bo Ek', 'Maria Lopez'])

  mailbox.deliver(messageOf({ to: 'Eve Hall <eve@y.example>', daysAgo: 0 }))
  await home.pollAt(start + 3_600_000)
  expect(await find()).toContain('Eve Hall')

  const address = 'bo@x.example' as CanonicalAddress
  const said = await addCorrection(store, {
    userId,
    at: 1 as Instant,
    content: { kind: 'ignore', target: { kind: 'person', address } },
  })
  expect(await find()).not.toContain('Bo Ek')
  await addCorrection(store, { userId, at: 2 as Instant, content: { kind: 'undo', of: said } })
  expect(await find()).toContain('Bo Ek')

  await home.connect(other.address, { browser })
  await home.settle()
  expect(await find()).toContain('Cy Berg')
  const second = (await accountsOfUser(store, userId)).find((account) => account.address === other.address)
  if (second === undefined) throw new Error('The second account is not there')
  await forgetAccount(store, second, 3 as Instant)
  expect(await find()).not.toContain('Cy Berg')

  await forgetUser(store, userId)
  expect(await find()).toEqual([])
})

test('a second page of the same people reads none of them', async () => {
  const { home, find, meter } = await openHome()
  await home.settle()
  const queriesOf = async () => {
    const before = meter.queries
    await find()
    return meter.queries - before
  }
  await queriesOf()
  // The blocks, and the user's log and name.
  expect(await queriesOf()).toBe(3)
})

test('everyone is read in two calls, whatever must be asked of single messages, and in one where nothing changed', async () => {
  const asked = 'Maria Lopez <m.lopez@firm.example>'
  const mailbox = mailboxOf([
    { to: asked, daysAgo: 9, thread: 'plans' },
    {
      from: '"Lopez, Maria" <tulip@home.example>',
      daysAgo: 8,
      thread: 'plans',
      headers: ['In-Reply-To: <1@mail.example>'],
    },
    { to: '"Lopez, Maria" <tulip@home.example>', daysAgo: 6, thread: 'plans' },
    { to: 'info@shop.example', daysAgo: 7, thread: 'order' },
    { from: 'info@shop.example', daysAgo: 6, thread: 'order' },
  ])
  const { db, home } = await openConnected([mailbox])
  await home.settle()
  const { database, meter } = metered(db)
  const cached = openCachedDirectory(openStore(database))
  const callsOf = async (directory: Pick<typeof cached, 'find'>) => {
    const of = { userId, accounts: await accountsOfUser(openStore(db), userId) }
    const before = meter.calls
    const { resolved } = await directory.find(of)
    return { calls: meter.calls - before, merged: resolved.people.some(({ contactIds }) => contactIds.length === 2) }
  }
  expect(await callsOf(openDirectory(openStore(database)))).toEqual({ calls: 2, merged: true })
  expect(await callsOf(cached)).toEqual({ calls: 2, merged: true })
  expect(await callsOf(cached)).toEqual({ calls: 1, merged: true })

  mailbox.deliver(messageOf({ to: 'Eve Hall <eve@y.example>', daysAgo: 0 }))
  await home.pollAt(start + 3_600_000)
  expect(await callsOf(cached)).toEqual({ calls: 2, merged: true })
})
