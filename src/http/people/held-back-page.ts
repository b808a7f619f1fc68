/** Who had a reason and is not in the report, and what keeps them out; and what the user's answers have taught. */
import { html } from 'hono/html'
import { heldBackOf, type Report } from '../../model/report.ts'
import type { LearnedWorth, Preferences } from '../../report/preferences.ts'
import { dayInWords } from '../../words/dates.ts'
import { describeHeldBack } from '../../words/held-back.ts'
import { reasonKinds } from '../../words/reason.ts'
import { type Html, layout } from '../kit/layout.ts'

export const notThisWeekPage = ({
  report,
  preferences,
}: {
  readonly report: Report
  /** Null for a report of another day, which knew others. */
  readonly preferences: Preferences | null
}): Html => {
  const held = heldBackOf(report)
  return layout({
    title: 'Not this week, and why',
    section: 'reports',
    body: html`<section class="card narrow"><h1>Not this week, and why</h1>
<p>People who gave a reason to write to them, and what speaks against it.</p>
${held.length === 0 ? html`<p class="muted">Nobody was held back.</p>` : ''}
${held.map(
  (each) => html`<div class="each"><h2><a href="/people/${each.personId}">${each.name}</a></h2>
<p>${describeHeldBack(each, report)}</p>${each.guard === 'no_room' ? '' : html`<p class="muted">Otherwise: ${reasonKinds[each.kind]}.</p>`}</div>`,
)}</section>
${preferences === null ? '' : taught(preferences, report)}`,
  })
}

const taught = ({ learned, since }: Preferences, report: Report): Html => html`<section class="card narrow">
<h2>What your answers have taught</h2>
<p>Kinds of reasons that you take up come a little sooner, others a little later${since === null ? '' : ` (counted from ${dayInWords(since, report)})`}.</p>
${
  learned.length === 0
    ? html`<p class="muted">Nothing yet.</p>`
    : html`<ul>${learned.map((each) => html`<li>${describeLearned(each)}</li>`)}</ul>
<form method="post" action="/reports/preferences/forget" class="actions"><button class="button plain">Forget this</button></form>`
}</section>`

const describeLearned = ({ kind, suggested, takenUp, worth }: LearnedWorth): string => {
  const how = worth > 1.05 ? ': sooner' : worth < 0.95 ? ': later' : ''
  return `${reasonKinds[kind]} – taken up ${takenUp} of ${suggested} ${suggested === 1 ? 'time' : 'times'}${how}`
}
