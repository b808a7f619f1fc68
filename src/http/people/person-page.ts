/** One person: the timeline, the rhythm and when it broke, why the score is what it is, and what can be put right. */
import { html } from 'hono/html'
import type { MergeProposal } from '../../infer/proposals.ts'
import { domainOf } from '../../model/address.ts'
import { turnsOf } from '../../model/conversation.ts'
import { type ActiveCorrection, activeCorrections, addressesIn, type CorrectionEntry } from '../../model/correction.ts'
import type { Exchange } from '../../model/interaction.ts'
import { isMeetingAt, type Person } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import { DAY, type Instant, later, localDate } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Candidate } from '../../report/candidate.ts'
import type { ChancePart } from '../../score/parts.ts'
import { balanceOf } from '../../score/signals/balance.ts'
import { companyOf } from '../../score/signals/company.ts'
import { replyHabitBy } from '../../score/signals/reply-habit.ts'
import { dayInWords, dayOf, type ReportDay } from '../../words/dates.ts'
import { explain } from '../../words/health.ts'
import { describeAnswers, describeBalance, describeCompany, describeOpenMessage } from '../../words/history.ts'
import { describeExchange } from '../../words/interaction.ts'
import { numberInWords } from '../../words/numbers.ts'
import { capital, rhythmInWords, spanInWords } from '../../words/spans.ts'
import { proposalHtml } from '../corrections/merges-page.ts'
import { correctionButton, correctionNote, correctionsList, namesOf } from '../corrections/page.ts'
import { rhythmFields } from '../corrections/rhythm-fields.ts'
import { type Html, layout } from '../kit/layout.ts'
import { describeBand } from './page.ts'
import { factsList, partsList } from './person-facts.ts'
import { timelinePicture } from './timeline-picture.ts'

export interface PersonView {
  readonly user: User
  readonly candidate: Candidate
  /** Newest first. */
  readonly history: readonly Exchange[]
  readonly log: readonly CorrectionEntry[]
  /** Who may be the same person. */
  readonly proposals: readonly MergeProposal[]
  /** What their chance of contact is made of. */
  readonly parts: readonly ChancePart[]
  /** How many people write from each of this person's domains. */
  readonly neighbours: ReadonlyMap<string, number>
  /** Groups the user has made. */
  readonly groups: readonly string[]
  /** Others whom the user may choose to merge with, where they searched for some. */
  readonly others: { readonly query: string; readonly found: readonly Person[] } | null
  readonly said: number | null
  readonly now: Instant
}

export const personPage = (view: PersonView): Html => {
  const { user, candidate, history, now, proposals } = view
  const { person, health } = candidate
  const day = dayOf(user, now)
  const back = `/people/${person.id}`
  const since = later(now, -balanceDays * DAY)
  const name = person.givenName ?? person.name
  const balance = describeBalance(balanceOf(history, { since, now }), name)
  const answers = { user: replyHabitBy('user', history), them: replyHabitBy('them', history) }
  const turns = turnsOf(history)
  const open = describeOpenMessage(history, { name, now, ...answers })
  return layout({
    title: person.name,
    section: 'people',
    body: html`${correctionNote({ log: view.log, said: view.said, nameOf: namesOf([person]), day, back })}
<section class="card"><h1>${person.name}</h1>
<p class="muted">${person.addresses.length > 1 ? `${person.address} and ${person.addresses.length - 1} more` : person.address}${person.override.groups.map((group) => html` · <a href="/people?group=${encodeURIComponent(group)}">${group}</a>`)}</p>
<p><span class="mark ${health.band}"></span>${capital(describeBand(health.band))}. ${explain(health)} ${describeBreak(candidate, day)} ${open ?? ''} ${balance ?? ''}</p>
${describeStanding(candidate, day)}
<div class="along">${timelinePicture(history, health, now)}</div>
<div class="actions"><a class="button" href="/people/${person.id}/text">Write to ${person.givenName ?? person.name}</a>${logButtons(person, back)}</div></section>
${proposals.length === 0 ? '' : html`<section class="card"><h2>One person or two?</h2>${proposals.map((proposal) => proposalHtml(proposal, day, back))}</section>`}
<div class="halves"><section class="card"><h2>What this rests on</h2>${factsList(candidate, day, {
      answers: describeAnswers(name, answers),
      company: describeCompany(
        companyOf(
          history.filter((each) => each.kind !== 'met' || isMeetingAt(person, each.at)),
          since,
        ),
      ),
    })}${partsList(view.parts)}</section>
<section class="card"><h2>What you want</h2>${overrideHtml(view, day, back)}</section></div>
<section class="card"><h2>Put right</h2>${corrections(view, day, back)}</section>
<section class="card"><h2>Lately</h2><div class="scroll"><table><tbody>
${history.slice(0, recent).map((exchange) => html`<tr><td>${dayInWords(exchange.at, day)}</td><td>${describeExchange(exchange, turns.get(exchange), person.override.logged)}</td></tr>`)}
</tbody></table></div></section>`,
  })
}

const recent = 30
/** Who begins, of late: what was so two years ago may have been another life. */
const balanceDays = 730

/** When the silence grew longer than this pair's silences are. */
const brokenAfter = 1.5

const describeBreak = ({ person, health }: Candidate, day: ReportDay): string => {
  const lastAt = lastContactAt(person.relationship, day.at)
  // Of a tie that thrives, a little longer than usual is no break.
  const isBroken = health.band === 'fading' || health.band === 'quiet'
  if (lastAt === null || health.usualGapDays === null || !isBroken) return ''
  const brokeAt = later(lastAt, Math.round(brokenAfter * health.usualGapDays * DAY))
  return brokeAt > day.at ? '' : `It broke around ${dayInWords(brokeAt, day)}.`
}

