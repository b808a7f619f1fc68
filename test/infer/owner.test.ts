/** Whose addresses are the owner's own, on a message or at a meeting. */
import { describe, expect, test } from 'vitest'
import { inferFromEvents, inferFromMessages } from '../../src/infer/page.ts'
import { canonicalAddress, parseAddresses } from '../../src/model/address.ts'
import type { CalendarEvent } from '../../src/model/event.ts'
import type { Message } from '../../src/model/message.ts'
import type { Instant } from '../../src/model/time.ts'

const now = 1_790_000_000 as Instant
const reader = { own: new Set([canonicalAddress('ada@work.example')].flatMap((address) => address ?? [])), now }
const bo = 'Bo Ek <bo.ek@x.example>'

const mail = (
  to: string,
  change: { readonly from?: string; readonly cc?: string; readonly box?: Message['box'] } = {},
) => ({
  id: 'm1',
  threadId: 't1',
  messageId: null,
  receivedAt: (now - 3600) as Instant,
  box: change.box ?? ('received' as const),
  from: parseAddresses(change.from ?? bo)[0] ?? null,
  to: parseAddresses(to),
  cc: parseAddresses(change.cc ?? ''),
  bcc: [],
  headers: [],
})

/** How Bo was in touch, and with how many others; and who else is told of. */
const told = (...of: Parameters<typeof mail>) =>
  inferFromMessages([mail(...of)], reader).interactions.map(({ kind, who, size, role }) =>
    who.address === 'bo.ek@x.example' ? `${kind} ${role} ${size}` : who.address,
  )

const companions = ['cy@x.example', 'eva@x.example', 'tom@x.example']
const others = companions.join(', ')

describe('a message', () => {
  test.each([
    ['an alias under the owner’s name', 'Ada Berg <a.berg@work.example>', ['received to 1']],
    ['an alias without a name', 'a.berg@work.example', ['received to 1']],
    ['a tag at the owner’s domain', 'ada+club@work.example', ['received to 1']],
    ['an alias beside others', `Ada Berg <a.berg@work.example>, ${others}`, ['received to 4', ...companions]],
  ] as const)('to %s is to the owner', (_what, to, expected) => {
    expect(told(to)).toEqual(expected)
  })

  test('to the owner and another address under the same name is to one person', () => {
    expect(told('Ada Berg <ada@work.example>', { cc: 'Ada Berg <ada.berg@private.example>' })).toEqual([
      'received to 1',
    ])
  })

  test('to the owner and an alias is no message to the alias', () => {
    expect(told('ada@work.example, ada+club@work.example')).toEqual(['received to 1'])
  })

  test('to a colleague of the owner is a message to the colleague', () => {
    expect(told('Cy Dee <cy@work.example>', { cc: 'ada@work.example' })).toEqual(['received cc 2', 'cy@work.example'])
    expect(told('Cy Dee <cy@work.example>, eva@x.example')).toContain('cy@work.example')
  })

  test('that the owner sent to themselves elsewhere is to nobody', () => {
    const from = 'Ada Berg <ada@work.example>'
    expect(told('Ada Berg <ada.berg@private.example>', { from, box: 'sent' })).toEqual([])
    expect(told(bo, { from, cc: 'Ada Berg <ada.berg@private.example>', box: 'sent' })).toEqual(['sent to 1'])
  })

  test('by a stranger who gives the owner a friend’s name changes nothing of what the owner sends', () => {
    const from = 'Ada Berg <ada@work.example>'
    const page = [
      mail('Bo Ek <ada@work.example>', { from: 'Rich <rich@offers.test>', cc: bo }),
      { ...mail(bo, { from, box: 'sent' }), id: 'm2' },
    ]
    expect(inferFromMessages(page, reader).interactions.map(({ who, kind }) => `${kind} ${who.address}`)).toEqual([
      'received rich@offers.test',
      'sent bo.ek@x.example',
    ])
  })
})

test('at a meeting the owner’s private address is no second guest', () => {
  const guests = ['Ada Berg <ada@work.example>', 'Ada Berg <ada.berg@private.example>', bo]
  const event: CalendarEvent = {
    id: 'e1',
    seriesId: null,
    uid: null,
    originallyAt: null,
    kind: 'meeting',
    startsAt: (now - 86_400) as Instant,
    endsAt: (now - 84_600) as Instant,
    isAllDay: false,
    isCancelled: false,
    response: 'accepted',
    attendees: guests.flatMap((guest) =>
      parseAddresses(guest).map((address) => ({
        address,
        response: 'accepted' as const,
        isOrganizer: false,
        isSelf: address.address === 'ada@work.example',
        isResource: false,
      })),
    ),
  }
  expect(inferFromEvents([event], reader).interactions.map(({ who, size }) => `${who.address} ${size}`)).toEqual([
    'bo.ek@x.example 1',
  ])
})
