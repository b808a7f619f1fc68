/** A letter as Graph's message. Pure. */
import type { Letter, Mailbox } from '../world.ts'
import type { Facts } from './filter.ts'
import { dateIn, type Header, headerIn, headersOf, type Recipient, recipientsIn, textIn } from './headers.ts'
import { changeKey, conversationId, folderId, type IdType, itemId } from './ids.ts'
import { meetingMailOf } from './meeting-mail.ts'
import { changedAt, folderOf, placeOf } from './whereabouts.ts'

export interface MessageView {
  readonly mailbox: Mailbox
  readonly idType: IdType
  /** Null is whatever comes by default. */
  readonly select: readonly string[] | null
  /** The token holds Mail.ReadBasic alone. */
  readonly isBasic: boolean
  readonly showsHeaders: boolean
  readonly webRoot: string
  /** In a delta every row names its type; elsewhere only what is not a plain message does. */
  readonly isDelta: boolean
}

/** What Mail.ReadBasic leaves out. */
export const excludedFromBasic = ['body', 'bodyPreview', 'uniqueBody']

export const messageProperties = [
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'changeKey',
  'categories',
  'receivedDateTime',
  'sentDateTime',
  'hasAttachments',
  'internetMessageId',
  'internetMessageHeaders',
  'subject',
  'bodyPreview',
  'importance',
  'parentFolderId',
  'conversationId',
  'conversationIndex',
  'isDeliveryReceiptRequested',
  'isReadReceiptRequested',
  'isRead',
  'isDraft',
  'webLink',
  'inferenceClassification',
  'body',
  'uniqueBody',
  'sender',
  'from',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'replyTo',
  'flag',
] as const

export const messageRow = (letter: Letter, view: MessageView): object => {
  const headers = headersOf(letter)
  const properties = propertiesOf(letter, headers, view)
  const wanted = view.select === null ? defaultProperties(view) : ['id', ...view.select]
  return {
    ...annotations(letter, headers, view),
    ...Object.fromEntries(Object.entries(properties).filter(([name]) => wanted.includes(name))),
    ...(view.select === null ? meetingProperties(headers) : {}),
  }
}

/** Of a letter that was only read, or unread again, a delta may tell no more than this, whatever was selected. */
export const markRow = (letter: Letter, view: MessageView): object => ({
  ...annotations(letter, headersOf(letter), view),
  id: idOf(letter, view),
  isRead: !letter.labels.includes('UNREAD'),
  parentFolderId: folderId(view.mailbox, folderOf(letter.labels)),
})

/** What is gone from a folder, thrown away or only moved, by the id that the folder knew it by. */
export const removedRow = (view: MessageView, gone: { readonly letterId: string; readonly place: number }): object => ({
  '@odata.type': '#microsoft.graph.message',
  id: itemId(view.mailbox, {
    kind: 'message',
    id: gone.letterId,
    place: view.idType === 'immutable' ? null : gone.place,
  }),
  '@removed': { reason: 'deleted' },
})

export const factsOf = (letter: Letter, mailbox: Mailbox): Facts => {
  const headers = headersOf(letter)
  return {
    receivedDateTime: letter.at,
    sentDateTime: dateIn(headers) ?? letter.at,
    isRead: !letter.labels.includes('UNREAD'),
    isDraft: letter.labels.includes('DRAFT'),
    conversationId: conversationId(mailbox, letter.threadId),
    internetMessageId: headerIn(headers, 'message-id') ?? '',
  }
}

const idOf = ({ id }: Letter, { mailbox, idType }: MessageView): string =>
  itemId(mailbox, { kind: 'message', id, place: idType === 'immutable' ? null : placeOf(mailbox, id) })

