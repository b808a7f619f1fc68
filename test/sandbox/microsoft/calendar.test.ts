import { describe, expect, test } from 'vitest'
import { meeting, start } from '../small-world.ts'
import type { Meeting } from '../world.ts'
import { annAtWork, immutable, linkOf, type Row, refusalOf, setMail } from './stage.ts'

const hour = 3_600_000
const day = 24 * hour

const iso = (at: number) => new Date(at).toISOString().replace('.000', '')
const window = (from: number, until: number) => `startDateTime=${iso(from)}&endDateTime=${iso(until)}`
const fortnight = window(start - 7 * day, start + 7 * day)
const sized = (size: number) => `${immutable}, odata.maxpagesize=${size}`

const ann = { address: annAtWork.address, name: 'Ann Berg' }
const bo = { address: 'bo@work.example', name: 'Bo Ek' }
const guests: Meeting['invitees'] = [
  { ...ann, response: 'accepted' },
  { ...bo, response: 'needsAction' },
]

const setCalendar = async (meetings: readonly Meeting[] = [], options: Parameters<typeof setMail>[1] = {}) => {
  const stage = await setMail([], options)
  for (const one of meetings) stage.mailbox.stockMeeting(one)
  return stage
}

const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

/** A series on these days from now, an hour after nine. */
const series = (id: string, days: readonly number[], change: Partial<Meeting> = {}): readonly Meeting[] =>
  days.map((number) => {
    const startsAt = start + number * day + hour
    return meeting(`${id}_${stamp(startsAt)}`, {
      seriesId: id,
      startsAt,
      endsAt: startsAt + hour,
      organizer: bo,
      invitees: guests,
      ...change,
    })
  })

const times = (rows: readonly Row[]) =>
  rows.map(({ type, start: begins }) => [type, (begins as { dateTime: string } | undefined)?.dateTime.slice(0, 10)])

