/** A walk over everyone in the sandbox: what pages and email say of somebody, in words and in numbers, is one truth. */
import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { noFilter } from '../../src/http/people/filter.ts'
import { peoplePage } from '../../src/http/people/page.tsx'
import { personPage } from '../../src/http/people/person-page.tsx'
import type { Exchange } from '../../src/model/interaction.ts'
import { lastMeetingOf } from '../../src/model/person.ts'
import { lastContactAt, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant } from '../../src/model/time.ts'
import { type User, usualVoice } from '../../src/model/user.ts'
import { bandCounts } from '../../src/report/compose.ts'
import { partsOf, wholePoints } from '../../src/score/parts.ts'
import { dayInWords } from '../../src/words/dates.ts'
import { explain } from '../../src/words/health.ts'
import { describeReason } from '../../src/words/reason.ts'
import { weekOf } from '../eval/week.ts'
import { populate } from '../sandbox/population/index.ts'

const milliseconds = Date.UTC(2026, 10, 23, 7)
const week = weekOf(populate({ seed: 1, now: milliseconds }), milliseconds)
const { now, candidates, historyOf, report, pace } = week
const day = { at: now, zone: 'UTC', locale: 'en-GB' }

const user: User = {
  ...{ id: 1, address: 'owner@example.test', name: 'The owner', isOwner: true },
  ...{ zone: day.zone, isZoneChosen: true, locale: day.locale, writesIn: 'page', readsBack: null },
  ...{ report: { weekday: 1, hour: 8 }, away: null, nextReportAt: null, mailStop: null, isAddressConfirmed: true },
  ...{ voice: usualVoice, wantsRewrites: false },
}

