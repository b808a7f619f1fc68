import { expect, test } from 'vitest'
import { describeFormError, isFormError } from '../../src/words/form-error.ts'

test('a code is told from any other text', () => {
  expect(isFormError('zone')).toBe(true)
  expect(isFormError('Invalid type: Expected string')).toBe(false)
  expect(isFormError('toString')).toBe(false)
})

test('a zone that is none is met with an example of one', () => {
  expect(describeFormError('zone')).toContain('Europe/Berlin')
})