describe('an event', () => {
  test('has seven digits of a second and no offset, and its organizer is not among the attendees', async () => {
    const one = meeting('m1', {
      organizer: bo,
      invitees: [
        ...guests,
        { address: 'room@contoso.example', name: '', response: 'accepted', isResource: true },
        { address: 'cy@work.example', name: 'Cy', response: 'tentative', isOptional: true },
      ],
    })
    const { page } = await setCalendar([one])
    const { value } = await page(`/calendarView?${fortnight}`)
    const never = '0001-01-01T00:00:00Z'
    expect(value).toMatchObject([
      {
        '@odata.etag': expect.any(String),
        id: expect.stringMatching(/^AAkALgAA/),
        type: 'singleInstance',
        seriesMasterId: null,
        subject: 'Plans',
        isAllDay: false,
        isCancelled: false,
        isOrganizer: false,
        showAs: 'busy',
        sensitivity: 'normal',
        hideAttendees: false,
        originalStartTimeZone: 'W. Europe Standard Time',
        responseStatus: { response: 'accepted', time: '2026-11-22T09:00:00Z' },
        start: { dateTime: '2026-11-23T10:00:00.0000000', timeZone: 'UTC' },
        end: { dateTime: '2026-11-23T10:30:00.0000000', timeZone: 'UTC' },
        organizer: { emailAddress: { name: 'Bo Ek', address: 'bo@work.example' } },
        attendees: [
          { type: 'required', status: { response: 'accepted', time: never }, emailAddress: ann2 },
          { type: 'resource', status: { response: 'accepted', time: never } },
          { type: 'optional', status: { response: 'tentativelyAccepted', time: never } },
        ],
      },
    ])
    expect(value[0]).not.toHaveProperty('body')
  })

  const ann2 = { name: 'Ann Berg', address: annAtWork.address }

  test('of one’s own is the organizer’s, whichever address it was made with, and has no attendees', async () => {
    const organizer = { address: annAtWork.aliases[0] ?? '', name: 'Ann Berg' }
    const { page } = await setCalendar([
      meeting('m1', { organizer, invitees: guests }),
      meeting('m2', { organizer: ann, invitees: [] }),
    ])
    const { value } = await page(`/calendarView?${fortnight}`)
    expect(value).toMatchObject([
      { isOrganizer: true, responseStatus: { response: 'organizer' }, attendees: [{ status: { response: 'none' } }] },
      { isOrganizer: true, attendees: [] },
    ])
  })

  test.each([
    ['needsAction', 'notResponded'],
    ['declined', 'declined'],
    ['tentative', 'tentativelyAccepted'],
  ] as const)('that one has %s is %s', async (response, expected) => {
    const invitees = [{ ...ann, response }]
    const { page } = await setCalendar([meeting('m1', { organizer: bo, invitees })])
    expect((await page(`/calendarView?${fortnight}`)).value).toMatchObject([{ responseStatus: { response: expected } }])
  })

  test('that lasts all day goes from midnight to midnight in every zone', async () => {
    const startsAt = Date.UTC(2026, 10, 24)
    const one = meeting('m1', { organizer: ann, isAllDay: true, startsAt, endsAt: startsAt + day })
    const { page } = await setCalendar([one])
    for (const prefer of [immutable, `${immutable}, outlook.timezone="America/New_York"`]) {
      expect((await page(`/calendarView?${fortnight}`, prefer)).value).toMatchObject([
        {
          isAllDay: true,
          start: { dateTime: '2026-11-24T00:00:00.0000000' },
          end: { dateTime: '2026-11-25T00:00:00.0000000' },
        },
      ])
    }
  })

  test('tells its times in the zone that is preferred, and no offset', async () => {
    const { page, read } = await setCalendar([meeting('m1', { organizer: ann })])
    const { value } = await page(`/calendarView?${fortnight}`, 'outlook.timezone="Europe/Berlin"')
    expect(value).toMatchObject([{ start: { dateTime: '2026-11-23T11:00:00.0000000', timeZone: 'Europe/Berlin' } }])
    const named = await page(`/calendarView?${fortnight}`, 'outlook.timezone="Pacific Standard Time"')
    expect(named.value).toMatchObject([
      { start: { dateTime: '2026-11-23T02:00:00.0000000', timeZone: 'Pacific Standard Time' } },
    ])
    expect((await read(`/calendarView?${fortnight}`, 'outlook.timezone="Nowhere/Land"')).status).toBe(400)
  })

  test('called off is gone from its organizer’s calendar, and stays in the others’ as cancelled', async () => {
    const { page } = await setCalendar([
      meeting('m1', { organizer: ann, invitees: guests, status: 'cancelled' }),
      meeting('m2', { organizer: bo, invitees: guests, status: 'cancelled' }),
    ])
    expect((await page(`/calendarView?${fortnight}`)).value).toMatchObject([
      { subject: 'Canceled: Plans', isCancelled: true, showAs: 'free' },
    ])
  })

  test.each([
    ['outOfOffice', 'oof'],
    ['workingLocation', 'workingElsewhere'],
    ['focusTime', 'busy'],
  ])('of the world’s type %s is shown as %s', async (type, showAs) => {
    const { page } = await setCalendar([meeting('m1', { organizer: ann, type })])
    expect((await page(`/calendarView?${fortnight}`)).value).toMatchObject([{ showAs }])
  })

  test('that is a birthday stands in a calendar of its own', async () => {
    const { page } = await setCalendar([meeting('m1', { organizer: ann, type: 'birthday' })])
    expect((await page(`/calendarView?${fortnight}`)).value).toEqual([])
  })

  test('is read by its id, in either form, or by its series’ master', async () => {
    const { page, json, read } = await setCalendar(series('s1', [0, 7]))
    const [first] = (await page(`/calendarView?${fortnight}`)).value
    const [regular] = (await page(`/calendarView?${fortnight}`, '')).value
    for (const id of [first?.id, regular?.id]) expect(await json(`/events/${id}`)).toMatchObject({ type: 'occurrence' })
    expect(await json(`/events/${first?.seriesMasterId}?$select=subject,type`)).toEqual({
      '@odata.context': expect.any(String),
      '@odata.etag': expect.any(String),
      id: first?.seriesMasterId,
      subject: 'Plans',
      type: 'seriesMaster',
    })
    expect(await refusalOf(await read('/events/abc'))).toEqual([400, 'ErrorInvalidIdMalformed'])
  })
})

