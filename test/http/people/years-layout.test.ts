import { describe, expect, test } from 'vitest'
import { gapsOf, isBreak, layYears, yearsSize } from '../../../src/http/people/years-layout.ts'
import { DAY, type Instant } from '../../../src/model/time.ts'

const at = (day: number): Instant => (day * DAY) as Instant
const frame = { left: 100, right: 1100, from: at(0), to: at(1000) }

describe('gaps', () => {
  test('lie between contacts in order of time, the last of them open until now', () => {
    const gaps = gapsOf([at(50), at(10), at(20)], at(90))
    expect(gaps.map(({ days, isOpen }) => [days, isOpen])).toEqual([
      [10, false],
      [30, false],
      [40, true],
    ])
  })

  test('leave out what is still to come', () => {
    expect(gapsOf([at(10), at(95)], at(90))).toHaveLength(1)
  })

  test('are breaks where they are long for the two, and never in less than four weeks', () => {
    expect(isBreak({ days: 63 }, 21)).toBe(true)
    expect(isBreak({ days: 40 }, 21)).toBe(false)
    expect(isBreak({ days: 20 }, 3)).toBe(false)
  })
})

describe('the picture', () => {
  const gaps = gapsOf([at(0), at(20), at(40), at(160), at(180), at(900)], at(1000))
  const layout = layYears(gaps, { usualGapDays: 20, frame })

  test('reaches its top with the longest silence, and its foot with every contact', () => {
    expect(layout.past).toContain(String(yearsSize.top))
    expect(layout.hill.match(new RegExp(`V${yearsSize.base}z`, 'g'))).toHaveLength(gaps.length)
  })

  test('names the present break and the longest ones, each above its peak', () => {
    const open = layout.labels.find(({ gap }) => gap.isOpen)
    expect(open?.x).toBe(frame.right)
    expect(layout.labels.map(({ gap }) => Math.round(gap.days)).toSorted((a, b) => a - b)).toEqual([100, 120, 720])
  })

  test('without a rhythm has no band and names no break', () => {
    const plain = layYears(gaps, { usualGapDays: null, frame })
    expect([plain.bandTop, plain.past, plain.open, plain.labels]).toEqual([null, '', '', []])
  })

  test('cuts a hill that began before it at its edge', () => {
    const late = layYears(gaps, { usualGapDays: 20, frame: { ...frame, from: at(500) } })
    const xs = [...late.past.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x))
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(frame.left)
  })
})
