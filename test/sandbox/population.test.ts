/** The population is what it says: counts, threads, headers, dates and determinism. Its stories: population/stories.test.ts. */
import { decodeWords } from 'postal-mime'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { owner, populate } from './population/index.ts'
import { ownersResponse, type ReadMail, readMessages } from './population/read-back.ts'
import type { Mailbox, Meeting } from './world.ts'

const DAY = 86_400_000

/** A Monday morning in Berlin. */
const monday = Date.UTC(2026, 10, 23, 8)

const small = { messages: 1500, years: 1 }

interface World {
  readonly now: number
  readonly mailbox: Mailbox
  /** Newest first. */
  readonly mails: readonly ReadMail[]
  readonly meetings: readonly Meeting[]
}

const world = (options: Parameters<typeof populate>[0]): World => {
  const mailbox = populate(options)
  return { now: options.now, mailbox, mails: readMessages(mailbox), meetings: [...mailbox.meetings.values()] }
}

const standard = world({ seed: 7, now: monday })

const worlds: readonly (readonly [string, World])[] = [
  ['five years', standard],
  ['a small world', world({ seed: 1, now: monday, ...small })],
  ['a small world at a clock change', world({ seed: 2, now: Date.UTC(2026, 9, 25, 6), ...small })],
  ['two years', world({ seed: 3, now: Date.UTC(2027, 0, 5, 11), messages: 6000, years: 2 })],
  ['many letters', world({ seed: 4, now: monday, messages: 50_000 })],
]

describe('how much there is', () => {
  test('five years hold 20,000 letters and 2,000 events', () => {
    expect(standard.mails.length).toBeGreaterThanOrEqual(20_000)
    expect(standard.meetings.length).toBeGreaterThanOrEqual(2000)
    expect((standard.now - (standard.mails.at(-1)?.at ?? 0)) / DAY).toBeGreaterThan(5 * 365 - 10)
  })

  test.each([
    [1500, 1],
    [5000, 2],
    [30_000, 5],
  ])('%i letters over %i years are as many as were asked for', (messages, years) => {
    expect(populate({ seed: 3, now: monday, messages, years, others: false }).size).toBe(messages)
  })

  test('around 150 people write to the owner and are written to', () => {
    const readers = new Set(standard.mails.filter(({ isSent }) => isSent).flatMap(({ recipients }) => recipients))
    const writers = new Set(standard.mails.filter(isHuman).map(({ from }) => from))
    const both = [...writers].filter((address) => readers.has(address))
    expect(both.length).toBeGreaterThan(120)
    expect(both.length).toBeLessThan(200)
  })

  test.each(worlds)('machines write between 55 and 75 of 100 letters received: %s', (_, { mails }) => {
    const received = mails.filter(({ isReceived }) => isReceived)
    const share = received.filter(({ isAutomated }) => isAutomated).length / received.length
    expect(share).toBeGreaterThan(0.55)
    expect(share).toBeLessThan(0.75)
  })

  test('the owner writes from both of her addresses, and from no other', () => {
    const from = new Set(standard.mails.filter(({ isSent }) => isSent).map((mail) => mail.from))
    expect([...from].sort()).toEqual([owner.address, ...owner.aliases].sort())
  })
})

describe('the same again', () => {
  const told = (seed: number) => {
    const mailbox = populate({ seed, now: monday, ...small })
    return JSON.stringify([mailbox.newestFirst, [...mailbox.meetings.values()]])
  }

  test('one seed and one moment make one world', () => {
    expect(told(5)).toBe(told(5))
  })

  test('another seed makes another world', () => {
    expect(told(6)).not.toBe(told(5))
  })

  test('a seed keeps its people whatever the moment and the size', () => {
    const staff = (now: number, messages: number) => {
      const everyone = [...populate({ seed: 5, now, messages }).meetings.values()].flatMap(({ invitees }) => invitees)
      return [...new Set(everyone.map(({ address }) => address))].sort()
    }
    const fewer = staff(monday, 3000)
    const common = staff(monday + 100 * DAY, 22_000).filter((address) => fewer.includes(address))
    expect(common.length).toBeGreaterThan(0.8 * fewer.length)
  })
})

