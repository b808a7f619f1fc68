/** What is known of a person in figures, and what the score is made of. */
import { html } from 'hono/html'
import { lastMeetingOf } from '../../model/person.ts'
import { nextMeetingAt } from '../../model/relationship.ts'
import type { Candidate } from '../../report/candidate.ts'
import { type ChancePart, wholePoints } from '../../score/parts.ts'
import { dayInWords, type ReportDay } from '../../words/dates.ts'
import { explainPart } from '../../words/health.ts'
import {
  describeChances,
  describeCloseness,
  describeLeft,
  describeSum,
  describeWeeks,
  factWords,
} from '../../words/person.ts'
import type { Html } from '../kit/layout.tsx'

export const factsList = (
  { person, health }: Candidate,
  day: ReportDay,
  say: { readonly answers: string; readonly company: string },
): Html => {
  const { firstAt } = person.relationship
  const met = lastMeetingOf(person, day.at)
  const booked = nextMeetingAt(person.relationship, day.at)
  const facts: readonly (readonly [label: string, fact: string | null])[] = [
    [factWords.firstInTouch, firstAt === null || firstAt > day.at ? null : dayInWords(firstAt, day)],
    [factWords.weeks, describeWeeks(health.weeks)],
    [factWords.lastMet, met === null ? factWords.neverMet : dayInWords(met, day)],
    [factWords.how, say.company],
    [factWords.replies, say.answers],
    [factWords.nextMeeting, booked === null ? null : dayInWords(booked, day)],
    [factWords.closeness, describeCloseness(health)],
    [factWords.left, describeLeft(health)],
    [factWords.chance, describeChances(health)],
  ]
  return html`<dl class="facts">
${facts.map(([label, fact]) => (fact === null ? '' : html`<dt>${label}</dt><dd>${fact}</dd>`))}
</dl>`
}

/** Each thing known in turn, and what it changes, in whole points that add up to the sum. */
export const partsList = (parts: readonly ChancePart[]): Html | '' =>
  parts.length === 0
    ? ''
    : html`<details><summary>${factWords.worked}</summary>
<p class="small muted">${factWords.workedHint}</p>
<ul>${wholePoints(parts).map((part) => html`<li>${explainPart(part)}</li>`)}</ul>
<p>${describeSum(parts.reduce((sum, { points }) => sum + points, 0))}</p></details>`
