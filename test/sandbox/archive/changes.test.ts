/** Changes of a series: for one instance, for all that follow, and how either is named. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadArchive } from './index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changes-'))
})
afterAll(() => rm(folder, { recursive: true }))

const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:one@x.example', ...lines, 'END:VEVENT'].join('\r\n')

const meetingsOf = async (...events: readonly string[]) => {
  const path = join(folder, 'calendar.ics')
  await writeFile(path, ['BEGIN:VCALENDAR', 'X-WR-TIMEZONE:Europe/Berlin', ...events, 'END:VCALENDAR', ''].join('\r\n'))
  const me = ['ada@mail.example']
  const { mailbox } = await loadArchive({ mbox: [], ics: [path], me, shift: false, now: Date.UTC(2026, 10, 23) })
  return [...mailbox.meetings.values()].toSorted((a, b) => a.startsAt - b.startsAt)
}

const startsOf = async (...events: readonly string[]) =>
  (await meetingsOf(...events)).map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16))

/** Four Mondays at ten, over the change to winter time. */
const weekly = [
  'DTSTART;TZID=Europe/Berlin:20261012T100000',
  'DTEND;TZID=Europe/Berlin:20261012T110000',
  'RRULE:FREQ=WEEKLY;COUNT=4',
]
const wholeDays = ['DTSTART;VALUE=DATE:20261012', 'RRULE:FREQ=WEEKLY;COUNT=4']

describe('this and all following', () => {
  const later = (recurrence: string, ...lines: readonly string[]): string =>
    event(`RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:${recurrence}T100000`, ...lines)

  test('move by the clock on the wall, over a change of clocks', async () => {
    const moved = later('20261019', 'DTSTART;TZID=Europe/Berlin:20261019T140000', 'DURATION:PT30M')
    expect(await startsOf(event(...weekly), moved)).toEqual([
      '2026-10-12T08:00',
      '2026-10-19T12:00',
      '2026-10-26T13:00',
      '2026-11-02T13:00',
    ])
  })

  test('last as long as the changed one', async () => {
    const moved = later('20261019', 'DTSTART;TZID=Europe/Berlin:20261019T140000', 'DURATION:PT30M')
    const lengths = (await meetingsOf(event(...weekly), moved)).map(
      ({ startsAt, endsAt }) => (endsAt - startsAt) / 60_000,
    )
    expect(lengths).toEqual([60, 30, 30, 30])
  })

  test('keep the ids of the instances that they replace', async () => {
    const moved = later('20261019', 'DTSTART;TZID=Europe/Berlin:20261019T140000', 'DURATION:PT30M')
    const plain = (await meetingsOf(event(...weekly))).map(({ id }) => id)
    expect((await meetingsOf(event(...weekly), moved)).map(({ id }) => id)).toEqual(plain)
  })

  test('give way to a second change and to an exception of one instance', async () => {
    expect(
      await startsOf(
        event(...weekly),
        later('20261019', 'DTSTART;TZID=Europe/Berlin:20261019T140000'),
        event('RECURRENCE-ID;TZID=Europe/Berlin:20261026T100000', 'DTSTART;TZID=Europe/Berlin:20261027T090000'),
        later('20261102', 'DTSTART;TZID=Europe/Berlin:20261103T180000'),
      ),
    ).toEqual(['2026-10-12T08:00', '2026-10-19T12:00', '2026-10-27T08:00', '2026-11-03T17:00'])
  })

  test('are all off where the change is a cancellation', async () => {
    const off = later('20261026', 'DTSTART;TZID=Europe/Berlin:20261026T100000', 'STATUS:CANCELLED')
    const statuses = (await meetingsOf(event(...weekly), off)).map(({ status }) => status)
    expect(statuses).toEqual(['confirmed', 'confirmed', 'cancelled', 'cancelled'])
  })
})

describe('the instance of 26 October is named', () => {
  test.each([
    ['by its moment in UTC', 'EXDATE:20261026T090000Z'],
    ['by its moment in Auckland', 'EXDATE;TZID=Pacific/Auckland:20261026T220000'],
    ['by its moment in a zone of Windows', 'EXDATE;TZID=W. Europe Standard Time:20261026T100000'],
    ['by its day', 'EXDATE;VALUE=DATE:20261026'],
    ['by the midnight its day begins with', 'EXDATE;TZID=Europe/Berlin:20261026T000000'],
    ['without a zone', 'EXDATE:20261026T100000'],
  ])('%s', async (_, exception) => {
    expect(await startsOf(event(...weekly, exception))).toEqual([
      '2026-10-12T08:00',
      '2026-10-19T08:00',
      '2026-11-02T09:00',
    ])
  })

  test.each([
    ['by its day', 'EXDATE;VALUE=DATE:20261026'],
    ['by its midnight, in no zone', 'EXDATE:20261026T000000'],
    ['by its midnight in UTC', 'EXDATE:20261026T000000Z'],
    ['by the moment at which it begins in Berlin', 'EXDATE:20261025T230000Z'],
    ['by its midnight in a zone of Windows', 'EXDATE;TZID=W. Europe Standard Time:20261026T000000'],
  ])('%s, where it lasts all day', async (_, exception) => {
    const days = (await startsOf(event(...wholeDays, exception))).map((start) => start.slice(0, 10))
    expect(days).toEqual(['2026-10-12', '2026-10-19', '2026-11-02'])
  })
})

describe('a guest', () => {
  const guestsOf = async (...attendees: readonly string[]) => {
    const [meeting] = await meetingsOf(
      event('DTSTART:20261012T100000Z', 'ORGANIZER:mailto:ada@mail.example', ...attendees),
    )
    return meeting?.invitees.map(({ address }) => address).filter((address) => address !== 'ada@mail.example')
  }

  test.each([
    ['percent signs', 'ATTENDEE:mailto:eva%2bclub%40y.example', 'eva+club@y.example'],
    ['a query', 'ATTENDEE:mailto:bo@x.example?subject=Lunch', 'bo@x.example'],
    ['capitals and a blank', 'ATTENDEE:MAILTO: bo@x.example', 'bo@x.example'],
    ['slashes', 'ATTENDEE:mailto://bo@x.example', 'bo@x.example'],
    ['quotes', `ATTENDEE:mailto:'bo@x.example'`, 'bo@x.example'],
    ['quotes around all of it', `ATTENDEE:'mailto:bo@x.example'`, 'bo@x.example'],
    ['brackets', 'ATTENDEE:mailto:<bo@x.example>', 'bo@x.example'],
    ['a name before it', 'ATTENDEE:mailto:Bo Ek <bo@x.example>', 'bo@x.example'],
    ['no mailto:', 'ATTENDEE:bo@x.example', 'bo@x.example'],
    ['another scheme, and the address beside it', 'ATTENDEE;EMAIL=bo@x.example:sip:4711@pbx.example', 'bo@x.example'],
    ['a percent sign that means nothing', 'ATTENDEE:mailto:100%@x.example', '100%@x.example'],
  ])('is written with %s', async (_, line, address) => {
    expect(await guestsOf(line)).toEqual([address])
  })

  test('is no group, whether it says so or others are said to be its members', async () => {
    const member = 'ATTENDEE;MEMBER="mailto:choir@x.example":mailto:bo@x.example'
    expect(await guestsOf('ATTENDEE;CUTYPE=GROUP:mailto:board@x.example', 'ATTENDEE:mailto:bo@x.example')).toEqual([
      'bo@x.example',
    ])
    expect(await guestsOf(member, 'ATTENDEE:mailto:choir@x.example')).toEqual(['bo@x.example'])
  })
})
