/** What is said of people while their letters are still being read. */
import { beforeEach, expect, test } from 'vitest'
import { stageOf } from '../../src/model/read.ts'
import { instantFromMilliseconds } from '../../src/model/time.ts'
import { findingPeople } from '../../src/people/directory.ts'
import { peopleAt } from '../../src/people/overview.ts'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import { ann, mailboxOf, meetingOf, rhythm, start } from '../story.ts'

let db: D1Database
beforeEach(async () => {
  db = await freshDatabase()
})

const userId = 1

test('a rhythm is that of the letters read, not thinned by years that nobody has read yet', async () => {
  const weekly = rhythm('Bo Ek <bo@example.com>', 7, 1700, 3)
  const filling = rhythm('Cy Day <cy@example.com>', 1, 1700, 1)
  const home = install({
    db,
    now: start,
    mailboxes: [mailboxOf([...weekly, ...filling], [meetingOf('m1', 1500, ['bo@example.com'])])],
  })
  await home.connect(ann.address)
  const now = instantFromMilliseconds(start)
  const store = openStore(db)
  const usualGapOfBo = async () => {
    const people = await peopleAt(findingPeople(store), { userId, accounts: await accountsOfUser(store, userId) }, now)
    return people.find(({ person }) => person.name === 'Bo Ek')?.health.usualGapDays ?? null
  }
  const isPartlyRead = async () => {
    const [account] = await accountsOfUser(store, userId)
    const back = account?.progress.readBackTo ?? now
    return account !== undefined && stageOf(account.feeds.mail) === 'conversations' && now - back > 120 * 86_400
  }
  while (!(await isPartlyRead())) await home.step()
  const partly = await usualGapOfBo()
  await home.settle()
  const whole = await usualGapOfBo()
  expect(whole).toBeGreaterThan(5)
  expect(whole).toBeLessThan(9)
  expect(Math.abs((partly ?? 0) - (whole ?? 0))).toBeLessThan(3)
})
