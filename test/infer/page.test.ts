import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inferFromEvents, inferFromMessages } from '../../src/infer/page.ts'
import { type CanonicalAddress, mailbox, parseAddresses } from '../../src/model/address.ts'
import { decisiveStrength, type LeftOutCode, strongerEvidence } from '../../src/model/automation.ts'
import type { Attendee, CalendarEvent } from '../../src/model/event.ts'
import type { Message } from '../../src/model/message.ts'
import type { Instant } from '../../src/model/time.ts'

const now = 1_790_000_000 as Instant
const ann = 'ann@example.org' as CanonicalAddress
const reader = { own: new Set([ann]), now }

const mail = (fields: {
  readonly from?: string
  readonly to?: string
  readonly cc?: string
  readonly box?: Message['box']
  readonly headers?: Message['headers']
  readonly receivedAt?: number
}): Message => ({
  id: 'm1',
  threadId: 't1',
  messageId: null,
  receivedAt: (fields.receivedAt ?? now - 3600) as Instant,
  box: fields.box ?? 'received',
  from: parseAddresses(fields.from ?? 'Bo Ek <bo@example.com>')[0] ?? null,
  to: parseAddresses(fields.to ?? 'ann@example.org'),
  cc: parseAddresses(fields.cc ?? ''),
  bcc: [],
  headers: fields.headers ?? [],
})

const kinds = (message: Message) =>
  inferFromMessages([message], reader).interactions.map(({ who, kind }) => `${kind} ${who.address}`)

const people = (count: number): string =>
  Array.from({ length: count }, (_, index) => `p${index}@example.com`).join(', ')

