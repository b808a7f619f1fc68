/** Gmail API v1, as far as metadata goes. */
import { type Context, Hono } from 'hono'
import { isSystemLabel } from '../labels.ts'
import type { Mail, Mailbox } from '../world.ts'
import { type ApiEnv, admit, answer, type Gate, type Method, methods, pageSize } from './calls.ts'
import { failedPrecondition, forbidden, gmailService, invalidArgument, notFound } from './errors.ts'
import { historyIdOf, historyPage, historyTypes } from './gmail-history.ts'
import { type Format, messageResource, messageStub, type View } from './gmail-letter.ts'
import { labelsOf, listMails, listThreads, type MessagePage, pageOf } from './gmail-lists.ts'
import { scopes } from './scopes.ts'

export interface GmailGate extends Gate {
  /** Subjects of accounts that have a calendar and no mail. */
  readonly withoutMail: readonly string[]
  isExpired(mailbox: Mailbox, sequence: number): boolean
}

/** Paths begin at the user: `/me/messages`. */
export const createGmail = (gate: GmailGate): Hono<ApiEnv> => {
  const app = new Hono<ApiEnv>()
  const call = (method: Method) => admit(gate, method)

  app.get('/:userId/profile', call(methods.getProfile), (c) =>
    forUser(c, gate, (mailbox) =>
      answer(c, gmailService, {
        emailAddress: mailbox.owner.address,
        messagesTotal: mailbox.size,
        threadsTotal: mailbox.threadCount,
        historyId: String(mailbox.sequence),
      }),
    ),
  )

  app.get('/:userId/messages', call(methods.listMessages), (c) =>
    forUser(c, gate, (mailbox) =>
      withPage(c, mailbox, listMails, ({ mails, nextPageToken, total }) =>
        answer(c, gmailService, {
          ...(mails.length === 0 ? {} : { messages: mails.map(messageStub) }),
          ...(nextPageToken === null ? {} : { nextPageToken }),
          resultSizeEstimate: Math.min(total, maxEstimate),
        }),
      ),
    ),
  )

  app.get('/:userId/messages/:id', call(methods.getMessage), (c) =>
    forUser(c, gate, (mailbox) =>
      withView(c, (view) => {
        const mail = mailbox.mail(c.req.param('id'))
        if (mail === undefined) return missing(c.req.param('id'))
        return answer(c, gmailService, messageResource(mail, historyIdOf(mailbox, mail.id), view))
      }),
    ),
  )

  app.get('/:userId/threads', call(methods.listThreads), (c) =>
    forUser(c, gate, (mailbox) =>
      withPage(c, mailbox, listThreads, ({ mails, nextPageToken, total }) =>
        answer(c, gmailService, {
          ...(mails.length === 0 ? {} : { threads: mails.map((mail) => threadStub(c, mailbox, mail)) }),
          ...(nextPageToken === null ? {} : { nextPageToken }),
          resultSizeEstimate: Math.min(total, maxEstimate),
        }),
      ),
    ),
  )

  app.get('/:userId/threads/:id', call(methods.getThread), (c) =>
    forUser(c, gate, (mailbox) =>
      withView(c, (view) => {
        const id = c.req.param('id')
        const mails = mailbox.thread(id)
        if (mails.length === 0) return missing(id)
        const messages = mails.map((mail) => messageResource(mail, historyIdOf(mailbox, mail.id), view))
        return answer(c, gmailService, { id, historyId: threadHistoryId(mailbox, id), messages })
      }),
    ),
  )

  app.get('/:userId/history', call(methods.listHistory), (c) =>
    forUser(c, gate, (mailbox) => {
      const start = c.req.query('startHistoryId') ?? ''
      if (!/^\d+$/.test(start)) return invalidArgument(gmailService, 'Invalid startHistoryId')
      const startHistoryId = Number(start)
      if (gate.isExpired(mailbox, startHistoryId) || startHistoryId > mailbox.sequence) return notFound(gmailService)
      const types = c.req.queries('historyTypes') ?? []
      const strange = types.find((type) => !historyTypes.some((known) => known === type))
      if (strange !== undefined) return invalidArgument(gmailService, `Invalid value at 'history_types' : "${strange}"`)
      const maxResults = pageSize(c.req.query('maxResults'), pages)
      if (maxResults === null) return badPageSize()
      const page = historyPage(mailbox, {
        startHistoryId,
        types: types.length === 0 ? null : new Set(types),
        labelId: c.req.query('labelId') ?? null,
        maxResults,
        pageToken: c.req.query('pageToken') ?? null,
      })
      return page === null ? badPageToken() : answer(c, gmailService, page)
    }),
  )

  app.get('/:userId/labels', call(methods.listLabels), (c) =>
    forUser(c, gate, (mailbox) => answer(c, gmailService, { labels: labelsOf(mailbox).map(labelStub) })),
  )

  app.get('/:userId/labels/:id', call(methods.getLabel), (c) =>
    forUser(c, gate, (mailbox) => {
      const id = c.req.param('id')
      if (!labelsOf(mailbox).includes(id)) return notFound(gmailService)
      return answer(c, gmailService, { ...labelStub(id), ...labelCounts(mailbox, id) })
    }),
  )

  return app
}

