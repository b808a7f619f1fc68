import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, closestOf } from '../../src/report/candidate.ts'

test('the closest are those a full sort puts first, whatever the order of the people', () => {
  const people = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 })
  fc.assert(
    fc.property(people, fc.integer({ min: 0, max: 70 }), (closeness, most) => {
      const candidates = closeness.map((value, id) => ({ person: { id }, health: { closeness: value } }) as Candidate)
      const sorted = [...candidates].sort(
        (a, b) => b.health.closeness - a.health.closeness || a.person.id - b.person.id,
      )
      expect(closestOf(candidates, most)).toEqual(sorted.slice(0, most))
      expect(closestOf([...candidates].reverse(), most)).toEqual(sorted.slice(0, most))
    }),
  )
})
