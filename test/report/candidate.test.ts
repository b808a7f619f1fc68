import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noOverride } from '../../src/model/correction.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import type { Instant } from '../../src/model/time.ts'
import { type Candidate, closestOf, isMutual, nearnessOf, saidOf } from '../../src/report/candidate.ts'

const now = 1_790_000_000 as Instant
const received = withInteraction(noRelationship, { kind: 'received', at: now })
const exchanged = withInteraction(received, { kind: 'sent', at: now })

const candidateOf = (id: number, closeness: number, relationship = exchanged): Candidate =>
  ({ person: { id, relationship, override: noOverride }, health: { closeness } }) as Candidate

test('the closest are those a full sort puts first, whatever the order of the people', () => {
  const people = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 })
  fc.assert(
    fc.property(people, fc.integer({ min: 0, max: 70 }), (closeness, most) => {
      const candidates = closeness.map((value, id) => candidateOf(id, value))
      const sorted = [...candidates].sort(
        (a, b) => b.health.closeness - a.health.closeness || a.person.id - b.person.id,
      )
      expect(closestOf(candidates, most)).toEqual(sorted.slice(0, most))
      expect(closestOf([...candidates].reverse(), most)).toEqual(sorted.slice(0, most))
    }),
  )
})

test('who only writes is not among the closest, however often they do', () => {
  const writer = candidateOf(1, 99, received)
  const friend = candidateOf(2, 10)
  expect(closestOf([writer, friend], 2)).toEqual([friend, writer])
})

test('who only writes, or is only copied, stands at the edge however often they do, unless the user calls them close', () => {
  const copied = withInteraction(noRelationship, { kind: 'seen', at: now })
  expect(nearnessOf(candidateOf(1, 99))).toBe(99)
  expect(nearnessOf(candidateOf(1, 99, received))).toBe(0)
  expect(nearnessOf(candidateOf(1, 99, copied))).toBe(0)
  const writer = candidateOf(1, 99, received)
  const called = { ...writer, person: { ...writer.person, override: { ...noOverride, isClose: true } } }
  expect(nearnessOf(called)).toBe(99)
})

test('a meeting ahead makes no tie mutual today', () => {
  const booked = withInteraction(received, { kind: 'met', at: (now + 1) as Instant })
  expect(isMutual(candidateOf(1, 50, booked), now)).toBe(false)
  expect(isMutual(candidateOf(1, 50, booked), (now + 2) as Instant)).toBe(true)
})

test('what a tie was like says nothing beyond its chance; what the user said of it does', () => {
  const said = (closeness: number, isClose: boolean | null): number => {
    const { person, health } = candidateOf(1, closeness)
    return saidOf({ person: { ...person, override: { ...noOverride, isClose } }, health, former: null })
  }
  expect([said(5, null), said(60, null), said(99, null)]).toEqual([1, 1, 1])
  expect(said(60, true)).toBeGreaterThan(1)
  expect(said(99, false)).toBeLessThan(1)
})
