/** The years of two people: hills of silence over the usual gap, and below them met, you wrote, they wrote. */
import type { Band } from '../../model/health.ts'
import type { Exchange } from '../../model/interaction.ts'
import { DAY, type Instant, later, toMilliseconds } from '../../model/time.ts'
import { monthNameInWords, type ReportDay } from '../../words/dates.ts'
import { describeGap, describeTheyWrote, describeUsual, yearsWords } from '../../words/years.ts'
import { textWidth } from '../kit/text-width.ts'
import { gapsOf, layYears, usualUpTo, type YearsFrame, type YearsLayout, yearsSize } from './years-layout.ts'

export interface YearsView {
  /** Direct contact only, in any order. */
  readonly contacts: readonly Pick<Exchange, 'kind' | 'at'>[]
  readonly usualGapDays: number | null
  readonly band: Band
  readonly name: string
  /** The whole picture in a sentence. */
  readonly label: string
  readonly day: ReportDay
}

/** `<Years view={…} />`: every year where there is room, the last twelve months on a phone. */
export const Years = ({ view }: { readonly view: YearsView }) => {
  const { contacts, day } = view
  const first = Math.min(...contacts.map(({ at }) => at)) as Instant
  const yearAgo = later(day.at, -365 * DAY)
  const since = later(Math.min(first, yearAgo) as Instant, -7 * DAY)
  return (
    <figure>
      <Picture view={view} kind="wide" frame={{ left: 100, right: 1086, from: since, to: day.at }} />
      <Picture view={view} kind="compact" frame={{ left: 94, right: 341, from: yearAgo, to: day.at }} />
      <figcaption class="small muted after">
        {view.usualGapDays === null ? yearsWords.plainCaption : yearsWords.caption}
        {first < yearAgo && (
          <span class="compact">
            {' '}
            {yearsWords.lastYear} <a href="#together">{yearsWords.allYears}</a>.
          </span>
        )}
      </figcaption>
    </figure>
  )
}

interface PictureProps {
  readonly view: YearsView
  readonly kind: 'wide' | 'compact'
  readonly frame: YearsFrame
}

const Picture = ({ view, kind, frame }: PictureProps) => {
  const { contacts, usualGapDays, band, label, day } = view
  const gaps = gapsOf(
    contacts.map(({ at }) => at),
    day.at,
  )
  const layout = layYears(gaps, { usualGapDays, frame })
  const foot = kind === 'wide' ? yearsBetween(frame) : monthsBetween(frame, day)
  const { base } = yearsSize
  const lines = foot.map(({ at }) => `M${layout.x(at)} 28V236`).join('')
  return (
    <svg class={`time ${kind}`} viewBox={`0 24 ${frame.right + 2} 232`} role="img" aria-label={label}>
      {layout.bandTop !== null && (
        <rect
          class="band"
          x={frame.left}
          y={layout.bandTop}
          width={frame.right - frame.left}
          height={base - layout.bandTop}
        />
      )}
      <path class="line" d={`${lines}M${frame.left} ${base}H${frame.right}`} />
      <path class="hill" d={layout.hill} />
      <path class="past" d={layout.past} />
      <path class={`open ${band}`} d={layout.open} />
      {layout.labels.map(({ x, y, gap }) => (
        <text
          class="big"
          x={x}
          y={y}
          text-anchor={x > frame.right - 60 ? 'end' : x < frame.left + 40 ? 'start' : 'middle'}
        >
          {describeGap(gap.days, gap.isOpen)}
        </text>
      ))}
      <Rows view={view} layout={layout} frame={frame} />
      {foot.map(({ at, label: words }) => (
        <text class="sub" x={layout.x(at) + 4} y="251">
          {words}
        </text>
      ))}
    </svg>
  )
}

const Rows = ({
  view: { contacts, usualGapDays, name },
  layout,
  frame,
}: Pick<PictureProps, 'view' | 'frame'> & { readonly layout: YearsLayout }) => {
  const xsOf = (kind: Exchange['kind']): readonly number[] => [
    ...new Set(
      contacts
        .filter((each) => each.kind === kind && each.at >= frame.from && each.at <= frame.to)
        .map(({ at }) => Math.round(layout.x(at) / 2) * 2),
    ),
  ]
  const wrote = describeTheyWrote(name)
  const sent = xsOf('sent').map((x) => `M${x} 203h0`)
  const came = xsOf('received').map((x) => `M${x} 226h0`)
  return (
    <>
      {usualGapDays !== null && layout.bandTop !== null && (
        <>
          <text class="sub" x="0" y="128">
            {yearsWords.usual}
          </text>
          <text class="sub" x="0" y="144">
            {describeUsual(usualUpTo(usualGapDays))}
          </text>
        </>
      )}
      {[yearsWords.met, yearsWords.sent, textWidth(wrote, 13) > frame.left - 4 ? yearsWords.theyWrote : wrote].map(
        (row, index) => (
          <text class="sub" x="0" y={184 + 23 * index}>
            {row}
          </text>
        ),
      )}
      <path
        class="met"
        d={xsOf('met')
          .map((x) => `M${x - 3.5} 176.5h7v7h-7z`)
          .join('')}
      />
      <path class="sent" d={sent.join('')} />
      <path class="came" d={came.join('')} />
      <path class="hole" d={came.join('')} />
    </>
  )
}

interface Tick {
  readonly at: Instant
  readonly label: string
}

const instantOf = (year: number, month: number): Instant => (Date.UTC(year, month, 1) / 1000) as Instant

/** The first of January of each, as many as there is room for. */
const yearsBetween = ({ from, to }: YearsFrame): readonly Tick[] => {
  const first = new Date(toMilliseconds(from)).getUTCFullYear() + 1
  const last = new Date(toMilliseconds(to)).getUTCFullYear()
  const step = Math.ceil((last - first + 1) / maxYears)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
    .filter((year) => (last - year) % step === 0)
    .map((year) => ({ at: instantOf(year, 0), label: String(year) }))
}

const maxYears = 15

/** Every fourth month of the last twelve, away from the edge. */
const monthsBetween = ({ from }: YearsFrame, day: ReportDay): readonly Tick[] => {
  const start = new Date(toMilliseconds(from))
  return [1, 5, 9].map((months) => {
    const at = instantOf(start.getUTCFullYear(), start.getUTCMonth() + months)
    return { at, label: monthNameInWords(later(at, 15 * DAY), day) }
  })
}
