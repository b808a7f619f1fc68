import { describe, expect, test } from 'vitest'
import { rememberGrants } from '../../src/connect/grant-memory.ts'
import type { Instant } from '../../src/model/time.ts'
import { openRead } from '../fixture.ts'
import { mailboxOf, rhythm } from '../story.ts'

const grant = (accessToken: string) => ({ accessToken, refreshToken: 'r', expiresAt: 0 as Instant, scopes: [] })

describe('grants that were opened', () => {
  test('are known by their seals, and the latest word counts', () => {
    const grants = rememberGrants()
    grants.put('a', grant('1'))
    grants.put('a', grant('2'))
    expect(grants.get('a')?.accessToken).toBe('2')
    expect(grants.get('b')).toBeUndefined()
  })

  test('make room for others, the longest unused first', () => {
    const grants = rememberGrants()
    for (let index = 0; index < 2000; index += 1) grants.put(String(index), grant('x'))
    expect(grants.get('0')).toBeUndefined()
    expect(grants.get('1999')).toBeDefined()
  })
})

test('a round of changes renews a token that ran out once, for mail and calendar together', async () => {
  let renewals = 0
  const { home } = await openRead([mailboxOf(rhythm('Bo Ek <bo@example.com>', 14, 100, 20))], {
    line: (request, next) => {
      if (request.method === 'POST' && new URL(request.url).pathname.endsWith('/token')) renewals += 1
      return next(request)
    },
  })
  const before = renewals
  await home.passTo(home.clock.time + 7 * 3_600_000)
  expect(renewals - before).toBe(1)
})
