/**
 * Where everything of the fan lies: wedges side by side, three rings, and marks with their names, of which none touches
 * another, a ring, a line or the edge. The same people lie at the same places on every visit. Pure: numbers in, numbers out.
 */
import { textWidth } from '../kit/text-width.ts'

export interface FanWedge {
  readonly name: string
  readonly note: string
}

export interface FanPerson {
  readonly id: number
  readonly label: string
  /** Of the wedges, counted from 0. */
  readonly wedge: number
  /** 0 is the innermost. */
  readonly ring: 0 | 1 | 2
  readonly isCircled: boolean
}

export type Anchor = 'start' | 'middle' | 'end'

export interface Placed<Person> {
  readonly person: Person
  readonly x: number
  readonly y: number
  /** Null where no room is left for a name. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: Anchor } | null
}

export interface Caption {
  readonly x: number
  readonly y: number
  readonly anchor: Anchor
}

export interface FanLayout<Person> {
  /** Angles from the left, in radians: one more than there are wedges. */
  readonly edges: readonly number[]
  readonly captions: readonly Caption[]
  readonly marks: readonly Placed<Person>[]
}

export const fanSize = { width: 1088, height: 524, x: 544, y: 496, you: 50, radii: [196, 330, 452] } as const

/** `people` come in the order in which they choose their places: whoever must have a name first. */
export const layFan = <Person extends FanPerson>(
  wedges: readonly FanWedge[],
  people: readonly Person[],
): FanLayout<Person> => {
  const edges = wedgeEdges(wedges.map((_, wedge) => people.filter((person) => person.wedge === wedge).length))
  const taken: Box[] = []
  const marks = people.flatMap((person) => {
    const placed = place(person, { edges, taken })
    if (placed === null) return []
    taken.push(...boxesOf(placed))
    return [placed]
  })
  return { edges, captions: captionsOf(wedges, edges), marks }
}

/** A point at this angle from the left and this distance from the foot. */
export const pointAt = (angle: number, radius: number): readonly [x: number, y: number] => [
  round(fanSize.x - Math.cos(angle) * radius),
  round(fanSize.y - Math.sin(angle) * radius),
]

/** A wedge is as wide as it is full, and wide enough for a name where it is nearly empty. */
export const wedgeEdges = (counts: readonly number[]): readonly number[] => {
  const weights = counts.map((count) => count + 1.5)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let reached = 0
  return [
    0,
    ...weights.map((weight) => {
      reached += weight
      return (Math.PI * reached) / all
    }),
  ]
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Setting {
  readonly edges: readonly number[]
  readonly taken: readonly Box[]
}

const place = <Person extends FanPerson>(person: Person, { edges, taken }: Setting): Placed<Person> | null => {
  const width = textWidth(person.label, 14, person.isCircled) + 2
  const isFree = (box: Box): boolean => !meetsLine(box, edges) && taken.every((other) => !touch(box, other))
  let nameless: Placed<Person> | null = null
  for (const [x, y] of spotsFor(person, edges)) {
    if (!isFree(markBox(x, y, person))) continue
    const label = labelsAround(x, y, person).find((option) => isFree(labelBox(option, width)))
    if (label !== undefined) return { person, x, y, label }
    nameless ??= { person, x, y, label: null }
  }
  // Whoever this week is about is never without a name: one ring farther out there is more room.
  if (person.isCircled && person.ring < 2)
    return place({ ...person, ring: person.ring === 0 ? 1 : 2 }, { edges, taken })
  return nameless
}

const step = 15
const margin = 15

/** Every place in the person's ring and wedge, in an order of their own: the same on every visit, and without a pattern. */
const spotsFor = ({ id, ring, wedge }: FanPerson, edges: readonly number[]): readonly (readonly [number, number])[] => {
  const inner = ring === 0 ? fanSize.you + 6 : fanSize.radii[ring - 1]
  const outer = fanSize.radii[ring]
  if (inner === undefined || outer === undefined) return []
  const spots: (readonly [number, number])[] = []
  for (let radius = inner + margin; radius <= outer - margin; radius += step) {
    const from = (edges[wedge] ?? 0) + margin / radius
    const to = (edges[wedge + 1] ?? Math.PI) - margin / radius
    for (let angle = from; angle <= to; angle += step / radius) spots.push(pointAt(angle, radius))
  }
  return inTurns(spots, id)
}

/** Steps of a fixed length over all of them, which meet each once where their number is prime. */
const inTurns = <Item>(items: readonly Item[], seed: number): readonly Item[] => {
  const count = primeFrom(items.length)
  const stride = 1 + ((Math.imul(Math.abs(seed) + 7, 2654435761) >>> 8) % Math.max(1, count - 1))
  const turned: Item[] = []
  for (let turn = 0; turn < count; turn++) {
    const item = items[(turn * stride) % count]
    if (item !== undefined) turned.push(item)
  }
  return turned
}

const primeFrom = (least: number): number => {
  let candidate = Math.max(2, least)
  while (!isPrime(candidate)) candidate++
  return candidate
}

const isPrime = (value: number): boolean => {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false
  return true
}

const markBox = (x: number, y: number, { isCircled }: FanPerson): Box => {
  const reach = isCircled ? 16 : 10
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
}

const labelsAround = (
  x: number,
  y: number,
  { isCircled }: FanPerson,
): readonly NonNullable<Placed<never>['label']>[] => {
  const beside = isCircled ? 17 : 11
  return [
    { x: round(x + beside), y: round(y + 5), anchor: 'start' },
    { x: round(x - beside), y: round(y + 5), anchor: 'end' },
    { x, y: round(y + beside + 12), anchor: 'middle' },
    { x, y: round(y - beside - 2), anchor: 'middle' },
  ]
}

const labelBox = ({ x, y, anchor }: Caption, width: number): Box => {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 12, bottom: y + 4 }
}

