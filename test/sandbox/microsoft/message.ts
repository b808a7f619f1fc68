/** A letter as Graph's message. Pure. */
import { type Header, headersOf } from '../letter-headers.ts'
import type { Letter, Mailbox } from '../world.ts'
import type { Facts } from './filter.ts'
import { dateIn, headerIn, type Recipient, recipientsIn, textIn } from './headers.ts'
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

export type MessageProperty = (typeof messageProperties)[number]

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
  const about: About = { letter, view, headers: headersOf(letter) }
  const wanted =
    view.select === null ? defaultProperties(view) : messageProperties.filter((name) => isWanted(name, view))
  const told = wanted.flatMap((name) => {
    const value = tellers[name](about)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...annotations(letter, view),
    ...Object.fromEntries(told),
    ...(view.select === null ? meetingProperties(letter) : {}),
  }
}

const isWanted = (name: MessageProperty, { select }: MessageView): boolean =>
  name === 'id' || (select ?? []).includes(name)

/** Of a letter that was only read, or unread again, a delta may tell no more than this, whatever was selected. */
export const markRow = (letter: Letter, view: MessageView): object => ({
  ...annotations(letter, view),
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

/** What filters ask of a letter, told one by one: a mailbox is long, and most of it is in the headers. */
export const factsOf =
  (letter: Letter, mailbox: Mailbox): Facts =>
  (property) => {
    switch (property) {
      case 'receivedDateTime':
        return letter.at
      case 'sentDateTime':
        return dateIn(headersOf(letter)) ?? letter.at
      case 'isRead':
        return !letter.labels.includes('UNREAD')
      case 'isDraft':
        return letter.labels.includes('DRAFT')
      case 'conversationId':
        return conversationId(mailbox, letter.threadId)
      case 'internetMessageId':
        return headerIn(headersOf(letter), 'message-id') ?? ''
    }
  }

const idOf = ({ id }: Letter, { mailbox, idType }: MessageView): string =>
  itemId(mailbox, { kind: 'message', id, place: idType === 'immutable' ? null : placeOf(mailbox, id) })

const annotations = (letter: Letter, { mailbox, isDelta }: MessageView): object => {
  const type = meetingMailOf(letter)?.type ?? 'message'
  return {
    ...(isDelta || type !== 'message' ? { '@odata.type': `#microsoft.graph.${type}` } : {}),
    '@odata.etag': `W/"${changeKey(changedAt(mailbox, letter.id))}"`,
  }
}

const defaultProperties = ({ isBasic }: MessageView): readonly MessageProperty[] =>
  messageProperties.filter((name) => {
    if (name === 'internetMessageHeaders' || name === 'uniqueBody') return false
    return !isBasic || !excludedFromBasic.includes(name)
  })

interface About {
  readonly letter: Letter
  readonly view: MessageView
  readonly headers: readonly Header[]
}

const isOwn = ({ letter }: About): boolean => letter.labels.includes('SENT') || letter.labels.includes('DRAFT')

/** What a message has for each property; undefined is a property that does not come at all. */
const tellers: Readonly<Record<MessageProperty, (about: About) => unknown>> = {
  id: ({ letter, view }) => idOf(letter, view),
  createdDateTime: ({ letter }) => seconds(letter.at),
  lastModifiedDateTime: ({ letter }) => seconds(letter.at),
  changeKey: ({ letter, view }) => changeKey(changedAt(view.mailbox, letter.id)),
  categories: () => [],
  receivedDateTime: ({ letter }) => seconds(letter.at),
  sentDateTime: ({ letter, headers }) => seconds(dateIn(headers) ?? letter.at),
  hasAttachments: ({ headers }) => /^multipart\/mixed/i.test(headerIn(headers, 'content-type') ?? ''),
  internetMessageId: ({ headers }) => headerIn(headers, 'message-id') ?? undefined,
  // The sender's own copy never came through a server, so it has none.
  internetMessageHeaders: (about) => (about.view.showsHeaders && !isOwn(about) ? about.headers : undefined),
  subject: ({ headers }) => textIn(headers, 'subject'),
  bodyPreview: ({ view }) => (view.isBasic ? undefined : ''),
  importance: () => 'normal',
  parentFolderId: ({ letter, view }) => folderId(view.mailbox, folderOf(letter.labels)),
  conversationId: ({ letter, view }) => conversationId(view.mailbox, letter.threadId),
  conversationIndex: () => 'AQHcXY0xAAAAAA==',
  isDeliveryReceiptRequested: (about) => (isOwn(about) ? false : null),
  isReadReceiptRequested: () => false,
  isRead: ({ letter }) => !letter.labels.includes('UNREAD'),
  isDraft: ({ letter }) => letter.labels.includes('DRAFT'),
  webLink: ({ letter, view }) =>
    `${view.webRoot}/owa/?ItemID=${encodeURIComponent(idOf(letter, view))}&exvsurl=1&viewmodel=ReadMessageItem`,
  inferenceClassification: ({ letter }) =>
    letter.labels.some((label) => otherCategories.has(label)) ? 'other' : 'focused',
  body: ({ view }) => (view.isBasic ? undefined : emptyBody),
  uniqueBody: ({ view }) => (view.isBasic ? undefined : emptyBody),
  // Whose account it was; of what the system wrote it is null, as the author is. A draft may lack both.
  sender: (about) => recipientsIn(about.headers, 'sender')[0] ?? authorOf(about),
  from: (about) => authorOf(about),
  toRecipients: ({ headers }) => recipientsIn(headers, 'to'),
  ccRecipients: ({ headers }) => recipientsIn(headers, 'cc'),
  // Only whoever sent it knows.
  bccRecipients: (about) => (isOwn(about) ? recipientsIn(about.headers, 'bcc') : []),
  replyTo: ({ headers }) => recipientsIn(headers, 'reply-to'),
  flag: ({ letter }) => ({ flagStatus: letter.labels.includes('STARRED') ? 'flagged' : 'notFlagged' }),
}

const authorOf = ({ letter, headers }: About): Recipient | null | undefined =>
  recipientsIn(headers, 'from')[0] ?? (letter.labels.includes('DRAFT') ? undefined : null)

const meetingProperties = (letter: Letter): object => {
  const meeting = meetingMailOf(letter)
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

/** `2026-11-02T09:11:15Z`. */
const seconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
