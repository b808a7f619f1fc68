/** Somebody with two addresses while the backfill still runs: the first message read so far is not the first there is. */
import { expect, test } from 'vitest'
import { proposalsOf } from '../../src/infer/proposals.ts'
import type { Instant } from '../../src/model/time.ts'
import { openDirectory } from '../../src/people/directory.ts'
import { everyoneAt } from '../../src/people/overview.ts'
import { knownSince } from '../../src/report/notes.ts'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { openConnected } from '../fixture.ts'
import { mailboxOf, rhythm, start } from '../story.ts'

const now = Math.floor(start / 1000) as Instant

test('a second address is called no new one because its older messages were not read yet', async () => {
  const mailbox = mailboxOf([
    ...rhythm('Ifeoma Mensah <ifeoma@firm.example>', 60, 900, 250),
    ...rhythm('Ifeoma Mensah <ifeoma.mensah@home.example>', 400, 850, 25),
    // So many others that it takes several pages to come to her first letters.
    ...Array.from({ length: 40 }, (_, index) => rhythm(`p${index}@x.example`, 20, 300, 26)).flat(),
  ])
  const { home, store } = await openConnected([mailbox])
  const directory = openDirectory(store)
  let pages = 0
  for (; await home.step(); pages += 1) {
    const accounts = await accountsOfUser(store, 1)
    const { candidates, resolved } = await everyoneAt({ directory }, { userId: 1, accounts, now })
    expect(candidates.filter(({ former }) => former !== null)).toEqual([])
    expect(proposalsOf({ ...resolved, isRead: knownSince(accounts) === 0 }, now)).toEqual([])
  }
  expect(pages).toBeGreaterThan(5)
})
