import { describe, expect, test } from 'vitest'
import { ann, meeting } from '../small-world.ts'
import type { Meeting } from '../world.ts'
import { accessToken, calendarEvents, setStage } from './stage.ts'

interface Events {
  readonly items: readonly Record<string, unknown>[]
  readonly nextPageToken?: string
  readonly nextSyncToken?: string
  readonly [name: string]: unknown
}

const setCalendar = async (meetings: readonly Meeting[] = [], scope = calendarEvents) => {
  const stage = setStage()
  for (const one of meetings) stage.mailbox.stockMeeting(one)
  const token = await accessToken(stage.google, scope)
  const read = async (parameters: Record<string, string> = {}) =>
    stage.get(
      `/calendar/v3/calendars/primary/events?${new URLSearchParams({ singleEvents: 'true', ...parameters })}`,
      token,
    )
  const events = async (parameters?: Record<string, string>) => (await read(parameters)).json<Events>()
  /** Every page to the last. */
  const walk = async (parameters: Record<string, string> = {}) => {
    const pages = [await events(parameters)]
    for (let token = pages[0]?.nextPageToken; token !== undefined; token = pages.at(-1)?.nextPageToken) {
      pages.push(await events({ ...parameters, pageToken: token }))
    }
    return { pages, ids: pages.flatMap(({ items }) => items.map(({ id }) => id)), last: pages.at(-1) }
  }
  return { ...stage, token, read, events, walk }
}

const errorOf = async (response: Response) => {
  const { error } = await response.json<{ error: { code: number; errors: Record<string, string>[] } }>()
  const [first = {}] = error.errors
  return [response.status, first.domain, first.reason]
}

const hour = 3_600_000

describe('an event', () => {
  test('has the zone’s offset, self flags, and nothing that is at its default', async () => {
    const guest = { address: 'bo@work.example', name: 'Bo Ek', response: 'needsAction' } as const
    const { events } = await setCalendar([
      meeting('m1_20261123T100000Z', {
        seriesId: 'm1',
        invitees: [
          { address: 'Ann@Gmail.example', name: '', response: 'accepted' },
          guest,
          { ...guest, address: 'room@resource.example', name: '', response: 'accepted', isResource: true },
        ],
      }),
    ])
    const { items, ...head } = await events()
    expect(head).toMatchObject({
      kind: 'calendar#events',
      summary: ann.address,
      timeZone: 'Europe/Stockholm',
      accessRole: 'owner',
      nextSyncToken: expect.any(String),
    })
    const start = { dateTime: '2026-11-23T11:00:00+01:00', timeZone: 'Europe/Stockholm' }
    expect(items).toEqual([
      {
        kind: 'calendar#event',
        etag: expect.any(String),
        id: 'm1_20261123T100000Z',
        status: 'confirmed',
        htmlLink: expect.stringContaining('http://localhost:8788/google/'),
        created: '2026-11-22T09:00:00.000Z',
        updated: '2026-11-22T09:00:00.000Z',
        summary: 'Plans',
        creator: { email: ann.address, displayName: 'Ann Berg', self: true },
        organizer: { email: ann.address, displayName: 'Ann Berg', self: true },
        start,
        end: { dateTime: '2026-11-23T11:30:00+01:00', timeZone: 'Europe/Stockholm' },
        recurringEventId: 'm1',
        originalStartTime: start,
        iCalUID: 'm1@google.com',
        sequence: 0,
        attendees: [
          { email: 'Ann@Gmail.example', self: true, organizer: true, responseStatus: 'accepted' },
          { email: 'bo@work.example', displayName: 'Bo Ek', responseStatus: 'needsAction' },
          { email: 'room@resource.example', resource: true, responseStatus: 'accepted' },
        ],
        reminders: { useDefault: true },
        eventType: 'default',
      },
    ])
  })

  test('of one’s own has no attendees', async () => {
    const own = { address: ann.address, name: ann.name, response: 'accepted' } as const
    const { events } = await setCalendar([meeting('a'), meeting('b', { invitees: [own] })])
    for (const item of (await events()).items) expect(item).not.toHaveProperty('attendees')
  })

  test('with more than maxAttendees shows only oneself', async () => {
    const invitees = ['ann@work.example', 'bo@work.example', 'cy@work.example'].map(
      (address) => ({ address, name: '', response: 'accepted' }) as const,
    )
    const { events } = await setCalendar([meeting('a', { invitees })])
    const [item] = (await events({ maxAttendees: '2' })).items
    expect(item).toMatchObject({ attendees: [{ email: 'ann@work.example', self: true }], attendeesOmitted: true })
  })

  test('that lasts all day has dates, the end exclusive', async () => {
    const startsAt = Date.UTC(2026, 10, 24)
    const { events } = await setCalendar([meeting('a', { isAllDay: true, startsAt, endsAt: startsAt + 24 * hour })])
    expect((await events()).items).toMatchObject([{ start: { date: '2026-11-24' }, end: { date: '2026-11-25' } }])
  })
})

