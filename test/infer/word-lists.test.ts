import { expect, test, vi } from 'vitest'
import { patternOf, wordsOfList } from '../../src/infer/word-lists.ts'
import { patternSources } from '../../src/model/vocabulary.ts'

test('a list is read when it is first asked, and once', () => {
  const text = vi.fn(() => ' one two\nthree ')
  const words = wordsOfList(text)
  expect(text).not.toHaveBeenCalled()
  expect([words.has('three'), words.has('one'), words.has('four')]).toEqual([true, true, false])
  expect(text).toHaveBeenCalledTimes(1)
})

test('a pattern is what it was before it travelled', () => {
  const { kelp } = patternSources({ kelp: /^kelp\s/iu })
  const pattern = patternOf(() => kelp ?? ['(?!)', ''])
  expect([pattern.test('KELP tariffs'), pattern.test('a kelp '), pattern.test('Kelp x')]).toEqual([true, false, true])
})
