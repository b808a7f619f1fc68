/**
 * Files as calendars and mail programs really write them, each with an oddity that other programs stumbled on (test/cases), and
 * what the product makes of the people in them.
 */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { resolve } from '../../../src/infer/resolve.ts'
import { isDead } from '../../../src/model/contact.ts'
import { readMailbox } from '../../eval/read-mailbox.ts'
import { loadArchive } from './index.ts'

const now = Date.UTC(2026, 10, 30, 12)

const fileOf = (name: string, file: string): readonly string[] => {
  const { pathname } = new URL(`../../cases/${name}/${file}`, import.meta.url)
  return existsSync(pathname) ? [pathname] : []
}

interface Reading {
  readonly me?: string
  readonly file?: string
}

const read = async (name: string, { me = 'ada@mail.example', file = 'mail.mbox' }: Reading = {}) => {
  const mbox = fileOf(name, file)
  const ics = fileOf(name, 'calendar.ics')
  const { mailbox, summary } = await loadArchive({ mbox, ics, me: [me], shift: false, now })
  const found = readMailbox(mailbox, now)
  const { people } = resolve(found, [])
  const meetings = [...mailbox.meetings.values()].toSorted((a, b) => a.startsAt - b.startsAt)
  const bounced = found.contacts.filter(isDead).map(({ address }) => address)
  return { meetings, summary, people, interactions: found.interactions, bounced: bounced.toSorted() }
}

type Read = Awaited<ReturnType<typeof read>>

/** `Name <address>` of everyone who counts as a person, in order. */
const peopleIn = ({ people }: Read): readonly string[] =>
  people.map(({ name, addresses }) => `${name} <${addresses.join(', ')}>`).toSorted()

/** What happened with everyone, as `sent bo@x.example` by how many times, met ones with how many others. */
const contactsIn = ({ interactions }: Read): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { kind, who, size } of interactions) {
    const label = kind === 'met' ? `met ${who.spelling}, ${size} there` : `${kind} ${who.spelling}`
    counts[label] = (counts[label] ?? 0) + 1
  }
  return counts
}

const startsIn = ({ meetings }: Read, summary: string): readonly string[] =>
  meetings
    .filter((meeting) => meeting.summary === summary)
    .map(({ startsAt, isAllDay }) => new Date(startsAt).toISOString().slice(0, isAllDay ? 10 : 16))

