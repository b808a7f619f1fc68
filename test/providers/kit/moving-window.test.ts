import { describe, expect, test } from 'vitest'
import { DAY, type Instant, later } from '../../../src/model/time.ts'
import {
  type CalendarWindow,
  isInWindow,
  type MovingWindow,
  windowToAsk,
  withNextWindow,
  withWindow,
} from '../../../src/providers/kit/moving-window.ts'

const now = 1_790_000_000 as Instant
const ahead = (days: number): Instant => later(now, days * DAY)
const window = (days: number, isListed: boolean): CalendarWindow => ({
  from: ahead(-365),
  until: ahead(days),
  isListed,
})
const alone = (current: CalendarWindow): MovingWindow<CalendarWindow> => ({ current, next: null })
const wanted = window(92, false)
const moved = (current: CalendarWindow) => withNextWindow(alone(current), { now, until: ahead(92) }, wanted)

describe('a window', () => {
  test('that is about to run out gets a next one', () => {
    expect(moved(window(30, true)).next).toEqual(wanted)
  })

  test.each([
    ['that reaches far enough', window(80, true)],
    ['that reaches as far as is wanted', window(92, true)],
    ['that has not been listed yet', window(30, false)],
  ])('%s gets none', (_name, current) => {
    expect(moved(current)).toEqual(alone(current))
  })

  test('has one next window at a time', () => {
    const windows = { current: window(20, true), next: window(90, false) }
    expect(withNextWindow(windows, { now, until: ahead(92) }, wanted)).toEqual(windows)
  })
})

describe('while a next window is listed', () => {
  const [current, next] = [window(30, true), window(92, false)]

  test('it is the one to ask, until it’s been listed to its end', () => {
    expect(windowToAsk({ current, next })).toBe(next)
    expect(windowToAsk({ current, next: { ...next, isListed: true } })).toBe(current)
    expect(windowToAsk(alone(current))).toBe(current)
  })

  test('it takes the place of the old one only after that was asked for the last time, to its end', () => {
    const listed = withWindow({ current, next }, { ...next, isListed: true }, { isLast: true })
    expect(listed).toEqual({ current, next: { ...next, isListed: true } })
    expect(withWindow(listed, current, { isLast: false })).toEqual(listed)
    expect(withWindow(listed, current, { isLast: true })).toEqual(alone({ ...next, isListed: true }))
  })
})

test.each([
  ['before the horizon', -400, false],
  ['after it', -300, true],
  ['ahead, in the next window', 80, true],
  ['beyond both', 100, false],
])('an event %s', (_name, days, isInside) => {
  const windows = { current: window(30, true), next: window(92, false) }
  const event = { startsAt: ahead(days), endsAt: later(ahead(days), 3600) }
  expect(isInWindow(event, { since: ahead(-365), windows })).toBe(isInside)
})
