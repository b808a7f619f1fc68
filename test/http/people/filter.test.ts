import { describe, expect, test } from 'vitest'
import { filtered, filterHref, filterIn, noFilter, pageSize } from '../../../src/http/people/filter.ts'
import type { CanonicalAddress } from '../../../src/model/address.ts'
import { noOverride } from '../../../src/model/correction.ts'
import type { Health } from '../../../src/model/health.ts'
import { noRelationship } from '../../../src/model/relationship.ts'
import type { Instant } from '../../../src/model/time.ts'
import type { Candidate } from '../../../src/report/candidate.ts'

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

const somebody = (
  id: number,
  name: string,
  change: Partial<Health> = {},
  groups: readonly string[] = [],
): Candidate => {
  const address = `person${id}@example.com` as CanonicalAddress
  const override = { ...noOverride, groups }
  const person = {
    id,
    name,
    givenName: null,
    address,
    bouncedAt: null,
    languages: '',
    contactIds: [id],
    addresses: [address],
    override,
  }
  return { person: { ...person, relationship: noRelationship }, health: { ...health, ...change }, former: null }
}

const facts = { circleOf: () => '~others', reasonOf: () => null, now: 1_700_000_000 as Instant }

describe('the list', () => {
  const people = [
    somebody(1, 'Åsa Berg', { closeness: 20, overdue: 3, band: 'fading' }),
    somebody(2, 'Bo Ek', { closeness: 90, overdue: 1 }, ['Mentors']),
    somebody(3, 'Cy Dahl', { closeness: 50, overdue: null }),
  ]
  const namesBy = (change: Partial<typeof noFilter>): readonly string[] =>
    filtered(people, { ...noFilter, ...change }, facts).shown.map(({ person }) => person.name)

  test('is in the order that was asked for', () => {
    expect(namesBy({})).toEqual(['Bo Ek', 'Cy Dahl', 'Åsa Berg'])
    expect(namesBy({ sort: 'overdue' })).toEqual(['Åsa Berg', 'Bo Ek', 'Cy Dahl'])
    expect(namesBy({ sort: 'name' })).toEqual(['Åsa Berg', 'Bo Ek', 'Cy Dahl'])
  })

  test('holds whom the filters leave', () => {
    expect(namesBy({ band: 'fading' })).toEqual(['Åsa Berg'])
    expect(namesBy({ group: 'Mentors' })).toEqual(['Bo Ek'])
    expect(namesBy({ reason: 'reply_owed' })).toEqual([])
  })

  test('has a last page, and no page beyond it', () => {
    const many = Array.from({ length: 2 * pageSize + 1 }, (_, id) => somebody(id, `Person ${id}`))
    const last = filtered(many, { ...noFilter, page: 99 }, facts)
    expect([last.page, last.pages, last.shown.length, last.all]).toEqual([3, 3, 1, 2 * pageSize + 1])
  })
})

describe('an address', () => {
  test('says what was chosen, and nothing of what was not', () => {
    expect(filterHref(noFilter, { band: 'quiet' })).toBe('/people?band=quiet#everyone')
    expect(filterHref({ ...noFilter, query: 'a b', page: 4 }, {})).toBe('/people?q=a+b#everyone')
    expect(filterHref(noFilter, {})).toBe('/people#everyone')
  })

  test('leads back to the same filter', () => {
    const filter = {
      ...noFilter,
      query: 'ek',
      band: 'new',
      group: '~work',
      reason: 'hello',
      sort: 'last',
      page: 3,
    } as const
    const { searchParams } = new URL(filterHref(filter, { page: 3 }), 'https://perennial.test')
    expect(filterIn((name) => searchParams.get(name) ?? undefined, ['hello'])).toEqual(filter)
  })

  test('that says what nobody offers means nothing', () => {
    const asked: Readonly<Record<string, string>> = { band: 'green', sort: 'x', page: '-1', reason: 'hello' }
    expect(filterIn((name) => asked[name], [])).toEqual(noFilter)
  })
})
