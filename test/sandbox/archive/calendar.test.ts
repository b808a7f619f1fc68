import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArchiveOptions, describe as inWords, loadArchive } from './index.ts'

const now = Date.UTC(2026, 10, 23, 12)
const me = ['ada@mail.example']

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calendar-'))
})
afterAll(() => rm(folder, { recursive: true }))

let written = 0
const file = async (content: string | Buffer, name = 'calendar.ics'): Promise<string> => {
  written += 1
  await writeFile(join(folder, `${written}-${name}`), content)
  return join(folder, `${written}-${name}`)
}

const load = async (content: string | Buffer, options: Partial<ArchiveOptions> = {}) =>
  loadArchive({ mbox: [], ics: [await file(content)], me, shift: false, now, ...options })

const calendar = (events: readonly string[], properties = 'X-WR-TIMEZONE:Europe/Berlin'): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', properties, ...events, 'END:VCALENDAR', ''].join('\r\n')

const event = (...lines: readonly string[]): string =>
  [
    'BEGIN:VEVENT',
    ...(lines.some((line) => line.startsWith('UID')) ? [] : ['UID:one@x.example']),
    ...lines,
    'END:VEVENT',
  ].join('\r\n')

const meetingsOf = async (events: readonly string[], properties?: string) => {
  const { mailbox } = await load(calendar(events, properties))
  return [...mailbox.meetings.values()].toSorted((a, b) => a.startsAt - b.startsAt)
}

const startsOf = async (events: readonly string[], properties?: string) =>
  (await meetingsOf(events, properties)).map(({ startsAt }) => new Date(startsAt).toISOString().slice(0, 16))

const tuesday = 'DTSTART;TZID=Europe/Berlin:20261103T100000'
const anHour = 'DTEND;TZID=Europe/Berlin:20261103T110000'
const guests = ['ORGANIZER;CN=Bo Ek:mailto:bo@x.example', 'ATTENDEE;CN=Bo Ek;PARTSTAT=ACCEPTED:mailto:bo@x.example']

