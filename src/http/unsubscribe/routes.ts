/** Stopping the reports. A GET only asks; the button, or a mail provider's one-click POST (RFC 8058), does it. */
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Services } from '../../services.ts'
import { layout } from '../kit/layout.ts'
import { messagePage } from '../kit/message-page.ts'
import type { AppEnv } from '../kit/session.ts'

export const unsubscribeRoutes = new Hono<AppEnv>()
  .get('/:token', async (context) => {
    const user = await userOf(context.env.services, context.req.param('token'))
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
    const { services } = context.env
    const user = await userOf(services, context.req.param('token'))
    if (user === null) return context.html(messagePage(dead), 404)
    await services.saveReportSettings(user, { ...user, report: null })
    return context.html(messagePage(stopped))
  })

const userOf = async (services: Services, token: string) => {
  const link = await services.readUnsubscribeLink(token)
  return link.ok ? services.userById(link.value.userId) : null
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
