/** Batches: how many parts they have, and what is kept of one that is refused in part. */
import { describe, expect, test } from 'vitest'
import { success } from '../../../../src/model/result.ts'
import type { Instant } from '../../../../src/model/time.ts'
import type { BatchPart, GoogleClient } from '../../../../src/providers/google/client.ts'
import { affordable, type Entry, readEntries } from '../../../../src/providers/google/mail/read.ts'

const entries = (count: number): readonly Entry[] =>
  Array.from({ length: count }, (_, index) => ({ kind: 'messages', id: `${index}` }))

const refusal = (code: number, reason: string, message = ''): BatchPart => ({
  status: code,
  body: { error: { code, message, errors: [{ reason, message }] } },
})

const tooMany = refusal(429, 'rateLimitExceeded', 'Too many concurrent requests for user')
const dead = refusal(401, 'authError')

/** Gmail answers the first parts of each batch, and the others as told. */
const read = (count: number, parts: number, answered: number, other: BatchPart) => {
  const client = {
    readBatch: (_access: unknown, paths: readonly string[]) =>
      Promise.resolve(
        success(
          paths.map((path, index) =>
            index < answered ? { status: 200, body: { id: /messages\/(\d+)/.exec(path)?.[1] } } : other,
          ),
        ),
      ),
  } as Partial<GoogleClient> as GoogleClient
  return readEntries({ client, access: { token: '', scopes: [] }, now: 0 as Instant }, entries(count), parts)
}

describe('the parts of the next batch', () => {
  test('are more after a full one without a refusal, and no more than fifty', async () => {
    expect(await read(12, 12, 12, tooMany)).toMatchObject({ ok: true, value: { parts: 18, pauseSeconds: 0 } })
    expect(await read(50, 50, 50, tooMany)).toMatchObject({ ok: true, value: { parts: 50 } })
  })

  test('are as many after one that was not full: it tells nothing', async () => {
    expect(await read(5, 12, 5, tooMany)).toMatchObject({ ok: true, value: { parts: 12 } })
  })

  test('are half as many after too many at once, which is over in a moment; what was answered is kept', async () => {
    const told = await read(40, 40, 25, tooMany)
    expect(told).toMatchObject({ ok: true, value: { parts: 20, pauseSeconds: 2, spent: 25 * 20 } })
    expect(told.ok && told.value.read.length).toBe(25)
    expect(told.ok && told.value.refused.length).toBe(15)
  })

  test('are half as many where all were refused; a few that are refused is no matter of how many', async () => {
    expect(await read(12, 12, 0, tooMany)).toMatchObject({ ok: true, value: { parts: 6, read: [] } })
    expect(await read(3, 3, 0, tooMany)).toMatchObject({ ok: false, error: { reason: 'rate_limited' } })
  })
})

test('a token that dies within a batch costs nothing that was answered; a batch without an answer finds it dead', async () => {
  expect(await read(10, 12, 6, dead)).toMatchObject({ ok: true, value: { spent: 120 } })
  expect(await read(10, 12, 0, dead)).toEqual({ ok: false, error: { reason: 'token_expired' } })
})

test('no batch has more entries than it may have parts, nor fewer than one', () => {
  expect(affordable(entries(100), { units: 10_000, parts: 12 })).toHaveLength(12)
  expect(affordable(entries(100), { units: 100, parts: 12 })).toHaveLength(5)
  expect(affordable(entries(100), { units: 0, parts: 12 })).toHaveLength(1)
})