describe('letters', () => {
  test.each(worlds)('answers name a letter of their own thread that came before: %s', (_, { mailbox, mails }) => {
    const byMessageId = new Map(mails.map((mail) => [mail.header('message-id'), mail]))
    expect(byMessageId.size).toBe(mails.length)
    const answers = mails.filter(({ header }) => header('in-reply-to') !== '')
    expect(answers.length).toBeGreaterThan(mails.length / 10)
    const astray = answers.filter(({ mail, at, header }) => {
      const answered = byMessageId.get(header('in-reply-to'))
      const references = header('references').split(' ')
      const threads = references.map((reference) => byMessageId.get(reference)?.mail.threadId)
      const isWhole = references.at(-1) === header('in-reply-to') && threads.every((id) => id === mail.threadId)
      return answered === undefined || answered.at >= at || !isWhole
    })
    expect(astray).toEqual([])
    const rootless = mails.filter(({ mail }) => mailbox.thread(mail.threadId)[0]?.id !== mail.threadId)
    expect(rootless).toEqual([])
  })

  test('ids are 16 hexadecimal digits that rise with time', () => {
    const ids = standard.mails.map(({ mail }) => mail.id)
    expect(ids.filter((id) => !/^[0-9a-f]{16}$/.test(id))).toEqual([])
    expect(ids).toEqual(ids.toSorted().reverse())
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(worlds)('every host name ends in .example or .test: %s', (_, { mails }) => {
    const real = mails
      .flatMap(({ mail }) => mail.headers.match(/@[a-z0-9.-]+|\bby [a-z0-9-]+\.[a-z0-9.-]+/gi) ?? [])
      .filter((host) => !/\.(?:example|test)$/.test(host))
    expect(real).toEqual([])
  })

  test('headers are ASCII lines with a name, below two kilobytes but for crowds', () => {
    const line = /^[A-Za-z-]+:[\x20-\x7e]*$/
    expect(standard.mails.filter(({ mail }) => !mail.headers.split('\n').every((one) => line.test(one)))).toEqual([])
    const long = standard.mails.filter(({ mail }) => mail.headers.length > 2048)
    expect(long.filter(({ recipients }) => recipients.length <= 10)).toEqual([])
    expect(Math.max(...long.map(({ mail }) => mail.headers.length))).toBeLessThan(4096)
  })

  test('names that are not ASCII come in encoded words of at most 75 characters, none of them broken', () => {
    const headers = standard.mails.map(({ mail }) => mail.headers).join('\n')
    const words = [...new Set(headers.match(/=\?[^?]+\?[BQ]\?[^?]*\?=/g))]
    expect(words.filter((word) => word.length > 75)).toEqual([])
    expect(words.filter((word) => decodeWords(word).includes('\uFFFD'))).toEqual([])
    const names = new Set(standard.mails.filter(isHuman).map(({ fromName }) => fromName))
    expect([...names].filter((name) => /[^\x20-\x7e]/.test(name)).length).toBeGreaterThan(20)
  })

  test('the owner’s Date shows the clock of her zone', () => {
    const sent = standard.mails.filter(({ isSent }) => isSent).slice(0, 2500)
    const wrong = sent.filter(({ at, header }) => header('date').slice(-5) !== inBerlin(at).offset.replace(':', ''))
    expect(wrong).toEqual([])
  })

  test('there are letters of every kind a reader must tell apart', () => {
    const count = (pattern: RegExp) => standard.mails.filter(({ mail }) => pattern.test(mail.headers)).length
    expect(count(/^Return-Path: <>$/m)).toBeGreaterThan(5)
    expect(count(/^Content-Type: multipart\/report/m)).toBeGreaterThan(3)
    expect(count(/^Content-Type: text\/calendar/m)).toBeGreaterThan(10)
    expect(count(/^Subject: (?:Invitation|Accepted|Declined|Canceled event): /m)).toBeGreaterThan(50)
    expect(count(/^Auto-Submitted: auto-replied/m)).toBeGreaterThan(10)
    expect(count(/^From: .* via Devs/m)).toBeGreaterThan(50)
    expect(count(/^To: Everybody: .*;$/m)).toBeGreaterThan(1)
    expect(count(/^To: undisclosed-recipients:;$/m)).toBeGreaterThan(1)
    expect(count(/\(Tracker\)" <notifications@/)).toBeGreaterThan(50)
    expect(Math.min(count(/^Message-Id: /m), count(/^Message-ID: /m))).toBeGreaterThan(100)
    expect(standard.mails.filter(({ recipients }) => recipients.length > 10).length).toBeGreaterThan(10)
    const labelled = (label: string) => standard.mails.filter(({ mail }) => mail.labels.includes(label)).length
    expect(Math.min(labelled('DRAFT'), labelled('TRASH'), labelled('SPAM'))).toBeGreaterThan(3)
  })
})

describe('dates', () => {
  test.each(worlds)('nothing is dated after now but meetings booked for the coming weeks: %s', (_, shown) => {
    const { now, mails, meetings } = shown
    expect(mails.filter(({ at, header }) => at >= now || Date.parse(header('date')) >= now)).toEqual([])
    expect(meetings.filter(({ updatedAt }) => updatedAt >= now)).toEqual([])
    const booked = meetings.filter(({ startsAt }) => startsAt > now)
    expect(booked.length).toBeGreaterThan(30)
    expect(booked.filter(({ startsAt }) => startsAt > now + 30 * DAY)).toEqual([])
  })

  test('a weekly meeting keeps its hour across clock changes', () => {
    const focus = standard.meetings.filter(({ type }) => type === 'focusTime')
    expect(new Set(focus.map(({ startsAt }) => inBerlin(startsAt).hour))).toEqual(new Set([9]))
  })

  test('whole days begin and end at midnight UTC', () => {
    const wholeDays = standard.meetings.filter(({ isAllDay }) => isAllDay)
    expect(wholeDays.length).toBeGreaterThan(50)
    expect(wholeDays.filter(({ startsAt, endsAt }) => startsAt % DAY !== 0 || endsAt % DAY !== 0)).toEqual([])
  })

  test('instances of a series are named after it and their moment', () => {
    const named = (seriesId: string, { startsAt, isAllDay }: Meeting) => {
      const stamp = new Date(startsAt).toISOString().replace(/[-:]|\.000/g, '')
      return `${seriesId}_${isAllDay ? stamp.slice(0, 8) : stamp}`
    }
    const misnamed = standard.meetings.filter((one) => one.seriesId !== null && one.id !== named(one.seriesId, one))
    expect(misnamed).toEqual([])
  })
})

describe('meetings', () => {
  const count = (fits: (meeting: Meeting) => boolean) => standard.meetings.filter(fits).length

  test('organizer and owner are among those invited, nobody twice, and every address is invented', () => {
    const odd = standard.meetings.filter(({ invitees, organizer }) => {
      const addresses = new Set(invitees.map(({ address }) => address))
      const isWhole = addresses.has(owner.address) && addresses.has(organizer.address)
      const isInvented = [...addresses, organizer.address].every((address) => /\.(?:example|test)$/.test(address))
      return !isInvented || addresses.size !== invitees.length || (invitees.length > 0 && !isWhole)
    })
    expect(odd).toEqual([])
  })

  test.each(['default', 'focusTime', 'outOfOffice', 'workingLocation', 'birthday', 'fromGmail'])(
    'some are of type %s',
    (type) => {
      expect(count((meeting) => meeting.type === type)).toBeGreaterThan(3)
    },
  )

  test('there are stand-ups, crowds, rooms, offsites, and what did not take place', () => {
    expect(count(({ invitees, seriesId }) => invitees.length === 7 && seriesId !== null)).toBeGreaterThan(1000)
    expect(count(({ invitees }) => invitees.length > 200 && invitees.length < 400)).toBeGreaterThan(20)
    expect(count(({ invitees }) => invitees.some(({ isResource }) => isResource))).toBeGreaterThan(50)
    expect(count(({ isAllDay, invitees }) => isAllDay && invitees.length > 8)).toBeGreaterThan(3)
    expect(count(({ status }) => status === 'cancelled')).toBeGreaterThan(20)
    expect(count(({ status }) => status === 'tentative')).toBeGreaterThan(2)
    expect(count((meeting) => ownersResponse(meeting, standard.mailbox) === 'declined')).toBeGreaterThan(20)
    expect(count((meeting) => ownersResponse(meeting, standard.mailbox) === 'tentative')).toBeGreaterThan(5)
  })
})

const isHuman = ({ isReceived, isAutomated }: ReadMail): boolean => isReceived && !isAutomated

const inBerlin = (at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(owner.zone)
