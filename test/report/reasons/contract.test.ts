/**
 * What every reason promises: nothing comes from an empty history; nothing it tells lies after the day of the report; it says
 * the same in whatever order contacts became known; and how much it weighs is bounded. Each brings a case in which it holds,
 * so that no promise is kept by silence. A new reason is a line in `holding`.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noOverride } from '../../../src/model/correction.ts'
import type { InteractionKind } from '../../../src/model/interaction.ts'
import type { Person } from '../../../src/model/person.ts'
import { noRelationship, withInteraction } from '../../../src/model/relationship.ts'
import type { ReasonKind } from '../../../src/model/report.ts'
import { DAY, type Instant } from '../../../src/model/time.ts'
import {
  type Candidate,
  type FoundReason,
  type History,
  plainSetting,
  type Setting,
} from '../../../src/report/candidate.ts'
import { reasonRules } from '../../../src/report/reasons/index.ts'
import { healthOf, withChosenRhythm } from '../../../src/score/health.ts'
import { usualPace } from '../../pace.ts'

const now = 1_790_000_000 as Instant
const ago = (days: number): Instant => Math.round(now - days * DAY) as Instant
type Contact = readonly [kind: InteractionKind, daysAgo: number, size?: number]

/** A message each way every `gap` days, theirs first, for `length` days, the last `silence` days ago. */
const rhythm = (gap: number, length: number, silence: number): readonly Contact[] =>
  Array.from({ length: Math.floor(length / gap) + 1 }, (_, index) => silence + index * gap).flatMap(
    (day): readonly Contact[] => [
      ['sent', day],
      ['received', day + 1],
    ],
  )

/** Two messages with somebody who was not known before. */
const acquainted: readonly Contact[] = [
  ['received', 20],
  ['sent', 19],
]

interface Case {
  readonly contacts: readonly Contact[]
  readonly change?: Partial<Person>
  readonly former?: readonly Contact[]
}

/** For each reason a case in which it holds. */
const holding: Readonly<Partial<Record<ReasonKind, Case>>> = {
  reply_owed: { contacts: [['received', 12], ...rhythm(21, 365, 40)] },
  new_address: { contacts: acquainted, former: rhythm(21, 365, 63) },
  dead_address: { contacts: rhythm(21, 600, 30), change: { bouncedAt: ago(5) } },
  new_acquaintance: { contacts: acquainted },
  follow_up: {
    contacts: [
      ['met', 4],
      ['sent', 10],
      ['received', 11],
    ],
  },
  chosen_rhythm: {
    contacts: rhythm(60, 600, 35),
    change: { override: { ...noOverride, rhythm: { idealDays: 14, tooLongDays: 30 } } },
  },
  dormant_tie: { contacts: rhythm(21, 900, 260) },
  rhythm_broken: { contacts: [['seen', 20], ...rhythm(21, 365, 63)] },
  gratitude: { contacts: rhythm(21, 365, 26) },
  anniversary: { contacts: rhythm(23, 1058, 30) },
  introduction: { contacts: rhythm(21, 365, 10) },
  project_end: { contacts: rhythm(7, 60, 9) },
  second_door: { contacts: [['sent', 200], ['sent', 230], ...rhythm(14, 365, 260)] },
}

const setting: Setting = {
  ...plainSetting(now),
  recordsSince: ago(3000),
  introductions: new Map([
    [1, { other: { personId: 2, name: 'Bo Ek', givenName: 'Bo' }, shared: ['Cy Dee'], ground: 'Offshore' }],
  ]),
  projectEnds: new Map([[1, { circle: { kind: 'group', name: 'Atlas' }, people: 4, weeks: 9, endedAt: ago(9) }]]),
}

