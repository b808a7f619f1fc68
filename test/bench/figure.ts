/** One measured number beside the one asked for, as `npm run bench` prints it. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What is asked for, or null where the figure only stands beside another. */
  readonly target: number | null
  readonly better: 'lower' | 'higher'
  /** The same measured of the obvious other way, where there is one. */
  readonly peer?: number
}

export const lower = (name: string, value: number, unit: string, target: number | null, peer?: number): Figure => ({
  name,
  value: rounded(value),
  unit,
  target,
  better: 'lower',
  ...(peer !== undefined && { peer: rounded(peer) }),
})

export const higher = (name: string, value: number, unit: string, target: number | null, peer?: number): Figure => ({
  ...lower(name, value, unit, target, peer),
  better: 'higher',
})

export const isReached = ({ value, target, better }: Figure): boolean =>
  target === null || (better === 'lower' ? value <= target : value >= target)

export const table = (figures: readonly Figure[]): string => {
  const rows = figures.map((figure) => [
    figure.name,
    `${figure.value.toLocaleString('en')} ${figure.unit}`,
    figure.target === null ? '' : `${figure.better === 'lower' ? '≤' : '≥'} ${figure.target.toLocaleString('en')}`,
    figure.target === null ? '' : isReached(figure) ? 'reached' : 'missed',
    figure.peer === undefined ? '' : figure.peer.toLocaleString('en'),
  ])
  const lines = [['what', 'measured', 'asked', '', 'the other way'], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Three figures are all that a measurement of this kind can claim; counts stay whole. */
const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)))
