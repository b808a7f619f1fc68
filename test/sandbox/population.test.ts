/** The population is what it says: told apart from its generator, from the letters and the meetings alone. */
import { decodeWords } from 'postal-mime'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { parseAddresses } from '../../src/model/address.ts'
import { owner, populate, stories } from './population/index.ts'
import type { Letter, Mailbox, Meeting } from './world.ts'

const DAY = 86_400_000

/** A Monday morning in Berlin. */
const monday = Date.UTC(2026, 10, 23, 8)

interface Scene {
  readonly now: number
  readonly mailbox: Mailbox
  /** Newest first. */
  readonly letters: readonly Letter[]
}

const scene = (options: Parameters<typeof populate>[0]): Scene => {
  const mailbox = populate(options)
  return { now: options.now, mailbox, letters: mailbox.newestFirst }
}

const small = { messages: 1500, years: 1 }

const standard = scene({ seed: 7, now: monday })

/** Every weekday, a day after the clocks changed, the first days of a year, midnight. */
const scenes: readonly (readonly [string, Scene])[] = [
  ['five years', standard],
  ...[0, 1, 2, 3, 4, 5, 6].map(
    (day) => [`a small world, ${day} days later`, scene({ seed: day, now: monday + day * DAY, ...small })] as const,
  ),
  ['a small world after a clock change', scene({ seed: 20, now: Date.UTC(2026, 9, 26, 5), ...small })],
  ['a small world in January', scene({ seed: 21, now: Date.UTC(2027, 0, 5, 11), ...small })],
  ['a small world at midnight', scene({ seed: 22, now: Date.UTC(2026, 5, 30, 22), ...small })],
  ['a large world', scene({ seed: 23, now: monday, messages: 50_000 })],
]

describe('how much there is', () => {
  test('five years hold 20,000 letters and 2,000 events', () => {
    expect(standard.letters.length).toBeGreaterThanOrEqual(20_000)
    expect(standard.mailbox.meetings.size).toBeGreaterThanOrEqual(2000)
    const oldest = standard.letters.at(-1)?.at ?? 0
    expect((standard.now - oldest) / DAY).toBeGreaterThan(5 * 365 - 10)
  })

  test.each([
    [1500, 1],
    [5000, 2],
    [30_000, 5],
  ])('%i letters are as many as were asked for', (messages, years) => {
    expect(populate({ seed: 3, now: monday, messages, years }).size).toBe(messages)
  })

  test('around 150 people write letters of their own and are written to', () => {
    const writers = new Set(humanLetters(standard).map(senderOf))
    const readers = new Set(standard.letters.filter(isSent).flatMap(recipientsOf))
    const both = [...writers].filter((address) => readers.has(address))
    expect(both.length).toBeGreaterThan(120)
    expect(both.length).toBeLessThan(200)
  })

  test.each(scenes)('machines write between 55 and 75 of 100 letters received: %s', (_, world) => {
    const received = world.letters.filter(isReceived)
    const share = received.filter(isAutomated).length / received.length
    expect(share).toBeGreaterThan(0.55)
    expect(share).toBeLessThan(0.75)
  })

  test('the owner writes from both of her addresses', () => {
    const from = new Set(standard.letters.filter(isSent).map(senderOf))
    expect([...from].sort()).toEqual([owner.address, ...owner.aliases].sort())
  })
})

describe('the same again', () => {
  const told = ({ mailbox }: Pick<Scene, 'mailbox'>) =>
    JSON.stringify([mailbox.newestFirst, [...mailbox.meetings.values()]])

  test('one seed and one moment make one world', () => {
    expect(told(scene({ seed: 5, now: monday, ...small }))).toBe(told(scene({ seed: 5, now: monday, ...small })))
  })

  test('another seed makes another world', () => {
    expect(told(scene({ seed: 6, now: monday, ...small }))).not.toBe(told(scene({ seed: 5, now: monday, ...small })))
  })

  test('an hour later the same letters came an hour later', () => {
    const [before, after] = [monday, monday + 7 * DAY].map((now) => scene({ seed: 5, now, ...small }))
    const subjects = (world: Scene | undefined) => world?.letters.map((letter) => header(letter, 'Subject')).sort()
    expect(subjects(after)?.length).toBe(subjects(before)?.length)
  })
})

