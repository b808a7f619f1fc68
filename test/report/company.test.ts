import { expect, test } from 'vitest'
import { plainSetting } from '../../src/report/candidate.ts'
import { companyToRead, peopleToRead, settingFrom } from '../../src/report/company.ts'
import { everySo, knownBy, monday } from './known.ts'

const present = Array.from({ length: 6 }, (_, index) =>
  knownBy(index + 1, everySo(14, 700, 9), { change: { name: `Ann ${index}` } }),
)
const dormant = knownBy(20, [['received', 299], ...everySo(14, 700, 300)])
const unanswered = knownBy(30, [['sent', 200], ['sent', 230], ...everySo(14, 365, 260)])
const everyone = [...present, dormant, unanswered]
const setting = plainSetting(monday)
const inWeek = (week: string, hasIntroduced = true) => companyToRead(everyone, setting, { week, hasIntroduced })
const readIn = (week: string) =>
  peopleToRead(inWeek(week))
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)

test('old ties are looked at on the first Monday of a month, and those with a second door on every one', () => {
  expect(readIn('2026-12-07')).toEqual([1, 2, 3, 4, 5, 6, 20, 30])
  expect(readIn('2026-12-14')).toEqual([1, 2, 3, 4, 5, 6, 30])
})

test('where nothing is due, nobody’s company is read', () => {
  const company = companyToRead(present, setting, { week: '2026-12-14', hasIntroduced: true })
  expect(peopleToRead(company)).toEqual([])
})

test('a bridge is an old tie beside hardly anybody of the present circle', () => {
  const bridges = (together: Parameters<typeof settingFrom>[1]) =>
    settingFrom(inWeek('2026-12-07'), together, { hasIntroduced: true, now: monday }).bridges
  expect([...bridges([{ a: 1, b: 20, times: 9 }])]).toEqual([20])
  expect([
    ...bridges([
      { a: 1, b: 20, times: 1 },
      { a: 2, b: 20, times: 1 },
    ]),
  ]).toEqual([])
})

test('a second door leads through those of the present circle who are often seen with them', () => {
  const { through } = settingFrom(
    inWeek('2026-12-14'),
    [
      { a: 1, b: 30, times: 2 },
      { a: 2, b: 30, times: 5 },
      { a: 3, b: 30, times: 1 },
      { a: 1, b: 2, times: 9 },
    ],
    { hasIntroduced: true, now: monday },
  )
  expect(through.get(30)).toEqual(['Ann 1', 'Ann 0'])
})
