/**
 * The strip: some time in touch on a line, a tick for each week, then the silence: thin for as long as is usual, thick and in
 * the band's colour beyond it. Old ties get as many years as they need.
 */
import type { Health } from '../../model/health.ts'
import { indexesOf, joinIndexes } from '../../model/index-set.ts'
import { lastContactAt } from '../../model/relationship.ts'
import type { Reason } from '../../model/report.ts'
import { DAY, type Instant, later, startOfWeek, WEEK } from '../../model/time.ts'
import type { Candidate } from '../../report/candidate.ts'
import type { ReportDay } from '../../words/dates.ts'
import { describeStrip, describeStripFrom, describeStripLabel, stripWords } from '../../words/strip.ts'

/** `<Strip of={candidate} reason={suggestion.reason} day={day} />` */
export const Strip = ({
  of: { person, health },
  reason,
  day,
}: {
  readonly of: Pick<Candidate, 'person' | 'health'>
  /** Why they are suggested, where they are. */
  readonly reason: Reason | null
  readonly day: ReportDay
}) => {
  const { weeksSent, weeksReceived, weeksMet } = person.relationship
  const weeks = indexesOf(joinIndexes(joinIndexes(weeksSent, weeksReceived), weeksMet))
  return (
    <StripLine of={{ ...health, weeks, last: lastContactAt(person.relationship, day.at) }} reason={reason} day={day} />
  )
}

/** The same from what a report keeps of somebody. */
export const StripLine = ({
  of: { weeks, last, band, silenceDays, usualGapDays },
  reason,
  day,
}: {
  readonly of: Pick<Health, 'band' | 'silenceDays' | 'usualGapDays'> & {
    readonly weeks: readonly number[]
    readonly last: Instant | null
  }
  readonly reason: Reason | null
  readonly day: ReportDay
}) => {
  const { from, ticks } = stripOf(weeks, last, day.at)
  const x = (at: number): number => Math.round((width * (at - from)) / (day.at - from))
  const usualEnd = last === null || usualGapDays === null ? day.at : Math.min(day.at, last + usualGapDays * DAY)
  const isLong = last !== null && width - x(usualEnd) >= 2 && (band === 'fading' || band === 'quiet')
  const above = describeStrip(reason, { silenceDays, isLong }, day)
  const label = describeStripLabel({ weeks: ticks.length, from, silenceDays, band }, day)
  return (
    <svg class="strip" viewBox={`0 0 ${width} 46`} role="img" aria-label={label}>
      <path class="track" d={`M0 23H${width}`} />
      {isLong && <rect class="steady" x={x(last)} y="21" width={x(usualEnd) - x(last)} height="4" />}
      {isLong && <rect class={band} x={x(usualEnd)} y="20" width={width - x(usualEnd)} height="6" rx="2" />}
      <path class="beat" d={ticks.map((at) => `M${Math.min(width - 2, Math.max(2, x(at)))} 17v12`).join('')} />
      <text x="0" y="44">
        {describeStripFrom(from, day)}
      </text>
      <text x={width} y="44" text-anchor="end">
        {stripWords.now}
      </text>
      {above !== null && (
        <text class="big" x={width} y="11" text-anchor="end">
          {above}
        </text>
      )}
    </svg>
  )
}

const width = 240

/** From when the line runs, and the middle of each week in touch. */
export const stripOf = (
  weeks: readonly number[],
  last: Instant | null,
  now: Instant,
): { readonly from: Instant; readonly ticks: readonly Instant[] } => {
  const silence = last === null ? 0 : now - last
  // As much of the time in touch is shown as of the silence, and never less than a year in all.
  const from = later(now, -Math.max(yearOfWeeks * WEEK, 2 * silence))
  const ticks = weeks.map((week) => later(startOfWeek(week), WEEK / 2)).filter((at) => at >= from && at <= now)
  return { from, ticks }
}

const yearOfWeeks = 52
