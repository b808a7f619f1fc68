/** What happened between the user and somebody: read, logged, in order, and nothing that is still to come. */
import { expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { DAY, instantFromMilliseconds, later } from '../../src/model/time.ts'
import { historiesOf } from '../../src/people/history.ts'
import { addCorrection } from '../../src/store/corrections.ts'
import { openRead, peopleFound } from '../fixture.ts'
import { mailboxOf, meetingOf, start } from '../story.ts'

const now = instantFromMilliseconds(start)
const address = 'bo@x.example' as CanonicalAddress

test('messages, meetings and what the user logged stand together, the newest first', async () => {
  const lines = [
    { to: address, daysAgo: 30 },
    { from: `Bo Ek <${address}>`, daysAgo: 10 },
  ]
  const { store } = await openRead([mailboxOf(lines, [meetingOf('m1', 20, [address]), meetingOf('m2', -5, [address])])])
  const logged = { kind: 'log', address, how: 'call', at: later(now, -15 * DAY) } as const
  await addCorrection(store, { userId: 1, at: now, content: logged })
  const { people } = await peopleFound(store)
  const [bo] = people
  if (bo === undefined) throw new Error('Bo is not there')
  const { historyOf, accountOf } = await historiesOf(store, { userId: 1, people, now })
  expect(historyOf(bo).map(({ kind, at }) => [kind, Math.round((now - at) / DAY)])).toEqual([
    ['received', 10],
    ['met', 15],
    ['met', 20],
    ['sent', 30],
  ])
  expect(accountOf(bo.id)).toBe(1)
})
