import { expect, test } from 'vitest'
import { bouncesIn } from '../../src/infer/bounces.ts'
import { parseAddresses } from '../../src/model/address.ts'
import type { Message } from '../../src/model/message.ts'
import { DAY, type Instant } from '../../src/model/time.ts'

const now = 1_790_000_000 as Instant

const sent = (to: string, change: Partial<Message> = {}): Message => ({
  id: 'm1',
  threadId: 't1',
  messageId: null,
  receivedAt: (now - 60) as Instant,
  box: 'sent',
  from: parseAddresses('ann@example.org')[0] ?? null,
  to: parseAddresses(to),
  cc: [],
  bcc: [],
  headers: [],
  ...change,
})

const report = (headers: Message['headers'], from = 'Mail Delivery <mailer-daemon@googlemail.com>'): Message =>
  sent('ann@example.org', {
    id: 'm2',
    receivedAt: now,
    box: 'received',
    from: parseAddresses(from)[0] ?? null,
    headers: [['Subject', 'Undelivered Mail Returned to Sender'], ...headers],
  })

/** Proven by what was read beside the report. */
const dead = (...messages: readonly Message[]) =>
  bouncesIn(messages).flatMap(({ address, unprovenThread }) => (unprovenThread === null ? address : []))

test('the header names who was not reached, among those the message in its thread was for', () => {
  const named = report([['X-Failed-Recipients', 'bo@gone.example, cy@gone.example']])
  expect(dead(named, sent('bo@gone.example, cy@gone.example, di@x.example'))).toEqual([
    'bo@gone.example',
    'cy@gone.example',
  ])
  expect(dead(named, sent('bo@gone.example'))).toEqual(['bo@gone.example'])
  expect(bouncesIn([named, sent('di@x.example')])).toEqual([])
})

test('where the message is not at hand, it must lie in the thread of the report', () => {
  const named = report([['X-Failed-Recipients', 'bo@gone.example']])
  const unproven = { address: 'bo@gone.example', at: now, unprovenThread: 't1' }
  expect(bouncesIn([named])).toEqual([unproven])
  expect(bouncesIn([named, sent('bo@gone.example', { threadId: 't2' })])).toEqual([unproven])
})

test('whoever is no mail system reports nothing', () => {
  const named = (...headers: Message['headers']) =>
    report([['X-Failed-Recipients', 'bo@gone.example'], ...headers], 'Post <post@gone.example>')
  const form = ['Content-Type', 'multipart/report; report-type=delivery-status'] as const
  expect(dead(named(), sent('bo@gone.example'))).toEqual([])
  expect(dead(named(form, ['Return-Path', '<post@gone.example>']), sent('bo@gone.example'))).toEqual([])
  expect(dead(named(form, ['Return-Path', '<>']), sent('bo@gone.example'))).toEqual(['bo@gone.example'])
})

test('without it, the letter it answers tells, if that went to one only', () => {
  expect(dead(report([]), sent('bo@gone.example'))).toEqual(['bo@gone.example'])
  expect(dead(report([]), sent('bo@gone.example, cy@x.example'))).toEqual([])
  expect(dead(report([]), sent('bo@gone.example', { threadId: 't2' }))).toEqual([])
  expect(dead(report([]), sent('bo@gone.example', { receivedAt: (now - 7 * DAY) as Instant }))).toEqual([])
})

test.each(['Delivery Status Notification (Delay)', 'Warning: message still queued', 'Successful Mail Delivery Report'])(
  '%s is no failure',
  (subject) => {
    const headers: Message['headers'] = [
      ['Subject', subject],
      ['X-Failed-Recipients', 'bo@gone.example'],
    ]
    expect(bouncesIn([{ ...report([]), headers }, sent('bo@gone.example')])).toEqual([])
  },
)

test('a letter from a person is no report', () => {
  expect(dead(report([], 'Bo Ek <bo@x.example>'), sent('cy@x.example'))).toEqual([])
})

test('a report from anywhere else is none: anybody on a thread can write one in it', () => {
  const from = (address: string, headers: Message['headers'] = []) =>
    dead(report([['X-Failed-Recipients', 'bo@gone.example'], ...headers], `Mail <${address}>`), sent('bo@gone.example'))
  expect(from('mailer-daemon@elsewhere.example')).toEqual([])
  expect(from('mailer-daemon@mx.gone.example')).toEqual(['bo@gone.example'])
  const soft = 'mx.google.com; spf=softfail smtp.mailfrom=mailer-daemon@gone.example; dmarc=none'
  expect(from('mailer-daemon@gone.example', [['Authentication-Results', soft]])).toEqual([])
})
