import { describe, expect, test } from 'vitest'
import { classifyMessage } from '../../src/infer/automated.ts'
import { parseAddresses } from '../../src/model/address.ts'
import type { Headers } from '../../src/model/message.ts'

const classified = (headers: Headers, from = 'Bo Ek <bo@example.com>', to = 'ann@example.org') =>
  classifyMessage({
    headers: [['From', from], ['To', to], ...headers],
    from: parseAddresses(from)[0] ?? null,
    to: parseAddresses(to),
    cc: [],
  })

test('a plain message is a person’s', () => {
  expect(
    classified([
      ['Subject', 'Lunch on Friday?'],
      ['Message-Id', '<1@example.com>'],
    ]),
  ).toMatchObject({ human: true })
})

test('a missing header never speaks', () => {
  expect(classified([])).toMatchObject({ human: true })
})

describe('decisive rules', () => {
  test.each<[string, Headers]>([
    ['Auto-Submitted', [['auto-submitted', 'auto-replied (vacation)']]],
    ['a null return path', [['Return-Path', '<>']]],
    ['a delivery report', [['Content-Type', 'multipart/report; report-type=delivery-status']]],
    ['a list', [['List-Id', '<devs.lists.example>']]],
    ['Precedence: bulk', [['Precedence', 'bulk']]],
    ['an invitation', [['Content-Type', 'text/calendar; method=REQUEST']]],
    ['an accepted invitation', [['Subject', 'Accepted: Plans @ Mon 23 Nov']]],
    ['an out-of-office reply', [['Subject', 'Automatic reply: Plans']]],
  ])('%s', (_name, headers) => {
    expect(classified(headers)).toMatchObject({ human: false, isCertain: true })
  })

  test('Auto-Submitted: no is what it says', () => {
    expect(classified([['Auto-Submitted', 'no']])).toMatchObject({ human: true })
  })
})

describe('senders', () => {
  test.each([
    'noreply@example.com',
    'no-reply@example.com',
    'do_not_reply@example.com',
    'newsletter@example.com',
    'notifications@example.com',
    'mailer-daemon@example.com',
    'nicht-antworten@example.com',
  ])('%s is automated', (from) => {
    expect(classified([], from).human).toBe(false)
  })

  test.each(['info@example.com', 'hello@example.com', 'office@example.com'])('%s may be a person', (from) => {
    expect(classified([], from).human).toBe(true)
  })

  test.each(['Ann Norton <ann.norton@example.com>', 'Newsome <j.newsome@example.com>', 'Bott <bottrop@example.com>'])(
    '%s is not taken for a system by the letters in the name',
    (from) => {
      expect(classified([], from).human).toBe(true)
    },
  )
})

test('weak rules add up', () => {
  expect(classified([['X-SES-Outgoing', '1']]).human).toBe(true)
  expect(
    classified([
      ['X-SES-Outgoing', '1'],
      ['X-Auto-Response-Suppress', 'All'],
    ]).human,
  ).toBe(false)
})
