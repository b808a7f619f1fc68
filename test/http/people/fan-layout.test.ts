import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth } from '../../../src/http/kit/text-width.ts'
import { type FanPerson, fanSize, layFan } from '../../../src/http/people/fan-layout.ts'
import { ringsOf } from '../../../src/http/people/rings.ts'

const wedges = ['Family', 'Friends', 'Work', 'Mentors', 'Old team'].map((name) => ({
  name,
  note: '13 of 14 in rhythm',
}))
const names = ['Bo', 'Ingrid', 'Friederike', 'Tomás', 'Alessandra', 'Quân', 'Wanjiku', 'Parisa S.']

const peopleOf = (count: number, circled: number): readonly FanPerson[] => {
  const tied = Array.from({ length: count }, (_, rank) => ({ closeness: 99 - rank, wedge: (rank * 7) % wedges.length }))
  const rings = ringsOf(tied, wedges.length)
  return tied.map(({ wedge }, id) => ({
    id,
    wedge,
    label: names[id % names.length] ?? '',
    ring: rings[id] ?? 2,
    isCircled: id < circled,
  }))
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** What is drawn of a mark: its disc, or the circle around it, and the letters of its name. */
const drawn = ({ person, x, y, label }: ReturnType<typeof layFan<FanPerson>>['marks'][number]): readonly Box[] => {
  const reach = person.isCircled ? 13.5 : 7
  const disc = { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
  if (label === null) return [disc]
  const width = textWidth(person.label, 14, person.isCircled)
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2
  return [disc, { left, right: left + width, top: label.y - 10, bottom: label.y + 3 }]
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('the fan', () => {
  test('draws nothing over anything else, whoever the people are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 7 }), (count, circled) => {
        const { marks } = layFan(wedges, peopleOf(count, circled))
        const boxes = marks.map(drawn)
        const clashes = boxes.flatMap((one, index) =>
          boxes.slice(index + 1).filter((other) => one.some((a) => other.some((b) => overlap(a, b)))),
        )
        expect(clashes).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('keeps every mark in its ring and its wedge', () => {
    const { marks, edges } = layFan(wedges, peopleOf(36, 7))
    for (const { person, x, y } of marks) {
      const radius = Math.hypot(x - fanSize.x, y - fanSize.y)
      const angle = Math.atan2(fanSize.y - y, fanSize.x - x)
      expect(radius).toBeLessThan(fanSize.radii[person.ring])
      expect(radius).toBeGreaterThan(person.ring === 0 ? fanSize.you : (fanSize.radii[person.ring - 1] ?? 0))
      expect(angle).toBeGreaterThan(edges[person.wedge] ?? 0)
      expect(angle).toBeLessThan(edges[person.wedge + 1] ?? Math.PI)
    }
  })

  test('names whoever this week is about, and nearly everyone else', () => {
    const { marks } = layFan(wedges, peopleOf(36, 7))
    expect(marks.filter(({ person, label }) => person.isCircled && label === null)).toEqual([])
    expect(marks).toHaveLength(36)
    expect(marks.filter(({ label }) => label !== null).length).toBeGreaterThanOrEqual(32)
  })

  test('lies the same on every visit', () => {
    expect(layFan(wedges, peopleOf(30, 5))).toEqual(layFan(wedges, peopleOf(30, 5)))
  })

  test('writes the names of wedges outside the outermost ring and inside the picture', () => {
    const { captions } = layFan(wedges, peopleOf(36, 7))
    for (const [index, { x, y, anchor }] of captions.entries()) {
      const width = textWidth(wedges[index]?.note ?? '', 13)
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
      expect(left).toBeGreaterThanOrEqual(-1)
      expect(left + width).toBeLessThanOrEqual(fanSize.width + 1)
      const nearest = Math.min(
        Math.hypot(left - fanSize.x, y - fanSize.y),
        Math.hypot(left + width - fanSize.x, y - fanSize.y),
      )
      expect(nearest).toBeGreaterThan(fanSize.radii[2])
    }
  })
})
