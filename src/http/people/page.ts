/** The people page: the picture, this week, and everyone in a list. */
import { html } from 'hono/html'
import type { Account } from '../../model/account.ts'
import type { Band } from '../../model/health.ts'
import { lastMeetingOf } from '../../model/person.ts'
import { stageOf } from '../../model/read.ts'
import { lastContactAt } from '../../model/relationship.ts'
import type { Report, Suggestion } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { type Candidate, closestOf } from '../../report/candidate.ts'
import { bandCounts } from '../../report/compose.ts'
import { dayInWords, dayOf, type ReportDay } from '../../words/dates.ts'
import {
  describeBand,
  describeBandCount,
  describeCircle,
  describeHeading,
  describeNoMatch,
  describeSentReport,
  describeShowMore,
  peopleWords,
} from '../../words/people.ts'
import { describeAction, describeReason } from '../../words/reason.ts'
import { agoInWords, rhythmInWords } from '../../words/spans.ts'
import { describeNote, describeReconnection } from '../../words/week.ts'
import { type Html, layout } from '../kit/layout.tsx'
import { circlePicture } from './circle-picture.ts'

export interface PeopleView {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly candidates: readonly Candidate[]
  /** The report as it would be now; null while searching. */
  readonly report: Report | null
  /** The report of this week as it went out, with whom it still is about; or null. */
  readonly sent: Report | null
  readonly query: string
  /** The group shown, or '' for everyone. */
  readonly group: string
  /** The correction just made. */
  readonly note: Html
  /** How many of the list are shown. */
  readonly shown: number
  readonly now: Instant
}

export const nextPageSize = 100

export const peoplePage = (view: PeopleView): Html =>
  layout({
    title: peopleWords.title,
    section: 'people',
    body: html`${view.note}${view.query === '' && view.group === '' ? overview(view) : ''}${list(view)}`,
  })

const overview = (view: PeopleView): Html => {
  const { user, now, candidates, accounts, report, sent } = view
  const day = dayOf(user, now)
  return html`<div class="two"><section class="card">
<h1>${describeHeading(report)}</h1>
<p class="muted">${describeCircle(candidates.length, readAtOf(accounts), day)}</p>
${accounts.every(({ status, feeds }) => status.kind === 'disconnected' || stageOf(feeds.mail) === 'done') ? '' : html`<p class="note small">${peopleWords.stillReading} <a href="/reading">${peopleWords.seeReading}</a></p>`}
${candidates.length === 0 ? html`<p>${peopleWords.noneYet}</p>` : html`${circlePicture(candidates)}${key(bandCounts(candidates), user.locale)}`}
</section>
<section class="card"><h1>${peopleWords.thisWeek}</h1>${sent === null ? '' : html`<p class="muted">${describeSentReport(sent.at, day)}</p>`}${report === null ? '' : thisWeek(sent ?? report)}</section></div>`
}

/** When the mailbox was read that was read longest ago. */
const readAtOf = (accounts: readonly Account[]): Instant | null => {
  const times = accounts.flatMap(({ feeds }) => feeds.mail.readAt ?? [])
  return times.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null)
}

const shownBands: readonly Band[] = ['thriving', 'steady', 'fading', 'quiet', 'new', 'unknown']

/** The bands of everyone: what the email counts, and in sum as many as the page says there are. */
const key = (counts: Report['bands'], locale: string): Html =>
  html`<ul class="key">${shownBands.map((band) => (counts[band] === 0 ? '' : html`<li><span class="mark ${band}"></span>${describeBandCount(band, counts[band], locale)}</li>`))}</ul>`

const oneOf = (suggestion: Suggestion, report: Report): Html =>
  html`<div class="each"><h2><a href="/people/${suggestion.personId}">${suggestion.name}</a></h2>
<p>${describeReason(suggestion, report)}</p>
<p><a class="button" href="/people/${suggestion.personId}/text">${describeAction(suggestion)}</a></p></div>`

