/** Occasions of every kind, for tests that hold whatever is known. */
import fc from 'fast-check'
import type { Occasion, RawTopic } from '../../src/draft/occasion.ts'
import type { Reason } from '../../src/model/report.ts'
import { DAY, type Instant } from '../../src/model/time.ts'

/** A Monday morning. */
export const monday = (Date.UTC(2026, 10, 23, 7) / 1000) as Instant

export const ago = (days: number): Instant => (monday - Math.round(days * DAY)) as Instant

const daysAgo = (min: number, max: number): fc.Arbitrary<Instant> => fc.integer({ min, max }).map(ago)
const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null })

export const reasons: fc.Arbitrary<Reason> = fc.oneof(
  fc.record({
    kind: fc.constant('rhythm_broken' as const),
    usualGapDays: fc.integer({ min: 7, max: 300 }),
    silenceDays: fc.integer({ min: 30, max: 900 }),
    lastContactAt: daysAgo(30, 900),
    lastMetAt: perhaps(daysAgo(30, 900)),
    lastSeenAt: perhaps(daysAgo(0, 20)),
  }),
  fc.record({
    kind: fc.constant('reply_owed' as const),
    receivedAt: daysAgo(3, 60),
    waitingDays: fc.integer({ min: 3, max: 60 }),
    usualAnswerDays: perhaps(fc.integer({ min: 0, max: 9 })),
  }),
  fc.record({
    kind: fc.constant('new_address' as const),
    firstAt: daysAgo(7, 75),
    silenceDays: fc.integer({ min: 7, max: 75 }),
    usualGapDays: perhaps(fc.integer({ min: 7, max: 300 })),
  }),
  fc.record({
    kind: fc.constant('dead_address' as const),
    deadAddress: fc.constant('maria@old.example'),
    bouncedAt: daysAgo(0, 60),
    usualGapDays: fc.integer({ min: 7, max: 90 }),
    lastContactAt: daysAgo(30, 200),
    lastMetAt: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('new_acquaintance' as const),
    firstAt: daysAgo(4, 28),
    metAt: perhaps(daysAgo(4, 28)),
    silenceDays: fc.integer({ min: 4, max: 28 }),
  }),
  fc.record({
    kind: fc.constant('chosen_rhythm' as const),
    idealDays: fc.integer({ min: 7, max: 90 }),
    tooLongDays: fc.integer({ min: 90, max: 180 }),
    silenceDays: fc.integer({ min: 10, max: 900 }),
    lastContactAt: daysAgo(10, 900),
    lastMetAt: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('follow_up' as const),
    metAt: daysAgo(2, 14),
    metBeforeAt: perhaps(daysAgo(200, 900)),
  }),
  fc.record({
    kind: fc.constant('dormant_tie' as const),
    firstAt: daysAgo(900, 2000),
    lastContactAt: daysAgo(181, 800),
    lastMetAt: perhaps(daysAgo(181, 900)),
    silenceDays: fc.integer({ min: 181, max: 800 }),
    usualGapDays: fc.integer({ min: 7, max: 60 }),
    weeks: fc.integer({ min: 12, max: 150 }),
  }),
  fc.integer({ min: 1, max: 15 }).chain((years) =>
    fc.record({
      kind: fc.constant('anniversary' as const),
      firstAt: fc.integer({ min: 0, max: 6 }).map((ahead) => ago(years * 365.25 - ahead)),
      years: fc.constant(years),
      silenceDays: fc.integer({ min: 14, max: 90 }),
    }),
  ),
  fc.record({
    kind: fc.constant('gratitude' as const),
    begunByThem: fc.integer({ min: 5, max: 9 }),
    begun: fc.integer({ min: 9, max: 10 }),
    silenceDays: fc.integer({ min: 14, max: 60 }),
    lastContactAt: daysAgo(14, 60),
    lastMetAt: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('project_end' as const),
    circle: fc.constant({ kind: 'group' as const, name: 'Offshore' }),
    people: fc.integer({ min: 3, max: 9 }),
    weeks: fc.integer({ min: 4, max: 30 }),
    endedAt: daysAgo(7, 14),
  }),
  fc.record({
    kind: fc.constant('second_door' as const),
    lastSentAt: daysAgo(180, 400),
    silenceDays: fc.integer({ min: 180, max: 400 }),
    through: fc.constantFrom<readonly string[]>(['Kim Duarte'], []),
  }),
  fc.record({
    kind: fc.constant('hello' as const),
    silenceDays: fc.integer({ min: 0, max: 60 }),
    lastContactAt: daysAgo(0, 60),
  }),
  fc.record({
    kind: fc.constant('introduction' as const),
    other: fc.constant({ personId: 7, name: 'Jan Berg', givenName: 'Jan' }),
    shared: fc.constantFrom(['Kim Duarte', 'Lea Novak'], []),
  }),
)

