/** Stopping the reports. A GET only asks; the button, or a mail provider's one-click POST (RFC 8058), does it. */

import { html } from 'hono/html'
import { Hono } from 'hono/tiny'
import type { App } from '../../app.ts'
import { readUnsubscribeLink } from '../../deliver/links.ts'
import type { User } from '../../model/user.ts'
import { saveReportSettings, userById } from '../../store/users.ts'
import { unsubscribeBroken, unsubscribed, unsubscribeWords } from '../../words/unsubscribe.ts'
import { layout } from '../kit/layout.tsx'
import { noticePage } from '../kit/message-page.tsx'
import type { AppEnv } from '../kit/session.ts'

export const unsubscribeRoutes = new Hono<AppEnv>()
  .get('/:token', async (context) => {
    const user = await userOfToken(context.env.app, context.req.param('token'))
    if (user === null) return context.html(noticePage(unsubscribeBroken, '/settings', false), 404)
    return context.html(
      layout({
        title: unsubscribeWords.title,
        section: null,
        body: html`<div class="card"><h1>${unsubscribeWords.heading}</h1>
<p>${unsubscribeWords.hint}</p>
<form method="post" class="actions"><button class="button">${unsubscribeWords.stop}</button></form></div>`,
      }),
    )
  })
  .post('/:token', async (context) => {
    const { app } = context.env
    const user = await userOfToken(app, context.req.param('token'))
    if (user === null) return context.html(noticePage(unsubscribeBroken, '/settings', false), 404)
    await saveReportSettings(app.store, user, { ...user, report: null }, app.now())
    return context.html(noticePage(unsubscribed, '/settings', false))
  })

const userOfToken = async (app: Pick<App, 'store' | 'keys' | 'now'>, token: string): Promise<User | null> => {
  const link = await readUnsubscribeLink(app, token, app.now())
  return link.ok ? userById(app.store, link.value.userId) : null
}
