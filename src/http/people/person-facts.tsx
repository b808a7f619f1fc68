/** How it's worked out: what is known of a person in figures, and what the score is made of, as a sum that adds up. */
import { isMeetingAt, lastMeetingOf } from '../../model/person.ts'
import { lastContactAt, nextMeetingAt } from '../../model/relationship.ts'
import { DAY, type Instant, later } from '../../model/time.ts'
import type { Candidate } from '../../report/candidate.ts'
import { wholePoints } from '../../score/parts.ts'
import { companyOf } from '../../score/signals/company.ts'
import { replyHabitBy } from '../../score/signals/reply-habit.ts'
import { dayInWords, type ReportDay } from '../../words/dates.ts'
import { explainPart } from '../../words/health.ts'
import { describeAnswers, describeCompany } from '../../words/history.ts'
import {
  describeBreak,
  describeChances,
  describeCloseness,
  describeLeft,
  describeSum,
  describeWeeks,
  factWords,
} from '../../words/person.ts'
import type { PersonView } from './person-view.ts'

export const WorkedOut = ({ view, day }: { readonly view: PersonView; readonly day: ReportDay }) => {
  const { candidate, parts } = view
  const brokeAt = breakOf(candidate, day.at)
  return (
    <>
      {brokeAt !== null && <p>{describeBreak(brokeAt, day)}</p>}
      <dl class="facts small">
        {factsOf(view, day).map(([label, fact]) => (
          <>
            <dt>{label}</dt>
            <dd>{fact}</dd>
          </>
        ))}
      </dl>
      {parts.length > 0 && (
        <>
          <p class="small muted">{factWords.workedHint}</p>
          <ul class="small">
            {wholePoints(parts).map((part) => (
              <li>{explainPart(part)}</li>
            ))}
          </ul>
          <p class="small">{describeSum(parts.reduce((sum, { points }) => sum + points, 0))}</p>
        </>
      )}
    </>
  )
}

/** Of late: two years ago it may have been otherwise. */
const companyDays = 730

const factsOf = (
  { candidate: { person, health }, history, now, metUntil }: PersonView,
  day: ReportDay,
): readonly (readonly [label: string, fact: string])[] => {
  const { firstAt } = person.relationship
  const met = lastMeetingOf(person, now, metUntil)
  const booked = nextMeetingAt(person.relationship, now)
  const known = history.filter(({ kind, at }) => kind !== 'met' || isMeetingAt(person, at))
  const habits = { user: replyHabitBy('user', history), them: replyHabitBy('them', history) }
  const facts: readonly (readonly [string, string | null])[] = [
    [factWords.firstInTouch, firstAt === null || firstAt > now ? null : dayInWords(firstAt, day)],
    [factWords.weeks, describeWeeks(health.weeks)],
    [factWords.lastMet, met === null ? factWords.neverMet : dayInWords(met, day)],
    [factWords.how, describeCompany(companyOf(known, later(now, -companyDays * DAY)))],
    [factWords.replies, describeAnswers(person.givenName ?? person.name, habits)],
    [factWords.nextMeeting, booked === null ? null : dayInWords(booked, day)],
    [factWords.closeness, describeCloseness(health)],
    [factWords.left, describeLeft(health)],
    [factWords.chance, describeChances(health)],
  ]
  return facts.flatMap(([label, fact]) => (fact === null ? [] : [[label, fact] as const]))
}

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