describe('a calendar view', () => {
  test('has every instance whole, masters never, in order of their start', async () => {
    const { page } = await setCalendar([...series('s1', [1, 3, 5]), meeting('m1', { organizer: ann })])
    const { value } = await page(`/calendarView?${fortnight}`)
    expect(times(value)).toEqual([
      ['singleInstance', '2026-11-23'],
      ['occurrence', '2026-11-24'],
      ['occurrence', '2026-11-26'],
      ['occurrence', '2026-11-28'],
    ])
    for (const row of value.slice(1)) expect(row).toMatchObject({ subject: 'Plans', attendees: [{}] })
  })

  test('has an instance as an exception where it differs from its series', async () => {
    const [first, second, third] = series('s1', [1, 3, 5])
    const moved = { ...second, startsAt: (second?.startsAt ?? 0) + hour, endsAt: (second?.endsAt ?? 0) + hour }
    const declined = { ...third, invitees: [{ ...ann, response: 'declined' }, guests[1]] }
    const more = series('s1', [6, 4])
    const { page } = await setCalendar([first, moved, declined, ...more] as Meeting[])
    expect((await page(`/calendarView?${fortnight}`)).value.map(({ type }) => type)).toEqual([
      'occurrence',
      'exception',
      'occurrence',
      'exception',
      'occurrence',
    ])
  })

  test('takes its bounds as exclusive', async () => {
    const one = meeting('m1', { organizer: ann })
    const { page } = await setCalendar([one])
    const count = async (from: number, until: number) =>
      (await page(`/calendarView?${window(from, until)}`)).value.length
    expect(await count(one.endsAt, one.endsAt + day)).toBe(0)
    expect(await count(one.endsAt - 1000, one.endsAt + day)).toBe(1)
    expect(await count(one.startsAt - day, one.startsAt)).toBe(0)
    expect(await count(one.startsAt - day, one.startsAt + 1000)).toBe(1)
  })

  test('comes in pages of ten that are counted, or of as many as are asked for', async () => {
    const { round, page } = await setCalendar(
      series(
        's1',
        Array.from({ length: 23 }, (_, index) => index - 10),
      ),
    )
    const wide = window(start - 30 * day, start + 30 * day)
    const pages = await round(`/calendarView?${wide}&$select=start`)
    expect(pages.map(({ value }) => value.length)).toEqual([10, 10, 3])
    expect(Object.keys(pages[0]?.value[0] ?? {}).sort()).toEqual(['@odata.etag', 'id', 'start'])
    expect((await page(`/calendarView?${wide}&$top=100&$count=true`))['@odata.count']).toBe(23)
  })

  test.each([
    ['no window', '', 'ErrorInvalidParameter'],
    ['half a window', 'startDateTime=2026-01-01T00:00:00Z', 'ErrorInvalidParameter'],
    ['a time that is none', 'startDateTime=x&endDateTime=2026-01-01', 'ErrorInvalidParameter'],
    ['a window of more than five years', 'startDateTime=2020-01-01&endDateTime=2026-01-01', 'ErrorInvalidRequest'],
    ['a property that there is not', `${fortnight}&$select=colour`, 'RequestBroker--ParseUri'],
  ])('refuses %s', async (_what, query, code) => {
    const { read } = await setCalendar()
    expect(await refusalOf(await read(`/calendarView?${query}`))).toEqual([400, code])
  })

  test('shows no body under Calendars.ReadBasic, and refuses it by name', async () => {
    const { read } = await setCalendar([meeting('m1', { organizer: ann })])
    expect(await refusalOf(await read(`/calendarView?${fortnight}&$select=subject,body`))).toEqual([
      403,
      'ErrorAccessDenied',
    ])
    const more = await setCalendar([meeting('m1', { organizer: ann })], { scope: 'Calendars.Read' })
    expect((await more.page(`/calendarView?${fortnight}`)).value[0]).toHaveProperty('body')
  })
})

