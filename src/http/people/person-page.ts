/** One person: the timeline, the rhythm and when it broke, why we think so, and what can be corrected. */
import { html } from 'hono/html'
import { turnsOf } from '../../model/conversation.ts'
import { isMeetingAt, type Person } from '../../model/person.ts'
import { lastContactAt } from '../../model/relationship.ts'
import { DAY, type Instant, later } from '../../model/time.ts'
import type { Candidate } from '../../report/candidate.ts'
import { balanceOf } from '../../score/signals/balance.ts'
import { companyOf } from '../../score/signals/company.ts'
import { replyHabitBy } from '../../score/signals/reply-habit.ts'
import { dayInWords, dayOf, type ReportDay } from '../../words/dates.ts'
import { explain } from '../../words/health.ts'
import { describeAnswers, describeBalance, describeCompany, describeOpenMessage } from '../../words/history.ts'
import { describeExchange } from '../../words/interaction.ts'
import { describeBand } from '../../words/people.ts'
import {
  describeAddresses,
  describeBounced,
  describeBreak,
  describeSnoozed,
  describeWrite,
  formerAddress,
  personWords,
} from '../../words/person.ts'
import { capital } from '../../words/spans.ts'
import { correctionButton } from '../corrections/forms.tsx'
import { proposalHtml } from '../corrections/merges-page.ts'
import { correctionNote, namesOf } from '../corrections/page.ts'
import { type Html, layout } from '../kit/layout.tsx'
import { adjustments, personCorrections } from './person-controls.ts'
import { factsList, partsList } from './person-facts.ts'
import type { PersonView } from './person-view.ts'
import { timelinePicture } from './timeline-picture.ts'

export const personPage = (view: PersonView): Html => {
  const { user, candidate, history, now, proposals } = view
  const { person, health } = candidate
  const day = dayOf(user, now)
  const back = `/people/${person.id}`
  return layout({
    title: person.name,
    section: 'people',
    body: html`${correctionNote({ log: view.log, made: view.made, nameOf: namesOf([person]), day, back })}
<section class="card"><h1>${person.name}</h1>
<p class="muted">${describeAddresses(person.address, person.addresses.length)}${person.override.groups.map((group) => html` · <a href="/people?group=${encodeURIComponent(group)}">${group}</a>`)}</p>
<p><span class="mark ${health.band}"></span>${sentencesAbout(view, day).join(' ')}</p>
${standingNotes(candidate, day)}
<div class="along">${timelinePicture(history, health, now)}</div>
<div class="actions"><a class="button" href="/people/${person.id}/text">${describeWrite(nameOf(person))}</a>${logButtons(person, back)}</div></section>
${proposals.length === 0 ? '' : html`<section class="card"><h2>${personWords.merges}</h2>${proposals.map((proposal) => proposalHtml(proposal, day, back))}</section>`}
<div class="halves"><section class="card"><h2>${personWords.facts}</h2>${facts(view, day)}${partsList(view.parts)}</section>
<section class="card"><h2>${personWords.adjust}</h2>${adjustments(view, day, back)}</section></div>
<section class="card"><h2>${personWords.corrections}</h2>${personCorrections(view, day, back)}</section>
<section class="card"><h2>${personWords.history}</h2><div class="scroll"><table><tbody>
${historyRows(view, day)}
</tbody></table></div></section>`,
  })
}

const nameOf = ({ givenName, name }: Person): string => givenName ?? name

/** How things stand: the band, the rhythm, and the message that waits for a reply. */
const sentencesAbout = ({ candidate, history, now }: PersonView, day: ReportDay): readonly string[] => {
  const { person, health } = candidate
  const name = nameOf(person)
  const brokeAt = breakOf(candidate, now)
  return [
    `${capital(describeBand(health.band))}.`,
    explain(health),
    brokeAt === null ? null : describeBreak(brokeAt, day),
    describeOpenMessage(history, { name, now, ...answersIn(history) }),
    describeBalance(balanceOf(history, { since: later(now, -balanceDays * DAY), now }), name),
  ].flatMap((sentence) => sentence ?? [])
}

const answersIn = (history: PersonView['history']) => ({
  user: replyHabitBy('user', history),
  them: replyHabitBy('them', history),
})

const facts = ({ candidate, history, now }: PersonView, day: ReportDay): Html => {
  const { person } = candidate
  const known = history.filter(({ kind, at }) => kind !== 'met' || isMeetingAt(person, at))
  return factsList(candidate, day, {
    answers: describeAnswers(nameOf(person), answersIn(history)),
    company: describeCompany(companyOf(known, later(now, -balanceDays * DAY))),
  })
}

const historyRows = ({ candidate, history }: PersonView, day: ReportDay): readonly Html[] => {
  const turns = turnsOf(history)
  const { logged } = candidate.person.override
  return history
    .slice(0, maxRows)
    .map(
      (each) =>
        html`<tr><td>${dayInWords(each.at, day)}</td><td>${describeExchange(each, turns.get(each), logged)}</td></tr>`,
    )
}

const maxRows = 30
/** Who begins, of late: two years ago it may have been the other way round. */
const balanceDays = 730

/** When the silence grew longer than this pair's silences are. */
const brokenAfter = 1.5

/** When they fell out of step; null where they didn't. A thriving tie that is a little late is no break. */
const breakOf = ({ person, health }: Candidate, now: Instant): Instant | null => {
  const lastAt = lastContactAt(person.relationship, now)
  const isBroken = health.band === 'fading' || health.band === 'quiet'
  if (lastAt === null || health.usualGapDays === null || !isBroken) return null
  const brokeAt = later(lastAt, Math.round(brokenAfter * health.usualGapDays * DAY))
  return brokeAt > now ? null : brokeAt
}

const standingNotes = ({ person, former }: Candidate, day: ReportDay): Html => {
  const { snoozedUntil } = person.override
  return html`${snoozedUntil !== null && snoozedUntil > day.at ? html`<p class="muted">${describeSnoozed(snoozedUntil, day)}</p>` : ''}
${person.bouncedAt === null ? '' : html`<p class="note small">${describeBounced(person.address, person.bouncedAt, day)}</p>`}
${former === null ? '' : html`<p class="note small">${formerAddress.before} <a href="/people/${former.personId}">${formerAddress.link}</a> ${formerAddress.after}</p>`}`
}

const logButtons = ({ addresses }: Person, back: string): Html => {
  const [address = ''] = addresses
  return html`${correctionButton(personWords.logCall, { kind: 'log', how: 'call', address, back }, 'plain')}${correctionButton(personWords.logCoffee, { kind: 'log', how: 'coffee', address, back }, 'plain')}`
}
