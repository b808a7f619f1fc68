/** The calendar, over a window that moves. */
import { beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '../../../src/model/time.ts'
import type { Cursor } from '../../../src/providers/provider.ts'
import type { Meeting } from '../../sandbox/world.ts'
import { ann, meetingOf } from '../../story.ts'
import type { Simulated } from '../stage.ts'
import { type Holdings, newHoldings } from './holdings.ts'
import { accessOf, daysAhead, errorOf, must, openStage, pull, readBackfill, readChanges, yearsBack } from './reading.ts'

export const theCalendar = (name: string, simulated: Simulated): void => {
  describe(`${name}: the calendar`, () => {
    const weekly = (index: number): Meeting =>
      meetingOf(`series_${index}`, 28 - 7 * index, ['bo@example.com', 'cy@example.com'], { seriesId: 'series' })
    const meetings: readonly Meeting[] = [
      meetingOf('one', 10, ['bo@example.com']),
      meetingOf('years', 4 * 365, ['bo@example.com']),
      meetingOf('soon', -30, ['di@example.com']),
      meetingOf('beyond', -daysAhead - 20, ['di@example.com']),
      meetingOf('before', yearsBack + 20, ['di@example.com']),
      meetingOf('off', 12, ['bo@example.com'], { status: 'cancelled' }),
      meetingOf('theirs', 15, ['bo@example.com'], { organizer: { address: 'bo@example.com', name: 'Bo Ek' } }),
      ...Array.from({ length: 8 }, (_, index) => weekly(index)),
    ]
    let stage: Awaited<ReturnType<typeof openStage>>
    let holdings: Holdings
    let cursor: Cursor | null
    beforeEach(async () => {
      stage = await openStage(simulated, [], meetings)
      holdings = newHoldings()
      cursor = (await readBackfill(stage, stage.provider.calendar, holdings)).at(-1)?.cursor ?? null
    })
    const catchUp = async () => {
      cursor = await readChanges(stage, stage.provider.calendar, holdings, cursor)
      return holdings.meetings()
    }
    const timesOf = (ids: readonly string[]) =>
      ids.map((id) => (stage.mailbox.meetings.get(id)?.startsAt ?? 0) / 1000).sort((a, b) => a - b)

    const inside = ['one', 'years', 'soon', 'theirs', ...Array.from({ length: 8 }, (_, index) => `series_${index}`)]

    test('is told from the horizon to its end, every instance of a series by itself', () => {
      expect(holdings.meetings()).toEqual(timesOf(inside))
    })

    test('everybody in a meeting is told, its organizer too, and who of them is the owner', () => {
      const who = (startsAt: number) =>
        holdings
          .events()
          .find((event) => event.startsAt === startsAt)
          ?.attendees.map(({ address }) => address.address)
          .sort()
      expect(who(timesOf(['theirs'])[0] ?? 0)).toEqual(['ann@gmail.example', 'bo@example.com'])
      for (const at of timesOf(Array.from({ length: 8 }, (_, index) => `series_${index}`))) {
        expect(who(at)).toEqual(['ann@gmail.example', 'bo@example.com', 'cy@example.com'])
      }
      for (const event of holdings.events()) {
        expect(event.attendees.filter(({ isSelf }) => isSelf).map(({ address }) => address.address)).toEqual([
          ann.address,
        ])
        expect(event.response).toBe('accepted')
      }
    })

    test('instances of a series bear its name, and single meetings none', () => {
      const series = new Set(holdings.events().map(({ seriesId }) => seriesId))
      expect(series.size).toBe(2)
      expect(series).toContain(null)
    })

    test('tells the zone its owner lives in', async () => {
      const pages = await readBackfill(stage, stage.provider.calendar, newHoldings())
      expect(pages.map(({ zone }) => zone)).toContain('Europe/Berlin')
    })

    test('without changes says so in one call', async () => {
      await catchUp()
      const before = stage.counted.requests
      const page = await must(pull(stage, stage.provider.calendar, { cursor, kind: 'changes' }))
      expect(page).toMatchObject({ upserts: [], deletions: [], more: false, backfill: { stage: 'done' } })
      expect(stage.counted.requests - before).toBe(1)
    })

    test('a meeting that is made, moved or called off is told', async () => {
      stage.mailbox.putMeeting(meetingOf('new', -3, ['eve@example.com']))
      stage.mailbox.putMeeting(meetingOf('soon', -31, ['di@example.com']))
      stage.mailbox.putMeeting({ ...weekly(2), status: 'cancelled' })
      expect(await catchUp()).toEqual(timesOf([...inside.filter((id) => id !== 'series_2'), 'new']))
    })

    test('a meeting that is moved out of the window is in it no more, and one moved in is', async () => {
      stage.mailbox.putMeeting(meetingOf('soon', -daysAhead - 10, ['di@example.com']))
      stage.mailbox.putMeeting(meetingOf('beyond', -40, ['di@example.com']))
      expect(await catchUp()).toEqual(timesOf([...inside.filter((id) => id !== 'soon'), 'beyond']))
    })

    test('a meeting outside the window that changes is not told', async () => {
      stage.mailbox.putMeeting(meetingOf('beyond', -daysAhead - 21, ['di@example.com', 'bo@example.com']))
      expect(await catchUp()).toEqual(timesOf(inside))
    })

    test('the window moves before it runs out: what lay beyond it is told, and nothing is lost on the way', async () => {
      stage.clock.time += 40 * DAY * 1000
      stage = { ...stage, access: await accessOf(stage) }
      stage.mailbox.putMeeting(meetingOf('one', 10, ['bo@example.com'], { status: 'cancelled' }))
      expect(await catchUp()).toEqual(timesOf([...inside.filter((id) => id !== 'one'), 'beyond']))
      stage.mailbox.putMeeting(meetingOf('beyond', -daysAhead - 19, ['di@example.com']))
      expect(await catchUp()).toEqual(timesOf([...inside.filter((id) => id !== 'one'), 'beyond']))
    })

    test('a position that was forgotten is said to be, and a new beginning tells everything', async () => {
      stage.world.weather.expireCursors = true
      const { calendar } = stage.provider
      expect(await errorOf(pull(stage, calendar, { cursor, kind: 'changes' }))).toEqual({ reason: 'cursor_expired' })
      const anew = newHoldings()
      await readBackfill(stage, calendar, anew)
      expect(anew.meetings()).toEqual(timesOf(inside))
    })
  })
}
