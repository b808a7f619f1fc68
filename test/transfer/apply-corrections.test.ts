import { expect, test } from 'vitest'
import { addressFrom } from '../../src/model/address.ts'
import type { Correction, CorrectionEntry, Undo } from '../../src/model/correction.ts'
import { instantAt } from '../../src/model/time.ts'
import { mergeCorrections } from '../../src/transfer/apply-corrections.ts'

const own: Correction = { kind: 'own', address: addressFrom('ann@x.example') }
const person: Correction = { kind: 'person', address: addressFrom('bo@x.example') }
const entry = (id: number, at: number, content: Correction | Undo): CorrectionEntry => ({
  id,
  at: instantAt(at),
  content,
})

test('lines that are there already are not said again', () => {
  const log = [entry(1, 10, own), entry(2, 20, person)]
  expect(mergeCorrections(log, log, {})).toEqual({ added: [], numbers: {} })
})

test('an undo means the same line under its number here', () => {
  const log = [entry(1, 5, person)]
  const file = [entry(1, 10, own), entry(2, 20, { kind: 'undo', of: 1 })]
  expect(mergeCorrections(log, file, {})).toEqual({
    added: [entry(2, 10, own), entry(3, 20, { kind: 'undo', of: 2 })],
    numbers: { 1: 2, 2: 3 },
  })
})

test('an undo of a line that came before in the same file finds it by what was noted then', () => {
  const { added } = mergeCorrections(
    [entry(1, 5, person), entry(2, 10, own)],
    [entry(2, 20, { kind: 'undo', of: 1 })],
    { 1: 2 },
  )
  expect(added).toEqual([entry(3, 20, { kind: 'undo', of: 2 })])
})
