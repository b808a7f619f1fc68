/** The token in a check-in's link: what it holds, how long it is, and whom it is good for. */
import { describe, expect, test } from 'vitest'
import { openKeyRing } from '../../src/connect/keys.ts'
import { type CheckInLink, openCheckInLink, sealCheckInLink } from '../../src/deliver/check-in-link.ts'
import { DAY, HOUR, instantAt, later } from '../../src/model/time.ts'

const secret = (byte: number) => new Uint8Array(32).fill(byte)
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const keys = openKeyRing([secret(1)], randomBytes)

const at = instantAt(Date.UTC(2026, 10, 23, 7) / 1000)
const link: CheckInLink = {
  userId: 12,
  week: '2026-11-23',
  personId: 340,
  at,
  variant: 98_765,
  topic: {
    text: 'Kelp tariff review',
    from: 'message',
    at: later(at, -63 * DAY),
    id: '19a1b2c3d4e5f607',
    begunBy: 'them',
  },
}
const room = 186

describe('a token', () => {
  test('holds what it was sealed with', async () => {
    const token = await sealCheckInLink({ keys }, link, room)
    expect(await openCheckInLink({ keys }, token, at)).toEqual({ ok: true, value: link })
  })

  test.each([
    ['no topic', { ...link, topic: null }],
    ['a person without an address', { ...link, personId: -4, topic: null }],
    ['dots in a subject', { ...link, topic: { ...link.topic, text: 'v1.2. Done', from: 'meeting', id: null } }],
    ['a subject that may only be replied to', { ...link, topic: { ...link.topic, isSubjectOnly: true } }],
  ] as readonly (readonly [string, CheckInLink])[])('takes %s', async (_what, each) => {
    const token = await sealCheckInLink({ keys }, each, room)
    expect(await openCheckInLink({ keys }, token, at)).toEqual({ ok: true, value: each })
  })

  test.each(['a', 'Kelp tariff review', 'ü'.repeat(40), `${'wort '.repeat(60)}`, '長い件名 '.repeat(30)])(
    'is never longer than asked, whatever the subject: %s',
    async (text) => {
      const token = await sealCheckInLink({ keys }, { ...link, topic: link.topic && { ...link.topic, text } }, room)
      expect(token.length).toBeLessThanOrEqual(room)
      const opened = await openCheckInLink({ keys }, token, at)
      const kept = opened.ok ? (opened.value.topic?.text ?? '') : 'not opened'
      expect(text.startsWith(kept.replace(/…$/, ''))).toBe(true)
    },
  )

  test('shows nothing of what it holds', async () => {
    const token = await sealCheckInLink({ keys }, link, room)
    const bytes = token.split('.').map((part) => atob(part.replaceAll('-', '+').replaceAll('_', '/')))
    expect(bytes.join('\n')).not.toContain('Kelp')
  })

  test('ends after a month, and is nobody’s where a letter of it was changed or another key sealed it', async () => {
    const token = await sealCheckInLink({ keys }, link, room)
    const reasonOf = async (sealed: string, now = at, ring = keys) => {
      const opened = await openCheckInLink({ keys: ring }, sealed, now)
      return opened.ok ? null : opened.error.reason
    }
    expect(await reasonOf(token, later(at, 30 * DAY))).toBeNull()
    expect(await reasonOf(token, later(at, 30 * DAY + 2 * HOUR))).toBe('expired')
    const last = token.at(-6) === 'A' ? 'B' : 'A'
    expect(await reasonOf(`${token.slice(0, -6)}${last}${token.slice(-5)}`)).toBe('forged')
    expect(await reasonOf(token, at, openKeyRing([secret(2)], randomBytes))).toBe('forged')
    expect(await reasonOf(await keys.seal('c.fsy.9g.0.0', 'a grant'))).toBe('forged')
  })
})
