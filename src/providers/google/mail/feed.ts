/**
 * Gmail as a feed. A read costs 20 units and a mailbox has 6,000 a minute, so the order of the backfill matters; changes
 * come from history. https://developers.google.com/workspace/gmail/api/guides/sync
 */
import { textOf } from '../../../model/json.ts'
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import { malformed } from '../../kit/malformed.ts'
import type { Access, Feed, PageRequest, ProviderError } from '../../provider.ts'
import { callGoogle, type GoogleClient } from '../client.ts'
import { backfillGmail, wantsRemembered } from './backfill.ts'
import { changesOfGmail } from './changes.ts'
import { freshBackfill, type GmailState, gmailCursor, gmailPage } from './cursor.ts'
import { cost, type GmailReading, listMessages } from './read.ts'
import { recoverGmail, resumedGmail } from './recovery.ts'

export const googleMailFeed = (client: GoogleClient): Feed<Message> => ({
  quota: { units: 6000, perSeconds: 60 },
  minUnits: { changes: cost.history + cost.message, backfill: 10 * cost.messageList + 8 * cost.thread },

  async backfill(access, request) {
    const state = await stateOf(client, access, request)
    if (!state.ok) return state
    const reading = readingOf(client, access, request)
    if (state.value.recovery !== undefined) return recoverGmail(reading, state.value, state.value.recovery)
    return state.value.backfill.stage === 'done'
      ? success(gmailPage(state.value, { unitsSpent: reading.spent, more: false }))
      : backfillGmail(reading, state.value)
  },

  async changes(access, request) {
    const state = await stateOf(client, access, request)
    return state.ok ? changesOfGmail(readingOf(client, access, request), state.value) : state
  },

  wantsRemembered(cursor) {
    const state = gmailCursor.read(cursor)
    return state.ok && wantsRemembered(state.value)
  },

  resume(cursor) {
    const state = gmailCursor.read(cursor)
    return state.ok ? gmailCursor.write(resumedGmail(state.value)) : null
  },

  async inventory(access, { after, now }) {
    const list = await listMessages({ client, access, now }, { pageToken: after })
    if (!list.ok) return list
    const { stubs, nextPageToken } = list.value
    return success({ ids: stubs.map(({ id }) => id), after: nextPageToken, unitsSpent: cost.messageList })
  },
})

const readingOf = (client: GoogleClient, access: Access, request: PageRequest): GmailReading => ({
  client,
  access,
  now: request.now,
  request,
  spent: request.cursor === null ? cost.profile : 0,
})

/** The position in history is taken before anything is listed, so that nothing that happens meanwhile is lost. */
const stateOf = async (
  client: GoogleClient,
  access: Access,
  request: PageRequest,
): Promise<Result<GmailState, ProviderError>> => {
  const known = request.cursor === null ? null : gmailCursor.read(request.cursor)
  if (known !== null && (!known.ok || known.value.recovery?.isPlaced !== false)) return known
  const profile = await callGoogle(
    () => client.gmail.users.getProfile({ userId: 'me' }, client.options(access, 'gmail')),
    { now: request.now },
  )
  if (!profile.ok) return profile
  const historyId = textOf(profile.value.historyId)
  if (historyId === null) return malformed('a profile without a history id')
  const total = profile.value.messagesTotal ?? null
  if (known?.value.recovery !== undefined) {
    return success({ ...known.value, historyId, total, recovery: { ...known.value.recovery, isPlaced: true } })
  }
  const backfill = freshBackfill('conversations', { read: '', isRemembered: false })
  return success({ historyId, total, backfill, changes: null })
}
