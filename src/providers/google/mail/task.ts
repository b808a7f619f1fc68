/** What is to be read of a stretch of letters, as the cursor holds it: one short string a task. Pure. */
import type { Entry } from './read.ts'

export type Task =
  | { readonly kind: 'message'; readonly id: string }
  /** A letter from beyond what has been read so far. */
  | { readonly kind: 'sample'; readonly id: string }
  /** A thread with all its letters, for the price of two. */
  | { readonly kind: 'thread'; readonly threadId: string }
  | Exchange

/** A thread of two letters, begun with the last: the other costs as much again. */
export interface Exchange {
  readonly kind: 'exchange'
  readonly lastId: string
  readonly firstId: string
}

/** What is asked of the provider for a task. */
export const entryOf = (task: Task): Entry => {
  switch (task.kind) {
    case 'message':
    case 'sample':
      return { kind: 'messages', id: task.id }
    case 'thread':
      return { kind: 'threads', id: task.threadId }
    case 'exchange':
      return { kind: 'messages', id: task.lastId }
  }
}

/** No id of Gmail's, of hexadecimal digits, holds them. */
const threadMark = 't'
const sampleMark = 's'
const between = ':'

export const writeTask = (task: Task): string => {
  switch (task.kind) {
    case 'message':
      return task.id
    case 'sample':
      return sampleMark + task.id
    case 'thread':
      return threadMark + task.threadId
    case 'exchange':
      return task.lastId + between + task.firstId
  }
}

export const readTask = (text: string): Task => {
  if (text.startsWith(threadMark)) return { kind: 'thread', threadId: text.slice(threadMark.length) }
  if (text.startsWith(sampleMark)) return { kind: 'sample', id: text.slice(sampleMark.length) }
  const [id = '', firstId] = text.split(between)
  return firstId === undefined ? { kind: 'message', id } : { kind: 'exchange', lastId: id, firstId }
}