describe('a single event', () => {
  it('has its times in its own zone, its guests, and the owner among them', async () => {
    const lines = [tuesday, anHour, 'SUMMARY:Lunch\\, again', 'DTSTAMP:20261101T080000Z', ...guests]
    expect(await meetingsOf([event(...lines)])).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{26}$/),
        seriesId: null,
        startsAt: Date.UTC(2026, 10, 3, 9),
        endsAt: Date.UTC(2026, 10, 3, 10),
        isAllDay: false,
        zone: 'Europe/Berlin',
        status: 'confirmed',
        summary: 'Lunch, again',
        organizer: { address: 'bo@x.example', name: 'Bo Ek' },
        invitees: [
          { address: 'bo@x.example', name: 'Bo Ek', response: 'accepted' },
          { address: 'ada@mail.example', name: 'Ada', response: 'needsAction' },
        ],
        type: 'default',
        updatedAt: Date.UTC(2026, 10, 1, 8),
      },
    ])
  })

  it.each([
    ['in UTC', 'DTSTART:20261103T100000Z', '2026-11-03T10:00'],
    ['floating, in the zone of its calendar', 'DTSTART:20261103T100000', '2026-11-03T09:00'],
    ['in a zone as Windows names it', 'DTSTART;TZID="Tokyo Standard Time":20261103T100000', '2026-11-03T01:00'],
    [
      'in a zone behind the path of some program',
      'DTSTART;TZID=/mozilla.org/20070129_1/Asia/Tokyo:20261103T100000',
      '2026-11-03T01:00',
    ],
    ['in a zone nobody knows, as in its calendar', 'DTSTART;TZID=Somewhere:20261103T100000', '2026-11-03T09:00'],
    ['with the seconds forgotten', 'DTSTART;TZID=Asia/Tokyo:20261103T1000', '2026-11-03T01:00'],
  ])('starts when it says: %s', async (_, start, expected) => {
    expect(await startsOf([event(start)])).toEqual([expected])
  })

  it.each([
    ['north', ['-0500', 11], ['-0400', 3], ['2026-02-02T15:00', '2026-07-06T14:00']],
    ['south', ['+1000', 4], ['+1100', 10], ['2026-02-01T23:00', '2026-07-06T00:00']],
  ] as const)(
    'in a zone of the file its own is placed by the offsets given there: %s',
    async (_, standard, summer, expected) => {
      const observance = (kind: string, [offset, month]: readonly [string, number]) =>
        [
          `BEGIN:${kind}`,
          'DTSTART:16010101T020000',
          `TZOFFSETTO:${offset}`,
          `RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=${month}`,
          `END:${kind}`,
        ].join('\r\n')
      const zone = [
        'BEGIN:VTIMEZONE',
        'TZID:Customized Time Zone',
        observance('STANDARD', standard),
        observance('DAYLIGHT', summer),
        'END:VTIMEZONE',
      ]
      const at = (day: string) => event(`UID:${day}`, `DTSTART;TZID=Customized Time Zone:${day}T100000`)
      expect(await startsOf([at('20260202'), at('20260706'), ...zone])).toEqual(expected)
    },
  )

  it('in an unknown zone is counted', async () => {
    const { summary } = await load(
      calendar([event('DTSTART;TZID=Somewhere:20261103T100000', 'DTEND;TZID=Somewhere:20261103T110000')]),
    )
    expect([...summary.calendar.unknownZones.byName]).toEqual([['Somewhere', expect.any(Number)]])
    expect(inWords(summary)).toContain('times in Somewhere read as the calendar')
  })

  it.each([
    ['by its end', ['DTSTART;VALUE=DATE:20261103', 'DTEND;VALUE=DATE:20261105'], 2],
    ['by its duration', ['DTSTART;VALUE=DATE:20261103', 'DURATION:P3D'], 3],
    ['with no end', ['DTSTART;VALUE=DATE:20261103'], 1],
    [
      'as Exchange marks it',
      [
        tuesday.replace('T100000', 'T000000'),
        anHour.replace('03T110000', '04T000000'),
        'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      ],
      1,
    ],
  ])('of whole days lies between midnights of UTC: %s', async (_, lines, days) => {
    const [meeting] = await meetingsOf([event(...lines)])
    expect(meeting).toMatchObject({
      isAllDay: true,
      startsAt: Date.UTC(2026, 10, 3),
      endsAt: Date.UTC(2026, 10, 3 + days),
    })
  })

  it.each([
    ['its end', [tuesday, anHour], 60],
    ['its duration', [tuesday, 'DURATION:PT1H30M'], 90],
    ['neither', [tuesday], 0],
    ['an end before its start', [tuesday, anHour.replace('T11', 'T09')], 0],
  ])('lasts as long as it says by %s', async (_, lines, minutes) => {
    const [meeting] = await meetingsOf([event(...lines)])
    expect(meeting?.endsAt).toBe(Date.UTC(2026, 10, 3, 9, minutes))
  })

  it.each([
    ['cancelled', 'STATUS:CANCELLED', 'cancelled'],
    ['tentative', 'STATUS:TENTATIVE', 'tentative'],
    ['nothing', 'CLASS:PUBLIC', 'confirmed'],
  ])('that says it is %s is', async (_, line, status) => {
    expect(await meetingsOf([event(tuesday, line)])).toMatchObject([{ status }])
  })

  it('is what it is marked as', async () => {
    expect(await meetingsOf([event(tuesday, 'X-MICROSOFT-CDO-BUSYSTATUS:OOF')])).toMatchObject([
      { type: 'outOfOffice' },
    ])
    expect(await meetingsOf([event(tuesday)], 'X-WR-CALNAME:Geburtstage')).toMatchObject([{ type: 'birthday' }])
  })
})

