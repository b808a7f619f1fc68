/** What is known of a person in figures, and what the score is made of. */
import { html } from 'hono/html'
import { lastMeetingOf } from '../../model/person.ts'
import { nextMeetingAt } from '../../model/relationship.ts'
import type { Candidate } from '../../report/candidate.ts'
import type { ChancePart } from '../../score/parts.ts'
import { dayInWords, type ReportDay } from '../../words/dates.ts'
import { explainPart } from '../../words/health.ts'
import type { Html } from '../kit/layout.ts'

export const factsList = (
  { person, health }: Candidate,
  day: ReportDay,
  said: { readonly answers: string; readonly company: string },
): Html => {
  const { firstAt } = person.relationship
  const met = lastMeetingOf(person, day.at)
  const booked = nextMeetingAt(person.relationship, day.at)
  return html`<dl class="facts">
${firstAt === null ? '' : html`<dt>First in touch</dt><dd>${dayInWords(firstAt, day)}</dd>`}
<dt>Weeks in touch</dt><dd>${Math.round(health.weeks * 10) / 10}, each halved for every year it lies back</dd>
<dt>Last met</dt><dd>${met === null ? 'never, as far as the calendar tells' : dayInWords(met, day)}</dd>
<dt>How</dt><dd>${said.company}</dd>
<dt>Answers</dt><dd>${said.answers}</dd>
${booked === null ? '' : html`<dt>Next meeting</dt><dd>${dayInWords(booked, day)}</dd>`}
<dt>Closeness</dt><dd>${Math.round(health.closeness)} of 100: the chance, in per cent, of being in touch within 90 days of the last contact</dd>
<dt>What the silence has left</dt><dd>${Math.round(health.health)} per cent of that</dd>
<dt>By itself</dt><dd>${describeChance(health.chanceIn30Days)} in the coming month, ${describeChance(health.chanceIn180Days)} in the coming half year</dd>
</dl>`
}

/** Each thing known in turn, and what it changes; the sum is what the band and the circle rest on. */
export const partsList = (parts: readonly ChancePart[]): Html | '' =>
  parts.length === 0
    ? ''
    : html`<details><summary>How that comes about</summary>
<p class="small muted">The chance of being in touch within 90 days from now, in points of 100, and what each thing known adds to it or takes away.</p>
<ul>${parts.map((part) => html`<li>${explainPart(part)}</li>`)}</ul>
<p>Together: ${Math.round(parts.reduce((sum, { points }) => sum + points, 0))} of 100</p></details>`

/** A tenth is as exact as the model is. */
const describeChance = (chance: number): string => {
  const tenths = Math.round(chance * 10)
  if (tenths === 0) return 'hardly any chance'
  return tenths === 10 ? 'almost certain' : `${tenths} in 10`
}