describe('letters', () => {
  test.each(scenes)('answers name a letter of their own thread that came before: %s', (_, { mailbox, letters }) => {
    const byMessageId = new Map(letters.map((letter) => [header(letter, 'Message-ID'), letter]))
    expect(byMessageId.size).toBe(letters.length)
    const answers = letters.filter((letter) => header(letter, 'In-Reply-To') !== '')
    expect(answers.length).toBeGreaterThan(100)
    for (const answer of answers) {
      const answered = byMessageId.get(header(answer, 'In-Reply-To'))
      expect(answered?.threadId).toBe(answer.threadId)
      expect(answered?.at).toBeLessThan(answer.at)
      const references = header(answer, 'References').split(' ')
      expect(references.at(-1)).toBe(header(answer, 'In-Reply-To'))
      for (const reference of references) expect(byMessageId.get(reference)?.threadId).toBe(answer.threadId)
    }
    for (const { threadId } of letters) expect(mailbox.thread(threadId)[0]?.id).toBe(threadId)
  })

  test('ids are 16 hexadecimal digits that rise with time', () => {
    const ids = standard.letters.map(({ id }) => id)
    expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true)
    expect(ids).toEqual(ids.toSorted().reverse())
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(scenes)('every address ends in .example or .test: %s', (_, { letters }) => {
    const strangers = letters.flatMap(({ headers }) =>
      [...headers.matchAll(/@([a-z0-9.-]+)/gi)]
        .map(([, host = '']) => host)
        .filter((host) => !/\.(example|test)$/.test(host)),
    )
    expect(strangers).toEqual([])
  })

  test('headers are ASCII lines with a name, below two kilobytes but for crowds', () => {
    for (const letter of standard.letters) {
      expect(letter.headers).toMatch(/^(?:[A-Za-z-]+:[\x20-\x7e]*\n?)+$/)
      expect(letter.headers.length).toBeLessThan(recipientsOf(letter).length > 10 ? 4096 : 2048)
    }
  })

  test('names that are not ASCII come in encoded words of at most 75 characters, and decode to what they were', () => {
    const lines = standard.letters.map(({ headers }) => headers).join('\n')
    const words = new Set(lines.match(/=\?[^?]+\?[BQ]\?[^?]*\?=/g))
    expect(words.size).toBeGreaterThan(100)
    expect([...words].filter((word) => word.length > 75)).toEqual([])
    const decoded = [...words].map((word) => decodeWords(word)).join('')
    expect(decoded).not.toContain('\uFFFD')
    const names = new Set(
      humanLetters(standard)
        .flatMap((letter) => parseAddresses(header(letter, 'From')))
        .map(({ name }) => name),
    )
    expect([...names].filter((name) => /[^\x20-\x7e]/.test(name)).length).toBeGreaterThan(20)
  })

  test('the owner’s Date shows the hour of her zone', () => {
    for (const letter of standard.letters.filter(isSent).slice(0, 3000)) {
      const offset = header(letter, 'Date').slice(-5)
      const there = Temporal.Instant.fromEpochMilliseconds(letter.at).toZonedDateTimeISO(owner.zone).offset
      expect(offset).toBe(there.replace(':', ''))
    }
  })

  test('there are letters of every kind a reader must tell apart', () => {
    const has = (pattern: RegExp) => standard.letters.filter(({ headers }) => pattern.test(headers)).length
    expect(has(/^Return-Path: <>$/m)).toBeGreaterThan(5)
    expect(has(/^Content-Type: multipart\/report/m)).toBeGreaterThan(3)
    expect(has(/^Content-Type: text\/calendar/m)).toBeGreaterThan(10)
    expect(has(/^Subject: (Invitation|Accepted|Declined|Canceled event): /m)).toBeGreaterThan(50)
    expect(has(/^Auto-Submitted: auto-replied/m)).toBeGreaterThan(10)
    expect(has(/^From: .* via Devs/m)).toBeGreaterThan(50)
    expect(has(/^To: Everybody: .*;$/m)).toBeGreaterThan(1)
    expect(has(/^To: undisclosed-recipients:;$/m)).toBeGreaterThan(1)
    expect(has(/\(Tracker\)" <notifications@/)).toBeGreaterThan(50)
    expect(has(/^Message-Id: /m) * has(/^Message-ID: /m)).toBeGreaterThan(0)
    const labelled = (label: string) => standard.letters.filter(({ labels }) => labels.includes(label)).length
    expect(Math.min(labelled('DRAFT'), labelled('TRASH'), labelled('SPAM'))).toBeGreaterThan(3)
    expect(standard.letters.filter((letter) => recipientsOf(letter).length > 10).length).toBeGreaterThan(10)
  })
})

describe('meetings', () => {
  const all = [...standard.mailbox.meetings.values()]

  test.each(scenes)('nothing is dated after now but booked meetings of the coming weeks: %s', (_, world) => {
    for (const letter of world.letters) {
      expect(letter.at).toBeLessThan(world.now)
      expect(Date.parse(header(letter, 'Date'))).toBeLessThan(world.now)
    }
    const meetings = [...world.mailbox.meetings.values()]
    for (const meeting of meetings) expect(meeting.updatedAt).toBeLessThan(world.now)
    const booked = meetings.filter(({ startsAt }) => startsAt > world.now)
    expect(booked.length).toBeGreaterThan(30)
    for (const { startsAt } of booked) expect(startsAt - world.now).toBeLessThan(30 * DAY)
  })

  test('instances of a series are named after it and their hour', () => {
    for (const { id, seriesId, startsAt, isAllDay } of all) {
      if (seriesId === null) continue
      const stamp = new Date(startsAt).toISOString().replace(/[-:]|\.000/g, '')
      expect(id).toBe(`${seriesId}_${isAllDay ? stamp.slice(0, 8) : stamp}`)
    }
  })

  test('a weekly meeting keeps its local hour across clock changes', () => {
    const focus = all.filter(({ type }) => type === 'focusTime')
    const hours = new Set(focus.map(({ startsAt }) => localHour(startsAt)))
    expect([...hours]).toEqual([9])
  })

  test('whole days begin and end at midnight UTC', () => {
    const wholeDays = all.filter(({ isAllDay }) => isAllDay)
    expect(wholeDays.length).toBeGreaterThan(50)
    for (const { startsAt, endsAt } of wholeDays) expect([startsAt % DAY, endsAt % DAY]).toEqual([0, 0])
  })

  test('organizer and owner are among those invited, and every address is invented', () => {
    for (const { invitees, organizer } of all) {
      for (const { address } of [...invitees, organizer]) expect(address).toMatch(/\.(example|test)$/)
      if (invitees.length === 0) continue
      const addresses = invitees.map(({ address }) => address)
      expect(addresses).toContain(owner.address)
      expect(addresses).toContain(organizer.address)
      expect(new Set(addresses).size).toBe(addresses.length)
    }
  })

  test('there are meetings of every kind a calendar holds', () => {
    const has = (fits: (meeting: Meeting) => boolean) => all.filter(fits).length
    for (const type of ['default', 'focusTime', 'outOfOffice', 'workingLocation', 'birthday', 'fromGmail']) {
      expect(has((meeting) => meeting.type === type)).toBeGreaterThan(3)
    }
    expect(has(({ invitees }) => invitees.length > 200 && invitees.length < 400)).toBeGreaterThan(20)
    expect(has(({ invitees, seriesId }) => invitees.length === 7 && seriesId !== null)).toBeGreaterThan(1000)
    expect(has(({ invitees }) => invitees.some(({ isResource }) => isResource))).toBeGreaterThan(50)
    expect(has(({ status }) => status === 'cancelled')).toBeGreaterThan(20)
    expect(has(({ status }) => status === 'tentative')).toBeGreaterThan(2)
    expect(has((meeting) => responseOf(meeting) === 'declined')).toBeGreaterThan(20)
    expect(has((meeting) => responseOf(meeting) === 'tentative')).toBeGreaterThan(5)
    expect(has(({ isAllDay, invitees }) => isAllDay && invitees.length > 8)).toBeGreaterThan(3)
  })
})

describe.each(scenes)('the stories, %s', (_, world) => {
  const { now } = world
  const contacts = (address: string) => contactsWith(world, address)
  const daysAgo = (at: number) => (now - at) / DAY

  test('the mentor was there every three weeks for four years, and last nine to ten weeks ago', () => {
    const { times, letters, first, last } = contacts(stories.quietMentor.address)
    expect(daysAgo(first)).toBeGreaterThan(4 * 365)
    expect(daysAgo(last)).toBeGreaterThan(63)
    expect(daysAgo(last)).toBeLessThan(70)
    expect(median(gapsInDays(times))).toBeGreaterThan(18)
    expect(median(gapsInDays(times))).toBeLessThan(24)
    expect(Math.max(...gapsInDays(times))).toBeLessThan(daysAgo(last))
    expect(letters.at(-1)?.kind).toBe('sent')
  })

  test('the former colleague’s letter of twelve days ago is the only one she has not answered within two days', () => {
    const { letters, last } = contacts(stories.owedReply.address)
    const owed = letters.at(-1)
    expect(owed?.kind).toBe('received')
    expect(owed?.at).toBe(last)
    expect(Math.abs(daysAgo(last) - 12)).toBeLessThan(1)
    const delays = letters.slice(0, -1).flatMap(({ kind, letter, at }) => {
      if (kind !== 'received' || header(letter, 'In-Reply-To') !== '') return []
      const answer = world.mailbox.thread(letter.threadId).find((one) => isSent(one) && one.at > at)
      return answer === undefined ? [Number.POSITIVE_INFINITY] : [(answer.at - at) / DAY]
    })
    expect(delays.length).toBeGreaterThan(8)
    expect(Math.max(...delays)).toBeLessThan(2)
  })

  test('the new acquaintance wrote once, was answered once and met once, last week', () => {
    const { letters, met } = contacts(stories.firstMeeting.address)
    expect(letters.map(({ kind }) => kind)).toEqual(['received', 'sent'])
    expect(met.map(({ invitees }) => invitees.length)).toEqual([2])
    const ago = daysAgo(met[0]?.startsAt ?? now)
    expect(ago).toBeGreaterThan(4.2)
    expect(ago).toBeLessThan(6.8)
  })

  test('the friend’s old address bounces, and the same name writes from a new one', () => {
    const { address, otherAddress, name } = stories.newCompany
    const before = contacts(address)
    const bounced = before.letters.at(-1)
    expect(bounced?.kind).toBe('sent')
    const thread = world.mailbox.thread(bounced?.letter.threadId ?? '')
    expect(thread.map((letter) => header(letter, 'X-Failed-Recipients'))).toEqual(['', address])
    expect(thread[1]?.headers).toMatch(/^Return-Path: <>$/m)
    expect(Math.abs(daysAgo(bounced?.at ?? 0) - 42)).toBeLessThan(4)
    expect(Math.abs(daysAgo(before.times.at(-2) ?? 0) - 122)).toBeLessThan(3)
    const after = contacts(otherAddress)
    expect(after.letters.map(({ kind }) => kind)).toEqual(['received', 'sent'])
    expect(daysAgo(after.first)).toBeGreaterThan(14)
    expect(daysAgo(after.first)).toBeLessThan(21)
    expect(displayNames(world, otherAddress)).toEqual([name])
    expect(displayNames(world, address)).toEqual([name])
  })

  test('the one who never answers was written to four times within a year', () => {
    const { letters, met, first } = contacts(stories.neverAnswers.address)
    expect(letters.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'sent'])
    expect(met).toEqual([])
    expect(daysAgo(first)).toBeLessThan(365)
  })

  test('the overdue one has a lunch in next week’s calendar', () => {
    const { times, last, booked } = contacts(stories.alreadyBooked.address)
    expect(daysAgo(last)).toBeGreaterThan(1.5 * median(gapsInDays(times)))
    expect(booked.map(({ invitees }) => invitees.length)).toEqual([2])
    const lunch = Temporal.Instant.fromEpochMilliseconds(booked[0]?.startsAt ?? 0).toZonedDateTimeISO(owner.zone)
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(owner.zone)
    const nextWeek = today.subtract({ days: today.dayOfWeek - 1 }).add({ days: 7 })
    expect([lunch.yearOfWeek, lunch.weekOfYear]).toEqual([nextWeek.yearOfWeek, nextWeek.weekOfYear])
  })

  test('the dormant tie was weekly for a year and a half, and silent for fourteen months', () => {
    const { times, first, last } = contacts(stories.dormantTie.address)
    expect(Math.abs(daysAgo(last) - 425)).toBeLessThan(2)
    expect((last - first) / DAY).toBeGreaterThan(500)
    expect(new Set(times.map((at) => Math.floor(at / (7 * DAY)))).size).toBeGreaterThan(60)
  })

  test('the newsletter is never without its mark and never answered', () => {
    const { letters, met } = contacts(stories.newsletterWriter.address)
    expect(letters.length).toBeGreaterThan(50)
    for (const { kind, letter } of letters) {
      expect(kind).toBe('received')
      expect(header(letter, 'List-Unsubscribe')).not.toBe('')
      expect(parseAddresses(header(letter, 'From'))[0]?.name).toBe(stories.newsletterWriter.name)
    }
    expect(met).toEqual([])
  })

  test('the close tie is in touch every week, and was three days ago', () => {
    const { times, last } = contacts(stories.inRhythm.address)
    expect(Math.abs(daysAgo(last) - 3)).toBeLessThan(1)
    expect(Math.abs(median(gapsInDays(times)) - 7)).toBeLessThan(1.5)
  })

  test('the colleague of the last job was only ever seen in stand-ups', () => {
    const { name, address } = stories.standUpOnly
    const mentions = world.letters.filter(({ headers }) => headers.includes(address))
    expect(mentions).toEqual([])
    expect(displayNames(world, address)).toEqual([])
    const standUps = [...world.mailbox.meetings.values()].filter((meeting) => isInvited(meeting, address))
    expect(standUps.length).toBeGreaterThan(100)
    for (const { invitees, seriesId } of standUps) {
      expect(invitees.length).toBe(7)
      expect(seriesId).not.toBeNull()
      expect(invitees.find((invitee) => invitee.address === address)?.name).toBe(name)
    }
  })

  test('the client answered until she wrote twice in vain', () => {
    const { letters, last } = contacts(stories.unansweredClient.address)
    const lastAnswer = letters.findLastIndex(({ kind }) => kind === 'received')
    expect(lastAnswer).toBeGreaterThan(20)
    const since = letters.slice(lastAnswer + 1)
    const newThreads = since.filter(({ letter }) => header(letter, 'In-Reply-To') === '')
    expect(newThreads.map(({ kind }) => kind)).toEqual(['sent', 'sent'])
    expect(daysAgo(last)).toBeGreaterThan(70)
  })

  test('the owner was away for three weeks, wrote nothing and met nobody', () => {
    const absence = [...world.mailbox.meetings.values()].find(
      ({ type, startsAt, endsAt }) =>
        type === 'outOfOffice' && endsAt <= now && endsAt > now - 50 * DAY && endsAt - startsAt > 10 * DAY,
    )
    const [from = 0, to = 0] = [absence?.startsAt, absence?.endsAt]
    expect(Math.round((to - from) / DAY)).toBe(21)
    expect(world.letters.filter((letter) => isSent(letter) && letter.at >= from && letter.at < to)).toEqual([])
    const attended = [...world.mailbox.meetings.values()].filter(
      (meeting) => meeting.startsAt >= from && meeting.startsAt < to && isHeld(meeting),
    )
    expect(attended).toEqual([])
    expect(world.letters.some((letter) => isSent(letter) && letter.at >= to && letter.at < to + 7 * DAY)).toBe(true)
  })

  test.each([stories.roleAddress, stories.salesTool])('$title: letters go both ways, lately too', ({ address }) => {
    const { letters, last } = contacts(address)
    expect(letters.filter(({ kind }) => kind === 'sent').length).toBeGreaterThan(5)
    expect(letters.filter(({ kind }) => kind === 'received').length).toBeGreaterThan(5)
    expect(letters.at(-1)?.kind).toBe('sent')
    expect(daysAgo(last)).toBeLessThan(14)
  })

  test('every letter of the sales tool offers to unsubscribe', () => {
    const { letters } = contacts(stories.salesTool.address)
    const theirs = letters.filter(({ kind }) => kind === 'received')
    expect(theirs.every(({ letter }) => header(letter, 'List-Unsubscribe') !== '')).toBe(true)
  })

  test('the namesakes are both in touch, and once on one thread', () => {
    const { address, otherAddress } = stories.namesakes
    const [one, other] = [contacts(address), contacts(otherAddress)]
    expect(Math.max(daysAgo(one.last), daysAgo(other.last))).toBeLessThan(16)
    const threads = new Set(one.letters.filter(({ kind }) => kind === 'received').map(({ letter }) => letter.threadId))
    const shared = other.letters.filter(({ kind, letter }) => kind === 'received' && threads.has(letter.threadId))
    expect(shared.length).toBe(1)
    expect(displayNames(world, address)).toEqual(['Lopez, Maria (Berlin)'])
    expect(displayNames(world, otherAddress)).toEqual(['Maria Lopez'])
  })

  test('nobody else bears a name of the stories', () => {
    const cast = new Map<string, readonly (string | null)[]>(
      Object.values(stories).map(({ name, address, otherAddress }) => [name, [address, otherAddress]]),
    )
    for (const letter of world.letters) {
      for (const { name, spelling } of parseAddresses(header(letter, 'From'))) {
        const known = cast.get(name.replace(/ (?:\(.*\)|via .*)$/, ''))
        if (known !== undefined) expect(known).toContain(spelling)
      }
    }
  })
})

interface Contact {
  readonly kind: 'sent' | 'received'
  readonly at: number
  readonly letter: Letter
}

interface Contacts {
  /** Oldest first, and so are the meetings. */
  readonly letters: readonly Contact[]
  readonly met: readonly Meeting[]
  readonly booked: readonly Meeting[]
  /** When they were in touch by letter or in person, oldest first. */
  readonly times: readonly number[]
  readonly first: number
  readonly last: number
}

/** Everything between the owner and one address, whoever else was on it. */
const contactsWith = ({ letters, mailbox, now }: Scene, address: string): Contacts => {
  const between = letters
    .flatMap((letter): Contact[] => {
      if (isSent(letter)) return recipientsOf(letter).includes(address) ? [{ kind: 'sent', at: letter.at, letter }] : []
      return senderOf(letter) === address ? [{ kind: 'received', at: letter.at, letter }] : []
    })
    .reverse()
  const meetings = [...mailbox.meetings.values()]
    .filter((meeting) => isInvited(meeting, address) && isHeld(meeting))
    .sort((a, b) => a.startsAt - b.startsAt)
  const met = meetings.filter(({ startsAt }) => startsAt <= now)
  const times = [...between.map(({ at }) => at), ...met.map(({ startsAt }) => startsAt)].sort((a, b) => a - b)
  return {
    letters: between,
    met,
    booked: meetings.filter(({ startsAt }) => startsAt > now),
    times,
    first: times[0] ?? Number.NaN,
    last: times.at(-1) ?? Number.NaN,
  }
}

/** Days between contacts, what lies within two days being one. */
const gapsInDays = (times: readonly number[]): readonly number[] =>
  times.flatMap((at, index) => {
    const gap = (at - (times[index - 1] ?? at)) / DAY
    return gap > 2 ? [gap] : []
  })

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const displayNames = ({ letters }: Scene, address: string): readonly string[] => [
  ...new Set(
    letters
      .flatMap((letter) => parseAddresses(header(letter, 'From')))
      .filter(({ spelling }) => spelling === address)
      .map(({ name }) => name),
  ),
]

const header = ({ headers }: Letter, name: string): string => {
  const start = `\n${headers}`.toLowerCase().indexOf(`\n${name.toLowerCase()}: `)
  if (start < 0) return ''
  const end = headers.indexOf('\n', start)
  return headers.slice(start + name.length + 2, end < 0 ? undefined : end)
}

const isSent = ({ labels }: Letter): boolean => labels.includes('SENT')

const isReceived = (letter: Letter): boolean => !isSent(letter) && !letter.labels.includes('DRAFT')

const senderOf = (letter: Letter): string => parseAddresses(header(letter, 'From'))[0]?.spelling ?? ''

const recipientsOf = (letter: Letter): readonly string[] =>
  ['To', 'Cc'].flatMap((name) => parseAddresses(header(letter, name))).map(({ spelling }) => spelling)

const marksOfMachines = [
  /^(?:List-(?:Id|Unsubscribe-Post|Post)|Precedence|Feedback-ID|X-Auto-Response-Suppress|Content-Class|X-CI-Project):/im,
  /^Auto-Submitted: auto/im,
  /^Return-Path: <>/m,
  /^Content-Type: text\/calendar/m,
  /^X-Mailer: Outreach Desk/m,
  /^From: .*\b(?:no-?reply|donotreply|auto-confirm|buchung|rechnung|reservierung|tickets|billing|info|support|office|invitations|notification)@/m,
]

const isAutomated = ({ headers, labels }: Letter): boolean =>
  labels.includes('SPAM') || marksOfMachines.some((mark) => mark.test(headers))

const humanLetters = ({ letters }: Scene): readonly Letter[] =>
  letters.filter((letter) => isReceived(letter) && !isAutomated(letter))

const isInvited = ({ invitees }: Meeting, address: string): boolean =>
  invitees.some((invitee) => invitee.address === address)

const responseOf = (meeting: Meeting) => meeting.invitees.find(({ address }) => address === owner.address)?.response

const isHeld = (meeting: Meeting): boolean =>
  meeting.status !== 'cancelled' && meeting.type === 'default' && responseOf(meeting) === 'accepted'

const localHour = (at: number): number => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(owner.zone).hour