describe('guests', () => {
  const inviteesOf = async (...lines: readonly string[]) => (await meetingsOf([event(tuesday, ...lines)]))[0]?.invitees

  it('are none of an event of one\u2019s own', async () => {
    expect(await inviteesOf('ORGANIZER:mailto:ada@mail.example')).toEqual([])
    expect(await inviteesOf('ORGANIZER:mailto:ada@mail.example', 'ATTENDEE:mailto:ADA@mail.example')).toEqual([])
  })

  it('have an address with mailto, without, or beside', async () => {
    const lines = [
      'ATTENDEE:MAILTO:a@x.example',
      'ATTENDEE;CN=B:b@x.example',
      'ATTENDEE;CN=C;EMAIL=c@x.example:urn:uuid:1',
    ]
    expect((await inviteesOf(...lines))?.map(({ address }) => address)).toEqual([
      'ada@mail.example',
      'a@x.example',
      'b@x.example',
      'c@x.example',
    ])
  })

  it('without any address are left out and counted, and cost nobody else', async () => {
    const lines = ['ATTENDEE;CN=Nobody:invalid:nomail', 'ATTENDEE;CN="broken:mailto:b@x.example', ...guests]
    const { mailbox, summary } = await load(calendar([event(tuesday, ...lines)]))
    expect([...mailbox.meetings.values()][0]?.invitees).toHaveLength(2)
    expect(summary.calendar.withoutAddress).toBe(1)
  })

  it('answer, may be optional, and may be rooms', async () => {
    const invitees = await inviteesOf(
      'ATTENDEE;PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:mailto:a@x.example',
      'ATTENDEE;CUTYPE=ROOM;PARTSTAT=TENTATIVE:mailto:b@x.example',
      'ATTENDEE;CUTYPE=INDIVIDUAL:mailto:c_1@resource.calendar.google.com',
    )
    expect(invitees?.slice(1)).toEqual([
      { address: 'a@x.example', name: '', response: 'declined', isOptional: true },
      { address: 'b@x.example', name: '', response: 'tentative', isResource: true },
      { address: 'c_1@resource.calendar.google.com', name: '', response: 'needsAction', isResource: true },
    ])
  })

  it('may be four hundred, each once, folded lines and all', async () => {
    const many = Array.from(
      { length: 400 },
      (_, n) => `ATTENDEE;CN="A rather long name for number ${n}";PARTST\r\n AT=ACCEPTED:mailto:p${n}@x.example`,
    )
    const invitees = await inviteesOf(...many, ...many, ...guests)
    expect(invitees).toHaveLength(402)
    expect(invitees?.[399]).toMatchObject({ response: 'accepted', name: 'A rather long name for number 399' })
  })

  it('do not include a shared calendar that calls itself the organizer', async () => {
    const invitees = await inviteesOf('ORGANIZER:mailto:abc@group.calendar.google.com', guests[1] ?? '')
    expect(invitees?.map(({ address }) => address)).toEqual(['bo@x.example', 'ada@mail.example'])
  })
})

