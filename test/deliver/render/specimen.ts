/** Reports as they may be, for the tests that look at mails: a full week, a quiet one, a first one, one with bad news. */
import type { PersonLinks } from '../../../src/deliver/render/report-links.ts'
import { renderReportMail } from '../../../src/deliver/render/report-mail.ts'
import type { OutgoingMail } from '../../../src/model/mail.ts'
import { plainName } from '../../../src/model/plain-name.ts'
import { peopleAskedFor, type Report, type Suggestion } from '../../../src/model/report.ts'
import { DAY, type Instant } from '../../../src/model/time.ts'
import type { ShownTopic } from '../../../src/words/topic.ts'

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

/** The week of the sketch, with everything a mail can show but an event and a year. */
export const sketchedWeek: Report = {
  ...plainWeek,
  week: '2026-11-30',
  at: (Date.UTC(2026, 10, 30, 7) / 1000) as Instant,
  locale: 'en-US',
  number: 3,
  trend: [],
  bands: { thriving: 63, steady: 22, fading: 16, quiet: 31, new: 6, unknown: 4 },
  suggestions: [
    {
      ...named(1, 'Ingrid Solheim', maria.reason, [
        ...[9, 13, 16, 18, 19, 22, 25, 28, 30, 31, 34, 37, 40, 42, 44, 47, 50],
      ]),
      standing: { band: 'fading', usualGapDays: 21 },
      last: { how: 'message', at: ago(56) },
    },
    {
      ...named(2, 'Jonas Weidner', { kind: 'new_address', firstAt: ago(10), silenceDays: 10, usualGapDays: 35 }, [
        ...[1, 2, 6, 11, 16, 21, 26, 31, 37, 43, 49],
      ]),
      address: 'jonas@hafencity-museum.example',
      standing: { band: 'thriving', usualGapDays: 35 },
      last: { how: 'message', at: ago(-3) },
    },
    {
      ...named(3, 'Amara Nwosu', { kind: 'follow_up', metAt: ago(-2), metBeforeAt: null }, [0]),
      standing: { band: 'new', usualGapDays: null },
      last: { how: 'meeting', at: ago(-2) },
    },
    {
      ...named(
        4,
        'Rania Barakat',
        {
          kind: 'introduction',
          other: { personId: 9, name: 'Zoe Pembroke', givenName: 'Zoe' },
          shared: ['Gil Amir'],
          ground: 'Offshore',
        },
        Array.from({ length: 26 }, (_, week) => 2 * week),
      ),
      standing: { band: 'thriving', usualGapDays: 12 },
      last: { how: 'message', at: ago(-3) },
    },
    {
      ...named(
        5,
        'Yusuf Demirel',
        {
          kind: 'dormant_tie',
          firstAt: ago(1050),
          lastContactAt: ago(420),
          lastMetAt: null,
          silenceDays: 427,
          usualGapDays: 9,
          weeks: 71,
          isBridge: true,
        },
        Array.from({ length: 80 }, (_, week) => week + 61).filter((week) => week % 7 !== 0),
      ),
      stripSpan: 150,
      standing: { band: 'quiet', usualGapDays: 9 },
      last: { how: 'message', at: ago(420) },
    },
  ],
  waiting: [
    named(6, 'Tomás Herrera', { kind: 'reply_owed', receivedAt: ago(14), waitingDays: 21, usualAnswerDays: null }, []),
    named(7, 'Simon Doyle', { kind: 'reply_owed', receivedAt: ago(5), waitingDays: 12, usualAnswerDays: 2 }, []),
  ],
  meetings: [
    {
      personId: 8,
      name: 'Davide Conti',
      givenName: 'Davide',
      at: ago(-9),
      lastMetAt: ago(260),
      lastContactAt: ago(40),
      owed: { by: 'them', since: ago(40) },
    },
  ],
  reconnections: [
    { personId: 10, name: 'Carla Neri', givenName: 'Carla', how: 'exchanged', at: ago(-4), afterDays: 42 },
    { personId: 11, name: 'Gil Amir', givenName: 'Gil', how: 'met', at: ago(-1), afterDays: 120 },
  ],
  notes: [{ kind: 'reconnect', address: 'lena@northlight.example', since: ago(-3), touches: ['Rania', 'Amara'] }],
}

/** Five of whom were met at once, and a year told. */
export const eventWeek: Report = {
  ...sketchedWeek,
  suggestions: [
    ...sketchedWeek.suggestions.slice(0, 3),
    ...['Ola Berg', 'Priya Nair', 'Chidi Eze'].map((name, index) => ({
      ...named(20 + index, name, { kind: 'new_acquaintance', firstAt: ago(1), metAt: null, silenceDays: 8 }, [1]),
      event: { from: ago(2), until: ago(0) },
    })),
  ],
  waiting: [],
  meetings: [],
  notes: [],
  year: {
    years: 1,
    kept: 41,
    foundAgain: 6,
    grownQuiet: 12,
    found: [
      { personId: 1, name: 'Ada Berg', givenName: 'Ada' },
      { personId: 2, name: 'Bo Ek', givenName: 'Bo' },
      { personId: 3, name: 'Hannah Vogt', givenName: 'Hannah' },
    ],
    toKeep: [
      { personId: 4, name: 'Ingrid Solheim', givenName: 'Ingrid' },
      { personId: 5, name: 'Tomás Herrera', givenName: 'Tomás' },
      { personId: 6, name: 'Gil Amir', givenName: 'Gil' },
    ],
  },
}

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
  ...{ write: path, page: `${path}/text`, later: `${path}/later`, more: `${path}/text#more`, conversation: null },
})

export const render = (
  change: Partial<Report> = {},
  of: Report = plainWeek,
  topics: ReadonlyMap<number, ShownTopic> = new Map(),
): Promise<OutgoingMail> => {
  const report = { ...of, ...change }
  const links = {
    people: new Map(
      peopleAskedFor(report).map(({ personId }) => [personId, personLinks(`https://p.test/c/${token}${personId}`)]),
    ),
    settings: 'https://p.test/settings',
    unsubscribe: 'https://p.test/u/two',
    reconnect: new Map(
      report.notes.map(({ address }) => [
        plainName(address),
        `https://p.test/connect/google?account=${encodeURIComponent(address)}`,
      ]),
    ),
  }
  return renderReportMail(report, {
    userId: 1,
    address: 'ann@example.org',
    links,
    topics,
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

/** What they wrote last, in the sketched week. */
export const sketchedTopics: ReadonlyMap<number, ShownTopic> = new Map([
  [1, { title: 'Kelp tariff review', at: ago(56), from: 'message' }],
  [3, { title: 'Openfields intro', at: ago(-2), from: 'meeting' }],
  [5, { title: 'Mailhaus relaunch', at: ago(420), from: 'message' }],
  [6, { title: 'Would you look over my talk?', at: ago(14), from: 'message' }],
])
