/** Where the reading of an Outlook mailbox begins: whose it is, which folders there are, and what changed among them. */
import { fieldsOf, textOf } from '../../../model/json.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import type { ProviderError } from '../../provider.ts'
import { askDelta, askEach } from '../client.ts'
import { type GraphRefusal, isNotFound } from '../errors.ts'
import { ownerAddresses } from '../owner.ts'
import type { OutlookState } from './cursor.ts'
import { excludedFolders, inboxFolder, sentFolder, withFolders } from './folders.ts'
import { mailAsk, type OutlookReading } from './read.ts'

export interface Begun {
  readonly state: OutlookState
  readonly unitsSpent: number
}

/** Asks for the owner's addresses, and, all at once, for the folders that go by Graph's own names. */
export const beginOutlook = async (reading: OutlookReading): Promise<Result<Begun, ProviderError>> => {
  const { client, access, request } = reading
  const own = await ownerAddresses(client, access, request.now)
  if (!own.ok) return own
  const found = await askEach(reading, mailAsk(reading), {
    questions: [sentFolder, inboxFolder, ...excludedFolders],
    pathOf: (name) => `/me/mailFolders/${name}?$select=id`,
    isAnswer: isLacking,
    isAbout: (_name, { id }) => textOf(id) !== null,
  })
  if (!found.ok) return found
  const { answers, refused, calls, pauseSeconds } = found.value
  // Without one of them, what was thrown away would be read, or what was sent be taken for received.
  if (refused.length > 0) return failure({ reason: 'rate_limited', retryAfterSeconds: pauseSeconds })
  const [sent, inbox, ...excluded] = answers.map(({ answer }) => (answer.ok ? textOf(answer.body.id) : null))
  const state: OutlookState = {
    startedAt: request.now,
    own: [...own.value],
    total: 0,
    hasHeaders: true,
    folders: {
      sent: sent ?? null,
      ...(typeof inbox === 'string' && { inbox }),
      excluded: excluded.flatMap((id) => id ?? []),
      parents: {},
      link: null,
      isListed: false,
    },
    walks: [],
    isRead: false,
    todo: [],
    round: null,
  }
  return success({ state, unitsSpent: 1 + calls })
}

/** A mailbox may lack an archive, or a name that Graph has learned since. */
const isLacking = (refusal: GraphRefusal): boolean => isNotFound(refusal) || refusal.status === 400

const foldersPath = '/me/mailFolders/delta'
const foldersPerPage = 100
const maxPages = 5

/** Reads on in the delta of folders, to its end if that is near. */
export const listFolders = async (
  reading: OutlookReading,
  before: OutlookState,
): Promise<Result<Begun, ProviderError>> => {
  let state = before
  let unitsSpent = 0
  const rows: unknown[] = []
  for (let isLast = false; !isLast && unitsSpent < maxPages; ) {
    const path = state.folders.link ?? foldersPath
    const asked = await askDelta(reading, path, { ...mailAsk(reading), pageSize: foldersPerPage })
    if (!asked.ok) return asked
    if (asked.value === null) return failure({ reason: 'cursor_expired' })
    unitsSpent += 1
    ;({ isLast } = asked.value)
    rows.push(...asked.value.rows)
    const isListed = state.folders.isListed || isLast
    state = { ...state, folders: { ...state.folders, link: asked.value.link, isListed } }
  }
  const applied = withFolders(state, rows)
  // Messages were seen in a folder that is gone, or in the bin now: which ones, only a new reading tells.
  if (applied.hasLost) return failure({ reason: 'cursor_expired' })
  return success({ state: before.folders.isListed ? applied.state : withTotal(applied.state, rows), unitsSpent })
}

const withTotal = (state: OutlookState, rows: readonly unknown[]): OutlookState => {
  const kept = new Set(state.walks.map(({ id }) => id))
  const counts = rows.map((row) => {
    const { id, totalItemCount } = fieldsOf(row) ?? {}
    return typeof id === 'string' && kept.has(id) && typeof totalItemCount === 'number' ? totalItemCount : 0
  })
  return { ...state, total: counts.reduce((sum, count) => sum + count, state.total) }
}