describe('a series', () => {
  const weekly = (...lines: readonly string[]) => event(tuesday, anHour, ...lines)

  it('keeps its local hour across a clock change', async () => {
    expect(await startsOf([event('DTSTART;TZID=Europe/Berlin:20261020T100000', 'RRULE:FREQ=WEEKLY;COUNT=2')])).toEqual([
      '2026-10-20T08:00',
      '2026-10-27T09:00',
    ])
  })

  it('shares an id, and each instance has its own by when it would begin', async () => {
    const [first, second] = await meetingsOf([weekly('RRULE:FREQ=WEEKLY;COUNT=2')])
    expect(first?.seriesId).toMatch(/^[0-9a-f]{26}$/)
    expect(first?.id).toBe(`${first?.seriesId}_20261103T090000Z`)
    expect(second).toMatchObject({ id: `${first?.seriesId}_20261110T090000Z`, seriesId: first?.seriesId })
  })

  it.each([
    ['in UTC', 'UNTIL=20261117T090000Z'],
    ['in its own time', 'UNTIL=20261117T100000'],
    ['by a day', 'UNTIL=20261117'],
  ])('ends when it says: %s', async (_, until) => {
    expect(await startsOf([weekly(`RRULE:FREQ=WEEKLY;${until}`)])).toHaveLength(3)
  })

  it('without an end reaches from six years back to three months ahead', async () => {
    const starts = await startsOf([event('DTSTART;TZID=Europe/Berlin:20100105T100000', 'RRULE:FREQ=WEEKLY')])
    expect([starts[0], starts.at(-1)]).toEqual(['2020-11-24T09:00', '2027-02-23T09:00'])
  })

  it('may add days and leave out others, whichever way they are written', async () => {
    const lines = [
      'RRULE:FREQ=WEEKLY;COUNT=5',
      'RDATE;TZID=Europe/Berlin:20261105T100000',
      'EXDATE;TZID=Europe/Berlin:20261110T100000',
      'EXDATE:20261117T090000Z',
      'EXDATE;VALUE=DATE:20261124',
    ]
    expect(await startsOf([weekly(...lines)])).toEqual(['2026-11-03T09:00', '2026-11-05T09:00', '2026-12-01T09:00'])
    const periods = 'RDATE;VALUE=PERIOD:20261104T090000Z/PT1H,20261105T090000Z/20261105T100000Z'
    expect(await startsOf([weekly(periods)])).toEqual(['2026-11-03T09:00', '2026-11-04T09:00', '2026-11-05T09:00'])
  })

  it('may have an instance moved, which keeps its id, and one cancelled', async () => {
    const moved = event(
      'RECURRENCE-ID;TZID=Europe/Berlin:20261110T100000',
      'DTSTART;TZID=Europe/Berlin:20261111T150000',
      'SUMMARY:Moved',
    )
    const off = event('RECURRENCE-ID:20261117T090000Z', 'DTSTART:20261117T090000Z', 'STATUS:CANCELLED')
    const meetings = await meetingsOf([moved, weekly('RRULE:FREQ=WEEKLY;COUNT=3'), off])
    expect(meetings.map(({ id, status, summary }) => [id.slice(27), status, summary])).toEqual([
      ['20261103T090000Z', 'confirmed', ''],
      ['20261110T090000Z', 'confirmed', 'Moved'],
      ['20261117T090000Z', 'cancelled', ''],
    ])
    expect(new Date(meetings[1]?.startsAt ?? 0).toISOString()).toBe('2026-11-11T14:00:00.000Z')
  })

  it('of whole days has instances named by their day, even where a time names the exception', async () => {
    const days = event('DTSTART;VALUE=DATE:20261103', 'RRULE:FREQ=DAILY;COUNT=3')
    const moved = event('RECURRENCE-ID;TZID=W. Europe Standard Time:20261104T000000', 'DTSTART;VALUE=DATE:20261106')
    const meetings = await meetingsOf([days, moved])
    expect(meetings.map(({ id, startsAt }) => [id.slice(27), new Date(startsAt).getUTCDate()])).toEqual([
      ['20261103', 3],
      ['20261105', 5],
      ['20261104', 6],
    ])
  })

  it('of which only one instance is in the files is that one', async () => {
    const [only] = await meetingsOf([event('RECURRENCE-ID:20261117T090000Z', 'DTSTART:20261117T100000Z')])
    expect(only?.id).toBe(`${only?.seriesId}_20261117T090000Z`)
  })

  it.each(['FREQ=SOMETIMES', 'FREQ=SECONDLY', 'FREQ=MINUTELY;BYSECOND=0,10,20', ''])(
    'that cannot be followed was held once at least, and is told: "%s"',
    async (rule) => {
      const { mailbox, summary } = await load(calendar([weekly(`RRULE:${rule}`), event('UID:two', tuesday)]))
      expect(mailbox.meetings.size).toBe(2)
      expect(summary.calendar.skipped.total).toBe(0)
      expect(inWords(summary)).toContain('event 1, byte')
    },
  )

  it.each(['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYMONTH=4;BYDAY=5SU;BYSETPOS=9'])(
    'that never comes again is its first day alone: %s',
    async (rule) => {
      expect(await startsOf([weekly(`RRULE:${rule}`)])).toEqual(['2026-11-03T09:00'])
    },
  )
})

