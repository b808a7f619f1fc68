/** Reports as they may be, for the tests that look at mails: a full week, a quiet one, a first one, one with bad news. */
import type { PersonLinks } from '../../../src/deliver/render/report-links.ts'
import { renderReportMail } from '../../../src/deliver/render/report-mail.ts'
import type { OutgoingMail } from '../../../src/model/mail.ts'
import type { Report, Suggestion } from '../../../src/model/report.ts'
import { DAY, type Instant } from '../../../src/model/time.ts'

export const at = (Date.UTC(2026, 10, 23, 7) / 1000) as Instant
export const ago = (days: number): Instant => (at - Math.round(days * DAY)) as Instant

export const maria: Suggestion = {
  personId: 1,
  name: 'Maria Lopez',
  givenName: 'Maria',
  address: 'maria@example.com',
  reason: { kind: 'rhythm_broken', usualGapDays: 21, silenceDays: 63, lastContactAt: ago(63), lastMetAt: ago(66) },
  strip: [9, 12, 15, 18],
}

export const plainWeek: Report = {
  week: '2026-11-23',
  at,
  zone: 'Europe/Berlin',
  number: 2,
  isFirst: false,
  bands: { thriving: 41, steady: 24, fading: 15, quiet: 9, new: 2, unknown: 5 },
  trend: [{ week: '2026-11-16', bands: { thriving: 40, steady: 23, fading: 16, quiet: 10, new: 2, unknown: 5 } }],
  suggestions: [maria],
  reconnections: [{ personId: 2, name: 'Aisha Khan', givenName: 'Aisha', how: 'sent', at: ago(3), afterDays: 150 }],
  notes: [],
}

const named = (personId: number, name: string, reason: Suggestion['reason'], strip: readonly number[]): Suggestion => ({
  personId,
  name,
  givenName: name.split(' ')[0] ?? null,
  address: `${personId}@example.com`,
  reason,
  strip,
})

const fortnightly = Array.from({ length: 26 }, (_, week) => 2 * week)

/** As much as a mail ever holds. */
export const fullWeek: Report = {
  ...plainWeek,
  trend: Array.from({ length: 11 }, (_, index) => ({
    week: '2026-09-07',
    bands: {
      thriving: 36 + index,
      steady: 22 + (index % 3),
      fading: 18 - (index % 4),
      quiet: 13 - index,
      new: 2,
      unknown: 5,
    },
  })),
  suggestions: [
    maria,
    named(
      2,
      'Jon Ekström',
      { kind: 'reply_owed', receivedAt: ago(12), waitingDays: 12, usualAnswerDays: 2 },
      fortnightly,
    ),
    named(3, 'Zhen Lin', { kind: 'follow_up', metAt: ago(6), metBeforeAt: ago(1400) }, [0, 30]),
    named(
      4,
      'Yusuf Demirel',
      {
        kind: 'dormant_tie',
        firstAt: ago(950),
        lastContactAt: ago(420),
        lastMetAt: null,
        silenceDays: 420,
        usualGapDays: 9,
        weeks: 71,
      },
      [],
    ),
    named(
      5,
      'Jonas Weidner',
      { kind: 'new_address', firstAt: ago(14), silenceDays: 12, usualGapDays: 35 },
      fortnightly,
    ),
    named(
      6,
      'Wilhelmina Featherstonehaugh-Cholmondeley',
      { kind: 'gratitude', begunByThem: 8, begun: 9, silenceDays: 30, lastContactAt: ago(30), lastMetAt: null },
      fortnightly,
    ),
    named(
      7,
      'Kim Duarte',
      {
        kind: 'introduction',
        other: { personId: 9, name: 'Lea Novak', givenName: 'Lea' },
        shared: ['Ann Berg', 'Tal Amir'],
      },
      fortnightly,
    ),
  ],
  reconnections: [
    ...plainWeek.reconnections,
    {
      personId: 8,
      name: 'Peter Holm',
      givenName: 'Peter',
      how: 'met',
      at: ago(2),
      afterDays: 60,
      suggestedFor: 'rhythm_broken',
    },
  ],
  notes: [
    { kind: 'waiting', address: 'ann@example.org', since: ago(4), touches: ['Maria', 'Jon'] },
    { kind: 'report_in_doubt', address: 'ann@example.org', since: ago(7) },
  ],
}

export const quietWeek: Report = { ...plainWeek, suggestions: [], reconnections: [] }

export const firstWeek: Report = { ...fullWeek, isFirst: true, number: 1, trend: [], reconnections: [], notes: [] }

/** As long as a signed link gets. */
const token = 'e'.repeat(190)

const personLinks = (path: string): PersonLinks => ({
  ...{ write: path, page: `${path}/text`, done: `${path}/done`, later: `${path}/later` },
  ...{ less: `${path}/less`, not: `${path}/not`, conversation: null },
})

export const render = (change: Partial<Report> = {}, of: Report = plainWeek): Promise<OutgoingMail> => {
  const report = { ...of, ...change }
  const links = {
    people: new Map(
      report.suggestions.map(({ personId }) => [personId, personLinks(`https://p.test/c/${token}${personId}`)]),
    ),
    everyone: 'https://p.test/people',
    settings: 'https://p.test/settings',
    heldBack: 'https://p.test/reports/2026-11-23/not-this-week',
    unsubscribe: 'https://p.test/u/two',
  }
  return renderReportMail(report, {
    userId: 1,
    address: 'ann@example.org',
    links,
    topics: new Map(),
    publicHost: 'p.test',
    when: 'Mondays at 08:00',
  })
}

/** What is to be seen of a mail, as one line. */
export const seenIn = (html: string): string =>
  html
    .replace(/<(style|title)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/g, ' ')
    .replace(/&nbsp;|&zwnj;|&#847;/g, ' ')
    .replace(/\s+/g, ' ')
