/**
 * Headers are written by strangers, and one letter must not cost what a mailbox does: a pattern that tries a header's every
 * beginning against its every end takes seconds for each of these, and a page of them never comes to its end. Such patterns
 * are found by how often they go back, on any machine; whatever else is slow, by the test's time running out.
 */
import { describe, expect, test } from 'vitest'
import { bouncesIn } from '../../src/infer/bounces.ts'
import { inferFromMessages } from '../../src/infer/page.ts'
import type { CanonicalAddress } from '../../src/model/address.ts'
import type { Instant } from '../../src/model/time.ts'
import { parseMessage } from '../../src/providers/google/mail/parse.ts'
import { parseMessageRow } from '../../src/providers/microsoft/mail/parse.ts'
import { slowPatternsIn } from '../patterns.ts'

const now = (Date.UTC(2026, 10, 23, 9) / 1000) as Instant
const reader = { own: new Set(['ann@example.org' as CanonicalAddress]), now }
const longest = 16_384
const longOf = (unit: string, end = '', beginning = '') =>
  `${beginning}${unit.repeat(longest).slice(0, longest - beginning.length - end.length)}${end}`

const messageWith = (headers: Readonly<Record<string, string>>) => {
  const all = { From: 'Bo Ek <bo@example.com>', To: 'ann@example.org', ...headers }
  return parseMessage({
    id: 'a',
    threadId: 't',
    internalDate: String((now - 86_400) * 1000),
    labelIds: ['INBOX'],
    payload: { headers: Object.entries(all).map(([name, value]) => ({ name, value })) },
  })
}

const hostile: readonly (readonly [what: string, value: string])[] = [
  ['blanks', longOf(' ', 'x')],
  ['blanks before a name', longOf(' ', 'x <a@example.com')],
  ['blanks within a name', longOf(' ', 'x', 'Bo')],
  ['closing marks', longOf('>', '!@')],
  ['closing marks with blanks', longOf('> ', 'x')],
  ['dots', longOf('.', '!@')],
  ['closing brackets before an address', longOf(')', 'x <a@example.com>')],
  ['underlines', longOf('_', 'x')],
  ['a program named without end', longOf(' ', 'x', '(jira)')],
  ['services named without end', longOf('(via ', 'x')],
  ['groups within groups', longOf('g:')],
  ['encoded words', longOf('=?utf-8?B?QQ==?= ')],
  ['gateway tags', longOf('[x] ')],
  ['a gateway tag that never ends', longOf('x', '', '[')],
  ['words of automatic replies', longOf('auto ')],
  ['an absence with brackets', longOf('(1', '', 'AUTO: ')],
  ['words of those who ask for proof', longOf('your mail ')],
  ['an account of a service', longOf('a-', '_@example.com')],
  ['recipients', longOf('a@example.com, ')],
  ['unusual recipients', longOf('"a\\"" <a@example.com>, ')],
]

const addressed = ['From', 'To', 'Reply-To', 'Sender', 'Return-Path', 'X-Failed-Recipients']
const others = ['Subject', 'Message-ID', 'Content-Type', 'X-Mailer', 'Feedback-ID', 'List-Id', 'References']

describe('a page of letters is read to its end whatever their headers hold', () => {
  test.each(hostile)('%s', (_what, value) => {
    for (const name of [...addressed, ...others]) {
      const message = messageWith({ [name]: value })
      const page = message === null ? [] : Array.from({ length: 4 }, (_, index) => ({ ...message, id: String(index) }))
      expect(page.length, name).toBe(4)
      inferFromMessages(page, reader)
      bouncesIn(page)
      const slow = slowPatternsIn(() => {
        const read = messageWith({ [name]: value })
        if (read === null) return
        inferFromMessages([read], reader)
        bouncesIn([read])
      })
      expect(slow, name).toEqual([])
    }
  })

  test('from Outlook as well, where a recipient is an object', () => {
    for (const [, value] of hostile) {
      const emailAddress = { name: value, address: value }
      const recipients = Array.from({ length: 500 }, () => ({ emailAddress }))
      const json = {
        id: 'a',
        receivedDateTime: '2026-11-20T09:00:00Z',
        from: { emailAddress },
        toRecipients: recipients,
      }
      expect(parseMessageRow(json, 'inbox')?.kind).toBe('message')
      expect(slowPatternsIn(() => parseMessageRow(json, 'inbox'))).toEqual([])
    }
  })
})

test('of ten thousand recipients as many are looked at as make a crowd, and it is nobody’s letter', () => {
  const to = Array.from({ length: 10_000 }, (_, index) => `p${index}@example.com`).join(', ')
  const message = messageWith({ To: `ann@example.org, ${to}` })
  expect(message?.to.length).toBeGreaterThan(30)
  expect(message === null ? null : inferFromMessages([message], reader).interactions).toEqual([])
})
