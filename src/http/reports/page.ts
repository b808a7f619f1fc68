/** The list of reports with what they brought about, and one report as the mail it was or will be. */
import { html } from 'hono/html'
import type { Account } from '../../model/account.ts'
import type { ReportFailure, SuggestionAct } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'
import { nextReportAfter, type User } from '../../model/user.ts'
import { countOutcomes, type OutcomeCounts, type ReportOutcome, type SuggestionOutcome } from '../../report/outcomes.ts'
import { dayInWords, type ReportDay, weekdayInWords } from '../../words/dates.ts'
import { describeSubject } from '../../words/mail-subject.ts'
import { shortName } from '../../words/name.ts'
import { describeHeadline } from '../../words/week.ts'
import { type Html, layout } from '../kit/layout.ts'

export interface ReportListView {
  readonly user: User
  readonly accounts: readonly Account[]
  /** Newest first. */
  readonly reports: readonly ReportOutcome[]
  readonly now: Instant
  /** What was just done, or null. */
  readonly done: string | null
}

export const reportListPage = (view: ReportListView): Html => {
  const { user, reports, done } = view
  return layout({
    title: 'Reports',
    section: 'reports',
    body: html`<section class="card narrow"><h1>Reports</h1>
${done === 'sent' ? html`<p class="note" role="status">Sent to ${user.address}. It counts as no week’s report, and nobody rests because of it.</p>` : ''}
<p>${describeNext(view)}</p>
<div class="actions"><a class="button" href="/reports/preview">See what it would say today</a>
<form method="post" action="/reports/send"><button class="button plain">Send it to me now</button></form></div></section>
${reports.length === 0 ? '' : html`<section class="card narrow"><h2>What they brought about</h2>${total(reports)}</section>`}
<section class="card narrow">${reports.map((each) => oneReport(each, view))}
${reports.length === 0 ? html`<p class="muted">None has gone out yet.</p>` : ''}</section>`,
  })
}

const describeNext = ({ user, accounts, now }: ReportListView): Html => {
  if (user.mailStop !== null) {
    return html`Mail to ${user.address} is stopped. <a href="/settings">See why, and have it sent again</a>`
  }
  if (accounts.every(({ status }) => status.kind === 'disconnected')) {
    return html`No account is connected, so there is nothing to tell. <a href="/accounts">Connect one</a>`
  }
  return user.nextReportAt === null
    ? html`The weekly email is switched off. <a href="/settings">Switch it on</a>`
    : html`The next goes out on ${weekdayInWords(nextReportAfter(user, now), user.zone, user.locale)}, to ${user.address}.`
}

const total = (reports: readonly ReportOutcome[]): Html => {
  const counts = countOutcomes(reports.flatMap(({ outcomes }) => [...outcomes.values()]))
  return html`<dl class="facts">${countRows(counts).map(([label, count]) => html`<dt>${label}</dt><dd>${count}</dd>`)}</dl>
<p class="small muted">“Opened” counts what you did on a page of ours. A link in a mail says nothing: scanners open every one of them.</p>`
}

const countRows = (counts: OutcomeCounts): readonly (readonly [string, number])[] => [
  ['Suggested', counts.suggested],
  ['Opened on our page', counts.opened],
  ['You wrote', counts.written],
  ['They answered', counts.answered],
  ['You met', counts.met],
]

const oneReport = ({ stored, outcomes }: ReportOutcome, { user }: ReportListView): Html | '' => {
  const { week, report, sentAt, failure } = stored
  if (report === null) return ''
  return html`<div class="each"><h2><a href="/reports/${week}">${weekdayInWords(report.at, report.zone, user.locale)}</a></h2>
<p>${describeSubject(report)}. ${describeHeadline(report)}</p>
${sentAt === null ? html`<p class="note small">${describeUnsent(failure)}</p>` : ''}
${
  report.suggestions.length === 0
    ? ''
    : html`<ul class="rows">${report.suggestions.map((suggestion) => {
        const outcome = outcomes.get(suggestion.personId)
        return html`<li><a href="/people/${suggestion.personId}">${shortName(suggestion)}</a><span class="muted">${outcome === undefined ? '' : describeOutcome(outcome, { ...report, locale: user.locale })}</span></li>`
      })}</ul>`
}</div>`
}

const describeUnsent = (failure: ReportFailure | null): string => {
  switch (failure) {
    case null:
      return 'Not sent yet.'
    case 'in_doubt':
      return 'Whether it reached you is not known: the mail carrier did not say, and sending it again might have meant two. You can read it here.'
    case 'mail_stopped':
      return 'Not sent: mail to you is stopped.'
    case 'overtaken':
      return 'Not sent: the next one came round first.'
    default:
      return `Not sent: the mail carrier refused it (${failure.replace(/^refused: /, '')}).`
  }
}

const describeOutcome = ({ acts, writtenAt, answeredAt, metAt }: SuggestionOutcome, day: ReportDay): string => {
  const parts = [
    ...(['opened', 'done', 'snoozed', 'less_often', 'not_a_person'] as const).flatMap((act) =>
      acts.has(act) ? actsInWords[act] : [],
    ),
    ...(writtenAt === null ? [] : [`you wrote on ${dayInWords(writtenAt, day)}`]),
    ...(answeredAt === null ? [] : [`answered on ${dayInWords(answeredAt, day)}`]),
    ...(metAt === null ? [] : [`you met on ${dayInWords(metAt, day)}`]),
  ]
  return parts.length === 0 ? 'nothing yet' : parts.join(' · ')
}

const actsInWords: Readonly<Record<SuggestionAct, string>> = {
  opened: 'opened',
  done: 'done elsewhere',
  snoozed: 'resting',
  less_often: 'less often',
  not_a_person: 'left out',
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
