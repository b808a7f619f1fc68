/**
 * Gmail as a feed. A read costs 20 units and a mailbox has 6,000 a minute, so order is everything: see `mail-past.ts`.
 * News comes from history. https://developers.google.com/workspace/gmail/api/reference/quota
 */
import { textOf } from '../../../model/json.ts'
import type { Message } from '../../../model/message.ts'
import { failure, type Result, success } from '../../../model/result.ts'
import type { Access, Feed, ProviderError, Pull } from '../../provider.ts'
import { call, type GoogleClient } from '../client.ts'
import { pullPast } from './backfill.ts'
import { pullNews } from './changes.ts'
import { freshPast, page, readCursor, type State } from './cursor.ts'
import { listMessages } from './list.ts'
import { cost, type Reading } from './read.ts'

export const createMailFeed = (client: GoogleClient): Feed<Message> => ({
  pace: { units: 6000, perSeconds: 60 },
  minUnits: { news: cost.history + cost.message, past: 10 * cost.messageList + 8 * cost.thread },

  async pull(access, request) {
    const state = request.cursor === null ? await begin(client, access, request) : readCursor(request.cursor)
    if (!state.ok) return state
    const reading: Reading = { client, access, request, spent: request.cursor === null ? cost.profile : 0 }
    if (request.want === 'news') return pullNews(reading, state.value)
    return state.value.past.stage === 'done'
      ? success(page(state.value, { spent: reading.spent }))
      : pullPast(reading, state.value)
  },

  async list(access, { after, now }) {
    const list = await listMessages({ client, access, now }, { pageToken: after })
    if (!list.ok) return list
    const { stubs, nextPageToken } = list.value
    return success({ ids: stubs.map(({ id }) => id), after: nextPageToken, unitsSpent: cost.messageList })
  },
})

const nothingRead = { read: '', isRemembered: false }

/** The position in history is taken before anything is listed, so that nothing that happens meanwhile is lost. */
const begin = async (client: GoogleClient, access: Access, request: Pull): Promise<Result<State, ProviderError>> => {
  const profile = await call(
    () => client.gmail.users.getProfile({ userId: 'me' }, client.options(access, 'gmail')),
    request,
  )
  if (!profile.ok) return profile
  const historyId = textOf(profile.value.historyId)
  if (historyId === null) return failure({ reason: 'malformed', detail: 'a profile without a history id' })
  const total = typeof profile.value.messagesTotal === 'number' ? profile.value.messagesTotal : null
  return success({ version: 3, historyId, total, past: freshPast('conversations', nothingRead), news: null })
}
