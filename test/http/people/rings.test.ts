import { expect, test } from 'vitest'
import { ringsOf } from '../../../src/http/people/rings.ts'

test('a tie that is all but certain stands in the inner ring, and one that is not stands farther out', () => {
  expect(
    ringsOf(
      [
        { closeness: 97, wedge: 0 },
        { closeness: 90, wedge: 0 },
        { closeness: 40, wedge: 0 },
      ],
      1,
    ),
  ).toEqual([0, 1, 2])
})

test('nobody stands nearer than somebody closer of their wedge, however full it is', () => {
  const people = Array.from({ length: 40 }, (_, rank) => ({ closeness: 99 - rank / 10, wedge: rank % 3 }))
  const rings = ringsOf(people, 3)
  for (const wedge of [0, 1, 2]) {
    const inWedge = rings.filter((_, rank) => people[rank]?.wedge === wedge)
    expect(inWedge).toEqual(inWedge.toSorted())
  }
})

test('where nobody is close, the inner ring is empty: it is not rank alone', () => {
  expect(
    ringsOf(
      [
        { closeness: 50, wedge: 0 },
        { closeness: 45, wedge: 0 },
      ],
      1,
    ),
  ).toEqual([2, 2])
})
