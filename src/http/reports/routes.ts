/** Reports: those that went out, and what the next would say. */
import { Hono } from 'hono'
import type { SendNowError } from '../../model/mail.ts'
import type { Report } from '../../model/report.ts'
import { type Message, messagePage } from '../kit/message-page.ts'
import type { UserEnv } from '../kit/session.ts'
import { notThisWeekPage } from '../people/held-back-page.ts'
import { reportListPage, reportPage } from './page.ts'

export const reportRoutes = new Hono<UserEnv>()
  .get('/', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const accounts = await services.accountsOf(user.id)
    const reports = await services.reportsOf(user.id, accounts)
    return context.html(
      reportListPage({ user, accounts, reports, now: services.now(), done: context.req.query('done') ?? null }),
    )
  })
  .post('/send', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const sent = await services.sendNow(user, await services.accountsOf(user.id))
    if (sent.ok) return context.redirect('/reports?done=sent', 303)
    return context.html(messagePage(describeSendNowError(sent.error)), sent.error.reason === 'too_soon' ? 429 : 502)
  })
  .get('/preview', (context) =>
    context.html(
      reportPage({
        title: 'What it would say today',
        mailPath: '/reports/preview/mail',
        heldBackPath: '/reports/preview/not-this-week',
      }),
    ),
  )
  .get('/preview/mail', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const report = await services.preview(user, await services.accountsOf(user.id))
    return mailResponse(await htmlOf(context.env, user, report))
  })
  .get('/preview/not-this-week', async (context) => {
    const { services } = context.env
    const { user } = context.var
    const accounts = await services.accountsOf(user.id)
    const [report, preferences] = [await services.preview(user, accounts), await services.preferencesOf(user, accounts)]
    return context.html(notThisWeekPage({ report, preferences }))
  })
  .post('/preferences/forget', async (context) => {
    const { services } = context.env
    await services.correct(context.var.user.id, { kind: 'forget_preferences', before: services.now() })
    return context.redirect('/reports/preview/not-this-week', 303)
  })
  .get('/:week{[0-9-]+}/not-this-week', async (context) => {
    const stored = await context.env.services.reportOf(context.var.user.id, context.req.param('week'))
    if (stored?.report == null) return context.notFound()
    return context.html(notThisWeekPage({ report: stored.report, preferences: null }))
  })
  .get('/:week{[0-9-]+}', async (context) => {
    const stored = await context.env.services.reportOf(context.var.user.id, context.req.param('week'))
    if (stored?.report == null) return context.notFound()
    const path = `/reports/${stored.week}`
    return context.html(
      reportPage({ title: 'As it went out', mailPath: `${path}/mail`, heldBackPath: `${path}/not-this-week` }),
    )
  })
  .get('/:week{[0-9-]+}/mail', async (context) => {
    const stored = await context.env.services.reportOf(context.var.user.id, context.req.param('week'))
    if (stored?.report == null) return context.notFound()
    return mailResponse(await htmlOf(context.env, context.var.user, stored.report))
  })

const htmlOf = async (
  { services }: UserEnv['Bindings'],
  user: UserEnv['Variables']['user'],
  report: Report,
): Promise<string> => (await services.pageMailOf(user, report)).html

const describeSendNowError = (error: SendNowError): Message => {
  const action = { href: '/reports', label: 'Back to the reports' }
  switch (error.reason) {
    case 'too_soon':
      return {
        title: 'It was sent a moment ago',
        text: 'Give it a few minutes to arrive before you ask again.',
        action,
      }
    case 'mail_stopped':
      return {
        title: 'Mail to you is stopped',
        text: 'It came back, or was called unwanted. In the settings you can have it sent again.',
        action: { href: '/settings', label: 'Settings' },
      }
    case 'not_sent':
      return {
        title: 'It could not be sent',
        text: `The mail carrier did not take it${error.detail === '' ? '' : ` (${error.detail})`}. Nothing else has changed.`,
        action,
      }
  }
}

/** A mail styles itself inline, which pages may not: it gets a policy of its own, and runs nothing. */
const mailResponse = (html: string): Response =>
  new Response(html.replace('<head>', '<head><base target="_top">'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'",
      'cache-control': 'no-store',
    },
  })
