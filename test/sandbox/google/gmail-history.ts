/** history.list: the mailbox's record of changes in Gmail's wire form. Pure. */
import { opened, sealed } from '../service/opaque.ts'
import type { Mailbox, MailChange } from '../world.ts'
import { labelIds, messageStub } from './gmail-letter.ts'

export interface HistoryRequest {
  readonly startHistoryId: number
  /** Null is all of them. */
  readonly types: ReadonlySet<string> | null
  readonly labelId: string | null
  readonly maxResults: number
  readonly pageToken: string | null
}

export const historyTypes = ['messageAdded', 'messageDeleted', 'labelAdded', 'labelRemoved'] as const

/** One page of what happened after `startHistoryId`, or null where the page token is none of ours. */
export const historyPage = (mailbox: Mailbox, request: HistoryRequest): object | null => {
  const after = request.pageToken === null ? request.startHistoryId : sequenceIn(request.pageToken)
  if (after === null) return null
  const first = mailbox.mailChanges.findLastIndex(({ sequence }) => sequence <= after) + 1
  const changes = mailbox.mailChanges.slice(first).filter((change) => isListed(mailbox, change, request))
  const page = changes.slice(0, request.maxResults)
  const last = page.at(-1)
  return {
    ...(page.length === 0 ? {} : { history: page.map((change) => historyRecord(mailbox, change, request.types)) }),
    ...(changes.length > page.length && last !== undefined
      ? { nextPageToken: sealed('history', [last.sequence]) }
      : {}),
    historyId: String(mailbox.sequence),
  }
}

/** The sequence number of the last change to a letter, as a string. */
export const historyIdOf = (mailbox: Mailbox, mailId: string): string => {
  const noted = lastChanges.get(mailbox) ?? { read: 0, sequences: new Map<string, number>() }
  lastChanges.set(mailbox, noted)
  for (const change of mailbox.mailChanges.slice(noted.read)) noted.sequences.set(change.mailId, change.sequence)
  noted.read = mailbox.mailChanges.length
  return String(noted.sequences.get(mailId) ?? stockedAt)
}

/** Letters that were there before anyone looked. */
const stockedAt = 1000

/** Derived from the record of changes, which only grows. */
const lastChanges = new WeakMap<Mailbox, { read: number; readonly sequences: Map<string, number> }>()

const sequenceIn = (pageToken: string): number | null => {
  const [sequence] = opened('history', pageToken) ?? []
  return sequence === undefined ? null : Number(sequence)
}

const isListed = (mailbox: Mailbox, change: MailChange, { labelId, types }: HistoryRequest): boolean => {
  const carries = labelId === null || change.labels.includes(labelId) || labelsNow(mailbox, change).includes(labelId)
  return carries && (types === null || types.has(typeOf[change.kind]) || isBareRecord(change))
}

/** Filtered by type, a record of another type still comes now and then, bare: with only `messages`. */
const isBareRecord = ({ sequence }: MailChange): boolean => sequence % 5 === 0

const typeOf = {
  added: 'messageAdded',
  removed: 'messageDeleted',
  labelled: 'labelAdded',
  unlabelled: 'labelRemoved',
} as const satisfies Record<MailChange['kind'], (typeof historyTypes)[number]>

const labelsNow = (mailbox: Mailbox, { mailId }: MailChange): readonly string[] => mailbox.mail(mailId)?.labels ?? []

const historyRecord = (mailbox: Mailbox, change: MailChange, types: ReadonlySet<string> | null): object => {
  const stub = messageStub({ id: change.mailId, threadId: change.threadId })
  const record = { id: String(change.sequence), messages: [stub] }
  if (types !== null && !types.has(typeOf[change.kind])) return record
  return { ...record, ...changeIn(mailbox, change, stub) }
}

const changeIn = (mailbox: Mailbox, change: MailChange, stub: object): object => {
  const then = { message: { ...stub, ...labelIds(change.labels) } }
  const now = { message: { ...stub, ...labelIds(labelsNow(mailbox, change)) }, labelIds: change.labels }
  switch (change.kind) {
    case 'added':
      return { messagesAdded: [then] }
    case 'removed':
      return { messagesDeleted: [then] }
    case 'labelled':
      return { labelsAdded: [now] }
    case 'unlabelled':
      return { labelsRemoved: [now] }
  }
}