describe('a delta', () => {
  const path = `/calendarView/delta?${fortnight}`

  test('trims occurrences and tells their master in the same round, after the first of them', async () => {
    const { page } = await setCalendar([...series('s1', [-30, 1, 3]), meeting('m1', { organizer: ann })])
    const first = await page(path)
    expect(first['@odata.context']).toMatch(/\$metadata#Collection\(event\)$/)
    expect(first.value.map(({ type }) => type)).toEqual(['singleInstance', 'occurrence', 'seriesMaster', 'occurrence'])
    const [, occurrence, master] = first.value
    expect(occurrence).toEqual({
      '@odata.type': '#microsoft.graph.event',
      '@odata.etag': expect.any(String),
      id: expect.any(String),
      seriesMasterId: master?.id,
      type: 'occurrence',
      start: { dateTime: '2026-11-24T10:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-11-24T11:00:00.0000000', timeZone: 'UTC' },
    })
    // It begins outside the window, where nothing else is told of.
    expect(master).toMatchObject({
      subject: 'Plans',
      attendees: [{}],
      recurrence: { pattern: {} },
      start: { dateTime: '2026-10-24T10:00:00.0000000' },
    })
  })

  test('may keep masters back that begin outside the window', async () => {
    const { page } = await setCalendar(series('s1', [-30, 1, 3]), { switches: { masters: 'beginning in the window' } })
    expect((await page(path)).value.map(({ type }) => type)).toEqual(['occurrence', 'occurrence'])
  })

  test('tells exceptions whole', async () => {
    const [first, ...others] = series('s1', [1, 3, 5])
    const { page } = await setCalendar([{ ...(first as Meeting), summary: 'Other plans' }, ...others])
    expect((await page(path)).value[0]).toMatchObject({ type: 'exception', subject: 'Other plans', attendees: [{}] })
  })

  test('comes in pages, one of them empty, as many rows as are preferred and the masters', async () => {
    const { round } = await setCalendar(series('s1', [-3, -2, -1, 0, 1, 2, 3]))
    const pages = await round(path, sized(3))
    expect(pages.map(({ value }) => value.length)).toEqual([4, 0, 3, 1])
    expect(pages.flatMap(({ value }) => value).filter(({ type }) => type === 'seriesMaster')).toHaveLength(1)
    expect(pages.map((page) => '@odata.deltaLink' in page)).toEqual([false, false, false, true])
  })

  test('then tells what changed within the window', async () => {
    const { mailbox, round, page } = await setCalendar([...series('s1', [1, 3]), meeting('m1', { organizer: ann })])
    const link = linkOf((await round(path)).at(-1))
    expect((await page(link)).value).toEqual([])
    mailbox.putMeeting(meeting('m1', { organizer: ann, summary: 'Other plans' }))
    for (const one of series('s1', [5])) mailbox.putMeeting(one)
    const { value } = await page(link)
    expect(value.map(({ type, subject }) => [type, subject])).toEqual([
      ['singleInstance', 'Other plans'],
      ['occurrence', undefined],
      ['seriesMaster', 'Plans'],
    ])
  })

  test('tells whatever changes outside its window as removed, known or not', async () => {
    const { mailbox, round, page } = await setCalendar([meeting('m1', { organizer: ann })])
    const first = await round(path)
    const link = linkOf(first.at(-1))
    mailbox.putMeeting(meeting('far', { organizer: ann, startsAt: start + 60 * day, endsAt: start + 60 * day + hour }))
    mailbox.putMeeting(meeting('m1', { organizer: ann, startsAt: start + 90 * day, endsAt: start + 90 * day + hour }))
    expect((await page(link)).value).toEqual([
      { '@odata.type': '#microsoft.graph.event', id: expect.any(String), '@removed': { reason: 'deleted' } },
      { '@odata.type': '#microsoft.graph.event', id: first[0]?.value[0]?.id, '@removed': { reason: 'deleted' } },
    ])
  })

  test('tells what its organizer called off as removed, and to others as cancelled', async () => {
    const { mailbox, round, page } = await setCalendar([
      meeting('m1', { organizer: ann, invitees: guests }),
      meeting('m2', { organizer: bo, invitees: guests }),
    ])
    const link = linkOf((await round(path)).at(-1))
    mailbox.putMeeting(meeting('m1', { organizer: ann, invitees: guests, status: 'cancelled' }))
    mailbox.putMeeting(meeting('m2', { organizer: bo, invitees: guests, status: 'cancelled' }))
    expect((await page(link)).value).toMatchObject([{ '@removed': { reason: 'deleted' } }, { isCancelled: true }])
  })

  test('may say nothing of an occurrence that was called off', async () => {
    const [first] = series('s1', [1, 3], { organizer: ann })
    const told = async (deletedOccurrences: 'told' | 'silent') => {
      const { mailbox, round, page } = await setCalendar(series('s1', [1, 3], { organizer: ann }), {
        switches: { deletedOccurrences },
      })
      const link = linkOf((await round(path)).at(-1))
      mailbox.putMeeting({ ...(first as Meeting), status: 'cancelled' })
      return (await page(link)).value.length
    }
    expect([await told('told'), await told('silent')]).toEqual([1, 0])
  })

  test('does not tell what only enters the window by the passing of time', async () => {
    const { round, page, clock, mailbox } = await setCalendar()
    const link = linkOf((await round(path)).at(-1))
    mailbox.stockMeeting(meeting('m1', { organizer: ann, startsAt: start + 8 * day, endsAt: start + 8 * day + hour }))
    clock.time += 3_600_000
    expect((await page(link)).value).toEqual([])
  })

  test('lapses, and a new round is whole', async () => {
    const { round, read, world } = await setCalendar([meeting('m1', { organizer: ann })])
    const link = linkOf((await round(path)).at(-1))
    world.weather.expireCursors = true
    expect(await refusalOf(await read(link))).toEqual([410, 'SyncStateNotFound'])
    expect((await round(path)).flatMap(({ value }) => value)).toHaveLength(1)
  })

  test.each([
    '$select=subject',
    '$filter=isCancelled eq false',
    '$orderby=start/dateTime',
    '$expand=x',
    '$search="x"',
    '$top=5',
  ])('refuses %s', async (option) => {
    const { read } = await setCalendar()
    const answer = await read(`${path}&${option}`)
    const { error } = await answer.json<{ error: { code: string; message: string } }>()
    expect([answer.status, error.code]).toEqual([400, 'ErrorInvalidUrlQuery'])
    expect(error.message).toContain("over the 'CalendarView' resource")
  })

  test('refuses what goes with no state token', async () => {
    const { round, read } = await setCalendar([meeting('m1', { organizer: ann })])
    const link = linkOf((await round(path)).at(-1))
    expect((await read(`${link}&${fortnight}`)).status).toBe(400)
    expect((await read('/calendarView/delta?$deltatoken=abc')).status).toBe(400)
    expect((await read('/calendarView/delta')).status).toBe(400)
  })
})