describe('a listing', () => {
  test('takes the window’s bounds as exclusive on end and start', async () => {
    const { walk } = await setCalendar([meeting('a')])
    const at = (ms: number) => new Date(ms).toISOString()
    const { startsAt, endsAt } = meeting('a')
    expect((await walk({ timeMin: at(endsAt) })).ids).toEqual([])
    expect((await walk({ timeMin: at(endsAt - 1000) })).ids).toEqual(['a'])
    expect((await walk({ timeMax: at(startsAt) })).ids).toEqual([])
    expect((await walk({ timeMax: at(startsAt + 1000) })).ids).toEqual(['a'])
  })

  test.each([
    ['times without an offset', { timeMin: '2026-11-23T10:00:00' }, [400, 'global', 'badRequest']],
    [
      'an empty window',
      { timeMin: '2026-11-24T00:00:00Z', timeMax: '2026-11-23T00:00:00Z' },
      [400, 'calendar', 'timeRangeEmpty'],
    ],
    ['masters instead of instances', { singleEvents: 'false' }, [400, 'global', 'badRequest']],
    ['a page token of something else', { pageToken: 'abc' }, [400, 'global', 'invalid']],
  ])('refuses %s', async (_, parameters, error) => {
    const { read } = await setCalendar()
    expect(await errorOf(await read(parameters))).toEqual(error)
  })

  test('is whole over pages, of which some are empty, and gives the sync token on the last only', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const { walk } = await setCalendar(ids.map((id) => meeting(id)))
    const { pages, ids: found } = await walk({ maxResults: '2' })
    expect(found).toEqual(ids)
    expect(pages.map(({ items }) => items.length)).toEqual([2, 0, 2, 1])
    expect(pages.map((page) => 'nextSyncToken' in page)).toEqual([false, false, false, true])
    expect(pages.map((page) => 'nextPageToken' in page)).toEqual([true, true, true, false])
  })

  test('leaves cancelled events out, and shows stubs of them when asked', async () => {
    const cancelled = { status: 'cancelled' } as const
    const { events } = await setCalendar([
      meeting('a', cancelled),
      meeting('s_20261123T100000Z', { ...cancelled, seriesId: 's' }),
    ])
    expect((await events()).items).toEqual([])
    const stub = { kind: 'calendar#event', etag: expect.any(String), status: 'cancelled' }
    expect((await events({ showDeleted: 'true' })).items).toEqual([
      { ...stub, id: 'a' },
      {
        ...stub,
        id: 's_20261123T100000Z',
        recurringEventId: 's',
        originalStartTime: { dateTime: '2026-11-23T11:00:00+01:00', timeZone: 'Europe/Stockholm' },
      },
    ])
  })

  test('can be of one type, and in order of time', async () => {
    const { events } = await setCalendar([
      meeting('a', { startsAt: meeting('a').startsAt + hour, endsAt: meeting('a').endsAt + hour }),
      meeting('b', { type: 'focusTime' }),
      meeting('c'),
    ])
    const ids = async (parameters: Record<string, string>) => (await events(parameters)).items.map(({ id }) => id)
    expect(await ids({ eventTypes: 'focusTime' })).toEqual(['b'])
    expect(await ids({ orderBy: 'startTime' })).toEqual(['b', 'c', 'a'])
  })

  test('can leave out what an application must not see', async () => {
    const { events } = await setCalendar([meeting('a')])
    const fields = 'items(id,start/dateTime),nextSyncToken'
    expect(await events({ fields })).toEqual({
      items: [{ id: 'a', start: { dateTime: '2026-11-23T11:00:00+01:00' } }],
      nextSyncToken: expect.any(String),
    })
  })
})

