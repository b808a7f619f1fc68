/**
 * Graph's messages as ours. Every field may be null; whatever is not of the expected shape is null, never a guess. By
 * hand rather than with a schema library, for the CPU of a page. Pure.
 */
import { type Address, mailbox, maxMailboxes } from '../../../model/address.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../../../model/json.ts'
import { bareMessageId, type Headers, isWorthReading, type Message, maxHeaderLength } from '../../../model/message.ts'
import { type Instant, instantFromMilliseconds } from '../../../model/time.ts'
import { uncloaked } from '../../kit/uncloaked.ts'

/** A message, and the folder it lies in, which tells its box. Its headers are those that Graph tells as properties. */
export interface PartialMessage extends Omit<Message, 'box'> {
  readonly folder: string | null
  /** By its sender's clock; null where that says nothing. */
  readonly sentAt: Instant | null
}

/** One row of a delta of messages, or one message. */
export type MessageRow =
  | { readonly kind: 'message'; readonly id: string; readonly partial: PartialMessage }
  /** Gone from this folder: moved, or deleted. */
  | { readonly kind: 'gone'; readonly id: string }
  /** It changed, and the row says too little to tell what it is. */
  | { readonly kind: 'partial'; readonly id: string }
  /** A draft, or a meeting's mail. */
  | { readonly kind: 'other'; readonly id: string }

/** `folder` is the one whose delta it is, or null for a message by itself. Null for what is no message. */
export const parseMessageRow = (json: unknown, folder: string | null): MessageRow | null => {
  const fields = fieldsOf(json)
  const id = textOf(fields?.id)
  if (fields === null || id === null) return null
  if (fields['@removed'] !== undefined) return { kind: 'gone', id }
  if (fields.isDraft === true || /eventMessage/i.test(textOf(fields['@odata.type']) ?? '')) return { kind: 'other', id }
  const receivedAt = Date.parse(textOf(fields.receivedDateTime) ?? '')
  if (Number.isNaN(receivedAt) || !Array.isArray(fields.toRecipients)) return { kind: 'partial', id }
  const sentAt = Date.parse(textOf(fields.sentDateTime) ?? '')
  const from = recipientAddress(fields.from) ?? recipientAddress(fields.sender)
  const partial: PartialMessage = {
    id,
    threadId: textOf(fields.conversationId) ?? id,
    messageId: bareMessageId(textOf(fields.internetMessageId)),
    receivedAt: instantFromMilliseconds(receivedAt),
    sentAt: Number.isNaN(sentAt) ? null : instantFromMilliseconds(sentAt),
    from,
    to: addressesOf(fields.toRecipients),
    cc: addressesOf(fields.ccRecipients),
    bcc: addressesOf(fields.bccRecipients),
    folder: textOf(fields.parentFolderId) ?? folder,
    headers: toldHeaders(fields),
  }
  return { kind: 'message', id, partial }
}

/** The message with the headers that an answer about it holds: they count, and what was told of it fills their gaps. */
export const withHeaders = <M extends Pick<Message, 'headers'>>(message: M, json: Fields): M => {
  const given = givenHeaders(json)
  const names = new Set(given.map(([name]) => name.toLowerCase()))
  return { ...message, headers: [...given, ...message.headers.filter(([name]) => !names.has(name.toLowerCase()))] }
}

/** Graph's own copy of a message's headers, as far as the product reads them; none where it keeps or gives none. */
export const givenHeaders = (json: Fields): Headers => allHeaders(json).filter(([name]) => isWorthReading(name))

export const allHeaders = (json: Fields): Headers =>
  listOf(json.internetMessageHeaders).flatMap((entry) => {
    const { name, value } = fieldsOf(entry) ?? {}
    return typeof name === 'string' && typeof value === 'string'
      ? [[name, value.slice(0, maxHeaderLength)] as const]
      : []
  })

/** The headers that Graph tells as properties. To and Cc are left out: only an empty header would say more than they do. */
const toldHeaders = (fields: Fields): Headers => {
  const from = mailboxText(fields.from)
  const sender = mailboxText(fields.sender)
  const replyTo = listOf(fields.replyTo).flatMap((recipient) => mailboxText(recipient) ?? [])
  const texts: readonly (readonly [string, string | null])[] = [
    ['From', from],
    ['Sender', sender === from ? null : sender],
    ['Reply-To', replyTo.length === 0 ? null : replyTo.join(', ')],
    ['Subject', textOf(fields.subject)],
    ['Message-ID', textOf(fields.internetMessageId)],
  ]
  return texts.flatMap(([name, value]) => (value === null ? [] : [[name, value.slice(0, maxHeaderLength)] as const]))
}

const mailboxText = (recipient: unknown): string | null => {
  const { name, address } = fieldsOf(fieldsOf(recipient)?.emailAddress) ?? {}
  const spelling = textOf(address)
  if (spelling === null || !spelling.includes('@')) return null
  const named = textOf(name)?.replace(/["\\]/g, '')
  return named === undefined || named === spelling ? spelling : `"${named}" <${spelling}>`
}

const addressesOf = (recipients: unknown): readonly Address[] =>
  listOf(recipients)
    .slice(0, maxMailboxes)
    .flatMap((recipient) => recipientAddress(recipient) ?? [])

/**
 * Null for a group, or for somebody inside Exchange who has only an X.500 name (`/O=EXCHANGELABS/OU=…`). Graph's quirk:
 * who has no display name has their address for one.
 */
export const recipientAddress = (recipient: unknown): Address | null => {
  const { name, address } = fieldsOf(fieldsOf(recipient)?.emailAddress) ?? {}
  const spelling = uncloaked(textOf(address) ?? '')
  const one = mailbox(textOf(name) ?? '', spelling)
  if (one === null) return null
  return one.name.toLowerCase() === spelling.toLowerCase() ? { ...one, name: '' } : one
}
