import { describe, expect, test } from 'vitest'
import { errorCode } from '../../src/model/error-code.ts'

describe('an exception tells a log names and codes', () => {
  test('along its causes, and nothing of its messages', () => {
    const cause = new Error('D1_ERROR: UNIQUE constraint failed: users.address (ann@x.example): SQLITE_CONSTRAINT')
    const error = new TypeError('Failed query: insert … params: ann@x.example,Ann Berg', { cause })
    expect(errorCode(error)).toBe('TypeError > Error: D1_ERROR, SQLITE_CONSTRAINT')
  })

  test('and no word that only looks like a code', () => {
    expect(errorCode(new Error('SQLITE_ANN_BERG D1_ANN'))).toBe('Error')
  })

  test('nor a name that somebody made up', () => {
    const error = new Error('x')
    error.name = 'ann@x.example'
    expect(errorCode(error)).toBe('Error')
  })

  test('a cause that is its own ends', () => {
    const error = new Error('x')
    error.cause = error
    expect(errorCode(error)).toBe('Error')
  })

  test.each([['ann@x.example'], [null], [undefined], [{ message: 'ann@x.example' }]])('%j is unknown', (thrown) => {
    expect(errorCode(thrown)).toBe('unknown')
  })
})
