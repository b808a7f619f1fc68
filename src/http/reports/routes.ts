/** Reports: those that went out, and what the next would say. */
import { Hono } from 'hono/tiny'
import type { App } from '../../app.ts'
import { pageMail } from '../../deliver/report-mail.ts'
import { sendNow } from '../../deliver/send-now.ts'
import type { Report } from '../../model/report.ts'
import { type User, weekDue } from '../../model/user.ts'
import { maxReports, reportsWithOutcomes } from '../../people/outcomes.ts'
import { buildOverview, preferencesAt } from '../../people/overview.ts'
import { correct } from '../../store/corrections.ts'
import { reportOfWeek, weeksWithout } from '../../store/reports.ts'
import { reportWords } from '../../words/report.ts'
import { describeSendNowError } from '../kit/errors.ts'
import { messagePage } from '../kit/message-page.tsx'
import type { UserEnv } from '../kit/session.ts'
import { notThisWeekPage } from '../people/held-back-page.ts'
import { reportListPage, reportPage } from './page.ts'

export const reportRoutes = new Hono<UserEnv>()
  .get('/', async (context) => {
    const { app } = context.env
    const { user, accounts } = context.var
    const now = app.now()
    const [reports, without] = await Promise.all([
      reportsWithOutcomes(app, { userId: user.id, accounts, now }),
      weeksWithout(app.store, user.id, maxReports),
    ])
    const done = context.req.query('done') ?? null
    return context.html(reportListPage({ user, accounts, reports, without, now, done }))
  })
  .post('/send', async (context) => {
    const { app } = context.env
    const { user, accounts } = context.var
    const sent = await sendNow(app, { user, accounts, now: app.now() })
    if (sent.ok) return context.redirect('/reports?done=sent', 303)
    const { status, page } = describeSendNowError(sent.error)
    return context.html(messagePage(page, true), status)
  })
  .get('/preview', (context) =>
    context.html(
      reportPage({
        title: reportWords.previewTitle,
        mailPath: '/reports/preview/mail',
        heldBackPath: '/reports/preview/not-this-week',
      }),
    ),
  )
  .get('/preview/mail', async (context) => {
    const { app } = context.env
    const { user, accounts } = context.var
    const now = app.now()
    const { report } = await buildOverview(app, { user, accounts, week: weekDue(user, now), now })
    return mailResponse(app, user, report)
  })
  .get('/preview/not-this-week', async (context) => {
    const { app } = context.env
    const { user, accounts } = context.var
    const now = app.now()
    const { report } = await buildOverview(app, { user, accounts, week: weekDue(user, now), now })
    const preferences = await preferencesAt(app, { userId: user.id, accounts, now })
    return context.html(notThisWeekPage({ report, preferences }))
  })
  .post('/preferences/forget', async (context) => {
    const { app } = context.env
    const now = app.now()
    await correct(app.store, { userId: context.var.user.id, content: { kind: 'forget_preferences', before: now }, now })
    return context.redirect('/reports/preview/not-this-week', 303)
  })
  .get('/:week{[0-9-]+}/not-this-week', async (context) => {
    const stored = await reportOfWeek(context.env.app.store, context.var.user.id, context.req.param('week'))
    if (stored?.report == null) return context.notFound()
    return context.html(notThisWeekPage({ report: stored.report, preferences: null }))
  })
  .get('/:week{[0-9-]+}', async (context) => {
    const stored = await reportOfWeek(context.env.app.store, context.var.user.id, context.req.param('week'))
    if (stored?.report == null) return context.notFound()
    const path = `/reports/${stored.week}`
    return context.html(
      reportPage({ title: reportWords.sentTitle, mailPath: `${path}/mail`, heldBackPath: `${path}/not-this-week` }),
    )
  })
  .get('/:week{[0-9-]+}/mail', async (context) => {
    const stored = await reportOfWeek(context.env.app.store, context.var.user.id, context.req.param('week'))
    if (stored?.report == null) return context.notFound()
    return mailResponse(context.env.app, context.var.user, stored.report)
  })

/** A mail styles itself inline, which pages may not: it gets a policy of its own, and runs nothing. */
const mailResponse = async (app: Pick<App, 'publicUrl'>, user: User, report: Report): Promise<Response> => {
  const { html } = await pageMail(app, user, report)
  return new Response(html.replace('<head>', '<head><base target="_top">'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'",
      'cache-control': 'no-store',
    },
  })
}
