import { expect, test } from 'vitest'
import { nextPage } from '../../../src/providers/kit/next-page.ts'

test.each([
  ['after the first', { next: 'b', asked: null }],
  ['after another', { next: 'c', asked: 'b' }],
  ['of the last', { next: null, asked: 'c' }],
  ['of the only one', { next: null, asked: null }],
])('the page %s is where it says', (_name, page) => {
  expect(nextPage(page)).toEqual({ ok: true, value: page.next })
})

test('a page that leads back to itself is malformed', () => {
  expect(nextPage({ next: 'b', asked: 'b' })).toMatchObject({ ok: false, error: { reason: 'malformed' } })
})
