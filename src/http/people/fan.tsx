/**
 * The fan: the user at the foot, nearer is closer in three captioned rings, a wedge is a circle of people. Marks are phases;
 * those of this week's email are circled, and the one circle that the sentence above names is shaded.
 */
import type { Band } from '../../model/health.ts'
import { describeMark, pictureWords } from '../../words/picture.ts'
import { type FanLayout, type FanPerson, type FanWedge, fanSize, layFan, pointAt } from './fan-layout.ts'

export interface FanMark extends FanPerson {
  readonly name: string
  readonly band: Band
}

/** `<Fan wedges={…} people={…} told={3} label="Your 36 closest people by group." />` */
export const Fan = ({
  wedges,
  people,
  told,
  label,
}: {
  readonly wedges: readonly FanWedge[]
  readonly people: readonly FanMark[]
  /** The wedge that is shaded, or null. */
  readonly told: number | null
  readonly label: string
}) => {
  const layout = layFan(wedges, people)
  const { width, height, x, y } = fanSize
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element but this draws and groups at once
    <svg class="fan wide" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      <path class="inner" d={halfDisc(fanSize.radii[0])} />
      {told !== null && <path class="told" d={wedgePath(layout.edges, told)} />}
      <path class="line" d={linesOf(layout)} />
      <path class="you" d={`M${x - 40} ${y}a40 40 0 0 1 80 0z`} />
      <text class="on" x={x} y={y - 11} text-anchor="middle">
        {pictureWords.you}
      </text>
      <Captions wedges={wedges} layout={layout} />
      <RingNames />
      {layout.marks.map(({ person, label: at, ...spot }) => (
        <MarkLink person={person} spot={spot} at={at} />
      ))}
    </svg>
  )
}

interface LayoutProps {
  readonly layout: FanLayout<FanMark>
}

const Captions = ({ wedges, layout }: LayoutProps & { readonly wedges: readonly FanWedge[] }) => (
  <>
    {layout.captions.map(({ x, y, anchor }, index) => (
      <>
        <text class="cap" x={x} y={y} text-anchor={anchor}>
          {wedges[index]?.name}
        </text>
        <text class="sub" x={x} y={y + 18} text-anchor={anchor}>
          {wedges[index]?.note}
        </text>
      </>
    ))}
  </>
)

/** Below the foot, to both sides. */
const RingNames = () => (
  <>
    {pictureWords.rings.map((name, ring) => {
      const outer = fanSize.radii[ring] ?? 0
      const inner = ring === 0 ? 72 : (fanSize.radii[ring - 1] ?? 0)
      return [1, -1].map((side) => (
        <text class="sub" x={fanSize.x + (side * (inner + outer)) / 2} y={fanSize.y + 20} text-anchor="middle">
          {name}
        </text>
      ))
    })}
  </>
)

const MarkLink = ({
  person,
  spot,
  at,
}: {
  readonly person: FanMark
  readonly spot: { readonly x: number; readonly y: number }
  readonly at: FanLayout<FanMark>['marks'][number]['label']
}) => (
  <a href={`/people/${person.id}`} class={person.isCircled ? 'now' : undefined}>
    <title>{describeMark(person.name, person.band)}</title>
    {person.isCircled && <circle class="halo" cx={spot.x} cy={spot.y} r="13" />}
    <use
      href={`#m-${person.band}`}
      class={person.band}
      x={tenths(spot.x - 8)}
      y={tenths(spot.y - 8)}
      width="16"
      height="16"
    />
    {at !== null && (
      <text x={at.x} y={at.y} text-anchor={at.anchor}>
        {person.label}
      </text>
    )}
  </a>
)

const halfDisc = (radius: number): string =>
  `M${fanSize.x - radius} ${fanSize.y}a${radius} ${radius} 0 0 1 ${2 * radius} 0z`

const linesOf = ({ edges }: LayoutProps['layout']): string => {
  const outer = fanSize.radii[2]
  const arcs = fanSize.radii.map((radius) => halfDisc(radius).slice(0, -1))
  const rays = edges.slice(1, -1).map((angle) => `M${pointAt(angle, fanSize.you)}L${pointAt(angle, outer)}`)
  return [...arcs, `M${fanSize.x - outer} ${fanSize.y}h${2 * outer}`, ...rays].join('')
}

const wedgePath = (edges: readonly number[], wedge: number): string => {
  const [from = 0, to = Math.PI] = edges.slice(wedge, wedge + 2)
  const { you, radii } = fanSize
  const outer = radii[2]
  return `M${pointAt(from, you)}L${pointAt(from, outer)}A${outer} ${outer} 0 0 1 ${pointAt(to, outer)}L${pointAt(to, you)}A${you} ${you} 0 0 0 ${pointAt(from, you)}Z`
}

const tenths = (value: number): number => Math.round(value * 10) / 10
