/** Where the reading of an Outlook mailbox stands: its folders, how far each is walked, and what is left to be looked up. Pure. */
import * as v from 'valibot'
import type { Message } from '../../../model/message.ts'
import { type Instant, laterOf } from '../../../model/time.ts'
import { cursorCodec, instantSchema } from '../../kit/cursor.ts'
import { feedPage, type PageParts } from '../../kit/page.ts'
import type { BackfillPosition, Page } from '../../provider.ts'

const walkSchema = v.object({
  /** The folder's id: constant, whatever becomes of the folder. */
  id: v.string(),
  /** Where the folder's delta goes on, as a path; null before its first page. */
  link: v.nullable(v.string()),
  /** Its first round is over: from here on the delta tells what changes, and nothing else. */
  isWalked: v.boolean(),
  /** While that round is under way, a delta beside it of what came since it began; null before it is first asked. */
  fresh: v.nullable(v.string()),
  /** Everything in the folder from here to the start has been read; null before the first page. */
  readBackTo: v.nullable(instantSchema),
  /** How many rows its walk has brought: where there was never one, nothing was seen in it. */
  rows: v.number(),
  /** It is walked as a whole, though only what came lately is wanted: a filter would have cut it short. */
  isWhole: v.boolean(),
})

const stateSchema = v.object({
  startedAt: instantSchema,
  /** The owner's addresses: those Graph knows of, and those that messages were sent from. */
  own: v.array(v.string()),
  /** How much lies in the folders that are read, as Graph counted when this began. */
  total: v.number(),
  /** Graph gives the headers of messages; false once it was asked for many and gave none. */
  hasHeaders: v.boolean(),
  folders: v.object({
    sent: v.nullable(v.string()),
    /** Absent from cursors that were written before it was asked for. */
    inbox: v.optional(v.string()),
    /** Folders that hold no messages, or discarded ones; what lies below them is left out too. */
    excluded: v.array(v.string()),
    /** Each folder's parent. */
    parents: v.record(v.string(), v.string()),
    /** Where the delta of folders goes on; null before its first page. */
    link: v.nullable(v.string()),
    isListed: v.boolean(),
  }),
  walks: v.array(walkSchema),
  /** The backfill is over; a folder found later is walked as changes. */
  isRead: v.boolean(),
  /** Messages to be looked up one by one. */
  todo: v.array(v.string()),
  /** Days on which messages were moved into the mailbox, and not received; absent where none was. */
  movedOn: v.optional(v.array(v.number())),
  /** In a round of changes, the folders still to be asked; null between rounds. */
  round: v.nullable(v.array(v.string())),
})

export type OutlookState = v.InferOutput<typeof stateSchema>

export type FolderWalk = OutlookState['walks'][number]

export const outlookCursor = cursorCodec(2, stateSchema)

export const freshWalk = (id: string): FolderWalk => ({
  id,
  link: null,
  isWalked: false,
  fresh: null,
  readBackTo: null,
  rows: 0,
  isWhole: false,
})

export const withWalk = (state: OutlookState, walk: FolderWalk): OutlookState => ({
  ...state,
  walks: state.walks.map((other) => (other.id === walk.id ? walk : other)),
})

export const withTodo = (state: OutlookState, ids: readonly string[]): OutlookState =>
  ids.length === 0 ? state : { ...state, todo: [...new Set([...state.todo, ...ids])] }

export const outlookPage = (
  state: OutlookState,
  parts: Omit<PageParts<Message>, 'cursor' | 'backfill'>,
): Page<Message> =>
  feedPage({ ...parts, cursor: outlookCursor.write(state), backfill: positionOf(state), total: state.total })

/** Conversations lie in all folders: they are read when all is, and back to where every folder has been. */
const positionOf = ({ walks, isRead }: OutlookState): BackfillPosition => {
  if (isRead) return { stage: 'done', readBackTo: null }
  const underWay = walks.filter(({ isWalked }) => !isWalked).map(({ readBackTo }) => readBackTo)
  const isBegun = underWay.every((readBackTo) => readBackTo !== null)
  return { stage: 'conversations', readBackTo: isBegun ? underWay.reduce<Instant | null>(laterOf, null) : null }
}
