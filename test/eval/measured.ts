/** What one evaluation gives: figures for machines, and a table for people. */

export interface Question {
  /** The file of data to judge on. */
  readonly place: string
  /** The folder with the bundled classify.mjs and scorer.mjs. */
  readonly modules: string
  readonly isShort: boolean
}

export interface Measured {
  readonly figures: readonly Figure[]
  readonly table: string
}

/** In the form of `npm run bench`. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'share' | 'count'
  /** What is asked for, or null where the figure only stands beside others. */
  readonly target: number | null
  readonly better: 'higher' | 'lower'
  /** The same of the best known model, on the same data. */
  readonly peer?: number
}

export const share = (name: string, value: number, target: number | null = null): Figure => ({
  name,
  value: rounded(value),
  unit: 'share',
  target,
  better: 'higher',
})

export const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Rows under a head, in columns; the first column to the left, the others to the right. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
    )
    .map((cells) => `  ${cells.join('  ').trimEnd()}`)
    .join('\n')
}

export const shown = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : '–')
