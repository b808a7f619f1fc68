/** One person: the timeline, the rhythm and whether it broke, and why the score is what it is. */
import { html } from 'hono/html'
import { lastMetAt, nextMeetingAt } from '../../model/relationship.ts'
import { DAY, type Instant, later } from '../../model/time.ts'
import type { User } from '../../model/user.ts'
import type { Candidate, History } from '../../report/candidate.ts'
import { dayInWords, sayBalance } from '../../report/say.ts'
import { explain } from '../../score/explain.ts'
import { balanceOf } from '../../score/signals/balance.ts'
import { type Html, layout } from '../layout.ts'
import { timelinePicture } from '../pictures/timeline.ts'
import { sayBand } from './people.ts'

export const personPage = (view: {
  readonly user: User
  readonly candidate: Candidate
  /** Newest first. */
  readonly history: History
  readonly now: Instant
}): Html => {
  const { user, candidate, history, now } = view
  const { person, health } = candidate
  const day = { at: now, zone: user.zone }
  const met = lastMetAt(person.relationship, now)
  const booked = nextMeetingAt(person.relationship, now)
  const since = later(now, -balanceDays * DAY)
  const balance = sayBalance(balanceOf(history, { since, now }), person.givenName ?? person.name)
  return layout({
    title: person.name,
    section: 'people',
    body: html`<section class="card"><h1>${person.name}</h1>
<p class="muted">${person.address}</p>
<p><span class="mark ${health.band}"></span>${sayBand(health.band)}. ${explain(health)}${balance === null ? '' : ` ${balance}`}</p>
${timelinePicture(history, health, now)}
<p class="actions"><a class="button" href="/people/${person.id}/text">Write to ${person.givenName ?? person.name}</a></p></section>
<section class="card"><h2>What this rests on</h2><dl class="facts">
${person.relationship.firstAt === null ? '' : html`<dt>First in touch</dt><dd>${dayInWords(person.relationship.firstAt, day)}</dd>`}
<dt>Weeks in touch</dt><dd>${Math.round(health.weeks * 10) / 10}, each halved for every year it lies back</dd>
<dt>Last met</dt><dd>${met === null ? 'never, as far as the calendar tells' : dayInWords(met, day)}</dd>
${booked === null ? '' : html`<dt>Next meeting</dt><dd>${dayInWords(booked, day)}</dd>`}
<dt>Closeness</dt><dd>${Math.round(health.closeness)} of 100: the chance, in per cent, of being in touch within 90 days of the last contact</dd>
<dt>What the silence has left</dt><dd>${Math.round(health.health)} per cent of that</dd>
<dt>By itself</dt><dd>${sayChance(health.chanceIn30Days)} in the coming month, ${sayChance(health.chanceIn180Days)} in the coming half year</dd>
</dl></section>
<section class="card"><h2>Lately</h2><div class="scroll"><table><tbody>
${history.slice(0, recent).map(({ kind, at, size }) => html`<tr><td>${dayInWords(at, day)}</td><td>${kindInWords[kind]}${size > 1 ? `, with ${size - 1} ${size === 2 ? 'other' : 'others'}` : ''}</td></tr>`)}
</tbody></table></div></section>`,
  })
}

const recent = 30
/** Who begins, of late: what was so two years ago may have been another life. */
const balanceDays = 730

const kindInWords = {
  sent: 'You wrote',
  received: 'They wrote',
  met: 'You met',
  seen: 'You were both on it',
} as const

/** A tenth is as exact as the model is. */
const sayChance = (chance: number): string => {
  const tenths = Math.round(chance * 10)
  if (tenths === 0) return 'hardly any chance'
  return tenths === 10 ? 'almost certain' : `${tenths} in 10`
}
