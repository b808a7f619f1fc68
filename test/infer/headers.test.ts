import { expect, test } from 'vitest'
import { classifyMessage } from '../../src/infer/automated.ts'
import { inferFromMessage } from '../../src/infer/message.ts'
import { headersMatter, type MailboxOwner } from '../../src/infer/page.ts'
import { canonicalAddress, parseAddresses } from '../../src/model/address.ts'
import { bareMessageId, type Message } from '../../src/model/message.ts'
import { instantFromMilliseconds } from '../../src/model/time.ts'
import { populate } from '../sandbox/population/index.ts'
import { start } from '../story.ts'

/** What a provider tells of a message without being asked for its headers. */
const told = new Set(['from', 'sender', 'reply-to', 'subject', 'message-id'])

const { owner, newestFirst } = populate({ seed: 3, now: start, messages: 6000, years: 3 })
const messages: readonly Message[] = newestFirst.map(({ id, threadId, at, labels, headers }) => {
  const lines = headers.split('\n').map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const
  })
  const addresses = (name: string) =>
    lines.flatMap(([header, value]) => (header.toLowerCase() === name ? parseAddresses(value) : []))
  return {
    id,
    threadId,
    messageId: bareMessageId(lines.find(([header]) => header.toLowerCase() === 'message-id')?.[1] ?? null),
    receivedAt: instantFromMilliseconds(at),
    box: labels.includes('SENT') ? 'sent' : 'received',
    from: addresses('from')[0] ?? null,
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: [],
    headers: lines,
  }
})
const bare = (message: Message): Message => ({
  ...message,
  headers: message.headers.filter(([name]) => told.has(name.toLowerCase())),
})
const received = messages.filter(({ box }) => box === 'received')

test('where headers could not change what a message counts as, they do not', () => {
  const owned = { own: new Set([canonicalAddress(owner.address)]), now: instantFromMilliseconds(start) } as MailboxOwner
  const counted = (message: Message) => {
    const inference = inferFromMessage(message, owned)
    return inference.kind === 'interactions' ? inference.interactions : []
  }
  const settled = received.filter((message) => !headersMatter(bare(message)))
  expect(settled.length).toBeGreaterThan(500)
  for (const message of settled)
    expect([message.headers, counted(bare(message))]).toEqual([message.headers, counted(message)])
})

test('much automated mail need not be asked for its headers, and nothing that was sent', () => {
  const automatedSenders = received.filter((message) => !classifyMessage(message).human)
  expect(automatedSenders.filter((message) => !headersMatter(bare(message))).length).toBeGreaterThan(
    automatedSenders.length / 3,
  )
  expect(messages.filter((message) => message.box === 'sent' && headersMatter(bare(message)))).toEqual([])
})

test('a list is named by the headers of what it sends on, whoever wrote that', () => {
  const lists = received.filter(({ headers }) => headers.some(([name]) => name.toLowerCase() === 'list-post'))
  expect(lists.length).toBeGreaterThan(10)
  expect(lists.filter((message) => !headersMatter(bare(message)))).toEqual([])
})
