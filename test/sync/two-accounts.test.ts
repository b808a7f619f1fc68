/** What lies in two of the user's mailboxes, as copies of one letter and of one meeting do, counts once in every answer. */
import { beforeEach, expect, test } from 'vitest'
import type { Instant } from '../../src/model/time.ts'
import { historiesOf } from '../../src/people/history.ts'
import { tallyOf } from '../../src/store/interactions.ts'
import { openStore } from '../../src/store/store.ts'
import { freshDatabase } from '../database.ts'
import { peopleFound } from '../fixture.ts'
import { type Installation, install } from '../sandbox/installation.ts'
import type { Owner } from '../sandbox/world.ts'
import { ann, type Line, mailboxOf, meetingOf, start } from '../story.ts'

const atWork: Owner = { ...ann, subject: '200000000000000000002', address: 'ann@work.example' }
const now = Math.floor(start / 1000) as Instant

/** Bo writes to both of Ann's addresses; she answers from one of them. */
const lines: readonly Line[] = [1, 8, 15, 22].flatMap((daysAgo) => [
  {
    from: 'Bo Ek <bo@x.example>',
    to: `${ann.address}, ${atWork.address}`,
    daysAgo,
    id: `b${daysAgo}`,
    thread: `t${daysAgo}`,
  },
])
const answers: readonly Line[] = [7.5, 21.5].map((daysAgo) => ({ to: 'bo@x.example', daysAgo, id: `a${daysAgo}` }))
const lunch = meetingOf('m1', 3, [atWork.address, 'bo@x.example'])

let db: D1Database
let home: Installation

beforeEach(async () => {
  db = await freshDatabase()
  const mailboxes = [mailboxOf([...lines, ...answers], [lunch]), mailboxOf(lines, [lunch], atWork)]
  home = install({ db, now: start, mailboxes })
})

const known = async () => {
  const store = openStore(db)
  const { people } = await peopleFound(store)
  const [bo] = people
  if (bo === undefined) throw new Error('nobody is known')
  const history = (await historiesOf(store, { userId: 1, people: [bo], now })).historyOf(bo)
  const tally = await tallyOf(store, { userId: 1, contactIds: bo.contactIds, until: now })
  return { people, history, tally: Object.fromEntries(tally.map(({ kind, count }) => [kind, count])) }
}

test.each([
  ['the one before the other', [ann.address, atWork.address]],
  ['the other way round', [atWork.address, ann.address]],
])('%s', async (_name, [first = '', second = '']) => {
  const { browser } = await home.connect(first)
  await home.settle()
  await home.connect(second, { browser })
  await home.settle()
  expect(await db.prepare('SELECT count(*) AS n FROM interactions').first('n')).toBeGreaterThan(8)
  const { people, history, tally } = await known()
  expect(people.map(({ name }) => name)).toEqual(['Bo Ek'])
  expect(history.map(({ kind }) => kind).sort()).toEqual([
    'met',
    'received',
    'received',
    'received',
    'received',
    'sent',
    'sent',
  ])
  expect(tally).toEqual({ received: 4, sent: 2, met: 1 })
  expect(people[0]?.relationship.meetingsAt).toHaveLength(1)
})

test('what is deleted in one of them still lies in the other', async () => {
  const { browser } = await home.connect(ann.address)
  await home.connect(atWork.address, { browser })
  await home.settle()
  home.world.mailboxes[0]?.remove('b1')
  await home.pollAt(start + 3_600_000)
  expect((await known()).tally).toMatchObject({ received: 4 })
})

test('a recurring meeting that two providers tell under names of their own counts once', async () => {
  const standing = [30, 23, 16, 9].map((daysAgo, index) =>
    meetingOf(`s${index}`, daysAgo, [atWork.address, 'bo@x.example'], {
      seriesId: 'series',
      organizer: { address: 'bo@x.example', name: 'Bo Ek' },
    }),
  )
  const mailboxes = [mailboxOf([], standing), mailboxOf([], standing, atWork)]
  home = install({ db: await freshDatabase(), now: start, mailboxes })
  db = home.env.DB
  const { browser } = await home.connect(ann.address)
  await home.connect(atWork.address, { provider: 'microsoft', browser })
  await home.settle()
  expect(await db.prepare('SELECT count(*) AS n FROM interactions WHERE feed = 1').first('n')).toBe(8)
  const { history, tally } = await known()
  expect(history).toHaveLength(4)
  expect(tally).toEqual({ met: 4 })
})
