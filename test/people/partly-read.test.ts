/** What the pages say of people while their messages are still being read. */
import { expect, test } from 'vitest'
import { stageOf } from '../../src/model/read.ts'
import { instantFromMilliseconds } from '../../src/model/time.ts'
import { openDirectory } from '../../src/people/directory.ts'
import { everyoneAt } from '../../src/people/overview.ts'
import { accountsOfUser } from '../../src/store/accounts.ts'
import { openConnected } from '../fixture.ts'
import { mailboxOf, meetingOf, rhythm, start } from '../story.ts'

const userId = 1

test('a rhythm is that of the messages read, not thinned by years that nobody has read yet', async () => {
  const weekly = rhythm('Bo Ek <bo@example.com>', 7, 1700, 3)
  const filling = rhythm('Cy Day <cy@example.com>', 1, 1700, 1)
  const mailbox = mailboxOf([...weekly, ...filling], [meetingOf('m1', 1500, ['bo@example.com'])])
  const { home, store } = await openConnected([mailbox])
  const now = instantFromMilliseconds(start)
  const usualGapOfBo = async () => {
    const accounts = await accountsOfUser(store, userId)
    const { candidates } = await everyoneAt({ directory: openDirectory(store) }, { userId, accounts, now })
    return candidates.find(({ person }) => person.name === 'Bo Ek')?.health.usualGapDays ?? null
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
