import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY, later, WEEK, weekIndex } from '../../src/model/time.ts'
import { yearInPeople } from '../../src/report/year.ts'
import { type Contact, daysBefore, knownBy, monday } from './known.ts'

const accountsSince = (days: number) => [{ createdAt: daysBefore(days) }]
const week = { week: '2026-12-07', zone: 'UTC', now: monday } as const

test('in the week of the first connection, once a year, and not in the first', () => {
  const years = (createdDaysAgo: number) =>
    yearInPeople([], { ...week, accounts: accountsSince(createdDaysAgo) })?.years ?? null
  expect(years(365)).toBe(1)
  expect(years(365 - 3)).toBe(1)
  expect(years(365 + 3)).toBeNull()
  expect(years(365 - 7)).toBeNull()
  expect(years(2)).toBeNull()
  expect(years(3 * 365 + 1)).toBe(3)
})

test('told on exactly one Monday of each year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), (days) => {
      const accounts = accountsSince(days)
      const mondays = Array.from({ length: 52 * 3 }, (_, index) => later(monday, index * WEEK))
      const told = mondays.filter(
        (now) =>
          yearInPeople([], { accounts, zone: 'UTC', now, week: new Date(now * 1000).toISOString().slice(0, 10) }) !==
          null,
      )
      const apart = told.slice(1).map((at, index) => (at - (told[index] ?? 0)) / DAY)
      for (const gap of apart) expect([357, 364, 371]).toContain(gap)
      expect(told.length).toBeGreaterThanOrEqual(2)
    }),
    { numRuns: 50 },
  )
})

/** The same told by hand: a table of weeks, and nothing of the product's but the number of a week. */
const countByHand = (people: readonly (readonly Contact[])[]) => {
  const counts = { kept: 0, foundAgain: 0, grownQuiet: 0 }
  for (const contacts of people) {
    const isTwoWay = contacts.some(([kind]) => kind === 'sent') && contacts.some(([kind]) => kind === 'received')
    if (!isTwoWay) continue
    const ago = [...new Set(contacts.map(([, days]) => weekIndex(monday) - weekIndex(daysBefore(days))))]
    const recent = ago.filter((weeks) => weeks < 52)
    const earlier = ago.filter((weeks) => weeks >= 52)
    const yearBefore = earlier.filter((weeks) => weeks < 104)
    if (Math.min(...ago) >= 26) {
      if (recent.length + yearBefore.length >= 3) counts.grownQuiet += 1
    } else if (earlier.length >= 3 && recent.length > 0 && Math.min(...earlier) - Math.max(...recent) >= 26) {
      counts.foundAgain += 1
    } else if (recent.length >= 3 && yearBefore.length >= 3) counts.kept += 1
  }
  return counts
}

test('its numbers are those of an independent count', () => {
  const contact: fc.Arbitrary<Contact> = fc.tuple(
    fc.constantFrom('sent' as const, 'received' as const),
    fc.integer({ min: 0, max: 1200 }),
  )
  const tie = fc.oneof(
    fc.array(contact, { maxLength: 12 }),
    // Those silent for long, and those who came back.
    fc.array(contact, { minLength: 6, maxLength: 30 }).map((all) => all.filter(([, days]) => days > 200)),
    fc.array(contact, { minLength: 8, maxLength: 30 }).map((all) => all.filter(([, days]) => days < 100 || days > 420)),
    fc.array(contact, { minLength: 20, maxLength: 40 }),
  )
  fc.assert(
    fc.property(fc.array(tie, { maxLength: 30 }), (people) => {
      const candidates = people.map((contacts, index) => knownBy(index + 1, contacts))
      const year = yearInPeople(candidates, { ...week, accounts: accountsSince(365) })
      expect(year).toMatchObject(countByHand(people))
      expect(year?.toKeep.length).toBe(Math.min(3, (year?.kept ?? 0) + (year?.foundAgain ?? 0)))
      expect(year?.found.length).toBe(Math.min(3, year?.foundAgain ?? 0))
    }),
  )
})
