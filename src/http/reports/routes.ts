/** Reports: those that went out, and what the next would say. */
import { Hono } from 'hono'
import type { Report } from '../../model/report.ts'
import { describeSendNowError, reportWords } from '../../words/report.ts'
import { noticePage } from '../kit/message-page.tsx'
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
    const way = sent.error.reason === 'mail_stopped' ? '/settings' : '/reports'
    return context.html(noticePage(describeSendNowError(sent.error), way), sent.error.reason === 'too_soon' ? 429 : 502)
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
      reportPage({ title: reportWords.sentTitle, mailPath: `${path}/mail`, heldBackPath: `${path}/not-this-week` }),
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
