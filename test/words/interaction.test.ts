import { expect, test } from 'vitest'
import { turnsOf } from '../../src/model/conversation.ts'
import type { Exchange } from '../../src/model/interaction.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { describeExchange } from '../../src/words/interaction.ts'

const exchange = (kind: Exchange['kind'], day: number, change: Partial<Exchange> = {}): Exchange => ({
  feed: kind === 'met' ? 'calendar' : 'mail',
  kind,
  at: (1_790_000_000 + day * DAY) as Instant,
  size: 1,
  role: 'to',
  isAnswer: false,
  isRecurring: false,
  response: 'accepted',
  message: day,
  thread: day,
  ...change,
})

const said = (...told: readonly Exchange[]): readonly string[] => {
  const revisions = turnsOf(told)
  return told.map((each) => describeExchange(each, revisions.get(each), []))
}

test('a message after a quiet week that replies to the last one is told as both', () => {
  expect(said(exchange('received', 0), exchange('sent', 2), exchange('received', 16))).toEqual([
    'They started a conversation',
    'You replied after 2 days',
    'They took it up again, after 2 weeks',
  ])
})

test('a reply to what is not here started nothing', () => {
  expect(said(exchange('sent', 0, { isAnswer: true }), exchange('sent', 1))).toEqual(['You replied', 'You wrote'])
})
