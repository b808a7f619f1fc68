/** Holds what must stay true of the shape of `src/`; the other figures are looked at, not enforced. */
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { namesOfMany, productPaths } from './figures.ts'
import { openHouse } from './house.ts'
import { circlesIn, importGraph, sharedNames } from './imports.ts'
import { declarationsAt } from './paths.ts'
import { looseIn } from './strictness.ts'

/** Every exported name should have one home. Each rename lowers this number until it is 0; it never rises. */
const maxSharedNames = 0

const house = openHouse(resolve(import.meta.dirname, '../..'))
afterAll(house.close)

test('no file imports itself, directly or round about', () => {
  expect(circlesIn(importGraph(house.sources))).toEqual([])
})

test('nothing is any, and nothing is promised to be there', () => {
  expect(house.sources.flatMap(looseIn).filter(({ kind }) => kind !== 'cast')).toEqual([])
})

test('an exported name is declared in one file', () => {
  const shared = sharedNames(house, namesOfMany)
  expect(shared.size, `in two files: ${[...shared.keys()].join(' ')}`).toBeLessThanOrEqual(maxSharedNames)
})

test.each(productPaths)('$name begins where the table says', ({ starts }) => {
  expect(() => declarationsAt(house.sources, starts)).not.toThrow()
})