describe('letters', () => {
  test('one addressed to others alone is contact only where its headers are at hand: without them, it may be a post to a list', () => {
    const post = { to: 'choir@lists.example.net' }
    expect(kinds(mail(post))).toEqual(['seen bo@example.com', 'seen choir@lists.example.net'])
    expect(kinds(mail({ ...post, headers: [['To', 'cy@example.com']] }))).toContain('received bo@example.com')
  })

  test('one from a person to the user is contact', () => {
    expect(kinds(mail({}))).toEqual(['received bo@example.com'])
  })

  test('one the user sent is contact with everybody in To', () => {
    expect(kinds(mail({ box: 'sent', from: 'ann@example.org', to: 'bo@example.com, cy@example.com' }))).toEqual([
      'sent bo@example.com',
      'sent cy@example.com',
    ])
  })

  test('a copy among more than three is no contact, only a sign of life', () => {
    const message = mail({
      box: 'sent',
      from: 'ann@example.org',
      to: 'bo@example.com, cy@example.com, di@example.com',
      cc: 'ed@example.com',
    })
    expect(kinds(message)).toContain('seen ed@example.com')
    expect(kinds(mail({ box: 'sent', from: 'ann@example.org', to: 'bo@example.com', cc: 'ed@example.com' }))).toContain(
      'sent ed@example.com',
    )
  })

  test('more than ten recipients are a crowd, more than thirty say nothing', () => {
    expect(kinds(mail({ to: `ann@example.org, ${people(10)}` }))[0]).toBe('seen bo@example.com')
    expect(kinds(mail({ to: `ann@example.org, ${people(9)}` }))[0]).toBe('received bo@example.com')
    expect(kinds(mail({ to: `ann@example.org, ${people(30)}` }))).toEqual([])
  })

  test('others on a letter to the user are seen', () => {
    expect(kinds(mail({ to: 'ann@example.org, cy@example.com' }))).toEqual([
      'received bo@example.com',
      'seen cy@example.com',
    ])
  })

  test('each says where it stood whom it was for', () => {
    const roles = (message: Message) =>
      inferFromMessages([message], reader).interactions.map(({ who, role }) => `${who.address} ${role}`)
    expect(roles(mail({ to: 'ann@example.org', cc: 'cy@example.com' }))).toEqual([
      'bo@example.com to',
      'cy@example.com cc',
    ])
    expect(roles(mail({ to: 'cy@example.com', cc: 'ann@example.org' }))[0]).toBe('bo@example.com cc')
    expect(roles(mail({ to: people(12) }))[0]).toBe('bo@example.com from')
    const sent = mail({ box: 'sent', from: 'ann@example.org', to: 'bo@example.com', cc: 'cy@example.com' })
    expect(roles({ ...sent, bcc: parseAddresses('di@example.com') })).toEqual([
      'bo@example.com to',
      'cy@example.com cc',
      'di@example.com bcc',
    ])
  })

  test('one that names what it answers says so; its name is what every mailbox calls it', () => {
    const told = (message: Message) => inferFromMessages([message], reader).interactions[0]
    expect(told(mail({}))).toMatchObject({ isAnswer: false, thread: 't1' })
    expect(told(mail({ headers: [['In-Reply-To', '<a@b>']] }))).toMatchObject({ isAnswer: true })
    expect(told({ ...mail({}), messageId: 'a@b' })?.message).toBe('a@b')
    const nameless = (id: string) => ({ ...mail({ headers: [['Date', 'Mon, 2 Nov 2026 10:11:12 +0100']] }), id })
    expect(told(nameless('m1'))?.message).toBe(told(nameless('m2'))?.message)
    expect(told({ ...mail({}), id: 'm3' })?.message).toBe('m3')
  })

  test('a note to oneself is nothing', () => {
    expect(kinds(mail({ box: 'sent', from: 'ann@example.org', to: 'ann@example.org' }))).toEqual([])
    expect(kinds(mail({ from: 'ann@example.org' }))).toEqual([])
  })

  test('an address the user sends from is theirs, in the same page already', () => {
    const inferred = inferFromMessages(
      [
        mail({ box: 'sent', from: 'Ann Berg <ann@work.example>', to: 'bo@example.com' }),
        mail({ from: 'bo@example.com', to: 'ann@work.example, p1@example.com, p2@example.com, p3@example.com' }),
      ],
      reader,
    )
    expect(inferred.aliases).toEqual(['ann@work.example'])
    expect(inferred.signature).toBe('Ann Berg')
    expect(inferred.interactions.map(({ who, kind }) => `${kind} ${who.address}`)).toContain('received bo@example.com')
    expect(inferred.interactions.some(({ who }) => who.address === 'ann@work.example')).toBe(false)
  })

  test.each<[string, Message, LeftOutCode]>([
    ['no sender', mail({ from: '' }), 'no_sender'],
    ['a date in 1970', mail({ receivedAt: 0 }), 'impossible_date'],
    ['a date in 2099', mail({ receivedAt: 4_070_908_800 }), 'impossible_date'],
    [
      'a newsletter',
      mail({
        headers: [
          ['List-Unsubscribe', '<https://x.example>'],
          ['Feedback-ID', '1:2:campaign:x'],
        ],
      }),
      'unsubscribe_header',
    ],
    [
      'the user’s own away note',
      mail({
        box: 'sent',
        from: 'ann@example.org',
        to: 'bo@example.com',
        headers: [['Auto-Submitted', 'auto-replied']],
      }),
      'auto_submitted',
    ],
  ])('%s is left out, with its reason', (_name, message, reason) => {
    const inferred = inferFromMessages([message], reader)
    expect(inferred.interactions).toEqual([])
    expect(inferred.leftOut.get(reason)).toBe(1)
  })

  test('one strong rule leaves a message in doubt: kept, and marked', () => {
    const headers: Message['headers'] = [['List-Unsubscribe', '<mailto:bo@example.com>']]
    const inferred = inferFromMessages([mail({ headers, cc: 'cy@example.com' })], reader)
    expect(inferred.interactions.map(({ who, kind, isDoubted }) => [who.address, kind, isDoubted])).toEqual([
      ['bo@example.com', 'received', true],
    ])
    expect(inferred.leftOut.size).toBe(0)
  })

  test('a letter to many is none to a few, but says nothing against whoever wrote it', () => {
    expect(kinds(mail({ to: `ann@example.org, ${people(12)}` }))[0]).toBe('seen bo@example.com')
  })

  test('whose messages are left out as automated is remembered, with the evidence; of a made-up address its host', () => {
    const automatedSenders = (...messages: readonly Message[]) => [
      ...inferFromMessages(messages, reader).automatedSenders,
    ]
    expect(automatedSenders(mail({ from: 'no-reply@shop.example' }))).toEqual([
      ['no-reply@shop.example', { code: 'no_reply_name', strength: decisiveStrength }],
    ])
    const made = mail({ from: 'x-0a1b2c3d4e5f60@mail.shop.example', headers: [['List-Unsubscribe', '<x>']] })
    expect(automatedSenders(made).map(([address]) => address)).toEqual(['*@mail.shop.example'])
    const both = [mail({ headers: [['Precedence', 'bulk']] }), mail({ headers: [['Auto-Submitted', 'auto-replied']] })]
    expect(automatedSenders(...both)).toEqual(automatedSenders(...both.toReversed()))
    expect(automatedSenders(mail({ from: 'ann@example.org' }), mail({ from: '' }))).toEqual([])
  })

  test('the evidence against a sender is the same wherever pages end, and in whatever order messages come', () => {
    const kinds: readonly Message['headers'][] = [
      [['Precedence', 'bulk']],
      [['Auto-Submitted', 'auto-replied']],
      [
        ['List-Unsubscribe', '<x>'],
        ['X-Cron-Env', 'x'],
      ],
      [
        ['Errors-To', 'x@y.example'],
        ['X-SG-EID', 'x'],
        ['X-Mailgun-Sid', 'x'],
        ['X-Auto-Response-Suppress', 'All'],
      ],
    ]
    const some = fc.array(fc.constantFrom(...kinds), { minLength: 2, maxLength: 6 })
    const strongestIn = (pages: readonly (readonly Message[])[]) =>
      pages.flatMap((page) => [...inferFromMessages(page, reader).automatedSenders.values()]).reduce(strongerEvidence)
    fc.assert(
      fc.property(some, fc.nat(), (headers, at) => {
        const messages = headers.map((each) => mail({ headers: each }))
        const end = 1 + (at % (messages.length - 1))
        const whole = strongestIn([messages])
        expect(strongestIn([messages.toReversed()])).toEqual(whole)
        expect(strongestIn([messages.slice(end), messages.slice(0, end)])).toEqual(whole)
      }),
    )
  })

  test('what lies in the bin is withdrawn, not counted', () => {
    const inferred = inferFromMessages([mail({ box: 'discarded' })], reader)
    expect(inferred.interactions).toEqual([])
    expect(inferred.withdrawn.map(({ who }) => who.address)).toEqual(['bo@example.com'])
  })

  const listsIn = (message: Message) =>
    inferFromMessages([message], reader).interactions.flatMap(({ who, isThroughList }) =>
      isThroughList ? who.address : [],
    )

  test('a list is known by its headers, where the message went to it', () => {
    const lists = (to: string, box: Message['box'] = 'received') =>
      listsIn(mail({ headers: [['List-Post', '<mailto:devs@lists.example>']], to, box }))
    expect(lists('devs@lists.example')).toEqual(['devs@lists.example'])
    expect(lists('ann@example.org')).toEqual([])
    expect(lists('devs@lists.example', 'discarded')).toEqual([])
  })

  test('what List-Id names is an address only where the letter went there', () => {
    const headers: Message['headers'] = [['List-Id', 'Developers <devs.lists.example>']]
    const lists = (to: string) => listsIn(mail({ headers, to }))
    expect(lists('ann@example.org, devs@lists.example')).toEqual(['devs@lists.example'])
    expect(lists('ann@example.org')).toEqual([])
  })
})

