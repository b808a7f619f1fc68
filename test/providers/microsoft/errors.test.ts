import { describe, expect, test } from 'vitest'
import type { Instant } from '../../../src/model/time.ts'
import {
  errorOfGraphException,
  errorOfGraphRefusal,
  type GraphRefusal,
  graphRefusalOfPart,
} from '../../../src/providers/microsoft/errors.ts'

const now = (Date.UTC(2026, 10, 23, 9) / 1000) as Instant
const call = { now, scope: 'Mail.ReadBasic', granted: ['Mail.ReadBasic', 'User.Read'] }
const refusal: GraphRefusal = { status: 400, code: '', retryAfter: null, challenge: null }
const errorOf = (change: Partial<GraphRefusal>) => errorOfGraphRefusal({ ...refusal, ...change }, call)

describe('a refusal of Graph', () => {
  test('401 asks for another token, once', () => {
    expect(errorOf({ status: 401, code: 'InvalidAuthenticationToken' })).toEqual({ reason: 'token_expired' })
  })

  test('401 with a claims challenge is a session that was ended: only the person begins another', () => {
    const challenge = 'Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnt9fQ=="'
    expect(errorOf({ status: 401, code: 'InvalidAuthenticationToken', challenge })).toEqual({ reason: 'grant_revoked' })
  })

  test.each([
    [410, 'Gone'],
    [400, 'SyncStateInvalid'],
    [404, 'syncStateNotFound'],
    [410, 'resyncRequired'],
  ])('%i %s is a position that was forgotten', (status, code) => {
    expect(errorOf({ status, code })).toEqual({ reason: 'cursor_expired' })
  })

  test('a throttled call waits as long as it is told: in seconds, or until a date', () => {
    const throttled = { status: 429, code: 'ApplicationThrottled' }
    const wait = (retryAfter: string | null) => errorOf({ ...throttled, retryAfter })
    expect(wait('17')).toEqual({ reason: 'rate_limited', retryAfterSeconds: 17 })
    expect(wait('Mon, 23 Nov 2026 09:01:00 GMT')).toMatchObject({ retryAfterSeconds: 61 })
    expect(wait('Mon, 23 Nov 2026 08:00:00 GMT')).toMatchObject({ retryAfterSeconds: 1 })
    expect(wait(null)).toMatchObject({ retryAfterSeconds: 60 })
    expect(wait('soon')).toMatchObject({ retryAfterSeconds: 60 })
  })

  test('an outage that names its end is waited for', () => {
    const moved = { status: 503, code: 'ErrorMailboxMoveInProgress' }
    expect(errorOf({ ...moved, retryAfter: '120' })).toEqual({
      reason: 'unavailable',
      status: 503,
      retryAfterSeconds: 120,
    })
    expect(errorOf(moved)).toEqual({ reason: 'unavailable', status: 503 })
  })

  test('an account without a mailbox is no fault of anybody', () => {
    expect(errorOf({ status: 404, code: 'mailboxNotEnabledForRestApi' })).toMatchObject({
      reason: 'blocked',
      by: 'no_mailbox',
    })
  })

  test('what was never granted is missing; what was granted and is refused, somebody forbids', () => {
    const denied = { ...refusal, status: 403, code: 'ErrorAccessDenied' }
    expect(errorOfGraphRefusal(denied, call)).toMatchObject({ reason: 'blocked', by: 'administrator' })
    expect(errorOfGraphRefusal(denied, { ...call, granted: ['User.Read'] })).toMatchObject({ reason: 'scope_missing' })
    const whole = { ...call, granted: ['https://graph.microsoft.com/Mail.ReadBasic'] }
    expect(errorOfGraphRefusal(denied, whole)).toMatchObject({ reason: 'blocked' })
  })

  test('anything else is a bug of ours, and says which', () => {
    expect(errorOf({ status: 400, code: 'ErrorInvalidIdMalformed' })).toEqual({
      reason: 'malformed',
      detail: '400 ErrorInvalidIdMalformed',
    })
  })
})

test('a part of a batch is refused like an answer of its own, whatever the case of its headers', () => {
  const body = { error: { code: 'ApplicationThrottled', message: 'over its MailboxConcurrency limit' } }
  const part = { status: 429, headers: { 'retry-after': '9' }, body }
  expect(errorOfGraphRefusal(graphRefusalOfPart(part), call)).toEqual({ reason: 'rate_limited', retryAfterSeconds: 9 })
  const named = { status: 503, headers: { 'Retry-After': '5' }, body: null }
  expect(errorOfGraphRefusal(graphRefusalOfPart(named), call)).toMatchObject({ status: 503, retryAfterSeconds: 5 })
})

describe('what the SDK throws', () => {
  const thrown = (statusCode: number, code = '') =>
    Object.assign(new Error('x'), { statusCode, code, headers: new Headers() })

  test('no answer, and a success that was broken off, are an outage', () => {
    expect(errorOfGraphException(new TypeError('fetch failed'), call)).toEqual({ reason: 'unavailable', status: null })
    expect(errorOfGraphException(thrown(-1), call)).toEqual({ reason: 'unavailable', status: null })
    expect(errorOfGraphException(thrown(200, 'SyntaxError'), call)).toEqual({ reason: 'unavailable', status: null })
  })

  test('a refusal that is a web page is known by its status', () => {
    expect(errorOfGraphException(thrown(502), call)).toEqual({ reason: 'unavailable', status: 502 })
  })
})
