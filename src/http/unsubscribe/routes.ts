/** Stopping the reports. A GET only asks; the button, or a mail provider's one-click POST (RFC 8058), does it. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Services } from '../../services.ts'
import { unsubscribeBroken, unsubscribed, unsubscribeWords } from '../../words/unsubscribe.ts'
import { layout } from '../kit/layout.tsx'
import { noticePage } from '../kit/message-page.tsx'
import type { AppEnv } from '../kit/session.ts'

export const unsubscribeRoutes = new Hono<AppEnv>()
  .get('/:token', async (context) => {
    const user = await userOf(context.env.services, context.req.param('token'))
    if (user === null) return context.html(noticePage(unsubscribeBroken, '/settings'), 404)
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
    const { services } = context.env
    const user = await userOf(services, context.req.param('token'))
    if (user === null) return context.html(noticePage(unsubscribeBroken, '/settings'), 404)
    await services.saveReportSettings(user, { ...user, report: null })
    return context.html(noticePage(unsubscribed, '/settings'))
  })

const userOf = async (services: Services, token: string) => {
  const link = await services.readUnsubscribeLink(token)
  return link.ok ? services.userById(link.value.userId) : null
}
