/** This week on the first page: the report as it went out, and what has come of it since. */
import { expect, test } from 'vitest'
import { instantFromMilliseconds } from '../../src/model/time.ts'
import { weekDue } from '../../src/model/user.ts'
import { openDirectory } from '../../src/people/directory.ts'
import { type Home, homeAt } from '../../src/people/home.ts'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { userById } from '../../src/store/users.ts'
import { type Opened, openRead } from '../fixture.ts'
import { mailboxOf, messageOf, rhythm } from '../story.ts'

/** In touch with somebody all the time: otherwise every silence is the user's own absence. */
const others = rhythm('Cy Berg <cy@example.com>', 5, 300, 1)

const monday = Date.UTC(2026, 10, 23, 7, 5)

const homeOf = async ({ store, home }: Opened): Promise<Home> => {
  const user = await userById(store, 1)
  if (user === null) throw new Error('Nobody is connected')
  const accounts = await accountsOfUser(store, 1)
  const now = instantFromMilliseconds(home.clock.now())
  const deps = { store, directory: openDirectory(store) }
  return homeAt(deps, { user, accounts, week: weekDue(user, now), now, isLogWanted: false })
}

test('before the first report the week is what one would say now; afterwards it is the one that went out', async () => {
  const opened = await openRead([mailboxOf([...others, ...rhythm('Bo Ek <bo@example.com>', 14, 200, 45)])])
  const before = await homeOf(opened)
  expect(before.week.isSent).toBe(false)
  expect(before.week.report.suggestions.map(({ name }) => name)).toEqual(['Bo Ek'])
  await opened.home.passTo(monday, 60)
  const after = await homeOf(opened)
  expect(after.week.isSent).toBe(true)
  expect(after.week.report.suggestions.map(({ name }) => name)).toEqual(['Bo Ek'])
})

test('whoever was written to since is asked for no more, and is what worked', async () => {
  const mailbox = mailboxOf([...others, ...rhythm('Bo Ek <bo@example.com>', 14, 200, 45)])
  const opened = await openRead([mailbox])
  await opened.home.passTo(monday, 60)
  mailbox.deliver(messageOf({ to: 'Bo Ek <bo@example.com>', daysAgo: -6 }))
  await opened.home.passTo(monday + 2 * 86_400_000, 60)
  const { week } = await homeOf(opened)
  expect(week.report.suggestions).toEqual([])
  expect(week.worked).toMatchObject([{ name: 'Bo Ek', how: 'sent', suggestedFor: 'rhythm_broken' }])
})
