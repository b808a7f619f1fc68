/** Lookups in an Outlook mailbox. What may not be read cannot be searched; but when a message came is known, and asked by. */
import { fieldsOf, listOf, textOf } from '../../model/json.ts'
import { failure, type Result, success } from '../../model/result.ts'
import { type Instant, later } from '../../model/time.ts'
import { malformed } from '../kit/malformed.ts'
import type { Access, FoundTopic, Lookup, ProviderError, WantedItem } from '../provider.ts'
import { type GraphClient, type GraphPart, instantText, partsPerBatch, rowsIn } from './client.ts'
import { errorOfGraphRefusal } from './errors.ts'
import { allHeaders } from './mail/parse.ts'
import { mailScope } from './oauth.ts'

export const microsoftLookup = (client: GraphClient): Lookup => ({
  async topicsOf(access, wanted, now) {
    const found: (FoundTopic | null)[] = []
    for (let start = 0; start < wanted.length; start += partsPerBatch) {
      const some = wanted.slice(start, start + partsPerBatch)
      const parts = await client.batch(access, some.map(pathOf), { now, scope: mailScope })
      if (!parts.ok) return parts
      const refusals = parts.value.flatMap((part) => (part.ok ? [] : [part.refusal]))
      const refused = refusals.find(({ status }) => status === 401)
      if (refused !== undefined)
        return failure(errorOfGraphRefusal(refused, { now, scope: mailScope, granted: access.scopes }))
      found.push(...some.map((item, index) => topicIn(parts.value[index], item)))
    }
    return success(found)
  },

  async hasReceived(access, { header, value, since, now }) {
    const asked = `receivedDateTime ge ${instantText(since)}`
    const listed = await messagesWhere(client, access, { filter: asked, select: 'id,internetMessageHeaders', now })
    if (!listed.ok) return listed
    const partials = listed.value.map((row) => allHeaders(fieldsOf(row) ?? {}))
    const isIt = ([name, text]: readonly [string, string]): boolean =>
      name.toLowerCase() === header.toLowerCase() && text === value
    if (partials.some((headers) => headers.some(isIt))) return success(true)
    // Where Graph keeps the headers of messages to itself, nobody can tell.
    const isUntold = partials.length > 0 && partials.every((headers) => headers.length === 0)
    return isUntold ? malformed('messages without headers') : success(false)
  },
})

/** By its moment: what was received is told by when it came, and what was sent was received by its own folder. */
const pathOf = ({ from, at }: WantedItem): string => {
  const start = instantText(at)
  const end = instantText(later(at, from === 'meeting' ? 60 : 1))
  if (from === 'meeting') return `/me/calendarView?startDateTime=${start}&endDateTime=${end}&$select=id,subject&$top=50`
  const filter = encodeURIComponent(`receivedDateTime ge ${start} and receivedDateTime lt ${end}`)
  return `/me/messages?$filter=${filter}&$select=id,subject,webLink&$top=${maxMessages}`
}

const topicIn = (part: GraphPart | undefined, { isIt }: WantedItem): FoundTopic | null => {
  if (part?.ok !== true) return null
  const row = listOf(part.body.value)
    .map(fieldsOf)
    .find((each) => isIt(textOf(each?.id) ?? ''))
  const text = textOf(row?.subject)
  const link = textOf(row?.webLink)
  return text === null ? null : { text, link: link?.startsWith('https://') === true ? link : null }
}

/** What comes in within a few hours. */
const maxMessages = 50

/** Of all folders, the bin and the junk among them, newest first. */
const messagesWhere = async (
  client: GraphClient,
  access: Access,
  list: { readonly filter: string; readonly select: string; readonly now: Instant },
): Promise<Result<readonly unknown[], ProviderError>> => {
  const options = [
    `$filter=${encodeURIComponent(list.filter)}`,
    '$orderby=receivedDateTime%20desc',
    `$select=${list.select}`,
    `$top=${maxMessages}`,
  ]
  const body = await client.get(access, `/me/messages?${options.join('&')}`, { now: list.now, scope: mailScope })
  return body.ok ? rowsIn(body.value) : body
}
