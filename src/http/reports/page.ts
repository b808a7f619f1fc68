/** The list of reports with what came of them, and one report as the mail it was or will be. */
import { html } from 'hono/html'
import type { Account } from '../../model/account.ts'
import type { StoredReport } from '../../model/report.ts'
import { type Instant, midnightOf } from '../../model/time.ts'
import { nextReportAfter, type User } from '../../model/user.ts'
import { countOutcomes, type ReportOutcome } from '../../report/outcomes.ts'
import { weekdayInWords } from '../../words/dates.ts'
import { describeSubject } from '../../words/mail-subject.ts'
import { shortName } from '../../words/name.ts'
import {
  describeNext,
  describeOutcome,
  describeSentNow,
  describeUnsent,
  outcomeRows,
  reportWords,
} from '../../words/report.ts'
import { describeHeadline } from '../../words/week.ts'
import { type Html, layout } from '../kit/layout.tsx'

export interface ReportListView {
  readonly user: User
  readonly accounts: readonly Account[]
  /** Newest first. */
  readonly reports: readonly ReportOutcome[]
  /** The weeks for which none was built, newest first. */
  readonly without: readonly StoredReport[]
  readonly now: Instant
  /** What was just done, or null. */
  readonly done: string | null
}

export const reportListPage = (view: ReportListView): Html => {
  const { user, reports, done } = view
  return layout({
    title: reportWords.title,
    section: 'reports',
    body: html`<section class="card narrow"><h1>${reportWords.title}</h1>
${done === 'sent' ? html`<p class="note" role="status">${describeSentNow(user.address)}</p>` : ''}
<p>${nextReport(view)}</p>
<div class="actions"><a class="button" href="/reports/preview">${reportWords.preview}</a>
<form method="post" action="/reports/send"><button class="button plain">${reportWords.sendNow}</button></form></div>
<p class="small muted">${reportWords.inBetween}</p></section>
${reports.length === 0 ? '' : html`<section class="card narrow"><h2>${reportWords.outcomes}</h2>${total(reports)}</section>`}
<section class="card narrow">${reports.map((each) => oneReport(each, view))}
${reports.length === 0 ? html`<p class="muted">${reportWords.none}</p>` : ''}</section>
${view.without.length === 0 ? '' : html`<section class="card narrow"><h2>${reportWords.without}</h2><ul class="rows">${view.without.map((each) => weekWithout(each, user))}</ul></section>`}`,
  })
}

const nextReport = ({ user, accounts, now }: ReportListView): Html => {
  const isConnected = !accounts.every(({ status }) => status.kind === 'disconnected')
  const at = user.nextReportAt === null ? null : nextReportAfter(user, now)
  const { sentence, link, label } = describeNext(user, { isConnected, at })
  return html`${sentence}${link === null ? '' : html` <a href="/${link}">${label}</a>`}`
}

const total = (reports: readonly ReportOutcome[]): Html => {
  const counts = countOutcomes(reports.flatMap(({ outcomes }) => [...outcomes.values()]))
  return html`<dl class="facts">${outcomeRows(counts).map(([label, count]) => html`<dt>${label}</dt><dd>${count}</dd>`)}</dl>
<p class="small muted">${reportWords.outcomesHint}</p>`
}

const oneReport = ({ stored, outcomes }: ReportOutcome, { user }: ReportListView): Html | '' => {
  const { week, report, sentAt, failure } = stored
  if (report === null) return ''
  const day = { ...report, locale: user.locale }
  return html`<div class="each"><h2><a href="/reports/${week}">${weekdayInWords(report.at, report.zone, user.locale)}</a></h2>
<p>${describeSubject(report)}. ${describeHeadline(report)}</p>
${sentAt === null ? html`<p class="note small">${describeUnsent(failure)}</p>` : ''}
${
  report.suggestions.length === 0
    ? ''
    : html`<ul class="rows">${report.suggestions.map((suggestion) => {
        const outcome = outcomes.get(suggestion.personId)
        return html`<li><a href="/people/${suggestion.personId}">${shortName(suggestion)}</a><span class="muted">${outcome === undefined ? '' : describeOutcome(outcome, day)}</span></li>`
      })}</ul>`
}</div>`
}

const weekWithout = ({ week, failure }: StoredReport, { locale }: User): Html =>
  html`<li><span>${weekdayInWords(midnightOf(week), 'UTC', locale)}</span><span class="muted">${describeUnsent(failure)}</span></li>`

export const reportPage = (view: {
  readonly title: string
  readonly mailPath: string
  readonly heldBackPath: string
}): Html =>
  layout({
    title: view.title,
    section: 'reports',
    body: html`<section class="card"><h1>${view.title}</h1><iframe class="mail" src="${view.mailPath}" title="${reportWords.mail}" sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>
<p class="actions"><a class="button plain" href="${view.heldBackPath}">${reportWords.notInIt}</a></p></section>`,
  })
