/**
 * Outlook's mail as a feed. Graph has no delta of a whole mailbox: each folder has its own, and a message that moves is
 * gone from one and new in another; immutable ids tell that it is the same. https://learn.microsoft.com/graph/outlook-immutable-id
 */
import type { Message } from '../../../model/message.ts'
import { type Result, success } from '../../../model/result.ts'
import type { Feed, ProviderError } from '../../provider.ts'
import type { GraphClient } from '../client.ts'
import { backfillOutlook, backfillPage } from './backfill.ts'
import { type Begun, beginOutlook } from './begin.ts'
import { changesOfOutlook, changesPage } from './changes.ts'
import { outlookCursor, outlookPage } from './cursor.ts'
import { type OutlookReading, readHeaders } from './read.ts'

export const microsoftMailFeed = (client: GraphClient): Feed<Message> => ({
  // Ten thousand requests in ten minutes: nobody's mailbox comes near it, one call after another.
  quota: null,
  minUnits: { backfill: 0, changes: 0 },

  async backfill(access, request) {
    const reading = { client, access, request }
    const begun = await beginOrGoOn(reading)
    if (!begun.ok) return begun
    const { state, unitsSpent } = begun.value
    return state.isRead
      ? success(outlookPage(state, { unitsSpent, more: false }))
      : backfillOutlook(reading, begun.value)
  },

  async changes(access, request) {
    const reading = { client, access, request }
    const begun = await beginOrGoOn(reading)
    return begun.ok ? changesOfOutlook(reading, begun.value) : begun
  },

  async complete(access, { kind, messages, ...request }) {
    const state = outlookCursor.read(request.cursor)
    if (!state.ok) return state
    const read = await readHeaders({ client, access, request }, state.value, messages)
    if (!read.ok) return read
    return success(kind === 'backfill' ? backfillPage(read.value) : changesPage(read.value))
  },
})

const beginOrGoOn = async (reading: OutlookReading): Promise<Result<Begun, ProviderError>> => {
  const { cursor } = reading.request
  if (cursor === null) return beginOutlook(reading)
  const state = outlookCursor.read(cursor)
  return state.ok ? success({ state: state.value, unitsSpent: 0 }) : state
}
