/** A Monday email's week of people who do not exist: what the first page shows is said by the same words as a real one. Pure. */
import type { Health } from '../../model/health.ts'
import type { Report, Suggestion } from '../../model/report.ts'
import { DAY, HOUR, type Instant, later, nextWeekly, startOfDay, weekIndex } from '../../model/time.ts'
import { usualReportTime } from '../../model/user.ts'
import type { ReportDay } from '../../words/dates.ts'
import type { ShownTopic } from '../../words/topic.ts'

export interface Specimen {
  /** The Monday that comes next. */
  readonly day: ReportDay
  readonly week: Pick<Report, 'bands' | 'suggestions'>
  /** How many of the week's people are shown. */
  readonly shown: number
  /** Of the first of them. */
  readonly topic: ShownTopic
  readonly strip: Pick<Health, 'band' | 'silenceDays' | 'usualGapDays'> & {
    readonly weeks: readonly number[]
    readonly last: Instant
  }
  readonly metAt: Instant
}

export const specimenAt = (now: Instant, locale: string): Specimen => {
  const at = nextWeekly({ ...usualReportTime, zone: 'UTC', after: now })
  const ago = (days: number): Instant => later(startOfDay(at), 9 * HOUR - days * DAY)
  const last = ago(silenceDays)
  const ingrid = someone('Ingrid Solheim', {
    kind: 'rhythm_broken',
    usualGapDays,
    silenceDays,
    lastContactAt: last,
    lastMetAt: ago(88),
  })
  return {
    day: { at, zone: 'UTC', locale },
    week: {
      bands: { thriving: 63, steady: 22, fading: 16, quiet: 31, new: 6, unknown: 0 },
      suggestions: [
        ingrid,
        someone('Amara Nwosu', { kind: 'new_acquaintance', firstAt: ago(5), metAt: ago(5), silenceDays: 5 }),
        someone('Tomás Herrera', { kind: 'reply_owed', receivedAt: ago(21), waitingDays: 21, usualAnswerDays: 1 }),
        ...['Jonas Weidner', 'Rania Barakat', 'Yusuf Demirel', 'Simon Doyle'].map((name) =>
          someone(name, ingrid.reason),
        ),
      ],
    },
    shown: 3,
    topic: { title: 'Kelp tariff review', at: last, from: 'message' },
    strip: {
      band: 'fading',
      silenceDays,
      usualGapDays,
      last,
      weeks: weeksBefore.map((weeks) => weekIndex(last) - weeks),
    },
    metAt: ago(88),
  }
}

const usualGapDays = 21
const silenceDays = 63

/** In touch so many weeks before the last time: about every three, and never like a clock. */
const weeksBefore = [0, 4, 7, 10, 13, 15, 18, 21, 24, 25, 29, 33, 35, 38, 41]

const someone = (name: string, reason: Suggestion['reason']): Suggestion => ({
  personId: 0,
  name,
  givenName: name.split(' ')[0] ?? null,
  address: '',
  reason,
  strip: [],
})