const personOf = (contacts: readonly Contact[], change: Partial<Person> = {}): Person => ({
  id: 1,
  name: 'Ada Berg',
  givenName: 'Ada',
  address: 'ada@mail.example',
  bouncedAt: null,
  languages: '',
  contactIds: [1],
  addresses: [],
  relationship: contacts.reduce(
    (tie, [kind, days, size = 1]) => withInteraction(tie, { kind, at: ago(days), size }),
    noRelationship,
  ),
  override: noOverride,
  ...change,
})

/** The candidate as a report makes one, and the history as it is told: newest first, nothing after the day of the report. */
const knownOf = ({ contacts, change, former }: Case): { candidate: Candidate; history: History } => {
  const person = personOf(contacts, change)
  const health = withChosenRhythm(healthOf(person.relationship, now, usualPace), person.override.rhythm)
  const old = former === undefined ? null : healthOf(personOf(former).relationship, now, usualPace)
  const history = contacts
    .filter(([, days]) => days >= 0)
    .map(([kind, days, size = 1]) => ({ kind, at: ago(days), size }))
    .toSorted((a, b) => b.at - a.at)
  return { candidate: { person, health, former: old === null ? null : { personId: 9, health: old } }, history }
}

/** Whatever rule is asked, as a report asks it. */
const foundBy = (rule: (typeof reasonRules)[number], known: Case): FoundReason | null => {
  const { candidate, history } = knownOf(known)
  return rule.mayHold(candidate, setting) ? rule.find(candidate, history, setting) : null
}

/** Contacts of two years back, and meetings and crowds of a year ahead, no two at one instant. No message is dated ahead. */
const contacts: fc.Arbitrary<readonly Contact[]> = fc.uniqueArray(
  fc.oneof(
    fc.tuple(
      fc.constantFrom<InteractionKind>('sent', 'received', 'met', 'seen'),
      fc.integer({ min: 0, max: 730 }),
      fc.integer({ min: 1, max: 4 }),
    ),
    fc.tuple(
      fc.constantFrom<InteractionKind>('met', 'seen'),
      fc.integer({ min: -365, max: -1 }),
      fc.integer({ min: 1, max: 4 }),
    ),
  ),
  { maxLength: 40, selector: ([, days]) => days },
)

const expectSound = (found: FoundReason): void => {
  expect(found.change).toBeGreaterThanOrEqual(0)
  expect(found.change).toBeLessThanOrEqual(1)
  expect(found.quality).toBeGreaterThanOrEqual(0)
  expect(found.quality).toBeLessThanOrEqual(1)
  for (const [field, value] of Object.entries(found.reason)) {
    if (field.endsWith('At') && value !== null) expect(value, field).toBeLessThanOrEqual(now)
    if (field.endsWith('Days') && value !== null) expect(value, field).toBeGreaterThanOrEqual(0)
  }
}

describe.each(reasonRules.map((rule) => ({ kind: rule.kind, rule })))('$kind', ({ kind, rule }) => {
  const known = holding[kind] ?? { contacts: [] }

  test('holds in its own case, and says what it is', () => {
    const found = foundBy(rule, known)
    expect(found?.reason.kind).toBe(kind)
    if (found !== null) expectSound(found)
  })

  test('comes from nothing', () => {
    expect(foundBy(rule, { ...known, contacts: [] })).toBeNull()
  })

  test('tells of nothing after the day of the report, whatever is booked', () => {
    fc.assert(
      fc.property(contacts, fc.boolean(), (other, isOwn) => {
        const found = foundBy(rule, { ...known, contacts: isOwn ? [...known.contacts, ...other] : other })
        if (found !== null) expectSound(found)
      }),
    )
  })

  test('is blind to the order in which contacts became known', () => {
    const shuffled = contacts.chain((other) => {
      const all = [...known.contacts, ...other.filter(([, days]) => !known.contacts.some((each) => each[1] === days))]
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))
    })
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(foundBy(rule, { ...known, contacts: other })).toEqual(foundBy(rule, { ...known, contacts: one }))
      }),
    )
  })
})
