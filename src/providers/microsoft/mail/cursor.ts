/** Outlook's mail cursor: where each folder's delta stands, which folders there are, and what is still to be looked up. Pure. */
import * as v from 'valibot'
import type { Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import type { Instant } from '../../../model/time.ts'
import type { Cursor, Page, Past, ProviderError } from '../../provider.ts'

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
  readBackTo: v.nullable(v.number()),
  /** How many rows its walk has brought: where there was never one, nothing was seen in it. */
  rows: v.number(),
  /** It is walked as a whole, though only what came lately is wanted: a filter would have cut it short. */
  isWhole: v.boolean(),
})

const stateSchema = v.object({
  version: v.literal(1),
  startedAt: v.number(),
  /** The owner's addresses: those Graph knows of, and those that letters were sent from. */
  own: v.array(v.string()),
  /** How much lies in the folders that are read, as Graph counted when this began. */
  total: v.number(),
  /** Graph gives the headers of letters; false once it was asked for many and gave none. */
  hasHeaders: v.boolean(),
  folders: v.object({
    sent: v.nullable(v.string()),
    /** Folders that hold no letters, or discarded ones; what lies below them is left out too. */
    excluded: v.array(v.string()),
    /** Each folder's parent. */
    parents: v.record(v.string(), v.string()),
    /** Where the delta of folders goes on; null before its first page. */
    link: v.nullable(v.string()),
    isListed: v.boolean(),
  }),
  walks: v.array(walkSchema),
  /** What lay in the mailbox has been read to the horizon; a folder found later is news. */
  isRead: v.boolean(),
  /** Letters to be looked up one by one. */
  todo: v.array(v.string()),
  /** In a round of news, the folders still to be asked; null between rounds. */
  round: v.nullable(v.array(v.string())),
})

export type State = v.InferOutput<typeof stateSchema>

export type Walk = State['walks'][number]

export const readCursor = (cursor: Cursor): Result<State, ProviderError> => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), stateSchema), cursor)
  // A cursor of another version is as good as expired: the re-read is idempotent.
  return parsed.success ? success(parsed.output) : failure({ reason: 'cursor_expired' })
}

export const freshWalk = (id: string): Walk => ({
  id,
  link: null,
  isWalked: false,
  fresh: null,
  readBackTo: null,
  rows: 0,
  isWhole: false,
})

export const withWalk = (state: State, walk: Walk): State => ({
  ...state,
  walks: state.walks.map((other) => (other.id === walk.id ? walk : other)),
})

export const page = (
  state: State,
  parts: {
    readonly upserts?: readonly Message[]
    readonly deletions?: readonly string[]
    readonly calls: number
    readonly pauseSeconds?: number
    readonly more: boolean
  },
): Page<Message> => ({
  upserts: parts.upserts ?? [],
  deletions: parts.deletions ?? [],
  cursor: JSON.stringify(state) as Cursor,
  more: parts.more,
  past: pastOf(state),
  unitsSpent: parts.calls,
  pauseSeconds: parts.pauseSeconds ?? 0,
  zone: null,
  total: state.total,
})

/** Conversations lie in all folders: they are read when all is, and back to where every folder has been. */
const pastOf = ({ walks, isRead }: State): Past => {
  if (isRead) return { stage: 'done', readBackTo: null }
  const positions = walks.filter(({ isWalked }) => !isWalked).map(({ readBackTo }) => readBackTo)
  const isBegun = positions.length > 0 && positions.every((position) => position !== null)
  return { stage: 'conversations', readBackTo: isBegun ? (Math.max(...positions.map(Number)) as Instant) : null }
}
