/** A letter as Graph's message. Pure. */
import { type Header, headersAt, headersOf } from '../message-headers.ts'
import type { Mail, Mailbox } from '../world.ts'
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

export const messageRow = (mail: Mail, view: MessageView): object => {
  const about: About = { mail, view, headers: headersAt(mail, 'microsoft') }
  const wanted =
    view.select === null ? defaultProperties(view) : messageProperties.filter((name) => isWanted(name, view))
  const told = wanted.flatMap((name) => {
    const value = tellers[name](about)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    ...annotations(mail, view),
    ...Object.fromEntries(told),
    ...(view.select === null ? meetingProperties(mail) : {}),
  }
}

const isWanted = (name: MessageProperty, { select }: MessageView): boolean =>
  name === 'id' || (select ?? []).includes(name)

/** Of a letter that was only read, or unread again, a delta may tell no more than this, whatever was selected. */
export const markRow = (mail: Mail, view: MessageView): object => ({
  ...annotations(mail, view),
  id: idOf(mail, view),
  isRead: !mail.labels.includes('UNREAD'),
  parentFolderId: folderId(view.mailbox, folderOf(mail.labels)),
})

/** What is gone from a folder, thrown away or only moved, by the id that the folder knew it by. */
export const removedRow = (view: MessageView, gone: { readonly mailId: string; readonly place: number }): object => ({
  '@odata.type': '#microsoft.graph.message',
  id: itemId(view.mailbox, {
    kind: 'message',
    id: gone.mailId,
    place: view.idType === 'immutable' ? null : gone.place,
  }),
  '@removed': { reason: 'deleted' },
})

/** What filters ask of a letter, told one by one: a mailbox is long, and most of it is in the headers. */
export const factsOf =
  (mail: Mail, mailbox: Mailbox): Facts =>
  (property) => {
    switch (property) {
      case 'receivedDateTime':
        return mail.at
      case 'sentDateTime':
        return dateIn(headersOf(mail)) ?? mail.at
      case 'isRead':
        return !mail.labels.includes('UNREAD')
      case 'isDraft':
        return mail.labels.includes('DRAFT')
      case 'conversationId':
        return conversationId(mailbox, mail.threadId)
      case 'internetMessageId':
        return headerIn(headersOf(mail), 'message-id') ?? ''
    }
  }

const idOf = ({ id }: Mail, { mailbox, idType }: MessageView): string =>
  itemId(mailbox, { kind: 'message', id, place: idType === 'immutable' ? null : placeOf(mailbox, id) })

const annotations = (mail: Mail, { mailbox, isDelta }: MessageView): object => {
  const type = meetingMailOf(mail)?.type ?? 'message'
  return {
    ...(isDelta || type !== 'message' ? { '@odata.type': `#microsoft.graph.${type}` } : {}),
    '@odata.etag': `W/"${changeKey(changedAt(mailbox, mail.id))}"`,
  }
}

const defaultProperties = ({ isBasic }: MessageView): readonly MessageProperty[] =>
  messageProperties.filter((name) => {
    if (name === 'internetMessageHeaders' || name === 'uniqueBody') return false
    return !isBasic || !excludedFromBasic.includes(name)
  })

interface About {
  readonly mail: Mail
  readonly view: MessageView
  readonly headers: readonly Header[]
}

const isOwn = ({ mail }: About): boolean => mail.labels.includes('SENT') || mail.labels.includes('DRAFT')

/** What a message has for each property; undefined is a property that does not come at all. */
const tellers: Readonly<Record<MessageProperty, (about: About) => unknown>> = {
  id: ({ mail, view }) => idOf(mail, view),
  createdDateTime: ({ mail }) => seconds(mail.at),
  lastModifiedDateTime: ({ mail }) => seconds(mail.at),
  changeKey: ({ mail, view }) => changeKey(changedAt(view.mailbox, mail.id)),
  categories: () => [],
  receivedDateTime: ({ mail }) => seconds(mail.at),
  sentDateTime: ({ mail, headers }) => seconds(dateIn(headers) ?? mail.at),
  hasAttachments: ({ headers }) => /^multipart\/mixed/i.test(headerIn(headers, 'content-type') ?? ''),
  internetMessageId: ({ headers }) => headerIn(headers, 'message-id') ?? undefined,
  // The sender's own copy never came through a server, so it has none.
  internetMessageHeaders: (about) => (about.view.showsHeaders && !isOwn(about) ? about.headers : undefined),
  subject: ({ headers }) => textIn(headers, 'subject'),
  bodyPreview: ({ view }) => (view.isBasic ? undefined : ''),
  importance: () => 'normal',
  parentFolderId: ({ mail, view }) => folderId(view.mailbox, folderOf(mail.labels)),
  conversationId: ({ mail, view }) => conversationId(view.mailbox, mail.threadId),
  conversationIndex: () => 'AQHcXY0xAAAAAA==',
  isDeliveryReceiptRequested: (about) => (isOwn(about) ? false : null),
  isReadReceiptRequested: () => false,
  isRead: ({ mail }) => !mail.labels.includes('UNREAD'),
  isDraft: ({ mail }) => mail.labels.includes('DRAFT'),
  webLink: ({ mail, view }) =>
    `${view.webRoot}/owa/?ItemID=${encodeURIComponent(idOf(mail, view))}&exvsurl=1&viewmodel=ReadMessageItem`,
  inferenceClassification: ({ mail }) =>
    mail.labels.some((label) => otherCategories.has(label)) ? 'other' : 'focused',
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
  flag: ({ mail }) => ({ flagStatus: mail.labels.includes('STARRED') ? 'flagged' : 'notFlagged' }),
}

const authorOf = ({ mail, headers }: About): Recipient | null | undefined =>
  recipientsIn(headers, 'from')[0] ?? (mail.labels.includes('DRAFT') ? undefined : null)

const meetingProperties = (mail: Mail): object => {
  const meeting = meetingMailOf(mail)
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
