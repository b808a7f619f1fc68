import { describe, expect, test } from 'vitest'
import { occurrenceOf, parseEventRow } from '../../../../src/providers/microsoft/calendar/parse.ts'

const who = (name: string, address: string) => ({ emailAddress: { name, address } })

const none: ReadonlySet<string> = new Set()
const ann = new Set(['ann@contoso.example'])
const invited = (name: string, address: string, response: string, type = 'required') => ({
  ...who(name, address),
  type,
  status: { response },
})
const time = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone })
const event = {
  id: 'AAMk',
  type: 'singleInstance',
  isAllDay: false,
  isCancelled: false,
  isOrganizer: true,
  showAs: 'busy',
  responseStatus: { response: 'organizer' },
  start: time('2026-11-23T09:00:00.0000000'),
  end: time('2026-11-23T09:30:00.0000000'),
  organizer: who('Ann', 'ann@contoso.example'),
  attendees: [
    invited('Bo Ek', 'bo@example.com', 'accepted'),
    invited('Room 1', 'room1@contoso.example', 'none', 'resource'),
  ],
}
const eventOf = (change: object, own: ReadonlySet<string> = none) => {
  const row = parseEventRow({ ...event, ...change }, own)
  return row?.kind === 'event' ? row.event : row?.kind
}

describe('a row of the calendar', () => {
  test('times have seven digits, no offset, and are UTC', () => {
    expect(eventOf({})).toMatchObject({
      startsAt: Date.UTC(2026, 10, 23, 9) / 1000,
      endsAt: Date.UTC(2026, 10, 23, 9, 30) / 1000,
    })
  })

  test('a time in another zone is no time', () => {
    expect(eventOf({ start: time('2026-11-23T09:00:00.0000000', 'Pacific Standard Time') })).toBeUndefined()
  })

  test('whoever called the meeting is of it, and is the owner where Graph says so', () => {
    expect(eventOf({})).toMatchObject({
      response: 'accepted',
      attendees: [
        { address: { address: 'bo@example.com' }, response: 'accepted', isSelf: false, isResource: false },
        { address: { address: 'room1@contoso.example' }, isResource: true },
        { address: { address: 'ann@contoso.example' }, isOrganizer: true, isSelf: true, response: 'accepted' },
      ],
    })
  })

  test('where the list of attendees is hidden, the organizer is still known', () => {
    const hidden = { hideAttendees: true, attendees: [], isOrganizer: false, organizer: who('Cy', 'cy@example.com') }
    expect(eventOf({ ...hidden, responseStatus: { response: 'accepted' } })).toMatchObject({
      response: 'accepted',
      attendees: [{ address: { address: 'cy@example.com' }, isOrganizer: true, isSelf: false }],
    })
  })

  test('an hour kept for oneself invites nobody', () => {
    expect(eventOf({ attendees: [] })).toMatchObject({ attendees: [] })
  })

  test('the owner among the invited is known by their address', () => {
    const change = {
      isOrganizer: false,
      organizer: who('Cy', 'cy@example.com'),
      attendees: [invited('Ann', 'Ann@contoso.example', 'tentativelyAccepted')],
      responseStatus: { response: 'tentativelyAccepted' },
    }
    expect(eventOf(change, ann)).toMatchObject({
      response: 'tentative',
      attendees: [{ isSelf: true }, { isSelf: false }],
    })
  })

  test.each([
    ['declined', 'declined'],
    ['notResponded', 'unanswered'],
    ['none', 'unanswered'],
    ['accepted', 'accepted'],
  ])('%s is %s', (response, ours) => {
    expect(eventOf({ isOrganizer: false, responseStatus: { response } })).toMatchObject({ response: ours })
  })

  test('away and elsewhere is no meeting', () => {
    expect(eventOf({ showAs: 'oof' })).toMatchObject({ kind: 'other' })
    expect(eventOf({ showAs: 'free' })).toMatchObject({ kind: 'meeting' })
  })

  test('an occurrence is its own time, and else what its series says', () => {
    const master = { ...event, id: 'M', type: 'seriesMaster', start: time('2020-01-06T09:00:00.0000000') }
    const occurrence = {
      id: 'O',
      type: 'occurrence',
      seriesMasterId: 'M',
      start: time('2026-11-30T10:00:00.0000000'),
      end: time('2026-11-30T10:30:00.0000000'),
    }
    expect(parseEventRow(master, none)?.kind).toBe('master')
    expect(parseEventRow(occurrence, none)).toMatchObject({ kind: 'occurrence', seriesId: 'M' })
    const joined = occurrenceOf(occurrence, master, none)
    expect(joined).toMatchObject({
      id: 'O',
      seriesId: 'M',
      startsAt: Date.UTC(2026, 10, 30, 10) / 1000,
      response: 'accepted',
    })
    expect(joined?.attendees).toHaveLength(3)
  })

  test('an occurrence that tells all by itself needs no master', () => {
    expect(eventOf({ type: 'exception', seriesMasterId: 'M' })).toMatchObject({ seriesId: 'M' })
  })
})
