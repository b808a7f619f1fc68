/** Gmail's cursor: where history stands, how far the past is read, and what of a round of news is still to be read. Pure. */
import * as v from 'valibot'
import type { Memory } from '../../../model/account.ts'
import type { Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import type { Instant } from '../../../model/time.ts'
import type { Cursor, Page, ProviderError } from '../../provider.ts'

const stateSchema = v.object({
  version: v.literal(3),
  historyId: v.string(),
  total: v.nullable(v.number()),
  past: v.object({
    /** Conversations, then what else people wrote, then the rest: see `mail-past.ts`. */
    stage: v.picklist(['conversations', 'letters', 'rest', 'done']),
    /** Of the next list; null before the first. */
    pageToken: v.nullable(v.string()),
    isListed: v.boolean(),
    /** Listed and not yet read: see `mail-task.ts`. */
    todo: v.array(v.string()),
    /** What was read since the last list: see `id-set.ts`. */
    read: v.string(),
    /** Whether what was read before that is remembered beside the cursor. */
    isRemembered: v.boolean(),
    /** Where the list of each label stands that is walked beside the list of all letters. */
    sortedAt: v.record(v.string(), v.string()),
    readBackTo: v.nullable(v.number()),
    /** Whether what lies further back has been sampled: see `mail-window.ts`. */
    isSampled: v.boolean(),
  }),
  news: v.nullable(
    v.object({
      historyId: v.string(),
      pageToken: v.nullable(v.string()),
      isListed: v.boolean(),
      todo: v.array(v.string()),
    }),
  ),
})

export type State = v.InferOutput<typeof stateSchema>

/**
 * Of before what was read was remembered beside the cursor: it lay within. Forgotten, it costs units and nothing else; to
 * lose the position would cost a reading of everything.
 */
const olderSchema = v.pipe(
  v.object({
    ...stateSchema.entries,
    version: v.literal(2),
    past: v.object({
      ...v.omit(stateSchema.entries.past, ['read', 'isRemembered']).entries,
      isSampled: v.optional(v.boolean(), false),
    }),
  }),
  v.transform(
    ({ past, ...rest }): State => ({ ...rest, version: 3, past: { ...past, read: '', isRemembered: false } }),
  ),
)

const cursorSchema = v.pipe(v.string(), v.parseJson(), v.union([stateSchema, olderSchema]))

export type PastState = State['past']

export const readCursor = (cursor: Cursor): Result<State, ProviderError> => {
  const parsed = v.safeParse(cursorSchema, cursor)
  // A cursor of another version is as good as expired: the re-read is idempotent.
  return parsed.success ? success(parsed.output) : failure({ reason: 'cursor_expired' })
}

/** At the beginning of a walk. */
export const freshPast = (
  stage: PastState['stage'],
  { read, isRemembered }: Pick<PastState, 'read' | 'isRemembered'>,
): PastState => ({
  stage,
  pageToken: null,
  isListed: false,
  todo: [],
  read,
  isRemembered,
  sortedAt: {},
  readBackTo: null,
  isSampled: false,
})

export const page = (
  state: State,
  parts: {
    readonly upserts?: readonly Message[]
    readonly deletions?: readonly string[]
    readonly spent: number
    readonly pauseSeconds?: number
    readonly more?: boolean
    readonly memory?: Memory | null
    readonly sparing?: (isEnough: (lastMessage: Message) => boolean) => State
  },
): Page<Message> => ({
  upserts: parts.upserts ?? [],
  deletions: parts.deletions ?? [],
  cursor: writeCursor(state),
  ...(parts.sparing && { cursorSparing: sparingCursor(parts.sparing) }),
  ...(parts.memory != null && { memory: parts.memory }),
  more: parts.more ?? false,
  past: { stage: stageOf(state.past), readBackTo: state.past.readBackTo as Instant | null },
  unitsSpent: parts.spent,
  pauseSeconds: parts.pauseSeconds ?? 0,
  zone: null,
  total: state.total,
})

const writeCursor = (state: State): Cursor => JSON.stringify(state) as Cursor

const sparingCursor =
  (sparing: (isEnough: (lastMessage: Message) => boolean) => State): NonNullable<Page<Message>['cursorSparing']> =>
  (isEnough) =>
    writeCursor(sparing(isEnough))

/** Nobody else need know in which order the rest comes. */
const stageOf = ({ stage }: PastState): Page<Message>['past']['stage'] => (stage === 'letters' ? 'rest' : stage)
