/**
 * The years of two people as hills: how long it had been quiet, so that each contact drops it to nothing; what rises above
 * the usual gap is a break. Pure: instants in, numbers and paths out.
 */
import { DAY, type Instant, later } from '../../model/time.ts'

/** A silence between two contacts; `to` is now for the last. */
export interface Gap {
  readonly from: Instant
  readonly to: Instant
  readonly days: number
  readonly isOpen: boolean
}

export interface YearsFrame {
  readonly left: number
  readonly right: number
  readonly from: Instant
  readonly to: Instant
}

export interface YearsLayout {
  /** Where the pale band of the usual gap begins; null where no rhythm is known. */
  readonly bandTop: number | null
  readonly hill: string
  readonly past: string
  readonly open: string
  /** The breaks that are long enough to be named, with room between them. */
  readonly labels: readonly { readonly x: number; readonly y: number; readonly gap: Gap }[]
  readonly x: (at: Instant) => number
}

export const yearsSize = { base: 150, top: 46, bottom: 256 } as const

/** So many times the usual gap are still usual. */
export const usualUpTo = (usualGapDays: number): number => 1.6 * usualGapDays

/** Long enough to be called a break: as long as a tie takes to fade. */
export const isBreak = ({ days }: Pick<Gap, 'days'>, usualGapDays: number): boolean =>
  days >= Math.max(28, 2.5 * usualGapDays)

/** `contacts` are those in direct contact, in any order. */
export const gapsOf = (contacts: readonly Instant[], now: Instant): readonly Gap[] => {
  const sorted = contacts.filter((at) => at <= now).sort((a, b) => a - b)
  return sorted.map((from, index) => {
    const to = sorted[index + 1] ?? now
    return { from, to, days: (to - from) / DAY, isOpen: index === sorted.length - 1 }
  })
}

export const layYears = (
  gaps: readonly Gap[],
  { usualGapDays, frame }: { readonly usualGapDays: number | null; readonly frame: YearsFrame },
): YearsLayout => {
  const shown = gaps.filter(({ to }) => to > frame.from)
  const upTo = usualGapDays === null ? Number.POSITIVE_INFINITY : usualUpTo(usualGapDays)
  const longest = Math.max(1, ...shown.map(({ days }) => days))
  const perDay = (yearsSize.base - yearsSize.top) / Math.max(longest, usualGapDays === null ? 60 : 1.6 * upTo)
  const x = (at: Instant): number =>
    tenths(frame.left + ((at - frame.from) / (frame.to - frame.from)) * (frame.right - frame.left))
  const y = (days: number): number => tenths(yearsSize.base - days * perDay)
  const place: Placing = { x, y, upTo, frame }
  const rising = shown.filter(({ days }) => days > upTo)
  return {
    bandTop: usualGapDays === null ? null : y(upTo),
    hill: shown.map((gap) => hillOf(gap, place)).join(''),
    past: rising
      .filter(({ isOpen }) => !isOpen)
      .map((gap) => peakOf(gap, place))
      .join(''),
    open: rising
      .filter(({ isOpen }) => isOpen)
      .map((gap) => peakOf(gap, place))
      .join(''),
    labels:
      usualGapDays === null
        ? []
        : labelsOf(
            rising.filter((gap) => isBreak(gap, usualGapDays)),
            place,
          ),
    x,
  }
}

interface Placing {
  readonly x: (at: Instant) => number
  readonly y: (days: number) => number
  readonly upTo: number
  readonly frame: YearsFrame
}

const afterDays = ({ from }: Gap, days: number): Instant => later(from, Math.round(days * DAY))

/** Up to the usual gap; level from there on. A hill that began before the picture is cut at its edge. */
const hillOf = (gap: Gap, { x, y, upTo, frame }: Placing): string => {
  const start = Math.max(gap.from, frame.from) as Instant
  const height = Math.min(upTo, (start - gap.from) / DAY)
  const level = gap.days > upTo ? afterDays(gap, upTo) : null
  const begin = `M${x(start)} ${yearsSize.base}${height > 0 ? `V${y(height)}` : ''}`
  const rise = level === null || level <= start ? '' : `L${x(level)} ${y(upTo)}`
  const end = level === null ? `L${x(gap.to)} ${y(gap.days)}` : `H${x(gap.to)}`
  return `${begin}${rise}${end}V${yearsSize.base}z`
}

const peakOf = (gap: Gap, { x, y, upTo, frame }: Placing): string => {
  const start = Math.max(afterDays(gap, upTo), frame.from) as Instant
  const height = (start - gap.from) / DAY
  return `M${x(start)} ${y(upTo)}${height > upTo ? `V${y(height)}` : ''}L${x(gap.to)} ${y(gap.days)}V${y(upTo)}z`
}

/** Wide enough for "14 months now". */
const labelRoom = 96

/** The present first, then the longest. */
const labelsOf = (breaks: readonly Gap[], { x, y }: Placing): YearsLayout['labels'] => {
  const placed: YearsLayout['labels'][number][] = []
  for (const gap of breaks.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen) || b.days - a.days)) {
    const at = { x: x(gap.to), y: tenths(y(gap.days) - 8), gap }
    if (placed.every((other) => Math.abs(other.x - at.x) >= labelRoom)) placed.push(at)
  }
  return placed
}

const tenths = (value: number): number => Math.round(value * 10) / 10
