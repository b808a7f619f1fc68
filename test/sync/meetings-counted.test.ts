/** A calendar's window is moved every few weeks, and what it held is listed again: no meeting counts twice. */
import { expect, test } from 'vitest'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { install } from '../sandbox/installation.ts'
import { ann, mailboxOf, meetingOf, start } from '../story.ts'

test.each(['google', 'microsoft'] as const)('at %s', async (provider) => {
  const db = await freshDatabase()
  const meetings = [1, 9, 20, -20].map((daysAgo, index) => meetingOf(`m${index}`, daysAgo, ['bo@x.example']))
  const home = install({ db, now: start, mailboxes: [mailboxOf([], meetings)] })
  await home.connect(ann.address, { provider })
  await home.settle()
  const counted = async () => (await accountsOfUser(openStore(db), 1))[0]?.progress.events
  expect(await counted()).toBe(4)
  await home.passTo(start + 75 * 86_400_000, 720)
  expect(await counted()).toBe(4)
})
