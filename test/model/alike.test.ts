import { describe, expect, test } from 'vitest'
import { alikeBy } from '../../src/model/alike.ts'

describe('those that are alike', () => {
  test('stand together in their order; who is alone, or has no key, is left out', () => {
    const words = ['bee', 'ant', 'bat', '', 'asp', 'cow', 'bug', '']
    expect(alikeBy(words, (word) => word[0] ?? null)).toEqual([
      ['bee', 'bat', 'bug'],
      ['ant', 'asp'],
    ])
  })
})
