import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { isVocabularyLinked, linkVocabulary, vocabularyFile, vocabularyOf } from '../../src/model/vocabulary.ts'
import { vocabulary } from '../../src/vocabulary.ts'

afterAll(() => {
  linkVocabulary(vocabularyFile(vocabulary))
})

describe('the file of words and sentences', () => {
  test('gives every part back as it was, tabs and line ends in it too', () => {
    const tricky = { texts: ['a\tb', 'c\nd', 'é’„“'], at: { depth: [1] } }
    expect(linkVocabulary(vocabularyFile({ first: 'one', tricky }))).toBe(true)
    expect(vocabularyOf<typeof tricky>('tricky')()).toEqual(tricky)
    expect(vocabularyOf<string>('first')()).toBe('one')
  })

  test.each([
    ['nothing', ''],
    ['a page that says there is no such file', '<!doctype html>\n<title>Not found</title>'],
    ['a file that was cut off before a part', 'first\t"one"\nsec'],
    ['a part twice', 'first\t1\nfirst\t2\n'],
  ])('is not linked where it is %s, and what was linked stays', (_, file) => {
    linkVocabulary(vocabularyFile({ kept: 'as it was' }))
    expect(linkVocabulary(file)).toBe(false)
    expect(isVocabularyLinked()).toBe(true)
    expect(vocabularyOf<string>('kept')()).toBe('as it was')
  })

  test('a part that is not in it is a mistake that is named', () => {
    linkVocabulary(vocabularyFile({ first: 'one' }))
    expect(vocabularyOf<string>('second')).toThrow('second')
  })
})

test('every part that the product reads travels, and none travels that nobody reads', () => {
  const src = new URL('../../src/', import.meta.url).pathname
  const read = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(`${src}${name}`, 'utf8').matchAll(/= vocabularyOf<[^\n(]+>\(\s*'(\w+)'/g)])
    .map(([, name]) => name)
  expect(read.sort()).toEqual(Object.keys(vocabulary).sort())
})