const annotations = (letter: Letter, headers: readonly Header[], { mailbox, isDelta }: MessageView): object => {
  const type = meetingMailOf(headers)?.type ?? 'message'
  return {
    ...(isDelta || type !== 'message' ? { '@odata.type': `#microsoft.graph.${type}` } : {}),
    '@odata.etag': `W/"${changeKey(changedAt(mailbox, letter.id))}"`,
  }
}

const defaultProperties = ({ isBasic }: MessageView): readonly string[] =>
  messageProperties.filter((name) => {
    if (name === 'internetMessageHeaders' || name === 'uniqueBody') return false
    return !isBasic || !excludedFromBasic.includes(name)
  })

const propertiesOf = (
  letter: Letter,
  headers: readonly Header[],
  view: MessageView,
): Readonly<Record<string, unknown>> => {
  const { mailbox } = view
  const { at, labels } = letter
  const isOwn = labels.includes('SENT') || labels.includes('DRAFT')
  const id = idOf(letter, view)
  const key = changeKey(changedAt(mailbox, letter.id))
  return {
    id,
    createdDateTime: seconds(at),
    lastModifiedDateTime: seconds(at),
    changeKey: key,
    categories: [],
    receivedDateTime: seconds(at),
    sentDateTime: seconds(dateIn(headers) ?? at),
    hasAttachments: /^multipart\/mixed/i.test(headerIn(headers, 'content-type') ?? ''),
    ...present('internetMessageId', headerIn(headers, 'message-id')),
    // The sender's own copy never came through a server, so it has none.
    ...(view.showsHeaders && !isOwn
      ? { internetMessageHeaders: headers.map(({ name, value }) => ({ name, value })) }
      : {}),
    subject: textIn(headers, 'subject'),
    ...(view.isBasic ? {} : { bodyPreview: '', body: emptyBody, uniqueBody: emptyBody }),
    importance: 'normal',
    parentFolderId: folderId(mailbox, folderOf(labels)),
    conversationId: conversationId(mailbox, letter.threadId),
    conversationIndex: 'AQHcXY0xAAAAAA==',
    isDeliveryReceiptRequested: isOwn ? false : null,
    isReadReceiptRequested: false,
    isRead: !labels.includes('UNREAD'),
    isDraft: labels.includes('DRAFT'),
    webLink: `${view.webRoot}/owa/?ItemID=${encodeURIComponent(id)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: labels.some((label) => otherCategories.has(label)) ? 'other' : 'focused',
    ...writers(headers, labels.includes('DRAFT')),
    toRecipients: recipientsIn(headers, 'to'),
    ccRecipients: recipientsIn(headers, 'cc'),
    // Only whoever sent it knows.
    bccRecipients: isOwn ? recipientsIn(headers, 'bcc') : [],
    replyTo: recipientsIn(headers, 'reply-to'),
    flag: { flagStatus: labels.includes('STARRED') ? 'flagged' : 'notFlagged' },
  }
}

/** `from` is the author and `sender` whose account it was. A draft may lack both; of what the system wrote they are null. */
const writers = (headers: readonly Header[], isDraft: boolean): Readonly<Record<string, Recipient | null>> => {
  const from = recipientsIn(headers, 'from')[0] ?? null
  if (from === null && isDraft) return {}
  return { sender: recipientsIn(headers, 'sender')[0] ?? from, from }
}

const meetingProperties = (headers: readonly Header[]): object => {
  const meeting = meetingMailOf(headers)
  if (meeting === null) return {}
  return { meetingMessageType: meeting.meetingMessageType, isOutOfDate: false, isDelegated: false, isAllDay: false }
}

const otherCategories: ReadonlySet<string> = new Set([
  'CATEGORY_FORUMS',
  'CATEGORY_PROMOTIONS',
  'CATEGORY_SOCIAL',
  'CATEGORY_UPDATES',
])

const emptyBody = { contentType: 'html', content: '' }

const present = (name: string, value: string | null): object => (value === null ? {} : { [name]: value })

/** `2026-11-02T09:11:15Z`. */
const seconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
