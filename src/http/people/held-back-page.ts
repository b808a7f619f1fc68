/** Who had a reason and is not in the report, and what keeps them out; and what the user's response has taught. */
import { html } from 'hono/html'
import { heldBackOf, type Report } from '../../model/report.ts'
import type { Preferences } from '../../report/preferences.ts'
import { describeHeldBack } from '../../words/held-back.ts'
import { describeLearned, describeOtherwise, describeTaught, heldBackWords } from '../../words/report.ts'
import { type Html, layout } from '../kit/layout.tsx'

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
    title: heldBackWords.title,
    section: 'reports',
    body: html`<section class="card narrow"><h1>${heldBackWords.title}</h1>
<p>${heldBackWords.intro}</p>
${held.length === 0 ? html`<p class="muted">${heldBackWords.none}</p>` : ''}
${held.map(
  (each) => html`<div class="each"><h2><a href="/people/${each.personId}">${each.name}</a></h2>
<p>${describeHeldBack(each, report)}</p>${each.guard === 'no_room' ? '' : html`<p class="muted">${describeOtherwise(each.kind)}</p>`}</div>`,
)}</section>
${preferences === null ? '' : taught(preferences, report)}`,
  })
}

const taught = ({ learned, since }: Preferences, report: Report): Html => html`<section class="card narrow">
<h2>${heldBackWords.taught}</h2>
<p>${describeTaught(since, report)}</p>
${
  learned.length === 0
    ? html`<p class="muted">${heldBackWords.nothingTaught}</p>`
    : html`<ul>${learned.map((each) => html`<li>${describeLearned(each)}</li>`)}</ul>
<form method="post" action="/reports/preferences/forget" class="actions"><button class="button plain">${heldBackWords.forget}</button></form>`
}</section>`
