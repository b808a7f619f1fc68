import { describe, expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { noOverride } from '../../src/model/correction.ts'
import type { Band, Health } from '../../src/model/health.ts'
import { noRelationship } from '../../src/model/relationship.ts'
import type { Candidate } from '../../src/report/candidate.ts'
import { circleKey, circlesOf, findingOf } from '../../src/report/circles.ts'

const health: Health = {
  ...{
    band: 'steady',
    closeness: 50,
    health: 50,
    chanceIn30Days: 0,
    chanceIn90Days: 0,
    chanceIn180Days: 0,
    chanceIfToday: 0,
    comeback: 0.5,
  },
  ...{ usualGapDays: 20, silenceDays: 10, overdue: 0.5, weeks: 5, chosen: null },
}

let numbered = 0
const somebody = (name: string, address: string, band: Band = 'steady', groups: readonly string[] = []): Candidate => {
  numbered += 1
  const canonical = address as CanonicalAddress
  const known = { id: numbered, name, givenName: null, address, bouncedAt: null, languages: '', contactIds: [numbered] }
  const person = { ...known, addresses: [canonical], relationship: noRelationship, override: { ...noOverride, groups } }
  return { person, health: { ...health, band }, former: null }
}

const owner = { name: 'Lena Müller', addresses: ['lena@northlight.example' as CanonicalAddress] }
const keysOf = (...people: readonly Candidate[]): readonly string[] =>
  circlesOf(people, owner).map(({ of }) => circleKey(of))

describe('a circle', () => {
  test('is the user’s own group before anything that could be guessed', () => {
    expect(keysOf(somebody('Anja Muller', 'anja@northlight.example', 'steady', ['Choir']))).toEqual(['Choir'])
  })

  test('is the family where the surname is the user’s, however it is spelled', () => {
    expect(keysOf(somebody('Anja Muller', 'a@x.example'), somebody('Elke MÜLLER', 'e@y.example'))).toEqual(['~family'])
    expect(keysOf(somebody('Anja Muellerova', 'a@x.example'))).toEqual(['~others'])
  })

  test('is work at the user’s own domain, and not at a host of everybody’s mail', () => {
    expect(keysOf(somebody('Bo Ek', 'bo@northlight.example'))).toEqual(['~work'])
    const atHost = { name: 'Lena', addresses: ['lena@gmail.com' as CanonicalAddress] }
    expect(circlesOf([somebody('Bo Ek', 'bo@gmail.com')], atHost).map(({ of }) => of.kind)).toEqual(['others'])
  })

  test('is a firm where many write from one domain', () => {
    const many = Array.from({ length: 8 }, (_, index) => somebody(`Person ${index}`, `p${index}@kastanie.example`))
    expect(keysOf(...many, somebody('Bo Ek', 'bo@few.example'))).toEqual(['@kastanie.example', '~others'])
  })

  test('holds everybody once', () => {
    const people = [
      somebody('A Müller', 'a@x.example'),
      somebody('B', 'b@northlight.example'),
      somebody('C', 'c@z.example'),
    ]
    expect(circlesOf(people, owner).flatMap(({ members }) => members)).toHaveLength(people.length)
  })
})

describe('what stands out', () => {
  const inGroup = (group: string, bands: readonly Band[]): readonly Candidate[] =>
    bands.map((band, index) => somebody(`Person ${index}`, `p${index}@x.example`, band, [group]))

  test('is who keeps their rhythm best, and who worst', () => {
    const people = [
      ...inGroup('Friends', ['thriving', 'thriving', 'steady', 'fading']),
      ...inGroup('Mentors', ['quiet', 'fading', 'steady', 'quiet']),
    ]
    expect(findingOf(circlesOf(people, owner))).toEqual({
      close: { kind: 'group', name: 'Friends' },
      quiet: { kind: 'group', name: 'Mentors' },
    })
  })

  test('is nothing where all are alike, and of two people nothing is said', () => {
    const alike = [...inGroup('A', ['steady', 'fading', 'fading']), ...inGroup('B', ['steady', 'fading', 'quiet'])]
    expect(findingOf(circlesOf(alike, owner))).toEqual({ close: null, quiet: null })
    expect(findingOf(circlesOf(inGroup('C', ['quiet', 'quiet']), owner))).toEqual({ close: null, quiet: null })
  })
})