const boxesOf = ({ person, x, y, label }: Placed<FanPerson>): readonly Box[] =>
  label === null
    ? [markBox(x, y, person)]
    : [markBox(x, y, person), labelBox(label, textWidth(person.label, 14, person.isCircled) + 2)]

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const clearance = 3

/** Whether a ring, the edge of a wedge, the foot or the half circle of the user runs through the box or close by. */
const meetsLine = (box: Box, edges: readonly number[]): boolean => {
  if (box.bottom > fanSize.y - clearance || box.left < 0 || box.right > fanSize.width) return true
  const [near, far] = distances(box)
  if (near < fanSize.you + clearance) return true
  if (fanSize.radii.some((radius) => near - clearance < radius && radius < far + clearance)) return true
  return edges.some((angle) => meetsRay(box, angle))
}

/** From the foot to the nearest and the farthest point of the box. */
const distances = ({ left, right, top, bottom }: Box): readonly [near: number, far: number] => {
  const nearX = Math.max(left - fanSize.x, 0, fanSize.x - right)
  const farX = Math.max(Math.abs(left - fanSize.x), Math.abs(right - fanSize.x))
  return [Math.hypot(nearX, fanSize.y - bottom), Math.hypot(farX, fanSize.y - top)]
}

const meetsRay = ({ left, right, top, bottom }: Box, angle: number): boolean => {
  const [dx, dy] = [-Math.cos(angle), -Math.sin(angle)]
  const sides = [left, right].flatMap((x) => [top, bottom].map((y) => dx * (y - fanSize.y) - dy * (x - fanSize.x)))
  return Math.min(...sides) < clearance && Math.max(...sides) > -clearance
}

/** Outside the outermost ring, as near the middle of the wedge as there is room. */
const captionsOf = (wedges: readonly FanWedge[], edges: readonly number[]): readonly Caption[] => {
  const taken: Box[] = []
  return wedges.map((wedge, index) => {
    const middle = ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2
    const options = turns.map((turn) => captionAt(middle + turn, wedge))
    const fits = options.find(({ box }) => distances(box)[0] >= outermost && !taken.some((other) => touch(box, other)))
    const { caption, box } = fits ?? captionAt(middle, wedge)
    taken.push(box)
    return caption
  })
}

const outermost = fanSize.radii[2] + 8

/** To both sides by turns, ever farther. */
const turns: readonly number[] = [
  0,
  ...Array.from({ length: 24 }, (_, index) => 0.02 * (index + 1)).flatMap((turn) => [turn, -turn]),
]

const captionAt = (angle: number, { name, note }: FanWedge): { readonly caption: Caption; readonly box: Box } => {
  const [x, y] = pointAt(angle, outermost + 4)
  const width = Math.max(textWidth(name, 16, true), textWidth(note, 13))
  const lean = Math.cos(angle)
  const anchor: Anchor = lean > 0.25 ? 'end' : lean < -0.25 ? 'start' : 'middle'
  const wanted = anchor === 'end' ? x - width : anchor === 'start' ? x : x - width / 2
  const left = Math.min(Math.max(0, wanted), fanSize.width - width)
  const baseline = round(y - 22)
  const box = { left, right: left + width, top: baseline - 14, bottom: baseline + 22 }
  const at = anchor === 'end' ? left + width : anchor === 'start' ? left : left + width / 2
  return { caption: { x: round(at), y: baseline, anchor }, box }
}

const round = (value: number): number => Math.round(value * 10) / 10