const textOf = async (page: ReturnType<typeof peoplePage>): Promise<string> =>
  String(await page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const named = (each: (typeof candidates)[number]): string => `${each.person.name} (${each.health.band})`

/** Everyone for whom something does not hold, by name. */
const whoBreaks = (isBroken: (each: (typeof candidates)[number]) => boolean): readonly string[] =>
  candidates.filter(isBroken).map(named)

test('there is a world to walk over', () => {
  expect(candidates.length).toBeGreaterThan(100)
  expect(report.suggestions.length).toBeGreaterThan(3)
})

test('the band, the sentence and the numbers are one verdict', () => {
  const says = (sentence: string) => (each: (typeof candidates)[number]) => explain(each.health).includes(sentence)
  const isIn =
    (...bands: readonly string[]) =>
    ({ health }: (typeof candidates)[number]) =>
      bands.includes(health.band)
  const isDue =
    (times: number) =>
    ({ health }: (typeof candidates)[number]) =>
      (health.overdue ?? 0) >= times
  const both = (...rules: readonly ((each: (typeof candidates)[number]) => boolean)[]) =>
    whoBreaks((each) => rules.every((rule) => rule(each)))
  expect(both(isIn('thriving', 'steady'), says('long for the two of you'))).toEqual([])
  expect(both(isIn('fading', 'quiet'), says('within your rhythm'))).toEqual([])
  expect(both(isIn('fading', 'quiet'), says('longer than usual'))).toEqual([])
  expect(both(says('within your rhythm'), isDue(1))).toEqual([])
  expect(
    whoBreaks(
      ({ health }) => health.band === 'thriving' && (health.silenceDays ?? 0) >= 28 && (health.overdue ?? 0) >= 1.5,
    ),
  ).toEqual([])
})

test('“new” is said of nobody with a longer history', () => {
  expect(
    whoBreaks(({ person, health }) => {
      const { firstAt } = person.relationship
      return health.band === 'new' && (firstAt === null || now - firstAt > 60 * DAY)
    }),
  ).toEqual([])
})

test('the parts of a chance add up to the sum beside them', () => {
  expect(
    whoBreaks(({ person }) => {
      const parts = partsOf(person.relationship, now, pace)
      const exact = parts.reduce((sum, { points }) => sum + points, 0)
      return wholePoints(parts).reduce((sum, { points }) => sum + points, 0) !== Math.round(exact)
    }),
  ).toEqual([])
})

test('bands are counted alike on the page, in its legend and in the email, and are everybody', async () => {
  expect(report.bands).toEqual(bandCounts(candidates))
  const counted = Object.values(report.bands).reduce((sum, count) => sum + count, 0)
  expect(counted).toBe(candidates.length)
  const page = await textOf(
    peoplePage({
      ...{
        user,
        accounts: [],
        candidates,
        now,
        filter: noFilter,
        reasons: new Map(),
        note: html``,
        isTriageDue: false,
      },
      week: { report, isSent: false, worked: [] },
    }),
  )
  for (const band of ['thriving', 'steady', 'fading', 'quiet'] as const) {
    if (report.bands[band] > 0) expect(page).toContain(`${report.bands[band]} ${band}`)
  }
})

test('nothing ahead of the day is told as past', () => {
  const instants = report.suggestions.flatMap(({ reason, last }) => [
    last?.at ?? 0,
    ...Object.entries(reason).flatMap(([key, value]) =>
      key.endsWith('At') && typeof value === 'number' ? [value] : [],
    ),
  ])
  expect(instants.filter((at) => at > now)).toEqual([])
  const nextYear = String(new Date(milliseconds).getUTCFullYear() + 1)
  for (const suggestion of report.suggestions) expect(describeReason(suggestion, day)).not.toContain(nextYear)
})

test('every page of a person says when they were last in touch and last met as the history does', async () => {
  for (const candidate of candidates.filter((_, index) => index % 5 === 0)) {
    const { person, health } = candidate
    const history = historyOf(person)
    const direct = history.find(({ kind }) => kind !== 'seen')
    expect([person.name, lastContactAt(person.relationship, now)]).toEqual([person.name, direct?.at ?? null])
    expect(health.silenceDays === null).toBe(direct === undefined)
    const page = await textOf(
      personPage({
        ...{ user, candidate, log: [], proposals: [], parts: [], neighbours: new Map<string, number>() },
        ...{ history: history.map((each, index): Exchange => ({ ...each, message: index, thread: index })) },
        ...{ groups: [], others: null, made: null, now, metUntil: now },
      }),
    )
    const met = lastMeetingOf(person, now)
    if (met !== null) expect(page).toContain(`Last met ${dayInWords(met, day)}`)
  }
})

test('a meeting booked after the last reading of the calendar is not told as one that took place', async () => {
  const [candidate] = candidates
  if (candidate === undefined) throw new Error('Nobody lives in the sandbox.')
  const at = (now - DAY) as Instant
  const relationship = withInteraction(candidate.person.relationship, { kind: 'met', at })
  const booked = { ...candidate, person: { ...candidate.person, relationship } }
  const pageReadUntil = (metUntil: Instant): Promise<string> =>
    textOf(
      personPage({
        ...{ user, candidate: booked, log: [], proposals: [], parts: [], neighbours: new Map<string, number>() },
        ...{ history: [], groups: [], others: null, made: null, now, metUntil },
      }),
    )
  expect(await pageReadUntil(now)).toContain(`Last met ${dayInWords(at, day)}`)
  expect(await pageReadUntil((now - 2 * DAY) as Instant)).not.toContain(`Last met ${dayInWords(at, day)}`)
})

test('a coffee that was logged is the last meeting', () => {
  const [candidate] = candidates
  if (candidate === undefined) throw new Error('Nobody lives in the sandbox.')
  const at = (now - DAY) as Instant
  const relationship = withInteraction(candidate.person.relationship, { kind: 'met', at })
  const override = { ...candidate.person.override, logged: [{ how: 'coffee' as const, at }] }
  expect(lastMeetingOf({ ...candidate.person, relationship, override }, now)).toBe(at)
})
