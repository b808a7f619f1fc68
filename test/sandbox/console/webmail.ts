/** The webmail's routes. Opening a letter marks it as read; everything else that changes one is a button. */
import { type Context, Hono } from 'hono'
import { formOf } from '../form.ts'
import type { Label, Mail, Mailbox } from '../world.ts'
import { composeFrame } from './compose-page.ts'
import { draftFromForm, draftFromLink, draftProblem } from './draft.ts'
import { answererOf } from './exchange.ts'
import { folderFrame } from './folder-page.ts'
import { folderNamed, inbox } from './folders.ts'
import { show } from './frame.ts'
import { mailDocument, mailPolicy } from './mail-body.ts'
import { type MessageAct, messageActs, messageFrame } from './message-page.ts'
import { type Notice, withNotice } from './notices.ts'
import { nobodyHere, nothingHere } from './nowhere.ts'
import { answerMessage, sentMessage } from './posting.ts'
import { isSent } from './reading.ts'
import { mailboxNamed, mailPath, type Setting } from './setting.ts'

export const createWebmail = (setting: Setting): Hono => {
  const { world } = setting
  const app = new Hono()

  app.on('GET', ['/gmail', '/gmail/'], (c) =>
    forMailbox(c, setting, c.req.query('authuser'), (mailbox) =>
      show(c, folderFrame(c, setting, { mailbox, folder: inbox })),
    ),
  )

  app.get('/gmail/u/:user/:folder{inbox|sent|all|spam|bin}', (c) =>
    forMailbox(c, setting, c.req.param('user'), (mailbox) =>
      show(c, folderFrame(c, setting, { mailbox, folder: folderNamed(c.req.param('folder')) ?? inbox })),
    ),
  )

  app.get('/gmail/u/:user/letter/:id', (c) =>
    forMessage(c, setting, (mailbox, posted) => {
      mailbox.relabel(posted.id, { remove: ['UNREAD'] })
      return show(c, messageFrame(c, setting, { mailbox, posted }))
    }),
  )

  app.get('/gmail/u/:user/letter/:id/body', (c) =>
    forMessage(c, setting, (_mailbox, { body }) => {
      if (body === null || body.html === null) return show(c, nothingHere(setting), 404)
      return c.body(mailDocument(body.html), 200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': mailPolicy,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      })
    }),
  )

  app.post('/gmail/u/:user/letter/:id/answer', (c) =>
    forMessage(c, setting, (mailbox, posted) => {
      const from = answererOf(mailbox, posted)
      if (from === undefined) return show(c, nothingHere(setting), 404)
      mailbox.deliver(answerMessage(posted, { mailbox, from, at: now(setting) }))
      return c.redirect(messagePath(setting, mailbox, posted), 303)
    }),
  )

  app.post('/gmail/u/:user/letter/:id/:act', (c) =>
    forMessage(c, setting, async (mailbox, posted) => {
      const name = messageActs.find((known) => known === c.req.param('act'))
      if (name === undefined) return show(c, nothingHere(setting), 404)
      const done = act(mailbox, posted, name)
      const form = await formOf(c)
      const folder = folderNamed(form.get('from') ?? '') ?? inbox
      const page = Number(form.get('page')) || 1
      return c.redirect(withNotice(`${mailPath(world, mailbox)}/${folder.name}?page=${page}`, done), 303)
    }),
  )

  // Gmail itself takes the account in the path as well.
  app.on('GET', ['/gmail/mail', '/gmail/mail/', '/gmail/mail/u/:user', '/gmail/mail/u/:user/'], (c) => {
    const { searchParams } = new URL(c.req.url)
    const user = c.req.param('user') ?? searchParams.get('authuser') ?? ''
    return forMailbox(c, setting, user, (mailbox) =>
      searchParams.get('view') === 'cm'
        ? show(c, composeFrame(setting, { mailbox, draft: draftFromLink(searchParams), problem: null }))
        : c.redirect(`${mailPath(world, mailbox)}/inbox`),
    )
  })

  app.on('POST', ['/gmail/mail', '/gmail/mail/'], async (c) => {
    const form = await formOf(c)
    return forMailbox(c, setting, form.get('authuser') ?? '', (mailbox) => {
      const draft = draftFromForm(form)
      const problem = draftProblem(draft)
      if (problem !== null) return show(c, composeFrame(setting, { mailbox, draft, problem }), 422)
      const posted = sentMessage(draft, { mailbox, at: now(setting) })
      mailbox.deliver(posted)
      return c.redirect(messagePath(setting, mailbox, posted), 303)
    })
  })

  app.get('/gmail/*', (c) => show(c, nothingHere(setting), 404))

  return app
}

type Answer = Response | Promise<Response>

const forMailbox = (
  c: Context,
  setting: Setting,
  name: string | undefined,
  serve: (mailbox: Mailbox) => Answer,
): Answer => {
  const mailbox = mailboxNamed(setting.world, name ?? '')
  return mailbox === undefined ? show(c, nobodyHere(setting, name ?? ''), 404) : serve(mailbox)
}

const forMessage = (c: Context, setting: Setting, serve: (mailbox: Mailbox, posted: Mail) => Answer): Answer =>
  forMailbox(c, setting, c.req.param('user'), (mailbox) => {
    const posted = mailbox.mail(c.req.param('id') ?? '')
    return posted === undefined ? show(c, nothingHere(setting), 404) : serve(mailbox, posted)
  })

const messagePath = ({ world }: Setting, mailbox: Mailbox, { id }: Mail): string =>
  `${mailPath(world, mailbox)}/letter/${id}?from=sent`

const now = ({ world }: Setting): number => Math.floor(world.clock.now())

/** What a mail client does to a letter, and what it says then. */
const act = (mailbox: Mailbox, posted: Mail, name: MessageAct): Notice => {
  switch (name) {
    case 'bin':
      mailbox.relabel(posted.id, { add: ['TRASH'], remove: ['INBOX', 'SPAM'] })
      return 'binned'
    case 'spam':
      mailbox.relabel(posted.id, { add: ['SPAM'], remove: ['INBOX'] })
      return 'spam'
    case 'restore':
      mailbox.relabel(posted.id, { add: homeOf(posted), remove: ['TRASH', 'SPAM'] })
      return 'restored'
    case 'remove':
      mailbox.remove(posted.id)
      return 'removed'
  }
}

/** A sent letter lies nowhere but in Sent, and keeps that label in the bin. */
const homeOf = (posted: Mail): readonly Label[] => (isSent(posted) ? [] : ['INBOX'])
