/** The lists of names that `npm run eval` judges: what is wrong there is wrong everywhere. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readName } from '../../src/infer/names.ts'
import { casesOf, faultOf } from '../eval/names.ts'

const casesIn = (list: string) =>
  casesOf(readFileSync(new URL(`../eval/names/${list}.tsv`, import.meta.url).pathname, 'utf8')).map((each) => ({
    ...each,
    fault: faultOf(each, readName(each.name, each.address)),
  }))

describe.each([
  'tuned-on',
  'held-out',
  'blind-first',
  'blind-second',
  'blind-third',
  'blind-fourth',
  'blind-fifth',
  'blind-sixth',
])('%s', (list) => {
  const cases = casesIn(list)

  test('nobody is greeted by a family name', () => {
    expect(cases.filter(({ fault }) => fault === 'family')).toEqual([])
  })

  test('of a hundred names at most one is greeted wrongly', () => {
    expect(cases.filter(({ fault }) => fault === 'wrong').length).toBeLessThanOrEqual(cases.length / 100)
  })

  test('who is known is greeted by name, seventeen times of twenty', () => {
    const known = cases.filter(({ isKnown }) => isKnown)
    expect(known.filter(({ fault }) => fault === 'unknown').length).toBeLessThanOrEqual(known.length * 0.15)
  })
})

test('names as field cases have them are all read rightly', () => {
  const wanted = casesIn('tuned-on').filter(({ tradition }) => tradition === 'Field cases')
  expect(wanted.length).toBeGreaterThan(40)
  expect(wanted.filter(({ fault }) => fault !== null)).toEqual([])
})
