import { expect, test } from 'vitest'
import { entryOf, readTask, type Task, writeTask } from '../../../../src/providers/google/mail/task.ts'

const tasks: readonly Task[] = [
  { kind: 'message', id: '18f0c1d2e3a4b5c6' },
  { kind: 'sample', id: '18f0c1d2e3a4b5c6' },
  { kind: 'thread', threadId: '18f0c1d2e3a4b5c6' },
  { kind: 'exchange', lastId: '18f0c1d2e3a4b5c7', firstId: '18f0c1d2e3a4b5c6' },
]

test.each(tasks.map((task) => [task.kind, task] as const))(
  'a %s comes out of the cursor as it went in',
  (_kind, task) => {
    expect(readTask(writeTask(task))).toEqual(task)
  },
)

test('a letter, a sample and an exchange are asked for as letters, a thread as a thread', () => {
  expect(tasks.map(entryOf)).toEqual([
    { kind: 'messages', id: '18f0c1d2e3a4b5c6' },
    { kind: 'messages', id: '18f0c1d2e3a4b5c6' },
    { kind: 'threads', id: '18f0c1d2e3a4b5c6' },
    { kind: 'messages', id: '18f0c1d2e3a4b5c7' },
  ])
})
