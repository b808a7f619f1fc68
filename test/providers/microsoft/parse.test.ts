import { describe, expect, test } from 'vitest'
import { occurrenceOf, parseEventRow, parseRow, withHeaders } from '../../../src/providers/microsoft/parse.ts'

const who = (name: string, address: string) => ({ emailAddress: { name, address } })
const message = {
  '@odata.type': '#microsoft.graph.message',
  id: 'AAkALgAA',
  receivedDateTime: '2026-11-02T09:11:15Z',
  subject: 'Lunch?',
  internetMessageId: '<abc@mail.example.com>',
  conversationId: 'AAQkAD',
  parentFolderId: 'inbox-id',
  isDraft: false,
  sender: who('Bo Ek', 'bo@example.com'),
  from: who('Bo Ek', 'bo@example.com'),
  toRecipients: [who('Ann', 'ann@contoso.example')],
  ccRecipients: [],
  bccRecipients: [],
  replyTo: [],
}
const messageOf = (change: object) => {
  const row = parseRow({ ...message, ...change }, 'folder')
  if (row?.kind !== 'message') throw new Error(`no letter: ${row?.kind}`)
  return row.partial
}

describe('a row of a delta of messages', () => {
  test('a letter is one with its folder and what Graph tells of its headers', () => {
    const mail = messageOf({})
    expect(mail).toMatchObject({ id: 'AAkALgAA', threadId: 'AAQkAD', folder: 'inbox-id' })
    expect(mail.receivedAt).toBe(Date.UTC(2026, 10, 2, 9, 11, 15) / 1000)
    expect(mail.from).toMatchObject({ name: 'Bo Ek', address: 'bo@example.com' })
    expect(Object.fromEntries(mail.headers)).toEqual({
      From: '"Bo Ek" <bo@example.com>',
      Subject: 'Lunch?',
      'Message-ID': '<abc@mail.example.com>',
    })
  })

  test.each([
    ['a draft', { isDraft: true }, 'other'],
    ['an invitation', { '@odata.type': '#microsoft.graph.eventMessageRequest' }, 'other'],
    ['an answer to one', { '@odata.type': '#microsoft.graph.eventMessageResponse' }, 'other'],
    ['what left the folder', { '@removed': { reason: 'deleted' } }, 'gone'],
  ])('%s is no letter', (_, change, kind) => {
    expect(parseRow({ ...message, ...change }, 'folder')?.kind).toBe(kind)
  })

  test('a row that holds only what changed says too little', () => {
    expect(parseRow({ id: 'AAkALgAA', isRead: true, parentFolderId: 'inbox-id' }, 'inbox-id')).toEqual({
      kind: 'partial',
      id: 'AAkALgAA',
    })
  })

  test('what is no message is nothing', () => {
    for (const json of [null, 7, [], {}, { id: '' }]) expect(parseRow(json, 'folder')).toBeNull()
  })

  test('X.500 names are nobody that could be written to; a sender may stand in for such an author', () => {
    const inside = who('Cy', '/O=EXCHANGELABS/OU=EXCHANGE ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=CY')
    const mail = messageOf({ from: inside, toRecipients: [inside, who('Di', 'di@example.com'), who('', '')] })
    expect(mail.from?.address).toBe('bo@example.com')
    expect(mail.to.map(({ address }) => address)).toEqual(['di@example.com'])
    expect(messageOf({ from: inside, sender: inside }).from).toBeNull()
    expect(messageOf({ from: null, sender: null }).from).toBeNull()
  })

  test('an address that stands for a name is none', () => {
    expect(messageOf({ from: who('Bo@Example.com', 'bo@example.com') }).from?.name).toBe('')
  })

  test('given headers count, those worth reading; what Graph tells elsewhere fills their gaps', () => {
    const internetMessageHeaders = [
      { name: 'Received', value: 'from somewhere' },
      { name: 'List-Id', value: '<choir.lists.example>' },
      { name: 'subject', value: '=?utf-8?q?Lunch=3F?=' },
      { name: 'X-Broken' },
      null,
    ]
    expect(withHeaders(messageOf({}), { internetMessageHeaders }).headers).toEqual([
      ['List-Id', '<choir.lists.example>'],
      ['subject', '=?utf-8?q?Lunch=3F?='],
      ['From', '"Bo Ek" <bo@example.com>'],
      ['Message-ID', '<abc@mail.example.com>'],
    ])
    expect(withHeaders(messageOf({}), {})).toEqual(messageOf({}))
  })
})

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