const pages = { usual: 100, most: 500 }

/** Google estimates no further, however many there are. */
const maxEstimate = 201

const forUser = (c: Context<ApiEnv>, gate: GmailGate, serve: (mailbox: Mailbox) => Response): Response => {
  const { mailbox } = c.var
  const userId = c.req.param('userId')?.toLowerCase()
  if (userId !== 'me' && userId !== mailbox.owner.address.toLowerCase()) {
    return forbidden(gmailService, `Delegation denied for ${mailbox.owner.address}`)
  }
  if (gate.withoutMail.includes(mailbox.owner.subject)) {
    return failedPrecondition(gmailService, 'Mail service not enabled')
  }
  return serve(mailbox)
}

const withPage = (
  c: Context<ApiEnv>,
  mailbox: Mailbox,
  list: typeof listMails,
  serve: (page: MessagePage) => Response,
): Response => {
  if (c.req.query('q') !== undefined) {
    return isMetadataOnly(c)
      ? forbidden(gmailService, "Metadata scope does not support 'q' parameter")
      : invalidArgument(gmailService, 'The simulated Gmail does not search')
  }
  const labelIds = c.req.queries('labelIds') ?? []
  const strange = labelIds.find((label) => !labelsOf(mailbox).includes(label))
  if (strange !== undefined) return invalidArgument(gmailService, `Invalid label: ${strange}`)
  const maxResults = pageSize(c.req.query('maxResults'), pages)
  if (maxResults === null) return badPageSize()
  const mails = list(mailbox, { labelIds, includeSpamTrash: c.req.query('includeSpamTrash') === 'true' })
  const page = pageOf(mails, { maxResults, pageToken: c.req.query('pageToken') ?? null })
  return page === null ? badPageToken() : serve(page)
}

/** Reads `format` and `metadataHeaders`; under gmail.metadata the default format, full, is refused. */
const withView = (c: Context<ApiEnv>, serve: (view: View) => Response): Response => {
  const asked = (c.req.query('format') ?? 'full').toLowerCase()
  const metadataOnly = isMetadataOnly(c)
  if (metadataOnly && (asked === 'full' || asked === 'raw')) {
    return forbidden(gmailService, `Metadata scope doesn't allow format ${asked.toUpperCase()}`)
  }
  if (asked === 'raw') return invalidArgument(gmailService, 'The simulated Gmail keeps no raw messages')
  const format = formats.find((known) => known === asked)
  if (format === undefined) return invalidArgument(gmailService, `Invalid value at 'format' : "${asked}"`)
  const names = c.req.queries('metadataHeaders') ?? []
  const headers = names.length === 0 ? null : new Set(names.map((name) => name.toLowerCase()))
  return serve({ format, headers, isMetadataOnly: metadataOnly })
}

const formats: readonly Format[] = ['minimal', 'metadata', 'full']

/** Metadata restrictions win where the token holds gmail.readonly as well. */
const isMetadataOnly = (c: Context<ApiEnv>): boolean => c.var.scopes.has(scopes.mailMetadata)

const missing = (id: string): Response =>
  /^[0-9a-f]{1,16}$/i.test(id) ? notFound(gmailService) : invalidArgument(gmailService, 'Invalid id value')

const badPageToken = (): Response => invalidArgument(gmailService, 'Invalid pageToken')

const badPageSize = (): Response => invalidArgument(gmailService, "Invalid value at 'max_results'")

const threadStub = (c: Context<ApiEnv>, mailbox: Mailbox, { threadId }: Mail): object => ({
  id: threadId,
  ...(isMetadataOnly(c) ? {} : { snippet: '' }),
  historyId: threadHistoryId(mailbox, threadId),
})

const threadHistoryId = (mailbox: Mailbox, threadId: string): string =>
  String(Math.max(...mailbox.threadIds(threadId).map((id) => Number(historyIdOf(mailbox, id)))))

const labelStub = (id: string): object => ({
  id,
  name: id,
  ...(isSystemLabel(id) ? {} : { messageListVisibility: 'show', labelListVisibility: 'labelShow' }),
  type: isSystemLabel(id) ? 'system' : 'user',
})

const labelCounts = (mailbox: Mailbox, label: string): object => {
  const total = { labelIds: [label], includeSpamTrash: true }
  const unread = { labelIds: [label, 'UNREAD'], includeSpamTrash: true }
  return {
    messagesTotal: listMails(mailbox, total).length,
    messagesUnread: listMails(mailbox, unread).length,
    threadsTotal: listThreads(mailbox, total).length,
    threadsUnread: listThreads(mailbox, unread).length,
  }
}