const describeStanding = ({ person, former }: Candidate, day: ReportDay): Html => {
  const { snoozedUntil } = person.override
  return html`${snoozedUntil !== null && snoozedUntil > day.at ? html`<p class="muted">Resting until ${dayInWords(snoozedUntil, day)}: not suggested before.</p>` : ''}
${person.bouncedAt === null ? '' : html`<p class="note small">Mail to ${person.address} came back on ${dayInWords(person.bouncedAt, day)}: they are not reached there any more.</p>`}
${former === null ? '' : html`<p class="note small">They seem to have had <a href="/people/${former.personId}">another address</a> before, which has fallen silent.</p>`}`
}

const logButtons = ({ addresses }: Person, back: string): Html => {
  const address = addresses[0] ?? ''
  return html`${correctionButton('Log a call', { kind: 'log', how: 'call', address, back }, 'plain')}${correctionButton('Log a coffee', { kind: 'log', how: 'coffee', address, back }, 'plain')}`
}

const overrideHtml = ({ candidate, groups }: PersonView, day: ReportDay, back: string): Html => {
  const { person, health } = candidate
  const { rhythm } = person.override
  const [address = ''] = person.addresses
  const usual = health.usualGapDays ?? 30
  const today = localDate(day.at, 'UTC')
  return html`<h3>Rest</h3>
<div class="actions">${restDays.map(([label, days]) => correctionButton(label, { kind: 'snooze', address, days, back }))}${correctionButton('Less often', { kind: 'less_often', address, back })}</div>
<h3>Rhythm</h3>
<p class="small muted">${rhythm === null ? 'Learned from what you do.' : `You chose${rhythm.group === undefined ? '' : `, for everybody in “${rhythm.group}”`}: ideally ${rhythmInWords(rhythm.idealDays)}, too long after ${spanInWords(rhythm.tooLongDays)}.`}</p>
<form method="post" action="/people/said" class="inline"><input type="hidden" name="kind" value="rhythm"><input type="hidden" name="address" value="${address}"><input type="hidden" name="back" value="${back}">
${rhythmFields({ idealDays: rhythm?.idealDays ?? usual, tooLongDays: rhythm?.tooLongDays ?? 2 * usual })}</form>
<h3>Group</h3>
<form method="post" action="/people/said" class="inline"><input type="hidden" name="kind" value="group"><input type="hidden" name="address" value="${address}"><input type="hidden" name="back" value="${back}">
<label for="group">Into</label><input id="group" type="text" name="group" list="groups" required maxlength="60" size="14"><datalist id="groups">${groups.map((group) => html`<option value="${group}"></option>`)}</datalist>
<button class="button plain small">Put</button></form>
<h3>In touch elsewhere</h3>
<form method="post" action="/people/said" class="inline"><input type="hidden" name="kind" value="log"><input type="hidden" name="address" value="${address}"><input type="hidden" name="back" value="${back}">
<label for="how">You had</label><select id="how" name="how"><option value="meeting">a meeting</option><option value="call">a call</option><option value="coffee">a coffee</option><option value="elsewhere">something else</option></select>
<label for="on">on</label><input id="on" type="date" name="on" required max="${today}" value="${today}">
<button class="button plain small">Log it</button></form>`
}

const restDays: readonly (readonly [label: string, days: number])[] = [
  ['A week', 7],
  ['A month', 30],
  ['Half a year', 182],
]

const corrections = (view: PersonView, day: ReportDay, back: string): Html => {
  const { candidate, neighbours, log } = view
  const { person } = candidate
  const [address = ''] = person.addresses
  const said = activeCorrections(log).filter((each) => isAbout(each, person))
  return html`<ul class="rows">${person.addresses.map(
    (each) =>
      html`<li><span>${each}</span><span class="actions">${person.addresses.length > 1 ? correctionButton('Somebody else’s', { kind: 'split', address: each, back }, 'link') : ''}${correctionButton('My own', { kind: 'own', address: each, back: '/people' }, 'link')}${person.addresses.length > 1 ? correctionButton('Leave it out', { kind: 'ignore', target: 'address', address: each, back }, 'link') : ''}</span></li>`,
  )}</ul>
<div class="actions">${correctionButton('Not a person to keep in touch with', { kind: 'ignore', target: 'person', address, back: '/people' })}${[
    ...new Set(person.addresses.map(domainOf)),
  ].map((domain) => {
    const count = neighbours.get(domain) ?? 1
    return count < 2
      ? ''
      : correctionButton(`Nor anybody at ${domain} (${numberInWords(count, day.locale)} people)`, {
          kind: 'ignore',
          target: 'domain',
          domain,
          back: '/people',
        })
  })}</div>
${mergeSearch(view, back)}
${said.length === 0 ? '' : html`<h3>What you said</h3>${correctionsList(said, { nameOf: namesOf([person]), day }, back)}`}`
}

const mergeSearch = (
  { candidate: { person }, others }: PersonView,
  back: string,
): Html => html`<form class="inline" method="get" action="${back}#merge" id="merge">
<label for="with">The same person as</label><input id="with" type="search" name="with" value="${others?.query ?? ''}" size="18"><button class="button plain small">Find</button></form>
${
  others === null
    ? ''
    : html`<ul class="rows">${others.found.length === 0 ? html`<li>Nobody here matches.</li>` : ''}${others.found.map(
        (other) =>
          html`<li><span>${other.name} <span class="muted">${other.address}</span></span>${correctionButton('One person', { kind: 'merge', address: person.addresses[0] ?? '', other: other.addresses[0] ?? '', back })}</li>`,
      )}</ul>`
}`

const isAbout = ({ correction }: ActiveCorrection, { addresses }: Person): boolean =>
  addressesIn(correction).some((address) => addresses.includes(address))
