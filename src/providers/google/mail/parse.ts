/**
 * Gmail's JSON as our model. Written by hand rather than with a schema library: a page parses a hundred messages within a
 * few milliseconds of CPU. Whatever is not of the expected shape is null, never a guess. Pure.
 */
import { type Address, parseAddresses } from '../../../model/address.ts'
import { fieldsOf, listOf, textOf } from '../../../model/json.ts'
import { bareMessageId, type Headers, headerValue, type Message, maxHeaderLength } from '../../../model/message.ts'
import { instantFromMilliseconds } from '../../../model/time.ts'

/** A message resource in format=metadata; null for drafts, chats and what is no message. */
export const parseMessage = (json: unknown): Message | null => {
  const resource = fieldsOf(json)
  const id = textOf(resource?.id)
  const threadId = textOf(resource?.threadId)
  const receivedAt = Number(textOf(resource?.internalDate) ?? Number.NaN)
  if (resource === null || id === null || threadId === null || Number.isNaN(receivedAt)) return null
  const labels = listOf(resource.labelIds)
  if (labels.includes('DRAFT') || labels.includes('CHAT')) return null
  const headers = parseHeaders(fieldsOf(resource.payload)?.headers)
  return {
    id,
    threadId,
    messageId: bareMessageId(headerValue(headers, 'message-id')),
    receivedAt: instantFromMilliseconds(receivedAt),
    box: boxOf(labels),
    from: addressesIn(headers, 'from')[0] ?? null,
    to: addressesIn(headers, 'to'),
    cc: addressesIn(headers, 'cc'),
    bcc: addressesIn(headers, 'bcc'),
    headers,
  }
}

const boxOf = (labels: readonly unknown[]): Message['box'] => {
  if (labels.includes('TRASH') || labels.includes('SPAM')) return 'discarded'
  return labels.includes('SENT') ? 'sent' : 'received'
}

const parseHeaders = (json: unknown): Headers => {
  const headers: (readonly [string, string])[] = []
  for (const entry of listOf(json)) {
    const { name, value } = fieldsOf(entry) ?? {}
    if (typeof name !== 'string' || typeof value !== 'string' || isForeignVerdict(name, value)) continue
    headers.push([name, value.slice(0, maxHeaderLength)])
  }
  return headers
}

/** Gmail's own results bear its name (RFC 8601 §2.5); any others are what a sender or a relay wrote. */
const isForeignVerdict = (name: string, value: string): boolean =>
  name.toLowerCase() === 'authentication-results' && !/^\s*mx\.google\.com\s*;/i.test(value)

const addressesIn = (headers: Headers, name: string): readonly Address[] => {
  let found: readonly Address[] = []
  // To and Cc may occur once (RFC 5322 §3.6); some senders repeat them all the same.
  for (const [candidate, value] of headers) {
    if (candidate.length !== name.length || candidate.toLowerCase() !== name) continue
    found = found.length === 0 ? parseAddresses(value) : [...found, ...parseAddresses(value)]
  }
  return found
}