/** When they were last in touch, as the reason tells it where it does. */
const lastAt = (reason: Reason): fc.Arbitrary<Instant> => {
  if ('lastContactAt' in reason) return fc.constant(reason.lastContactAt)
  switch (reason.kind) {
    case 'reply_owed':
      return fc.constant(reason.receivedAt)
    case 'follow_up':
      return fc.constant(reason.metAt)
    case 'new_acquaintance':
      return reason.metAt === null ? daysAgo(4, 28) : fc.constant(reason.metAt)
    case 'second_door':
      return fc.constant(reason.lastSentAt)
    case 'project_end':
      return fc.constant(reason.endedAt)
    case 'anniversary':
      return daysAgo(14, 90)
    case 'new_address':
    case 'introduction':
      return daysAgo(7, 60)
  }
}

const topics: fc.Arbitrary<Pick<RawTopic, 'text' | 'from' | 'begunBy'>> = fc.record({
  text: fc.constantFrom(
    'Kelp tariff review',
    'Re: Q3 roadmap',
    'Would you look over my talk?',
    'Dinner on Thursday?',
    'Umzug nach Leipzig',
    'Projet Atlas',
    'Revisión de tarifas',
    'Coffee',
    'Lunch near the office',
    'hi',
    'URGENT!!!',
    'Scan results',
    '',
  ),
  from: fc.constantFrom('message' as const, 'meeting' as const),
  begunBy: fc.constantFrom('user' as const, 'them' as const),
})

export const occasions: fc.Arbitrary<Occasion> = reasons.chain((reason) =>
  fc
    .record({
      personId: fc.integer({ min: -40, max: 5000 }),
      person: fc.constantFrom(
        { name: 'Maria Lopez', givenName: 'Maria' },
        { name: 'Dr. Anna Meyer', givenName: 'Anna' },
        { name: '王 伟', givenName: null },
        { name: 'Nguyen Van Anh', givenName: null },
        { name: 'hello@studio.example', givenName: null },
        { name: 'ACME Support', givenName: null },
        { name: 'Otto Berg', givenName: 'Otto' },
      ),
      address: fc.constantFrom('m@kelp-energy.example', 'm@gmail.com', 'm@lopez.example', ''),
      last: fc.record({
        how: fc.constantFrom('message' as const, 'meeting' as const, 'call' as const, 'elsewhere' as const),
        at: lastAt(reason),
      }),
      isLastKnown: fc.boolean(),
      topic: perhaps(topics),
      lastSeen: perhaps(
        fc.record({ at: daysAgo(0, 40), how: fc.constantFrom('thread' as const, 'meeting' as const, null) }),
      ),
      firstAt: perhaps(daysAgo(5, 2000)),
      isTheirsUnanswered: fc.boolean(),
      commonGround: fc.constantFrom('Offshore', 'Friends', undefined),
      language: fc.constantFrom('en', 'de', 'fr', 'es', 'xx'),
      sentDaysLater: fc.integer({ min: 0, max: 6 }),
    })
    .map(
      ({
        personId,
        person,
        address,
        last,
        isLastKnown,
        topic,
        lastSeen,
        firstAt,
        isTheirsUnanswered,
        commonGround,
        language,
        sentDaysLater,
      }) => ({
        suggestion: { personId, ...person, address, reason, ...(isLastKnown && { last }) },
        at: monday,
        sentAt: (monday + sentDaysLater * DAY) as Instant,
        zone: 'Europe/Berlin',
        userName: 'Ann Berg',
        lastSeen,
        firstAt,
        isTheirsUnanswered,
        language,
        ...(topic !== null && { topic: { ...topic, at: last.at } }),
        ...(commonGround !== undefined && { commonGround }),
      }),
    ),
)
