/** The facts of the planted stories, recomputed from the letters and the meetings on every weekday and odd moment. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addressesOfHerOwn, owner, populate, stories } from './index.ts'
import { contactsWith, isHeld, isInvited, type ReadMail, readMessages } from './read-back.ts'

const DAY = 86_400_000

/** A Monday morning in Berlin. */
const monday = Date.UTC(2026, 10, 23, 8)

const small = { messages: 1500, years: 1 }

const moments: readonly (readonly [string, Parameters<typeof populate>[0]])[] = [
  ['five years', { seed: 7, now: monday }],
  ...[0, 1, 2, 3, 4, 5, 6].map(
    (day) => [`a small world, ${day} days after Monday`, { seed: day, now: monday + day * DAY, ...small }] as const,
  ),
  ['a small world after a clock change', { seed: 20, now: Date.UTC(2026, 9, 26, 5), ...small }],
  ['a small world in January', { seed: 21, now: Date.UTC(2027, 0, 5, 11), ...small }],
  ['a small world at midnight', { seed: 22, now: Date.UTC(2026, 5, 30, 22), ...small }],
]

describe.each(moments)('the stories, %s', (_, options) => {
  const { now } = options
  const mailbox = populate(options)
  const mails = readMessages(mailbox)
  const byId = new Map(mails.map((read) => [read.mail.id, read]))
  const meetings = [...mailbox.meetings.values()]

  const contacts = (address: string) => contactsWith(address, { mails, mailbox, now })
  const daysAgo = (at: number) => (now - at) / DAY
  const thread = ({ mail }: ReadMail) => mailbox.thread(mail.threadId).flatMap(({ id }) => byId.get(id) ?? [])
  const namesOf = (address: string) => [
    ...new Set(mails.filter(({ from }) => from === address).map(({ fromName }) => fromName)),
  ]

  test('the mentor was there every three weeks for four years, and last nine to ten weeks ago', () => {
    const { times, mails, first, last } = contacts(stories.quietMentor.address)
    expect(daysAgo(first)).toBeGreaterThan(4 * 365)
    expect(daysAgo(last)).toBeGreaterThan(63)
    expect(daysAgo(last)).toBeLessThan(70)
    expect(median(gapsInDays(times))).toBeGreaterThan(18)
    expect(median(gapsInDays(times))).toBeLessThan(24)
    expect(Math.max(...gapsInDays(times))).toBeLessThan(daysAgo(last))
    expect(mails.at(-1)?.kind).toBe('sent')
  })

  test('a letter of twelve days ago waits; the colleague’s others were answered within two days', () => {
    const { mails, last } = contacts(stories.owedReply.address)
    const owed = mails.at(-1)
    expect(owed?.kind).toBe('received')
    expect(owed?.mail.recipients).toEqual([owner.address])
    expect(Math.abs(daysAgo(last) - 12)).toBeLessThan(1)
    const delays = mails
      .filter(({ kind, mail }) => kind === 'received' && mail.header('in-reply-to') === '' && mail !== owed?.mail)
      .map(({ mail, at }) => (thread(mail).find((one) => one.isSent)?.at ?? now) - at)
    expect(delays.length).toBeGreaterThan(5)
    expect(Math.max(...delays)).toBeLessThan(2 * DAY)
  })

  test('the new acquaintance wrote once, was answered once and met once, last week', () => {
    const { mails, met } = contacts(stories.firstMeeting.address)
    expect(mails.map(({ kind }) => kind)).toEqual(['received', 'sent'])
    expect(met.map(({ invitees }) => invitees.length)).toEqual([2])
    const ago = daysAgo(met[0]?.startsAt ?? now)
    expect(ago).toBeGreaterThan(4.2)
    expect(ago).toBeLessThan(6.8)
  })

  test('the friend’s old address bounces, and the same name writes from a new one', () => {
    const { address, otherAddress, name } = stories.newCompany
    const before = contacts(address)
    const bounced = before.mails.at(-1)
    expect(bounced?.kind).toBe('sent')
    expect(Math.abs(daysAgo(bounced?.at ?? 0) - 42)).toBeLessThan(4)
    expect(Math.abs(daysAgo(before.times.at(-2) ?? 0) - 122)).toBeLessThan(3)
    const [, bounce] = bounced === undefined ? [] : thread(bounced.mail)
    expect(bounce?.header('x-failed-recipients')).toBe(address)
    expect(bounce?.header('return-path')).toBe('<>')
    const after = contacts(otherAddress)
    expect(after.mails.map(({ kind }) => kind)).toEqual(['received', 'sent'])
    expect(daysAgo(after.first)).toBeGreaterThan(14)
    expect(daysAgo(after.first)).toBeLessThan(21)
    expect([namesOf(address), namesOf(otherAddress)]).toEqual([[name], [name]])
  })

  test('the one who never answers was written to four times within a year', () => {
    const { mails, met, first } = contacts(stories.neverAnswers.address)
    expect(mails.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'sent'])
    expect(met).toEqual([])
    expect(daysAgo(first)).toBeLessThan(365)
  })

  test('the overdue one has a lunch in next week’s calendar', () => {
    const { times, last, booked } = contacts(stories.alreadyBooked.address)
    expect(daysAgo(last)).toBeGreaterThan(1.5 * median(gapsInDays(times)))
    expect(booked.map(({ invitees }) => invitees.length)).toEqual([2])
    const lunch = inBerlin(booked[0]?.startsAt ?? 0)
    const nextWeek = inBerlin(now).add({ days: 7 })
    expect([lunch.yearOfWeek, lunch.weekOfYear]).toEqual([nextWeek.yearOfWeek, nextWeek.weekOfYear])
  })

  test('the dormant tie was weekly for a year and a half, and silent for fourteen months', () => {
    const { times, first, last } = contacts(stories.dormantTie.address)
    expect(Math.abs(daysAgo(last) - 425)).toBeLessThan(2)
    expect((last - first) / DAY).toBeGreaterThan(500)
    expect(new Set(times.map((at) => Math.floor(at / (7 * DAY)))).size).toBeGreaterThan(60)
  })

  test('the newsletter is never without its mark and never answered', () => {
    const { mails, met } = contacts(stories.newsletterWriter.address)
    expect(mails.length).toBeGreaterThan(50)
    expect(mails.filter(({ kind }) => kind === 'sent')).toEqual([])
    expect(mails.filter(({ mail }) => mail.header('list-unsubscribe') === '')).toEqual([])
    expect(namesOf(stories.newsletterWriter.address)).toEqual([stories.newsletterWriter.name])
    expect(met).toEqual([])
  })

  test('the close tie is in touch every week, and was three days ago', () => {
    const { times, last } = contacts(stories.inRhythm.address)
    expect(Math.abs(daysAgo(last) - 3)).toBeLessThan(1)
    expect(Math.abs(median(gapsInDays(times)) - 7)).toBeLessThan(1.5)
  })

  test('the colleague of the last job was only ever seen in stand-ups of seven', () => {
    const { address } = stories.standUpOnly
    expect(mails.filter(({ mail }) => mail.headers.includes(address))).toEqual([])
    const standUps = meetings.filter((meeting) => isInvited(meeting, address))
    expect(standUps.length).toBeGreaterThan(100)
    expect(standUps.filter(({ invitees, seriesId }) => invitees.length !== 7 || seriesId === null)).toEqual([])
  })

  test('the client answered until she wrote twice in vain', () => {
    const { mails, last } = contacts(stories.unansweredClient.address)
    const lastAnswer = mails.findLastIndex(({ kind }) => kind === 'received')
    expect(lastAnswer).toBeGreaterThan(20)
    const inVain = mails.slice(lastAnswer).filter(({ mail }) => mail.isSent && mail.header('in-reply-to') === '')
    expect(inVain.length).toBe(2)
    expect(daysAgo(last)).toBeGreaterThan(70)
  })

  test('the owner was away for three weeks, wrote nothing and met nobody', () => {
    const exclusion = meetings.find(
      ({ type, startsAt, endsAt }) => type === 'outOfOffice' && endsAt - startsAt > 10 * DAY && daysAgo(endsAt) < 50,
    )
    const [from = 0, to = 0] = [exclusion?.startsAt, exclusion?.endsAt]
    expect(Math.round((to - from) / DAY)).toBe(21)
    expect(daysAgo(to)).toBeGreaterThan(35)
    const isWithin = (at: number, until: number) => at >= from && at < until
    const sentAt = mails.filter(({ isSent }) => isSent).map(({ at }) => at)
    expect(sentAt.filter((at) => isWithin(at, to))).toEqual([])
    expect(sentAt.filter((at) => isWithin(at, to + 7 * DAY)).length).toBeGreaterThan(0)
    expect(meetings.filter((meeting) => isWithin(meeting.startsAt, to) && isHeld(meeting, mailbox))).toEqual([])
  })

  test.each([stories.roleAddress, stories.salesTool])('$title: letters go both ways, lately too', ({ address }) => {
    const { mails, last } = contacts(address)
    expect(mails.filter(({ kind }) => kind === 'sent').length).toBeGreaterThan(5)
    expect(mails.filter(({ kind }) => kind === 'received').length).toBeGreaterThan(5)
    expect(mails.at(-1)?.kind).toBe('sent')
    expect(daysAgo(last)).toBeLessThan(14)
  })

  test('every letter of the sales tool offers to unsubscribe', () => {
    const theirs = contacts(stories.salesTool.address).mails.filter(({ kind }) => kind === 'received')
    expect(theirs.filter(({ mail }) => mail.header('list-unsubscribe') === '')).toEqual([])
  })

  test('the namesakes are both in touch, and once on one thread', () => {
    const { address, otherAddress } = stories.namesakes
    const [one, other] = [contacts(address), contacts(otherAddress)]
    expect(Math.max(daysAgo(one.last), daysAgo(other.last))).toBeLessThan(16)
    const threads = new Set(one.mails.filter(({ kind }) => kind === 'received').map(({ mail }) => mail.mail.threadId))
    const shared = other.mails.filter(({ kind, mail }) => kind === 'received' && threads.has(mail.mail.threadId))
    expect(shared.length).toBe(1)
    expect([namesOf(address), namesOf(otherAddress)]).toEqual([['Lopez, Maria (Berlin)'], ['Maria Lopez']])
  })

  test('the publisher’s letters are handed in by her assistant, or written in his name', () => {
    const { address, name } = stories.assistant
    const theirs = contacts(address).mails.filter(({ kind }) => kind === 'received')
    expect(theirs.length).toBeGreaterThan(10)
    expect(theirs.filter(({ mail }) => !mail.header('sender').includes('Brandsma'))).toEqual([])
    const byHim = mails.filter(({ fromName }) => fromName.endsWith(`on behalf of ${name}`))
    expect(byHim.map(({ header }) => header('reply-to').includes(address))).toEqual([true, true, true])
    expect(mails.filter(({ recipients }) => recipients.includes('p.brandsma@deltaverlag.example'))).toEqual([])
  })

  test('the one beside the list writes to her and the list, and reaches her through it', () => {
    const theirs = contacts(stories.besideList.address).mails
    const received = theirs.filter(({ kind }) => kind === 'received')
    expect(received.length).toBeGreaterThan(5)
    const isThroughList = received.map(
      ({ mail }) => mail.header('list-id') !== '' && mail.recipients.includes(owner.address),
    )
    expect(new Set(isThroughList)).toEqual(new Set([true]))
    expect(theirs.some(({ kind }) => kind === 'sent')).toBe(true)
  })

  test('the one who moved quietly fell silent at one firm before the first letter from the other', () => {
    const [before, after] = [contacts(stories.movedQuietly.address), contacts(stories.movedQuietly.otherAddress)]
    expect(Math.min(before.times.length, after.times.length)).toBeGreaterThan(8)
    expect((after.first - before.last) / DAY).toBeGreaterThan(30)
  })

  test('what was written to the workshop is answered from home', () => {
    const { address, otherAddress } = stories.answersFromHome
    const fromHome = contacts(otherAddress).mails
    expect(fromHome.map(({ kind }) => kind)).toEqual(['received', 'received', 'received', 'received'])
    const sent = mails.filter(({ isSent, recipients }) => isSent && recipients.includes(address))
    const asked = new Set(sent.map(({ header }) => header('message-id')))
    expect(fromHome.filter(({ mail }) => !asked.has(mail.header('in-reply-to')))).toEqual([])
  })

  test('nobody else bears a name of the stories', () => {
    const cast = new Map<string, readonly (string | null)[]>(
      Object.values(stories).map(({ name, address, otherAddress }) => [
        name,
        name === owner.name ? [address, otherAddress, addressesOfHerOwn.elsewhere] : [address, otherAddress],
      ]),
    )
    const others = mails.filter(({ from, fromName }) => {
      const known = cast.get(fromName.replace(/ (?:\(.*\)|via .*)$/, ''))
      return known !== undefined && !known.includes(from)
    })
    expect(others).toEqual([])
  })
})

/** Days between contacts, what lies within two days being one. */
const gapsInDays = (times: readonly number[]): readonly number[] =>
  times.map((at, index) => (at - (times[index - 1] ?? at)) / DAY).filter((gap) => gap > 2)

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

const inBerlin = (at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(owner.zone)
