/** The log of corrections has an end, which is said; what is in it can be taken back all the same. */
import { beforeEach, expect, test } from 'vitest'
import type { CanonicalAddress } from '../../src/model/address.ts'
import type { Correction } from '../../src/model/correction.ts'
import type { Instant } from '../../src/model/time.ts'
import {
  addCorrection,
  correctionsOf,
  maxCorrectionLength,
  maxCorrections,
  maxCorrectionsLength,
} from '../../src/store/corrections.ts'
import type { Store } from '../../src/store/store.ts'
import { openConnected } from '../fixture.ts'
import type { Browser } from '../sandbox/browser.ts'
import { mailboxOf } from '../story.ts'

const at = 1 as Instant
const person = (address: string): Correction => ({ kind: 'person', address: address as CanonicalAddress })

let store: Store
let browser: Browser
beforeEach(async () => {
  ;({ store, browser } = await openConnected([mailboxOf([])]))
})

const fill = async (count: number, content: Correction): Promise<void> => {
  await store.d1
    .prepare(
      `INSERT INTO corrections (user_id, id, at, content)
       WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ?1) SELECT 1, id, 1, ?2 FROM n`,
    )
    .bind(count, JSON.stringify(content))
    .run()
}

test('one more than the most is refused with a sentence, and undoing still works', async () => {
  await fill(maxCorrections - 1, person('bo@example.com'))
  const form = { kind: 'person', address: 'cy@example.com', back: '/people' }
  expect((await browser.post('/people/corrections', form)).status).toBe(303)
  const answer = await browser.post('/people/corrections', { ...form, address: 'di@example.com' })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('That’s as many corrections as we can keep')
  expect(await correctionsOf(store, 1)).toHaveLength(maxCorrections)
  expect((await browser.post('/people/corrections', { kind: 'undo', of: '1' })).status).toBe(303)
})

test('a correction longer than the longest is refused, and so is one for which there is no room', async () => {
  const long = person('x'.repeat(maxCorrectionLength))
  await expect(addCorrection(store, { userId: 1, at, content: long })).rejects.toThrow('too_long')
  const half = person('x'.repeat(maxCorrectionLength / 2))
  await fill(Math.floor(maxCorrectionsLength / JSON.stringify(half).length), half)
  await expect(addCorrection(store, { userId: 1, at, content: half })).rejects.toThrow('too_many')
  expect(await addCorrection(store, { userId: 1, at, content: { kind: 'undo', of: 1 } })).toBeGreaterThan(1)
})

test('more people than a form may name are refused, not cut off', async () => {
  const addresses = Array.from({ length: 501 }, (_, index) => `p${index}@example.com`).join(' ')
  const answer = await browser.post('/people/corrections', { kind: 'group_of', group: 'Choir', addresses })
  expect(answer.status).toBe(400)
  expect(await correctionsOf(store, 1)).toEqual([])
})
