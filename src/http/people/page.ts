/** The people page: the picture, this week, and everyone in a list. */
import { html } from 'hono/html'
import type { Account } from '../../model/account.ts'
import type { Band } from '../../model/health.ts'
import { lastMeetingOf } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import type { Report } from '../../model/report.ts'
import type { Instant } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import { type Candidate, closestOf } from '../../report/candidate.ts'
import { describeAgo } from '../../words/account.ts'
import { dayInWords, dayOf } from '../../words/dates.ts'
import { numberInWords } from '../../words/numbers.ts'
import { describeAction, describeReason } from '../../words/reason.ts'
import { agoInWords, rhythmInWords } from '../../words/spans.ts'
import { describeNote, describeReconnection, describeState } from '../../words/week.ts'
import { type Html, layout } from '../kit/layout.ts'
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
  /** The group shown, or '' for everybody. */
  readonly group: string
  /** What was just said about somebody. */
  readonly note: Html
  /** How many of the list are shown. */
  readonly shown: number
  readonly now: Instant
}

export const nextPageSize = 100

export const peoplePage = (view: PeopleView): Html =>
  layout({
    title: 'People',
    section: 'people',
    body: html`${view.note}${view.query === '' && view.group === '' ? overview(view) : ''}${list(view)}`,
  })

const overview = (view: PeopleView): Html => {
  const { candidates, report, sent } = view
  return html`<div class="two"><section class="card">
<h1>${report === null ? 'Your people' : stateOf(report)}</h1>
<p class="muted">${numberInWords(candidates.length, view.user.locale)} people${readUpTo(view)}. Nearer the middle is closer.</p>
${view.accounts.every(({ status, feeds }) => status.kind === 'disconnected' || feeds.mail.past === 'done') ? '' : html`<p class="note small">Still reading: more people will appear. <a href="/reading">See how far it is</a></p>`}
${candidates.length === 0 ? html`<p>Nobody is here yet. This page fills while your mail is read; give it a minute and reload.</p>` : html`${circlePicture(candidates)}${key}`}
</section>
<section class="card"><h1>This week</h1>${sent === null ? '' : html`<p class="muted">As your email of ${dayInWords(sent.at, dayOf(view.user, view.now))} said.</p>`}${report === null ? '' : thisWeek(sent ?? report)}</section></div>`
}

const stateOf = ({ bands }: Report): string => {
  const state = describeState(bands)
  return state === null ? 'Your people are still being gathered.' : `${state}.`
}

const readUpTo = ({ accounts, now }: PeopleView): string => {
  const times = accounts.flatMap(({ feeds }) => feeds.mail.readAt ?? [])
  return times.length === 0 ? '' : `, read up to ${describeAgo(Math.min(...times) as Instant, now)}`
}

const bandNames: readonly Band[] = ['thriving', 'steady', 'fading', 'quiet', 'new']

const key = html`<ul class="key">${bandNames.map((band) => html`<li><span class="mark ${band}"></span>${band}</li>`)}</ul>`

const thisWeek = (report: Report): Html => html`
${report.suggestions.length === 0 ? html`<p>Nobody needs a nudge at the moment.</p>` : ''}
${report.suggestions.map(
  (suggestion) => html`<div class="each"><h2><a href="/people/${suggestion.personId}">${suggestion.name}</a></h2>
<p>${describeReason(suggestion, report)}</p>
<p><a class="button" href="/people/${suggestion.personId}/text">${describeAction(suggestion)}</a></p></div>`,
)}
${report.reconnections.length === 0 ? '' : html`<div class="each"><h2>It worked</h2>${report.reconnections.map((each) => html`<p>${describeReconnection(each, report)}</p>`)}</div>`}
${report.notes.map((note) => html`<p class="note small">${describeNote(note, report)}</p>`)}`

const list = ({ candidates, query, group, shown, user, now }: PeopleView): Html => {
  const wanted = query.toLowerCase()
  const found = candidates.filter(
    ({ person }) => wanted === '' || `${person.name} ${person.addresses.join(' ')}`.toLowerCase().includes(wanted),
  )
  const day = dayOf(user, now)
  const closest = closestOf(found, shown)
  const bearers = Map.groupBy(closest, ({ person }) => person.name)
  return html`<section class="card" id="everyone"><h1>${group === '' ? 'Everyone' : group}</h1>
<form class="field" role="search" method="get" action="/people#everyone"><label for="q">Find by name or address</label><input id="q" type="search" name="q" value="${query}"></form>
<p class="links small"><a href="/people/groups">Groups</a><a href="/people/merges">One person or two?</a><a href="/people/absent${query === '' ? '' : `?q=${encodeURIComponent(query)}`}">Why is somebody not here?</a><a href="/people/said">What you said</a></p>
<div class="scroll"><table><thead><tr><th>Name</th><th>How it stands</th><th class="wide">Usually</th><th>Last in touch</th><th class="wide">Last met</th></tr></thead><tbody>
${closest.map(({ person, health }) => {
  const last = lastContactAt(person.relationship, now)
  const met = lastMeetingOf(person, now)
  return html`<tr><td class="name"><a href="/people/${person.id}">${person.name}</a>${(bearers.get(person.name)?.length ?? 0) > 1 ? html`<br><span class="small muted">${person.address}</span>` : ''}</td><td class="stands"><span class="mark ${health.band}"></span>${describeBand(health.band)}</td><td class="wide">${health.usualGapDays === null ? '–' : rhythmInWords(health.usualGapDays)}</td><td>${last === null ? '–' : agoInWords(health.silenceDays ?? 0)}</td><td class="wide">${met === null ? '–' : dayInWords(met, day)}</td></tr>
`
})}</tbody></table></div>
${found.length === 0 ? html`<p>${query === '' ? 'Nobody yet.' : `Nobody here matches “${query}”.`}</p>` : ''}
${found.length > shown ? html`<p class="actions"><a class="button plain" href="/people?${query === '' ? '' : `q=${encodeURIComponent(query)}&`}${group === '' ? '' : `group=${encodeURIComponent(group)}&`}show=${shown + 10 * nextPageSize}#everyone">Show more of ${numberInWords(found.length, user.locale)}</a></p>` : ''}
</section>`
}

export const describeBand = (band: Band): string => (band === 'unknown' ? 'not enough yet' : band)
