/**
 * How everything of a user is cut into parts, each of them made in one invocation: pieces, and how many go together. A part is
 * named by its pieces, so that its link says all that is to be read. Pure.
 */
import type { EntryKey, ExportSizes } from '../store/export.ts'

/** Something that one query answers. */
export type ExportPiece =
  /** People of these blocks, counted from the user's first. */
  | { readonly kind: 'people'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'entries'
      readonly accountId: number
      readonly from: EntryKey | null
      readonly to: EntryKey | null
    }
  | { readonly kind: 'automated_senders'; readonly accountId: number; readonly offset: number }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'reports'; readonly from: string; readonly to: string }
  | { readonly kind: 'acts' }

/** How many entries a piece has, and so many times what one of them costs a part may cost. */
export const entriesPerPiece = 10_000
const partCost = 20_000

export const sendersPerPiece = 5000
const blocksPerPiece = 8
const weeksPerPiece = 13

/** A block is read whole for a few words of each of its people; a report is taken apart and put together again. */
const costs = { block: 400, sender: 0.5, correctionCharacter: 0.01, reportCharacter: 0.05, act: 2 } as const

/** The parts of an export, in the order of the file; one at least. */
export const planExport = (sizes: ExportSizes): readonly (readonly ExportPiece[])[] => {
  const parts: ExportPiece[][] = []
  let room = 0
  for (const { piece, cost } of piecesOf(sizes)) {
    if (parts.length === 0 || cost > room) {
      parts.push([])
      room = partCost
    }
    parts.at(-1)?.push(piece)
    room -= cost
  }
  return parts.length === 0 ? [[]] : parts
}

interface CostedPiece {
  readonly piece: ExportPiece
  readonly cost: number
}

const piecesOf = (sizes: ExportSizes): readonly CostedPiece[] => [
  ...peoplePieces(sizes),
  ...sizes.entries.flatMap(entryPieces),
  ...sizes.automatedSenders.flatMap(({ accountId, count }) =>
    steps(count, sendersPerPiece).map((offset) => ({
      piece: { kind: 'automated_senders', accountId, offset } as const,
      cost: Math.min(sendersPerPiece, count - offset) * costs.sender,
    })),
  ),
  ...(sizes.corrections.count === 0
    ? []
    : [{ piece: { kind: 'corrections' } as const, cost: sizes.corrections.length * costs.correctionCharacter }]),
  ...steps(sizes.reports.length, weeksPerPiece).map((first) => {
    const weeks = sizes.reports.slice(first, first + weeksPerPiece)
    const [{ week: from } = { week: '' }] = weeks
    return {
      piece: { kind: 'reports', from, to: weeks.at(-1)?.week ?? from } as const,
      cost: weeks.reduce((sum, { length }) => sum + length, 0) * costs.reportCharacter,
    }
  }),
  ...(sizes.actCount === 0 ? [] : [{ piece: { kind: 'acts' } as const, cost: sizes.actCount * costs.act }]),
]

const peoplePieces = ({ blocks }: ExportSizes): readonly CostedPiece[] =>
  blocks === null
    ? []
    : steps(blocks.last + 1, blocksPerPiece).map((from) => {
        const to = Math.min(blocks.last, from + blocksPerPiece - 1)
        return { piece: { kind: 'people', from, to } as const, cost: (to - from + 1) * costs.block }
      })

const entryPieces = ({ accountId, count, starts }: ExportSizes['entries'][number]): readonly CostedPiece[] =>
  [null, ...starts].map((from, index) => ({
    piece: { kind: 'entries', accountId, from, to: starts[index] ?? null },
    cost: Math.min(entriesPerPiece, count - index * entriesPerPiece),
  }))

/** 0, `by`, 2 × `by`, … below `count`. */
const steps = (count: number, by: number): readonly number[] =>
  Array.from({ length: Math.ceil(count / by) }, (_, index) => index * by)

/** A piece in a few characters of a link. */
export const formatPiece = (piece: ExportPiece): string => {
  switch (piece.kind) {
    case 'people':
      return `p.${piece.from}.${piece.to}`
    case 'entries':
      return `e.${piece.accountId}.${piece.from?.join(',') ?? ''}.${piece.to?.join(',') ?? ''}`
    case 'automated_senders':
      return `s.${piece.accountId}.${piece.offset}`
    case 'corrections':
      return 'c'
    case 'reports':
      return `r.${piece.from}.${piece.to}`
    case 'acts':
      return 'a'
  }
}

/** Null where a link names no piece. */
export const parsePiece = (text: string): ExportPiece | null => {
  const [kind, one = '', two = '', three = ''] = text.split('.')
  switch (kind) {
    case 'p':
      return isNumber(one) && isNumber(two) ? { kind: 'people', from: Number(one), to: Number(two) } : null
    case 'e': {
      if (!isNumber(one) || !isKey(two) || !isKey(three)) return null
      return { kind: 'entries', accountId: Number(one), from: keyIn(two), to: keyIn(three) }
    }
    case 's':
      return isNumber(one) && isNumber(two)
        ? { kind: 'automated_senders', accountId: Number(one), offset: Number(two) }
        : null
    case 'r':
      return isWeek(one) && isWeek(two) ? { kind: 'reports', from: one, to: two } : null
    case 'c':
      return { kind: 'corrections' }
    case 'a':
      return { kind: 'acts' }
    default:
      return null
  }
}

const isNumber = (text: string): boolean => /^\d{1,15}$/.test(text)
const isKey = (text: string): boolean => text === '' || /^\d+,\d+,\d+,\d+$/.test(text)
const isWeek = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

const keyIn = (text: string): EntryKey | null => {
  const [feed, contactId, at, item] = text.split(',').map(Number)
  if (feed === undefined || contactId === undefined || at === undefined || item === undefined) return null
  return [feed, contactId, at, item]
}
