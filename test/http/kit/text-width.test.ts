import { expect, test } from 'vitest'
import { textWidth } from '../../../src/http/kit/text-width.ts'

test('a text is as wide as its letters: narrow ones, wide ones, and those that only mark others', () => {
  expect(textWidth('illi', 14)).toBeLessThan(textWidth('moon', 14))
  expect(textWidth('e\u0301', 14)).toBe(textWidth('e', 14))
  expect(textWidth('王伟', 14)).toBeGreaterThan(textWidth('Wa', 14))
  expect(textWidth('Bo', 28)).toBe(2 * textWidth('Bo', 14))
  expect(textWidth('Bo', 14, true)).toBeGreaterThan(textWidth('Bo', 14))
})
