/**
 * Reading what lay in a Gmail mailbox, newest first. Three walks over the list of all letters: conversations, which of
 * older letters means those in which the user wrote; then what else people wrote; last what Gmail itself sorts away as
 * promotions, notices and the like, and the first letters of exchanges whose last was enough. What one walk has read the
 * next skips. On its way the first reads a sample of what lies far ahead of it.
 */
import type { Memory } from '../../../model/account.ts'
import { fieldsOf, listOf } from '../../../model/json.ts'
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import type { Instant } from '../../../model/time.ts'
import type { Page, ProviderError } from '../../provider.ts'
import { freshPast, type PastState, page, type State } from './cursor.ts'
import { maxPackLength, packId } from './id-set.ts'
import { affordable, messagesIn, type ReadBatch, type Reading, readAll } from './read.ts'
import { type Exchange, entryOf, readTask, type Task, writeTask } from './task.ts'
import { listWindow } from './window.ts'

/** Steps: list where nothing listed is left; read what the units allow; go to the next walk at the end or the horizon. */
export const pullPast = async (reading: Reading, state: State): Promise<Result<Page<Message>, ProviderError>> => {
  const listed = await listIfEmpty(reading, state.past)
  if (!listed.ok) return listed
  const { past, spent, memory } = listed.value
  const tasks = past.todo.map(readTask)
  const batch = tasks.slice(0, affordable(tasks.map(entryOf), reading.request.units - spent).length)
  const read = await readAll(reading, batch.map(entryOf))
  if (!read.ok) return read
  const outcome = outcomeOf(batch, read.value)
  const messages = read.value.resources.flatMap(messagesOf)
  const { since, thrift } = reading.request
  const after = { past, later: tasks.slice(batch.length), outcome, messages, since, isThrifty: thrift !== null }
  const next = (isEnough: IsEnough): State => ({ ...state, past: pastAfter(after, isEnough) })
  const wanted = next(() => false)
  return success(
    page(wanted, {
      upserts: messages,
      spent: spent + read.value.spent,
      pauseSeconds: read.value.pauseSeconds,
      more: wanted.past.stage !== 'done',
      // With the last walk there is nothing left to skip.
      memory: wanted.past.stage === 'done' ? remembering('', true) : memory,
      ...(outcome.begun.length > 0 && { sparing: next }),
    }),
  )
}

const listIfEmpty = async (
  reading: Reading,
  past: PastState,
): Promise<
  Result<{ readonly past: PastState; readonly spent: number; readonly memory: Memory | null }, ProviderError>
> => {
  if (past.todo.length > 0 || isListed(past)) return success({ past, spent: reading.spent, memory: null })
  const before = past.isRemembered ? await reading.request.recall() : ''
  const listed = await listWindow(reading, past, before + past.read)
  if (!listed.ok) return listed
  const { tasks, spent, ...position } = listed.value
  const memory = past.read === '' ? null : remembering(past.read, !past.isRemembered)
  const isRemembered = past.isRemembered || memory !== null
  const todo = tasks.map(writeTask)
  return success({ past: { ...past, ...position, isListed: true, todo, read: '', isRemembered }, spent, memory })
}

const remembering = (text: string, isNew: boolean): Memory => ({ text, isNew, longest: maxPackLength })

const isListed = (past: PastState): boolean => past.isListed && past.pageToken === null

type IsEnough = (lastMessage: Message) => boolean

interface Outcome {
  /** Refused this time, to be asked for again. */
  readonly unread: readonly Task[]
  /** Packed: see `id-set.ts`. */
  readonly read: string
  readonly sampleIds: ReadonlySet<string>
  /** Exchanges whose last letter was asked for, with that letter; null where it is gone, or was none. */
  readonly begun: readonly { readonly exchange: Exchange; readonly lastMessage: Message | null }[]
}

const outcomeOf = (batch: readonly Task[], { resources, unread, gone }: ReadBatch): Outcome => {
  const refused = new Set(unread.map(({ id }) => id))
  const missing = new Set(gone.map(({ id }) => id))
  const stretch = new Map(resources.map((resource) => [fieldsOf(resource)?.id, resource]))
  const answered = batch.filter((task) => !refused.has(entryOf(task).id))
  const read = answered.map(entryOf).filter(({ id }) => !missing.has(id))
  return {
    unread: batch.filter((task) => refused.has(entryOf(task).id)),
    read: read.map(({ kind, id }) => packId(kind === 'threads' ? 'thread' : 'message', id)).join(''),
    sampleIds: new Set(batch.flatMap((task) => (task.kind === 'sample' ? [task.id] : []))),
    begun: answered.flatMap((task) =>
      task.kind === 'exchange'
        ? [{ exchange: task, lastMessage: messagesIn(stretch.get(task.lastId))[0] ?? null }]
        : [],
    ),
  }
}

const messagesOf = (resource: unknown): readonly Message[] => {
  const fields = fieldsOf(resource)
  return fields?.messages === undefined ? messagesIn(resource) : listOf(fields.messages).flatMap(messagesIn)
}

/** Where reading stands after a page, the first letters of its exchanges at the front where their last is not enough. */
const pastAfter = (
  from: {
    readonly past: PastState
    readonly later: readonly Task[]
    readonly outcome: Outcome
    readonly messages: readonly Message[]
    readonly since: Instant
    readonly isThrifty: boolean
  },
  isEnough: IsEnough,
): PastState => {
  const { past, later, outcome, messages } = from
  const firsts = outcome.begun
    .filter(({ lastMessage }) => lastMessage === null || !isEnough(lastMessage))
    .map(({ exchange }): Task => ({ kind: 'message', id: exchange.firstId }))
  // The last walk skips what the others have read, and need not remember what it reads itself.
  const read = past.stage === 'rest' ? '' : past.read + outcome.read
  // Samples lie further back than reading has come.
  const inTurn = messages.filter(({ id }) => !outcome.sampleIds.has(id))
  const newest = Math.max(...inTurn.map(({ receivedAt }) => receivedAt))
  const todo = [...outcome.unread, ...firsts, ...later].map(writeTask)
  if ((inTurn.length > 0 && newest < from.since) || (todo.length === 0 && isListed(past))) {
    const stage = nextWalk(past.stage, from.isThrifty)
    return freshPast(stage, { read, isRemembered: stage !== 'done' && past.isRemembered })
  }
  return {
    ...past,
    todo,
    read,
    readBackTo: inTurn.length === 0 ? past.readBackTo : newest,
  }
}

const nextWalk = (stage: PastState['stage'], isThrifty: boolean): PastState['stage'] => {
  switch (stage) {
    case 'conversations':
      // Without thrift nobody's letters were left out of the first.
      return isThrifty ? 'letters' : 'rest'
    case 'letters':
      return 'rest'
    case 'rest':
    case 'done':
      return 'done'
  }
}
