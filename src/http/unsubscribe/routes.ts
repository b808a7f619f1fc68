/** Stopping the reports. A GET only asks; the button, or a mail provider's one-click POST (RFC 8058), does it. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { App } from '../../app.ts'
import { readUnsubscribeLink } from '../../deliver/links.ts'
import type { User } from '../../model/user.ts'
import { saveReportSettings, userById } from '../../store/users.ts'
import { layout } from '../kit/layout.ts'
import { messagePage } from '../kit/message-page.ts'
import type { AppEnv } from '../kit/session.ts'

export const unsubscribeRoutes = new Hono<AppEnv>()
  .get('/:token', async (context) => {
    const user = await userOfToken(context.env.app, context.req.param('token'))
    if (user === null) return context.html(messagePage(dead), 404)
    return context.html(
      layout({
        title: 'Stop the Monday email',
        section: null,
        body: html`<div class="card"><h1>Stop the Monday email?</h1>
<p>Your people stay as they are, and you can switch it on again in the settings at any time.</p>
<form method="post" class="actions"><button class="button">Stop it</button></form></div>`,
      }),
    )
  })
  .post('/:token', async (context) => {
    const { app } = context.env
    const user = await userOfToken(app, context.req.param('token'))
    if (user === null) return context.html(messagePage(dead), 404)
    await saveReportSettings(app.store, user, { ...user, report: null }, app.now())
    return context.html(messagePage(stopped))
  })

const userOfToken = async (app: Pick<App, 'store' | 'keys' | 'now'>, token: string): Promise<User | null> => {
  const link = await readUnsubscribeLink(app, token, app.now())
  return link.ok ? userById(app.store, link.value.userId) : null
}

const dead = {
  title: 'This link does not work any more',
  text: 'You can stop the email in the settings.',
  action: { href: '/settings', label: 'Settings' },
}

const stopped = {
  title: 'The Monday email is stopped',
  text: 'Nothing more will be sent. Your people stay as they are.',
  action: { href: '/settings', label: 'Switch it on again' },
}