describe('versions of an event', () => {
  const version = (sequence: number, stamp: string, summary: string) =>
    event(tuesday, `SEQUENCE:${sequence}`, `DTSTAMP:202611${stamp}T080000Z`, `SUMMARY:${summary}`, ...guests)

  it('come to the one with the highest sequence, then the latest stamp', async () => {
    expect(await meetingsOf([version(2, '01', 'b'), version(1, '02', 'a')])).toMatchObject([{ summary: 'b' }])
    expect(await meetingsOf([version(1, '02', 'b'), version(1, '01', 'a')])).toMatchObject([{ summary: 'b' }])
  })

  it('end with a cancellation, which need not say again who was invited', async () => {
    const invitation = await file(calendar([version(0, '01', 'a')], 'METHOD:REQUEST'))
    const cancellation = await file(calendar([event(tuesday, 'SEQUENCE:1')], 'METHOD:CANCEL'))
    const { mailbox, summary } = await loadArchive({ mbox: [], ics: [cancellation, invitation], me, shift: false, now })
    expect([...mailbox.meetings.values()]).toMatchObject([
      { status: 'cancelled', invitees: [{ address: 'bo@x.example' }, {}] },
    ])
    expect(summary.calendar).toMatchObject({ read: 2, superseded: 1, meetings: 1, cancelled: 1 })
  })

  it('end with the cancellation of a whole series, which need not say its rule', async () => {
    const series = event(tuesday, 'RRULE:FREQ=WEEKLY;COUNT=3', 'SEQUENCE:0')
    expect(await meetingsOf([series, event(tuesday, 'STATUS:CANCELLED', 'SEQUENCE:1')])).toMatchObject([
      { status: 'cancelled' },
      { status: 'cancelled' },
      { status: 'cancelled' },
    ])
  })

  it('take up the answer of a guest', async () => {
    const both =
      calendar([version(0, '01', 'a')], 'METHOD:REQUEST') +
      calendar([event(tuesday, 'ATTENDEE;PARTSTAT=DECLINED:mailto:bo@x.example')], 'METHOD:REPLY')
    const { mailbox } = await load(both)
    expect([...mailbox.meetings.values()]).toMatchObject([
      { invitees: [{ address: 'bo@x.example', response: 'declined' }, {}] },
    ])
  })
})