const guest = (address: string, change: Partial<Attendee> = {}): readonly Attendee[] => {
  const who = mailbox('', address)
  return who === null
    ? []
    : [
        {
          address: who,
          response: 'accepted',
          isOrganizer: false,
          isSelf: address === ann,
          isResource: false,
          ...change,
        },
      ]
}

const meeting = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  id: 'e1',
  seriesId: null,
  uid: null,
  originallyAt: null,
  startsAt: (now - 7200) as Instant,
  endsAt: (now - 5400) as Instant,
  isAllDay: false,
  isCancelled: false,
  kind: 'meeting',
  response: 'accepted',
  attendees: [...guest(ann), ...guest('bo@example.com')],
  ...change,
})

const met = (event: CalendarEvent) =>
  inferFromEvents([event], reader).interactions.map(({ who, kind }) => `${kind} ${who.address}`)
const crowdOf = (count: number) => [
  ...guest(ann),
  ...Array.from({ length: count - 1 }, (_, index) => guest(`p${index}@example.com`)).flat(),
]

describe('meetings', () => {
  test('of two are contact', () => {
    expect(met(meeting())).toEqual(['met bo@example.com'])
  })

  test.each([
    ['cancelled', { isCancelled: true }],
    ['declined by the user', { response: 'declined' as const }],
    ['with nobody', { attendees: [] }],
    ['that are focus time', { kind: 'other' as const }],
    ['declined by the other', { attendees: [...guest(ann), ...guest('bo@example.com', { response: 'declined' })] }],
    ['with a room only', { attendees: [...guest(ann), ...guest('room@example.com', { isResource: true })] }],
    ['of 400', { attendees: crowdOf(400) }],
  ])('%s are nothing', (_name, change) => {
    expect(met(meeting(change))).toEqual([])
  })

  test('of more than eight, or standing ones of six, show people and no more', () => {
    expect(met(meeting({ attendees: crowdOf(8) }))[0]).toBe('met p0@example.com')
    expect(met(meeting({ attendees: crowdOf(9) }))[0]).toBe('seen p0@example.com')
    expect(met(meeting({ attendees: crowdOf(6), seriesId: 's' }))[0]).toBe('seen p0@example.com')
    expect(met(meeting({ attendees: crowdOf(5), seriesId: 's' }))[0]).toBe('met p0@example.com')
  })

  test('all day long, or never answered, are no meeting of two people', () => {
    expect(met(meeting({ isAllDay: true }))).toEqual(['seen bo@example.com'])
    expect(met(meeting({ response: 'unanswered' }))).toEqual(['seen bo@example.com'])
  })

  test('say who called them, what the others answered, and what names them in every calendar', () => {
    const told = (change: Partial<CalendarEvent>) => inferFromEvents([meeting(change)], reader).interactions
    const attendees = [
      ...guest(ann),
      ...guest('bo@example.com', { isOrganizer: true }),
      ...guest('cy@example.com', { response: 'unanswered' }),
    ]
    expect(told({ attendees }).map(({ role, response }) => [role, response])).toEqual([
      ['from', 'accepted'],
      ['to', 'unanswered'],
    ])
    const instance = { uid: 'u1', seriesId: 's', originallyAt: (now - 7200) as Instant }
    const [one] = told(instance)
    const [other] = told({
      ...instance,
      id: 'elsewhere',
      seriesId: 'named otherwise',
      startsAt: (now - 3600) as Instant,
    })
    expect([other?.message, other?.thread]).toEqual([one?.message, one?.thread])
    expect(one).toMatchObject({ thread: 'u1', isRecurring: true })
    expect(told({ ...instance, originallyAt: now })[0]?.message).not.toBe(one?.message)
    // A single meeting that is moved stays the one it was.
    expect(told({ uid: 'u1' })[0]?.message).toBe(told({ uid: 'u1', startsAt: now })[0]?.message)
  })
})

describe('the language of a message', () => {
  const german = [['Subject', 'Wie war dein Urlaub?']] as const
  const languagesOf = (message: Message) =>
    inferFromMessages([message], reader).interactions.map(({ language }) => language ?? null)

  test('is kept where it is between two and begins a conversation', () => {
    expect(languagesOf(mail({ headers: german }))).toEqual(['de'])
    expect(languagesOf(mail({ box: 'sent', from: 'ann@example.org', to: 'bo@example.com', headers: german }))).toEqual([
      'de',
    ])
  })

  test('is not kept of a reply, which bears the subject of another', () => {
    expect(languagesOf(mail({ headers: [['Subject', 'AW: Wie war dein Urlaub?']] }))).toEqual([null])
  })

  test('is not kept where there are others', () => {
    expect(languagesOf(mail({ cc: 'cy@example.com', headers: german }))).toEqual([null, null])
  })

  test('is not kept where the subject does not tell it', () => {
    expect(languagesOf(mail({ headers: [['Subject', 'Openfields']] }))).toEqual([null])
  })
})
