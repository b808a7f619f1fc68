/** Watching the first read. Closing the page stops nothing: the queue does the work. */
import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import type { Account } from '../../model/account.ts'
import { stageOf } from '../../model/read.ts'
import { everyoneAt } from '../../people/overview.ts'
import { describeReading, describeStatus, shareRead } from '../../words/account.ts'
import { dayOf, type ReportDay } from '../../words/dates.ts'
import { numberInWords } from '../../words/numbers.ts'
import { describeMessagesRead, readingWords } from '../../words/reading.ts'
import type { UserEnv } from '../kit/session.ts'
import { type ReadingState, readingPage } from './page.ts'

export const readingRoutes = new Hono<UserEnv>()
  .get('/', async (context) => context.html(readingPage(await readingState(context))))
  .get('/state', async (context) => context.json(await readingState(context)))

const readingState = async ({ env: { app }, var: { user, accounts } }: Context<UserEnv>): Promise<ReadingState> => {
  const now = app.now()
  const { candidates } = await everyoneAt(app, { userId: user.id, accounts, now })
  return stateOf(accounts, candidates.length, dayOf(user, now))
}

const stateOf = (accounts: readonly Account[], people: number, day: ReportDay): ReadingState => {
  // Only the last account may say that everything is read.
  const account = accounts.find((each) => !isRead(each)) ?? accounts[0]
  const sum = (value: (account: Account) => number): number => accounts.reduce((all, each) => all + value(each), 0)
  const number = (value: number): string => numberInWords(value, day.locale)
  const shares = accounts.map(shareRead)
  const isDone = accounts.length > 0 && accounts.every(isRead)
  const stuck = accounts.find(({ status }) => status.kind !== 'active')
  const reading = account === undefined ? { now: readingWords.notConnected, next: '' } : describeReading(account, day)
  const read = sum(({ progress }) => progress.messages)
  const total = sum(({ progress }) => progress.messagesInMailbox ?? 0)
  return {
    lines: {
      now: stuck === undefined ? reading.now : describeStatus(stuck, day),
      next: stuck === undefined ? reading.next : '',
      people: number(people),
      messages: describeMessagesRead(read, { total, isDone, locale: day.locale }),
      events: number(sum(({ progress }) => progress.events)),
      pages: number(sum(({ progress }) => progress.pages)),
      units: number(sum(({ progress }) => progress.units)),
    },
    share: shares.includes(null) ? null : sum((each) => shareRead(each) ?? 0) / Math.max(1, accounts.length),
    isDone,
  }
}

const isRead = ({ feeds }: Account): boolean => stageOf(feeds.mail) === 'done' && stageOf(feeds.calendar) === 'done'
