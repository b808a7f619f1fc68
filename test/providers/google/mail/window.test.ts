/** In which order a window of a Gmail mailbox is read. */
import { describe, expect, test } from 'vitest'
import { DAY, type Instant, later, toMilliseconds } from '../../../../src/model/time.ts'
import { createGoogleClient } from '../../../../src/providers/google/client.ts'
import { freshBackfill } from '../../../../src/providers/google/mail/cursor.ts'
import type { GmailReading, MessageStub } from '../../../../src/providers/google/mail/read.ts'
import { listWindow } from '../../../../src/providers/google/mail/window.ts'

const now = 1_790_000_000 as Instant

/** Gmail's ids begin with the milliseconds at which a message was stored. */
const stub = (daysAgo: number, thread?: MessageStub): MessageStub => {
  const id = `${toMilliseconds(later(now, -daysAgo * DAY)).toString(16)}00000`
  return { id, threadId: thread?.threadId ?? id }
}

/** A mailbox of these lists, by label; '' holds everything. */
const readingOf = (lists: Readonly<Record<string, readonly MessageStub[]>>): GmailReading => {
  const access = { token: 't', scopes: [] }
  const unreachable = createGoogleClient(() => Promise.reject(new Error('no network')), null)
  const client: GmailReading['client'] = {
    ...unreachable,
    readBatch: (_access, paths) => {
      const bodies = paths.map((path) => {
        const label = new URL(path, 'https://gmail.test').searchParams.get('labelIds') ?? ''
        const messages = lists[label] ?? []
        return { status: 200, body: { messages, resultSizeEstimate: messages.length } }
      })
      return Promise.resolve({ ok: true, value: bodies })
    },
  }
  const until = later(now, 90 * DAY)
  const request = { cursor: null, since: 0 as Instant, until, units: 5000, remembered: '', now }
  return { client, access, now, request, spent: 0 }
}

const entriesOf = async (
  lists: Readonly<Record<string, readonly MessageStub[]>>,
  {
    stage = 'conversations',
    read = [],
    walk,
  }: { stage?: 'conversations' | 'rest'; read?: readonly MessageStub[]; walk?: number } = {},
) => {
  const fresh = freshBackfill(stage, { read: '', isRemembered: false })
  const backfill = walk === undefined ? fresh : { ...fresh, walk }
  const isRead = ({ id }: MessageStub): boolean => read.some((each) => each.id === id)
  const window = await listWindow(readingOf(lists), backfill, isRead)
  if (!window.ok) throw new Error(window.error.reason)
  return window.value.entries.map(({ kind, id }) => `${kind} ${id}`)
}

const recent = stub(2)
const old = stub(100)
const answered = stub(200)
const answer = stub(199, answered)
const advertised = stub(1)
const all = [advertised, recent, old, answer, answered]

describe('conversations', () => {
  test('come without what Gmail sorts away: threads whole, and single messages by themselves', async () => {
    expect(await entriesOf({ '': all, CATEGORY_PROMOTIONS: [advertised] })).toEqual([
      `messages ${recent.id}`,
      `messages ${old.id}`,
      `threads ${answered.threadId}`,
    ])
  })

  describe('are, where Gmail sorts nothing,', () => {
    const asked = stub(30)
    const mine = stub(29, asked)
    const unanswered = stub(10)
    const lists = { '': [advertised, recent, unanswered, mine, asked, old, answer, answered], SENT: [mine, answer] }

    test('the last days as a whole, and what the user wrote in lately', async () => {
      expect(await entriesOf(lists)).toEqual([
        `messages ${advertised.id}`,
        `messages ${recent.id}`,
        `threads ${asked.threadId}`,
      ])
    })

    test('then whoever else wrote in the last weeks', async () => {
      expect(await entriesOf(lists, { walk: 1, read: [advertised, recent, mine, asked] })).toEqual([
        `messages ${unanswered.id}`,
      ])
    })

    test('then whatever the user wrote in, to the end', async () => {
      const read = [advertised, recent, unanswered, mine, asked]
      expect(await entriesOf(lists, { walk: 2, read })).toEqual([`threads ${answered.threadId}`])
    })
  })
})

describe('the rest', () => {
  test('is everything that was not read, sorted away or not', async () => {
    const lists = { '': all, CATEGORY_PROMOTIONS: [advertised] }
    expect(await entriesOf(lists, { stage: 'rest', read: [recent, answer, answered] })).toEqual([
      `messages ${advertised.id}`,
      `messages ${old.id}`,
    ])
  })

  test('is read by threads only where three of one are wanted', async () => {
    const [second, third] = [stub(198, answered), stub(197, answered)]
    const lists = { '': [third, second, answer, answered] }
    expect(await entriesOf(lists, { stage: 'rest' })).toEqual([`threads ${answered.threadId}`])
    expect(await entriesOf(lists, { stage: 'rest', read: [third, second] })).toEqual([
      `messages ${answer.id}`,
      `messages ${answered.id}`,
    ])
  })
})
