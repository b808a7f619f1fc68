/** Lookups in an Outlook mailbox. What may not be read cannot be searched; but when a message came is known, and asked by. */
import { fieldsOf, textOf } from '../../model/json.ts'
import { type Result, success } from '../../model/result.ts'
import { type Instant, later } from '../../model/time.ts'
import { malformed } from '../kit/malformed.ts'
import type { Access, Lookup, ProviderError } from '../provider.ts'
import { type GraphClient, instantText, rowsIn } from './client.ts'
import { allHeaders } from './mail/parse.ts'
import { mailScope } from './oauth.ts'

export const microsoftLookup = (client: GraphClient): Lookup => ({
  async subjectOf(access, { isIt, at, now }) {
    const until = instantText(later(at, 1))
    const asked = `receivedDateTime ge ${instantText(at)} and receivedDateTime lt ${until}`
    const listed = await messagesWhere(client, access, { filter: asked, select: 'id,subject', now })
    if (!listed.ok) return listed
    const partial = listed.value.map(fieldsOf).find((each) => isIt(textOf(each?.id) ?? ''))
    return success(textOf(partial?.subject))
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