describe('a sync token', () => {
  test('brings what changed since, and nothing twice', async () => {
    const { mailbox, walk, events } = await setCalendar([meeting('a'), meeting('b'), meeting('c')])
    const syncToken = (await walk()).last?.nextSyncToken ?? ''
    expect((await events({ syncToken })).items).toEqual([])
    mailbox.putMeeting(meeting('b', { summary: 'Moved' }))
    mailbox.putMeeting(meeting('c', { status: 'cancelled' }))
    mailbox.putMeeting(meeting('b', { summary: 'Moved again' }))
    const { last } = await walk({ syncToken })
    expect(last?.items).toMatchObject([
      { id: 'b', summary: 'Moved again' },
      { id: 'c', status: 'cancelled' },
    ])
    expect((await events({ syncToken: last?.nextSyncToken ?? '' })).items).toEqual([])
  })

  test('of a windowed listing brings changes outside the window', async () => {
    const { mailbox, events } = await setCalendar([meeting('a')])
    const { nextSyncToken = '' } = await events({ timeMax: '2026-12-01T00:00:00Z' })
    const startsAt = Date.UTC(2028, 0, 1)
    mailbox.putMeeting(meeting('far', { startsAt, endsAt: startsAt + hour }))
    expect((await events({ syncToken: nextSyncToken })).items).toMatchObject([{ id: 'far' }])
  })

  test('misses nothing that happens between the pages of the listing it ends', async () => {
    const { mailbox, events, walk } = await setCalendar(['b', 'c', 'd'].map((id) => meeting(id)))
    const first = await events({ maxResults: '1' })
    mailbox.putMeeting(meeting('a'))
    const rest = await walk({ maxResults: '1', pageToken: first.nextPageToken ?? '' })
    expect(rest.ids).toEqual(['c', 'd'])
    expect((await events({ syncToken: rest.last?.nextSyncToken ?? '' })).items).toMatchObject([{ id: 'a' }])
  })

  test('comes in pages too', async () => {
    const { mailbox, walk } = await setCalendar()
    const syncToken = (await walk()).last?.nextSyncToken ?? ''
    for (const id of ['a', 'b', 'c']) mailbox.putMeeting(meeting(id))
    const { pages, ids } = await walk({ syncToken, maxResults: '2' })
    expect([pages.length, ids]).toEqual([2, ['a', 'b', 'c']])
    expect((await walk({ syncToken, maxResults: '3' })).pages).toHaveLength(1)
  })

  test.each([
    { timeMin: '2026-11-23T00:00:00Z' },
    { timeMax: '2026-11-24T00:00:00Z' },
    { orderBy: 'startTime' },
    { showDeleted: 'false' },
  ])('goes with no %j', async (restriction) => {
    const { events, read } = await setCalendar()
    const { nextSyncToken = '' } = await events()
    expect(await errorOf(await read({ syncToken: nextSyncToken, ...restriction }))).toEqual([400, 'global', 'invalid'])
  })

  test('that is too old answers 410, and the one after a new listing works', async () => {
    const { world, events, read } = await setCalendar([meeting('a')])
    const { nextSyncToken = '' } = await events()
    world.weather.expireCursors = true
    const response = await read({ syncToken: nextSyncToken })
    expect(await response.clone().json()).toEqual({
      error: {
        errors: [
          {
            message: 'Sync token is no longer valid, a full sync is required.',
            domain: 'calendar',
            reason: 'fullSyncRequired',
            locationType: 'parameter',
            location: 'syncToken',
          },
        ],
        code: 410,
        message: 'Sync token is no longer valid, a full sync is required.',
      },
    })
    const renewed = (await events()).nextSyncToken ?? ''
    expect((await read({ syncToken: renewed })).status).toBe(200)
  })
})

describe('scopes', () => {
  const prefix = 'https://www.googleapis.com/auth/calendar.'

  test.each([
    [`${prefix}events.readonly`, 200, 403],
    [`${prefix}events.owned.readonly`, 200, 403],
    [`${prefix}readonly`, 200, 200],
    [`${prefix}calendarlist.readonly`, 403, 200],
  ])('%s: events %i, list of calendars %i', async (scope, eventsStatus, listStatus) => {
    const { read, get, token } = await setCalendar([], scope)
    expect((await read()).status).toBe(eventsStatus)
    expect((await get('/calendar/v3/users/me/calendarList', token)).status).toBe(listStatus)
  })

  test('the list of calendars holds the owner’s', async () => {
    const { get, token } = await setCalendar([], `${prefix}readonly`)
    expect(await (await get('/calendar/v3/users/me/calendarList', token)).json()).toMatchObject({
      items: [{ id: ann.address, primary: true, accessRole: 'owner', timeZone: 'Europe/Stockholm' }],
    })
  })

  test('a calendar of someone else is not found', async () => {
    const { get, token } = await setCalendar()
    const response = await get('/calendar/v3/calendars/bo%40gmail.example/events?singleEvents=true', token)
    expect(await errorOf(response)).toEqual([404, 'global', 'notFound'])
    const own = await get('/calendar/v3/calendars/ann%40gmail.example/events?singleEvents=true', token)
    expect(own.status).toBe(200)
  })
})
