import { describe, expect, test } from 'vitest'
import { authorOf, isSentForAnother } from '../../src/infer/author.ts'
import { inferFromMessages } from '../../src/infer/page.ts'
import { type CanonicalAddress, parseAddresses } from '../../src/model/address.ts'
import type { Headers, Message } from '../../src/model/message.ts'
import type { Instant } from '../../src/model/time.ts'

const now = 1_790_000_000 as Instant
const ann = 'ann@example.org' as CanonicalAddress
const reader = { own: new Set([ann]), now }

const mail = (from: string, headers: Headers = [], change: Partial<Message> = {}): Message => ({
  id: 'm1',
  threadId: 't1',
  messageId: null,
  receivedAt: (now - 3600) as Instant,
  box: 'received',
  from: parseAddresses(from)[0] ?? null,
  to: parseAddresses('ann@example.org'),
  cc: [],
  bcc: [],
  headers: [['From', from], ...headers],
  ...change,
})

const author = (...of: Parameters<typeof mail>) => {
  const found = authorOf(mail(...of))
  return found === null ? null : `${found.name} <${found.address}>`
}

describe('a list that writes its own address into From', () => {
  const list: Headers = [['List-Id', '<devs.lists.example>']]

  test.each<[string, Headers]>([
    ['kept the sender’s header', [...list, ['X-Original-From', 'Bo Ek <bo@x.example>']]],
    ['kept the sender’s address', [...list, ['X-Original-Sender', 'bo@x.example']]],
    ['lets answers go to the sender', [...list, ['Reply-To', 'bo@x.example']]],
  ])('%s', (_name, headers) => {
    expect(author('"\'Bo Ek\' via Devs" <devs@lists.example>', headers)).toBe('Bo Ek <bo@x.example>')
  })

  test('and keeps nothing leaves us with its own', () => {
    expect(author('Bo Ek via Devs <devs@lists.example>', list)).toBe('Bo Ek via Devs <devs@lists.example>')
    const toTheList: Headers = [...list, ['Reply-To', 'devs@lists.example, bo@x.example, cy@x.example']]
    expect(author('Bo Ek via Devs <devs@lists.example>', toTheList)).toContain('devs@lists.example')
  })

  test('a service that writes for somebody is no list', () => {
    const headers: Headers = [['Reply-To', 'bo@x.example']]
    expect(author('Bo Ek via Signly <contracts@signly.example>', headers)).toContain('contracts@signly.example')
  })
})

describe('an assistant', () => {
  test('in Sender leaves the person meant in From', () => {
    expect(author('Bo Ek <bo@x.example>', [['Sender', 'Cy Dee <cy@x.example>']])).toBe('Bo Ek <bo@x.example>')
  })

  test('who says so in the name gives way to the person meant, where answers go to them', () => {
    const from = 'Cy Dee on behalf of Bo Ek <cy@x.example>'
    expect(author(from, [['Reply-To', 'bo.ek@x.example']])).toBe('Bo Ek <bo.ek@x.example>')
    expect(author(from)).toContain('cy@x.example')
    expect(author(from, [['Reply-To', 'desk@x.example']])).toContain('cy@x.example')
  })
})

describe('what the user sent', () => {
  const sent = (from: string, sender: string) => mail(from, [['Sender', sender]], { box: 'sent' })

  test('for somebody else is no letter of theirs, and makes that address not their own', () => {
    const message = sent('Bo Ek <bo@x.example>', 'Ann Berg <ann@example.org>')
    expect(isSentForAnother(message, reader.own)).toBe(true)
    const inferred = inferFromMessages([{ ...message, to: parseAddresses('di@y.example') }], reader)
    expect(inferred.aliases).toEqual([])
    expect(inferred.interactions).toEqual([])
    expect([...inferred.leftOut.keys()]).toEqual(['sent_for_another'])
  })

  test.each([
    ['with one name in both', 'Ann Berg <ann@work.example>', 'Ann Berg <ann@example.org>'],
    ['with the name in the address of the other', 'Ann Berg <a.b@work.example>', 'ann@example.org'],
    ['without a name', 'a.b@work.example', 'ann@example.org'],
  ])('from another address of theirs, %s, is theirs', (_name, from, sender) => {
    expect(isSentForAnother(sent(from, sender), reader.own)).toBe(false)
    expect(inferFromMessages([sent(from, sender)], reader).aliases).toHaveLength(1)
  })
})

describe('a letter through a list', () => {
  const marks: Headers = [
    ['List-Id', 'Devs <devs.lists.example>'],
    ['List-Post', '<mailto:devs@lists.example>'],
    ['List-Unsubscribe', '<mailto:devs-leave@lists.example>'],
    ['Precedence', 'list'],
    ['Return-Path', '<devs-bounces@lists.example>'],
  ]
  const kinds = (change: Partial<Message>, from = 'Bo Ek <bo@x.example>', headers = marks) =>
    inferFromMessages([mail(from, headers, change)], reader)
      .interactions.filter(({ isThroughList }) => !isThroughList)
      .map(({ who, kind }) => [who.address, kind])

  test('that names the user beside the list is a letter to them', () => {
    expect(kinds({ to: parseAddresses('ann@example.org'), cc: parseAddresses('devs@lists.example') })[0]).toEqual([
      'bo@x.example',
      'received',
    ])
  })

  test('that names only the list is the list’s', () => {
    expect(kinds({ to: parseAddresses('devs@lists.example') })).toEqual([])
  })

  test('that names only the user is a newsletter, or as good as one', () => {
    expect(kinds({ to: parseAddresses('ann@example.org') })).toEqual([])
  })

  test('by a robot stays a robot’s', () => {
    const beside = { to: parseAddresses('ann@example.org'), cc: parseAddresses('devs@lists.example') }
    expect(kinds(beside, 'Build robot <robot@x.example>')).toEqual([])
    expect(kinds(beside, 'Bo Ek <bo@x.example>', [...marks, ['Auto-Submitted', 'auto-generated']])).toEqual([])
  })

  test('whose From was rewritten shows that whoever it names is around, and is no contact: anybody can write that', () => {
    const beside = { to: parseAddresses('ann@example.org, devs@lists.example') }
    const rewritten: Headers = [...marks, ['X-Original-From', 'Bo Ek <bo@x.example>']]
    expect(kinds(beside, 'Bo Ek via Devs <devs@lists.example>', rewritten)[0]).toEqual(['bo@x.example', 'seen'])
  })
})
