import { describe, expect, test } from 'vitest'
import { openKeyRing } from '../../src/connect/keys.ts'
import type { Instant } from '../../src/model/time.ts'

const secret = (fill: number) => new Uint8Array(32).fill(fill)
const ring = (...fills: readonly number[]) =>
  openKeyRing(fills.map(secret), (length) => crypto.getRandomValues(new Uint8Array(length)))
const now = 1_790_000_000 as Instant
const later = (now + 3600) as Instant

describe('sealing', () => {
  test('only the same context opens it again', async () => {
    const sealed = await ring(1).seal('a token', 'grant google 1')
    expect(sealed).not.toContain('token')
    expect(await ring(1).unseal(sealed, 'grant google 1')).toBe('a token')
    expect(await ring(1).unseal(sealed, 'grant google 2')).toBeNull()
  })

  test('twice sealed looks different', async () => {
    expect(await ring(1).seal('x', 'y')).not.toBe(await ring(1).seal('x', 'y'))
  })

  test('a rotated ring opens what the old key sealed, a ring without it does not', async () => {
    const sealed = await ring(1).seal('a token', 'c')
    expect(await ring(2, 1).unseal(sealed, 'c')).toBe('a token')
    expect(await ring(2).unseal(sealed, 'c')).toBeNull()
  })

  test('a changed letter anywhere opens nothing', async () => {
    const sealed = await ring(1).seal('a token', 'c')
    for (let at = 0; at < sealed.length; at += 5) {
      const tampered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      expect(await ring(1).unseal(tampered, 'c'), `at ${at}`).toBeNull()
    }
    expect(await ring(1).unseal('', 'c')).toBeNull()
  })
})

describe('signing', () => {
  test('a token says what was signed, for its purpose and its time only', async () => {
    const token = await ring(1).sign({ u: 1 }, { purpose: 'check-in', expiresAt: later })
    expect(await ring(1).verify(token, { purpose: 'check-in', now })).toEqual({ ok: true, value: { u: 1 } })
    expect(await ring(1).verify(token, { purpose: 'session', now })).toEqual({ ok: false, error: { reason: 'forged' } })
    expect(await ring(1).verify(token, { purpose: 'check-in', now: (later + 1) as Instant })).toEqual({
      ok: false,
      error: { reason: 'expired' },
    })
    expect(await ring(2).verify(token, { purpose: 'check-in', now })).toEqual({
      ok: false,
      error: { reason: 'forged' },
    })
    expect(await ring(2, 1).verify(token, { purpose: 'check-in', now })).toMatchObject({ ok: true })
  })

  test('a token without a signature is none', async () => {
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"u":1,"aud":"check-in","exp":9999999999}')}.`
    expect(await ring(1).verify(unsigned, { purpose: 'check-in', now })).toMatchObject({ ok: false })
    expect(await ring(1).verify('rubbish', { purpose: 'check-in', now })).toMatchObject({ ok: false })
  })

  test('it is short enough for a mail', async () => {
    const token = await ring(1).sign(
      { u: 123456, w: '2026-11-23', p: 12345 },
      { purpose: 'check-in', expiresAt: later },
    )
    expect(token.length).toBeLessThanOrEqual(200)
  })
})
