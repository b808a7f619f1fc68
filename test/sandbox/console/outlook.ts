/** Outlook's addresses into the webmail: its compose window, and the letters that Graph's webLinks lead to. */
import { Hono } from 'hono'
import { mailWith } from '../microsoft/message-lists.ts'
import { composeFrame } from './compose-page.ts'
import { draftFromOutlook } from './draft.ts'
import { show } from './frame.ts'
import { nobodyHere, nothingHere } from './nowhere.ts'
import { mailPath, outlookMailbox, type Setting } from './setting.ts'

export const createOutlook = (setting: Setting): Hono => {
  const { world } = setting
  const app = new Hono()

  app.on('GET', ['/outlook/mail/deeplink/compose', '/outlook/mail/:number{[0-9]+}/deeplink/compose'], (c) => {
    const { search, searchParams } = new URL(c.req.url)
    const hint = searchParams.get('login_hint')
    const number = c.req.param('number')
    const mailbox = outlookMailbox(world, { hint, number: number === undefined ? null : Number(number) })
    if (mailbox === undefined) return show(c, nobodyHere(setting, hint ?? number ?? ''), 404)
    return show(c, composeFrame(setting, { mailbox, draft: draftFromOutlook(search), problem: null }))
  })

  app.get('/outlook/owa/', (c) => {
    const id = c.req.query('ItemID') ?? ''
    for (const mailbox of world.mailboxesAt('microsoft')) {
      const mail = mailWith(mailbox, id)
      if (mail !== null && mail !== undefined) {
        return c.redirect(`${mailPath(world, mailbox)}/letter/${mail.id}`)
      }
    }
    return show(c, nothingHere(setting), 404)
  })

  app.get('/outlook/*', (c) => show(c, nothingHere(setting), 404))

  return app
}
