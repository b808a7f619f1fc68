/** Gmail's cursor: where history stands, how far the backfill is, and what of a round of changes is still to be read. Pure. */
import * as v from 'valibot'
import type { Message } from '../../../model/message.ts'
import { cursorCodec, instantSchema } from '../../kit/cursor.ts'
import { feedPage, type PageParts } from '../../kit/page.ts'
import type { Page } from '../../provider.ts'
import type { Entry } from './read.ts'

const stateSchema = v.object({
  historyId: v.string(),
  total: v.nullable(v.number()),
  backfill: v.object({
    stage: v.picklist(['conversations', 'rest', 'done']),
    /** Of the next list; null before the first. */
    pageToken: v.nullable(v.string()),
    isListed: v.boolean(),
    /** Where the list of each label stands that is walked beside the list of all messages. */
    labelsAt: v.record(v.string(), v.string()),
    /** Listed and not yet read: see `entryText`. */
    todo: v.array(v.string()),
    /** What was read since the last list: see `memory.ts`. */
    read: v.string(),
    /** Whether what was read before that is remembered beside the cursor. */
    isRemembered: v.boolean(),
    readBackTo: v.nullable(instantSchema),
    /** Of a mailbox in which nothing is sorted away, which walk over its conversations: see `window.ts`. */
    walk: v.optional(v.number()),
  }),
  changes: v.nullable(
    v.object({
      historyId: v.string(),
      pageToken: v.nullable(v.string()),
      todo: v.array(v.string()),
    }),
  ),
  /** How many parts a batch may have; absent before the first. */
  parts: v.optional(v.number()),
  /** Gmail forgot our place in its history: what changed since is being found; absent where nothing is. */
  recovery: v.optional(
    v.object({
      /** The place that was forgotten. */
      since: v.string(),
      /** A new place has been taken. */
      isPlaced: v.boolean(),
      /** Of the list of threads. */
      pageToken: v.nullable(v.string()),
      isListed: v.boolean(),
      /** Threads that changed, to be read. */
      todo: v.array(v.string()),
    }),
  ),
})

export type GmailState = v.InferOutput<typeof stateSchema>

export type GmailBackfill = GmailState['backfill']

export const gmailCursor = cursorCodec(4, stateSchema)

/** At the beginning of a walk. */
export const freshBackfill = (
  stage: GmailBackfill['stage'],
  { read, isRemembered }: Pick<GmailBackfill, 'read' | 'isRemembered'>,
): GmailBackfill => ({
  stage,
  pageToken: null,
  isListed: false,
  labelsAt: {},
  todo: [],
  read,
  isRemembered,
  readBackTo: null,
})

export const gmailPage = (state: GmailState, parts: Omit<PageParts<Message>, 'cursor' | 'backfill'>): Page<Message> =>
  feedPage({
    ...parts,
    cursor: gmailCursor.write(state),
    // What may have been missed comes before what goes on.
    backfill: {
      stage: state.recovery === undefined ? state.backfill.stage : 'conversations',
      readBackTo: state.backfill.readBackTo,
    },
    total: state.total,
  })

/** No id of Gmail's, of hexadecimal digits, holds it. */
const threadPrefix = 't'

/** An entry as the cursor holds it. */
export const entryText = ({ kind, id }: Entry): string => (kind === 'threads' ? threadPrefix + id : id)

export const entryOf = (text: string): Entry =>
  text.startsWith(threadPrefix)
    ? { kind: 'threads', id: text.slice(threadPrefix.length) }
    : { kind: 'messages', id: text }
