/**
 * Outlook's mail as a feed. Graph has no delta of a whole mailbox: each folder has its own, and a letter that moves is
 * gone from one and new in another; immutable ids tell that it is the same. https://learn.microsoft.com/graph/outlook-immutable-id
 */
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import type { Feed, ProviderError } from '../../provider.ts'
import type { GraphClient } from '../client.ts'
import { pullPast } from './backfill.ts'
import { type Begun, begin } from './begin.ts'
import { pullNews } from './changes.ts'
import { page, readCursor } from './cursor.ts'
import type { HeadersMatter, Reading } from './look-up.ts'

export const createMailFeed = (client: GraphClient, headersMatter: HeadersMatter): Feed<Message> => ({
  // Ten thousand requests in ten minutes: nobody's mailbox comes near it, one call after another.
  pace: null,
  minUnits: { news: 0, past: 0 },

  async pull(access, request) {
    const reading: Reading = { client, access, request, headersMatter }
    const begun = await stateOf(reading)
    if (!begun.ok) return begun
    const { state, calls } = begun.value
    if (request.want === 'news') return pullNews(reading, state)
    return state.isRead ? success(page(state, { calls, more: false })) : pullPast(reading, state, calls)
  },
})

const stateOf = async (reading: Reading): Promise<Result<Begun, ProviderError>> => {
  const { cursor } = reading.request
  if (cursor === null) return begin(reading)
  const state = readCursor(cursor)
  return state.ok ? success({ state: state.value, calls: 0 }) : state
}