describe('mail', () => {
  test('a degree or an office behind an unquoted comma is no second person', async () => {
    const found = await read('degree-behind-unquoted-comma')
    expect(peopleIn(found)).toEqual(['Anna Lind <anna.lind@uni.example>', 'Bo Ek <bo.ek@firm.example>'])
    expect(found.people.map(({ givenName }) => givenName)).not.toContain('PhD')
    expect(found.people.map(({ givenName }) => givenName)).not.toContain('Ceo')
  })

  test('a bracket that is never closed swallows no sender', async () => {
    expect(contactsIn(await read('bracket-never-closed'))).toEqual({
      'received lilei@firm.example': 5,
      'received wangmin@firm.example': 5,
      'received anna.lind@nordwerk.example': 5,
      'sent lilei@firm.example': 5,
      'sent wangmin@firm.example': 5,
      'sent anna.lind@nordwerk.example': 5,
    })
  })

  test('labels in Catalan say what was sent, what never was, and what was thrown away', async () => {
    const found = await read('takeout-in-another-language')
    expect(peopleIn(found)).toEqual(['Bo Ek <bo.ek@x.example>'])
    expect(contactsIn(found)).toEqual({ 'received bo.ek@x.example': 4, 'sent bo.ek@x.example': 4 })
  })

  test('quotes around an address belong to neither name nor address, and hidden recipients hide no sender', async () => {
    const found = await read('quotes-and-hidden-recipients')
    expect(found.people.map(({ addresses }) => addresses.join()).toSorted()).toEqual([
      'cy.dee@z.example',
      'dora@toddler.example',
      'michael@sunny.example',
    ])
    expect(found.people.filter(({ name }) => /['"]/.test(name))).toEqual([])
    expect(contactsIn(found)['received cy.dee@z.example']).toBe(3)
  })
})

describe('the owner’s own addresses', () => {
  const me = 'ada@work.example'

  test('another address of the owner’s is nobody, and makes no meeting of three', async () => {
    const found = await read('own-other-address', { me })
    expect(peopleIn(found)).toEqual(['Bo Ek <bo.ek@x.example>'])
    expect(contactsIn(found)).toMatchObject({ 'met bo.ek@x.example, 1 there': 20 })
  })

  test.each([
    ['mail.mbox', 1],
    ['colleague.mbox', 2],
    ['three.mbox', 4],
  ])('%s: an alias is neither a recipient nor a person', async (file, size) => {
    const found = await read('own-alias', { me, file })
    expect(peopleIn(found)).toEqual(['Bo Ek <bo.ek@x.example>'])
    const received = found.interactions.filter(({ kind }) => kind === 'received')
    expect(received.map((each) => each.size)).toEqual([size, size, size, size, size])
    expect(found.interactions.filter(({ who }) => who.spelling.startsWith('a.berg'))).toEqual([])
  })
})

describe('mail of programs', () => {
  test('a calendar’s invitations among the sent messages are no messages, in whatever language', async () => {
    const found = await read('invitation-is-no-message')
    expect(peopleIn(found)).toEqual(['Bo Ek <bo.ek@x.example>'])
    expect(contactsIn(found)).not.toHaveProperty('sent lena@school.example')
  })

  test('whom "reply to all" adds at a tracker is nobody', async () => {
    expect(peopleIn(await read('reply-all-to-a-tracker'))).toEqual(['Bo Ek <bo.ek@x.example>'])
  })

  test('an answer under an away note counts', async () => {
    expect(contactsIn(await read('answer-under-an-away-note'))).toEqual({
      'sent bo.ek@x.example': 2,
      'received bo.ek@x.example': 1,
    })
  })

  test('mail of a host that writes Feedback-ID is a person’s', async () => {
    const found = await read('mail-host-writes-feedback-id')
    const received = Object.entries(contactsIn(found)).filter(([what]) => what.startsWith('received '))
    expect(received.map(([, count]) => count)).toEqual([10, 10])
  })

  test('a failure is one, whatever the message was about', async () => {
    const { bounced } = await read('failure-quotes-the-subject')
    expect(bounced).toEqual(['bo.ek@gone.example', 'cy.dee@gone.example', 'eva.kranz@gone.example'])
  })
})

describe('calendars', () => {
  test('mailto: is read as URLs write it, and without the quotes around it', async () => {
    const found = await read('mailto-as-a-url-writes-it')
    expect(contactsIn(found)).toEqual({
      'met bo.ek@x.example, 1 there': 1,
      'met cy.dee@z.example, 1 there': 1,
      'met eva+club@y.example, 1 there': 1,
    })
    expect(found.summary.calendar.withoutAddress).toBe(0)
  })

  test('a rule that is odd costs no series', async () => {
    const found = await read('rules-calendars-really-write')
    expect(startsIn(found, 'until before start')).toEqual(['2026-05-06T11:00'])
    expect(startsIn(found, 'count minus one')).toEqual(
      [7, 8, 9, 10].map((day) => `2026-06-${`${day}`.padStart(2, '0')}T07:00`),
    )
    expect(startsIn(found, 'count and until')).toEqual([6, 7, 8].map((day) => `2026-07-0${day}T07:00`))
    expect(startsIn(found, 'evolution parameter')).toEqual(['2026-08-03T07:00', '2026-08-07T07:00', '2026-08-11T07:00'])
    expect(startsIn(found, 'all day, until in UTC')).toEqual(['2026-09-21', '2026-09-28', '2026-10-05'])
    expect(startsIn(found, 'nonsense rule')).toContain('2026-10-12T07:00')
    expect(found.summary.calendar.skipped.total).toBe(0)
  })

  test('a group among the guests is nobody beside its members', async () => {
    const found = await read('group-among-the-guests')
    expect(peopleIn(found)).toEqual(['Bo Ek <bo.ek@x.example>'])
    expect(contactsIn(found)).toEqual({ 'met bo.ek@x.example, 1 there': 8 })
  })

  test('a change for this and all following moves all of them, and changes who comes', async () => {
    const found = await read('this-and-all-following')
    expect(startsIn(found, 'Series')).toEqual(['2026-09-07T08:00', '2026-09-14T08:00', '2026-09-21T08:00'])
    expect(startsIn(found, 'Series moved')).toEqual(['2026-09-29T14:00', '2026-10-06T14:00', '2026-10-13T14:00'])
    expect(contactsIn(found)).toEqual({ 'met bo.ek@x.example, 1 there': 3, 'met cy.dee@z.example, 1 there': 3 })
  })

  test('zones are known by the names that Outlook gives them', async () => {
    const found = await read('zone-names-outlook-writes')
    expect(startsIn(found, 'Call')).toEqual(['2026-06-22T14:00'])
    expect(startsIn(found, 'Call 2')).toEqual(['2026-06-23T14:00'])
    expect(startsIn(found, 'Call 3')).toEqual(['2026-11-24T15:00'])
    expect(found.summary.calendar.unknownZones.total).toBe(0)
  })

  test('an exception is found by its moment, whichever zone names it', async () => {
    const found = await read('exception-named-in-another-zone')
    expect([...startsIn(found, 'Fair'), ...startsIn(found, 'Fair moved')].toSorted()).toEqual([
      '2026-10-20',
      '2026-10-22',
      '2026-10-27',
      '2026-10-30',
      '2026-11-03',
      '2026-11-05',
    ])
    expect(startsIn(found, 'NZ')).toEqual(['2026-10-07T22:00', '2026-10-09T22:00'])
    expect(startsIn(found, 'NZ moved')).toEqual(['2026-10-14T04:00'])
  })

  test('a room is nobody, whether it is told to be one or only called so', async () => {
    const found = await read('rooms')
    const rooms = found.meetings[0]?.invitees.filter(({ isResource }) => isResource === true)
    expect(rooms?.map(({ name }) => name)).toEqual(['Room 4'])
    expect(contactsIn(found)).toEqual({ 'met bo.ek@x.example, 1 there': 8 })
  })

  test('a program that takes notes makes no meeting of three', async () => {
    const found = await read('notetaker-is-a-guest')
    expect(peopleIn(found)).toEqual(['Bo Ek <bo.ek@x.example>', 'Cy Dee <cy.dee@z.example>'])
    expect(contactsIn(found)).toEqual({ 'met bo.ek@x.example, 1 there': 16, 'met cy.dee@z.example, 1 there': 8 })
  })
})
