import { expect, test } from 'vitest'
import { isOpen, judge } from '../../src/infer/automated.ts'
import { headersMatter } from '../../src/infer/page.ts'
import { parseAddresses } from '../../src/model/address.ts'
import type { Message } from '../../src/model/message.ts'
import { populate } from '../sandbox/population/index.ts'
import { start } from '../story.ts'

/** What a provider tells of a letter without being asked for its headers. */
const told = new Set(['from', 'sender', 'reply-to', 'subject', 'message-id'])

const messages: readonly Message[] = populate({ seed: 3, now: start, messages: 6000, years: 3 }).newestFirst.map(
  ({ id, threadId, labels, headers }) => {
    const lines = headers.split('\n').map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const
    })
    const addresses = (name: string) =>
      lines.flatMap(([header, value]) => (header.toLowerCase() === name ? parseAddresses(value) : []))
    return {
      id,
      threadId,
      receivedAt: 0 as never,
      box: labels.includes('SENT') ? 'sent' : 'received',
      from: addresses('from')[0] ?? null,
      to: addresses('to'),
      cc: addresses('cc'),
      bcc: [],
      headers: lines,
    }
  },
)
const bare = (message: Message): Message => ({
  ...message,
  headers: message.headers.filter(([name]) => told.has(name.toLowerCase())),
})
const received = messages.filter(({ box }) => box === 'received')

test('where headers could not turn the verdict, they do not', () => {
  const settled = received.filter((message) => !isOpen(bare(message)))
  expect(settled.length).toBeGreaterThan(500)
  for (const message of settled)
    expect([message.headers, judge(bare(message)).human]).toEqual([message.headers, judge(message).human])
})

test('much of machines’ mail need not be asked for its headers, and nothing that was sent', () => {
  const machines = received.filter((message) => !judge(message).human)
  expect(machines.filter((message) => !headersMatter(bare(message))).length).toBeGreaterThan(machines.length / 3)
  expect(messages.filter((message) => message.box === 'sent' && headersMatter(bare(message)))).toEqual([])
})

test('a list is named by the headers of what it sends on, whoever wrote that', () => {
  const lists = received.filter(({ headers }) => headers.some(([name]) => name.toLowerCase() === 'list-post'))
  expect(lists.length).toBeGreaterThan(10)
  expect(lists.filter((message) => !headersMatter(bare(message)))).toEqual([])
})
