import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EntryKey, ExportSizes } from '../../src/store/export.ts'
import {
  type ExportPiece,
  entriesPerPiece,
  formatPiece,
  parsePiece,
  planExport,
} from '../../src/transfer/export-plan.ts'

const nothing: ExportSizes = {
  blocks: null,
  entries: [],
  automatedSenders: [],
  corrections: { count: 0, length: 0 },
  reports: [],
  actCount: 0,
}

const startsOf = (count: number): readonly EntryKey[] =>
  Array.from({ length: Math.ceil(count / entriesPerPiece) - 1 }, (_, index) => [0, index, 1_700_000_000, 7])

test('of nobody there is one part, and nothing in it', () => {
  expect(planExport(nothing)).toEqual([[]])
})

test('200,000 entries come in parts of at most 20,000, and each piece begins where the one before ends', () => {
  const count = 200_000
  const parts = planExport({ ...nothing, entries: [{ accountId: 1, count, starts: startsOf(count) }] })
  expect(parts).toHaveLength(10)
  const pieces = parts.flat().flatMap((piece) => (piece.kind === 'entries' ? [piece] : []))
  expect(pieces).toHaveLength(20)
  expect(pieces[0]?.from).toBeNull()
  expect(pieces.at(-1)?.to).toBeNull()
  for (const [index, { to }] of pieces.slice(0, -1).entries()) expect(pieces[index + 1]?.from).toEqual(to)
})

test('ten thousand people and five years of reports are spread over several parts', () => {
  const reports = Array.from({ length: 260 }, (_, week) => ({ week: `20${week}`, length: 12_000 }))
  const parts = planExport({ ...nothing, blocks: { first: 0, last: 156 }, reports })
  expect(parts.length).toBeGreaterThan(8)
  expect(parts.flat().filter(({ kind }) => kind === 'people')).toHaveLength(20)
})

test('a piece is the same after it was a link', () => {
  const key = fc.option(fc.tuple(fc.nat(1), fc.nat(), fc.nat(), fc.maxSafeNat()))
  const pieces: fc.Arbitrary<ExportPiece> = fc.oneof(
    fc.record({ kind: fc.constant('people' as const), from: fc.nat(), to: fc.nat() }),
    fc.record({ kind: fc.constant('entries' as const), accountId: fc.nat(), from: key, to: key }),
    fc.record({ kind: fc.constant('automated_senders' as const), accountId: fc.nat(), offset: fc.nat() }),
    fc.constant({ kind: 'corrections' as const }),
    fc.constant({ kind: 'reports' as const, from: '2026-11-23', to: '2026-11-30' }),
    fc.constant({ kind: 'acts' as const }),
  )
  fc.assert(
    fc.property(pieces, (piece) => {
      expect(parsePiece(formatPiece(piece))).toEqual(piece)
    }),
  )
})

test('whatever else a link says names no piece', () => {
  for (const text of ['', 'x', 'p', 'p.1', 'p.-1.2', 'e.1.2,3', 's.1', 'r.now.then', 'e.1.1,2,3,4,5.']) {
    expect(parsePiece(text), text).toBeNull()
  }
})
