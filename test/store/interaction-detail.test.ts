import { expect, test } from 'vitest'
import { languageCodes } from '../../src/model/language.ts'
import { type Detail, feedNumber, packDetail, unpackDetail } from '../../src/store/interaction-detail.ts'

const message: Detail = {
  kind: 'received',
  size: 1,
  role: 'to',
  isAnswer: false,
  isRecurring: false,
  response: 'accepted',
  isDoubted: false,
}

test('what was packed comes out again, whatever its language', () => {
  const all: readonly Detail[] = [message, ...languageCodes.map((language): Detail => ({ ...message, language }))]
  for (const detail of [...all, ...all.map((each): Detail => ({ ...each, isThroughList: true, size: 9 }))])
    expect(unpackDetail(feedNumber('mail'), packDetail(detail))).toEqual(detail)
})

test('a language takes the third byte of a message, and no fourth', () => {
  expect(packDetail(message)).toBeLessThan(2 ** 15)
  expect(packDetail({ ...message, language: 'nl' })).toBeLessThan(2 ** 23)
})
