import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replySubject } from '../../src/draft/reply-subject.ts'

test.each([
  ['Lunch on Friday', 'Re: Lunch on Friday'],
  ['Re: Lunch on Friday', 'Re: Lunch on Friday'],
  ['RE: AW: Re[2]: Fwd: Lunch', 'Re: Lunch'],
  ['Lunch\r\n Bcc: eve@evil.example', 'Re: Lunch Bcc: eve@evil.example'],
  ['\u202Egnp.exe', 'Re: gnp.exe'],
])('%j becomes %j', (subject, expected) => {
  expect(replySubject(subject)).toBe(expected)
})

test.each(['', '   ', 'Re:', 'Re: \u200b'])('%j answers nothing', (subject) => {
  expect(replySubject(subject)).toBeNull()
})

test('is one line of at most 160 characters, with nothing hidden in it, whatever a header held', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (subject) => {
      const reply = replySubject(subject)
      if (reply === null) return
      expect(reply.length).toBeLessThanOrEqual(160)
      expect(reply.isWellFormed()).toBe(true)
      expect(reply).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u)
      expect(reply).toMatch(/^Re: \S/)
    }),
  )
})
