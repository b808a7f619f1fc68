import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeBy, numberOfText } from '../../src/model/alike.ts'

describe('those that are alike', () => {
  test('stand together in their order; who is alone, or has no key, is left out', () => {
    const words = ['bee', 'ant', 'bat', '', 'asp', 'cow', 'bug', '']
    expect(alikeBy(words, (word) => word[0] ?? null)).toEqual([
      ['bee', 'bat', 'bug'],
      ['ant', 'asp'],
    ])
  })
})

describe('the number of a text', () => {
  test('is the same in whatever case its ASCII letters are', () => {
    expect(numberOfText('Maria LOPEZ')).toBe(numberOfText('maria lopez'))
  })

  test('looks no further than told', () => {
    assert(
      property(string(), string(), (text, rest) => {
        expect(numberOfText(`${text}${rest}`, text.length)).toBe(numberOfText(text))
      }),
    )
  })

  test('tells names apart that are made of the same letters', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `Person Number${index}`)
    expect(new Set(names.map((name) => numberOfText(name))).size).toBeGreaterThan(9990)
  })
})