const waitingOf = ({ waiting }: Report): readonly Suggestion[] => waiting ?? []

const thisWeek = (report: Report): Html => html`
${report.suggestions.length === 0 ? html`<p>${peopleWords.noneThisWeek}</p>` : ''}
${report.suggestions.map((suggestion) => oneOf(suggestion, report))}
${waitingOf(report).length === 0 ? '' : html`<h1>${peopleWords.stillWaiting}</h1>${waitingOf(report).map((each) => oneOf(each, report))}`}
${report.reconnections.length === 0 ? '' : html`<div class="each"><h2>${peopleWords.itWorked}</h2>${report.reconnections.map((each) => html`<p>${describeReconnection(each, report)}</p>`)}</div>`}
${report.notes.map((note) => html`<p class="note small">${describeNote(note, report)}</p>`)}`

const list = (view: PeopleView): Html => {
  const { candidates, query, group, shown, now } = view
  const wanted = query.toLowerCase()
  const found = candidates.filter(
    ({ person }) => wanted === '' || `${person.name} ${person.addresses.join(' ')}`.toLowerCase().includes(wanted),
  )
  const closest = closestOf(found, shown)
  const bearers = Map.groupBy(closest, ({ person }) => person.name)
  const day = dayOf(view.user, now)
  const rowOf = (candidate: Candidate): Html =>
    row(candidate, { day, isNamesake: (bearers.get(candidate.person.name)?.length ?? 0) > 1 })
  return html`<section class="card" id="everyone"><h1>${group === '' ? peopleWords.everyone : group}</h1>
<form class="field" role="search" method="get" action="/people#everyone"><label for="q">${peopleWords.search}</label><input id="q" type="search" name="q" value="${query}"></form>
<p class="links small"><a href="/people/groups">${peopleWords.groups}</a><a href="/people/merges">${peopleWords.merges}</a><a href="/people/excluded${query === '' ? '' : `?q=${encodeURIComponent(query)}`}">${peopleWords.missing}</a><a href="/people/corrections">${peopleWords.corrections}</a></p>
<div class="scroll"><table><thead><tr>${peopleWords.columns.map((column, index) => html`<th${wideColumns.includes(index) ? html` class="wide"` : ''}>${column}</th>`)}</tr></thead><tbody>
${closest.map(rowOf)}</tbody></table></div>
${found.length === 0 ? html`<p>${describeNoMatch(query)}</p>` : ''}
${found.length > shown ? showMore(view, found.length) : ''}
</section>`
}

/** Of the table's columns, those a narrow screen has no room for. */
const wideColumns: readonly number[] = [2, 4]

const row = (
  { person, health }: Candidate,
  { day, isNamesake }: { readonly day: ReportDay; readonly isNamesake: boolean },
): Html => {
  const last = lastContactAt(person.relationship, day.at)
  const met = lastMeetingOf(person, day.at)
  const { nothing } = peopleWords
  return html`<tr><td class="name"><a href="/people/${person.id}">${person.name}</a>${isNamesake ? html`<br><span class="small muted">${person.address}</span>` : ''}</td><td class="stands"><span class="mark ${health.band}"></span>${describeBand(health.band)}</td><td class="wide">${health.usualGapDays === null ? nothing : rhythmInWords(health.usualGapDays)}</td><td>${last === null ? nothing : agoInWords(health.silenceDays ?? 0)}</td><td class="wide">${met === null ? nothing : dayInWords(met, day)}</td></tr>
`
}

const showMore = ({ query, group, shown, user }: PeopleView, all: number): Html => {
  const parameters = new URLSearchParams({
    ...(query !== '' && { q: query }),
    ...(group !== '' && { group }),
    show: String(shown + 10 * nextPageSize),
  })
  return html`<p class="actions"><a class="button plain" href="/people?${parameters.toString()}#everyone">${describeShowMore(all, user.locale)}</a></p>`
}
