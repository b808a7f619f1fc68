/** Who had a reason and is not in the report, and what keeps them out; and what the user's response has taught. */
import { html } from 'hono/html'
import { type HeldBack, heldBackOf, type Report } from '../../model/report.ts'
import type { Preferences } from '../../report/preferences.ts'
import { describeCrowdedOut, describeHeldBack, describeHeldGroup, describeMoreOverdue } from '../../words/held-back.ts'
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
  const more = report.moreOverdue ?? 0
  const groups = Map.groupBy(held, ({ guard }) => guard)
  // Where nobody is named who had to give way, those without a name still did.
  if (more > 0 && !groups.has('no_room')) groups.set('no_room', [])
  return layout({
    title: heldBackWords.title,
    section: 'reports',
    body: html`<section class="card narrow"><h1>${heldBackWords.title}</h1>
<p>${heldBackWords.intro}</p>
${groups.size === 0 ? html`<p class="muted">${heldBackWords.none}</p>` : ''}
</section>
${[...groups].map(
  ([
    guard,
    people,
  ]) => html`<section class="card narrow"><h2>${guard === 'no_room' ? crowdedOut(people, more) : describeHeldGroup(guard, people.length)}</h2>
${people.map(
  (each) => html`<div class="each"><h3><a href="/people/${each.personId}">${each.name}</a></h3>
<p>${describeHeldBack(each, report)}</p>${guard === 'no_room' ? '' : html`<p class="muted">${describeOtherwise(each.kind)}</p>`}</div>`,
)}
${guard === 'no_room' && more > 0 && people.length > 0 ? html`<p class="muted">${describeMoreOverdue(more)}</p>` : ''}</section>`,
)}
${preferences === null ? '' : taught(preferences, report)}`,
  })
}

const crowdedOut = (people: readonly HeldBack[], more: number): string => {
  const overdue = people.filter(({ kind }) => kind === 'rhythm_broken' || kind === 'chosen_rhythm').length
  return describeCrowdedOut({ overdue: overdue + more, others: people.length - overdue })
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
