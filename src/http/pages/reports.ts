/** The list of reports, and one report as the mail it was or will be. */
import { html } from 'hono/html'
import type { StoredReport } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { sayHeadline, saySubject, shortName, weekdayInWords } from '../../report/say.ts'
import { type Html, layout } from '../layout.ts'

export const reportListPage = (view: {
  readonly user: User
  readonly reports: readonly StoredReport[]
  readonly now: Instant
}): Html => {
  const { user, reports } = view
  return layout({
    title: 'Reports',
    section: 'reports',
    body: html`<section class="card narrow"><h1>Reports</h1>
<p>${user.nextReportAt === null ? html`The weekly email is switched off. <a href="/settings">Switch it on</a>` : `The next goes out on ${weekdayInWords(user.nextReportAt, user.zone)}, to ${user.address}.`}</p>
<p class="actions"><a class="button" href="/reports/preview">See what it would say today</a></p>
${reports.map(({ week, report, sentAt, failure }) =>
  report === null
    ? ''
    : html`<div class="each"><h2><a href="/reports/${week}">${weekdayInWords(report.at, report.zone)}</a></h2>
<p>${saySubject(report)}. ${sayHeadline(report)}</p>
<p class="muted">${report.suggestions.map(shortName).join(', ')}${sentAt === null ? ` – not sent yet${failure === null ? '' : `: ${failure}`}` : ''}</p></div>`,
)}
${reports.length === 0 ? html`<p class="muted">None has gone out yet.</p>` : ''}</section>`,
  })
}

export const reportPage = (view: {
  readonly title: string
  readonly mailPath: string
  readonly heldBackPath: string
}): Html =>
  layout({
    title: view.title,
    section: 'reports',
    body: html`<section class="card"><h1>${view.title}</h1><iframe class="mail" src="${view.mailPath}" title="The email" sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>
<p class="actions"><a class="button plain" href="${view.heldBackPath}">Who is not in it, and why</a></p></section>`,
  })