describe('files', () => {
  it('may hold several calendars, be gzip, begin with a byte-order mark, end lines with LF alone', async () => {
    const two = calendar([event('UID:1', tuesday)]) + calendar([event('UID:2', tuesday)])
    const { mailbox } = await load(gzipSync(`\ufeff${two.replaceAll('\r\n', '\n')}`))
    expect(mailbox.meetings.size).toBe(2)
  })

  it('lose a broken event and no other, and say where it was', async () => {
    const broken = [
      event('UID:1', 'SUMMARY:no start'),
      event('UID:2', 'DTSTART:20261399T250000Z'),
      event('UID:3', tuesday).replace('\r\nEND:VEVENT', ''),
      event('UID:4', tuesday),
    ]
    const content = calendar(broken)
    const { mailbox, summary } = await load(content)
    expect(mailbox.meetings.size).toBe(1)
    expect(
      summary.calendar.skipped.first.map(({ number, offset, reason }) => [
        number,
        content.slice(offset, offset + 20),
        reason,
      ]),
    ).toEqual([
      [1, 'BEGIN:VEVENT\r\nUID:1\r', 'it has no start'],
      [2, 'BEGIN:VEVENT\r\nUID:2\r', 'its start is no date'],
      [3, 'BEGIN:VEVENT\r\nUID:3\r', 'it has no end'],
    ])
  })

  it('may hold attachments of any size before it', async () => {
    const content = calendar([
      event('UID:1', tuesday, `ATTACH:${'A'.repeat(3_000_000)}`),
      event('UID:2', 'SUMMARY:no start'),
    ])
    const { summary } = await load(content)
    expect(summary.calendar.skipped.first).toMatchObject([{ offset: content.lastIndexOf('BEGIN:VEVENT') }])
  })

  it('that break off lose their last event', async () => {
    const content = calendar([event('UID:1', tuesday), event('UID:2', tuesday)])
    const { mailbox, summary } = await load(content.slice(0, content.lastIndexOf('END:VEVENT')))
    expect(mailbox.meetings.size).toBe(1)
    expect(summary.calendar.skipped.first).toMatchObject([{ number: 2, reason: 'the file breaks off within it' }])
  })

  it.each([
    ['an mbox', 'From a@x.example Mon Nov  2 10:11:12 2026\n', 'pass it with --mbox'],
    ['anything else', 'name,address\n', 'is not a calendar file'],
    ['empty', '', 'is empty'],
    ['without events', 'BEGIN:VCALENDAR\nEND:VCALENDAR\n', 'There is no letter and no event'],
  ])('that are no calendar are refused with what to do: %s', async (_, content, sentence) => {
    await expect(load(content)).rejects.toThrow(sentence)
  })

  it('keep no description, place, link or attachment', async () => {
    const secret = 'TOPSECRET'
    const lines = [
      'DESCRIPTION:',
      'LOCATION:',
      'URL:https://x.example/',
      'ATTACH:https://x.example/',
      'X-ALT-DESC:',
    ].map((line) => line + secret)
    const { mailbox } = await load(calendar([event(tuesday, ...lines)]))
    expect(JSON.stringify([...mailbox.meetings.values()])).not.toContain(secret)
  })
})

describe('whose calendar it is', () => {
  const shared = (n: number, ...people: readonly string[]) =>
    event(
      `UID:${n}`,
      tuesday,
      ...people.map((person) => `ATTENDEE;CN=${person}:mailto:${person.toLowerCase()}@x.example`),
    )

  it('is told by its name or the name of its file, as Google gives them', async () => {
    const content = calendar([event(tuesday)], 'X-WR-CALNAME:Ada@mail.example')
    expect((await load(content, { me: [] })).mailbox.owner).toMatchObject({ address: 'Ada@mail.example', name: 'Ada' })
  })

  it('is told by who is on most events', async () => {
    const events = [shared(1, 'Ada', 'Bo'), shared(2, 'Cy', 'Ada'), shared(3, 'Ada', 'Di')]
    expect((await load(calendar(events), { me: [] })).mailbox.owner).toMatchObject({
      address: 'ada@x.example',
      name: 'Ada',
    })
  })

  it('has to be told where nothing shows it', async () => {
    await expect(load(calendar([shared(1, 'Ada', 'Bo')]), { me: [] })).rejects.toThrow('--me ADDRESS')
    await expect(load(calendar([event(tuesday)]), { me: [] })).rejects.toThrow('--me ADDRESS')
  })

  it('has the zone it says, else the one most of its events are in', async () => {
    const zoneOf = async (properties: string) => (await load(calendar([event(tuesday)], properties))).mailbox.owner.zone
    expect(await zoneOf('X-WR-TIMEZONE:Asia/Tokyo')).toBe('Asia/Tokyo')
    expect(await zoneOf('X-FOO:1')).toBe('Europe/Berlin')
  })
})

describe('--shift', () => {
  it('moves a calendar without letters so that it was written this week, its series moving along', async () => {
    const lines = [tuesday.replace('2026', '2020'), 'RRULE:FREQ=WEEKLY', 'DTSTAMP:20201106T080000Z']
    const { mailbox, summary } = await load(calendar([event(...lines)]), { shift: true })
    const starts = [...mailbox.meetings.values()].map(({ startsAt }) => startsAt)
    expect(summary.shiftWeeks).toBe(315)
    expect(new Date(Math.min(...starts)).toISOString()).toBe('2026-11-17T09:00:00.000Z')
    expect(new Date(Math.max(...starts)).toISOString()).toBe('2027-02-23T09:00:00.000Z')
  })
})
