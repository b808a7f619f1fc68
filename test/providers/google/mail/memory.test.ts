import { describe, expect, test } from 'vitest'
import { memoryOf, packEntry, readIn } from '../../../../src/providers/google/mail/memory.ts'
import type { Entry } from '../../../../src/providers/google/mail/read.ts'

const thread: Entry = { kind: 'threads', id: '18f0c1d2e3a4b5c6' }
const message: Entry = { kind: 'messages', id: '18f0c1d2e3a4b5c7' }

describe('what was read', () => {
  const isRead = readIn(packEntry(thread) + packEntry(message))

  test.each([
    ['a message that was read alone', { id: message.id, threadId: 'f' }, true],
    ['any message of a thread that was read whole', { id: '1', threadId: thread.id }, true],
    ['another message of the thread of which one was read', { id: '2', threadId: message.id }, false],
    ['a message nobody has read', { id: '18f0c1d2e3a4b5c8', threadId: '18f0c1d2e3a4b5c8' }, false],
  ])('tells of %s', (_name, stub, expected) => {
    expect(isRead(stub)).toBe(expected)
  })

  test('is nothing at the beginning', () => {
    expect(readIn('')({ id: message.id, threadId: thread.id })).toBe(false)
  })
})

test('the oldest is forgotten by whole entries', () => {
  const width = packEntry(thread).length
  expect(packEntry({ kind: 'messages', id: '1' })).toHaveLength(width)
  expect(memoryOf('', { isNew: true }).longest % width).toBe(0)
})
