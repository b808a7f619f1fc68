/**
 * The circle: the user in the middle, nearer is closer, marks in the shape and colour of their band. People of one
 * domain stand side by side. Names are placed where they collide with nothing; the rest are found by pointer, keyboard,
 * or in the list. Pure: numbers in, SVG out.
 */
import { html } from 'hono/html'
import { domainOf } from '../../model/address.ts'
import { type Candidate, closestOf } from '../../report/candidate.ts'
import { describeMark, peopleWords } from '../../words/people.ts'
import type { Html } from '../kit/layout.tsx'

export const circlePicture = (candidates: readonly Candidate[]): Html => {
  const marks = placeMarks(candidates)
  const labels = placeLabels(marks)
  return html`<svg viewBox="0 0 ${size} ${size}" role="group" aria-label="${peopleWords.picture}">
${rings.map((radius) => html`<circle class="line" cx="${middle}" cy="${middle}" r="${radius}"/>`)}
${marks.map((mark) => markHtml(mark, labels.get(mark) ?? null))}
<circle class="you" cx="${middle}" cy="${middle}" r="21"/><text class="onyou" x="${middle}" y="${middle + 4}" text-anchor="middle">${peopleWords.you}</text>
</svg>`
}

/** More would be a cloud. The list has everybody. */
const maxMarks = 110

const size = 760
const middle = size / 2
const nearest = 52
const farthest = 345
const rings = [farthest * 0.34, farthest * 0.6, farthest * 0.82, farthest]

interface Mark {
  readonly candidate: Candidate
  readonly x: number
  readonly y: number
  readonly r: number
}

/** By rank, so that the disc is filled evenly however alike the numbers are: nearer is closer, and that is all it says. */
const placeMarks = (candidates: readonly Candidate[]): readonly Mark[] => {
  const shown = closestOf(candidates, maxMarks)
  const rankOf = new Map(shown.map((candidate, rank) => [candidate, rank]))
  const byDomain = [...shown].sort((a, b) => compareText(neighbourhood(a), neighbourhood(b)))
  return byDomain.map((candidate, index) => {
    const angle = (2 * Math.PI * index) / Math.max(1, byDomain.length) - Math.PI / 2
    const share = (rankOf.get(candidate) ?? 0) / Math.max(1, shown.length - 1)
    const distance = nearest + (farthest - nearest) * share ** 0.6
    return {
      candidate,
      x: round(middle + distance * Math.cos(angle)),
      y: round(middle + distance * Math.sin(angle)),
      r: round(5 + 4 * (candidate.health.closeness / 100)),
    }
  })
}

/** Colleagues next to each other; people of the big mail hosts by name. */
const neighbourhood = ({ person }: Candidate): string => {
  const [address] = person.addresses
  return address === undefined ? person.name : `${domainOf(address)} ${person.name.toLowerCase()}`
}

interface Label {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly text: string
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The closest are named first; a name that finds no free place is left away. */
const placeLabels = (marks: readonly Mark[]): ReadonlyMap<Mark, Label> => {
  const taken: Box[] = [
    { left: middle - 22, right: middle + 22, top: middle - 22, bottom: middle + 22 },
    ...marks.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r })),
  ]
  const labels = new Map<Mark, Label>()
  const closestFirst = [...marks].sort((a, b) => b.candidate.health.closeness - a.candidate.health.closeness)
  for (const mark of closestFirst) {
    const label = labelsAround(mark).find((option) => isFree(boxOf(option), taken))
    if (label === undefined) continue
    labels.set(mark, label)
    taken.push(boxOf(label))
  }
  return labels
}

const labelsAround = ({ candidate, x, y, r }: Mark): readonly Label[] => {
  const text = shortLabel(candidate)
  return [
    { x, y: y - r - 5, anchor: 'middle', text },
    { x, y: y + r + 14, anchor: 'middle', text },
    { x: x + r + 5, y: y + 4, anchor: 'start', text },
    { x: x - r - 5, y: y + 4, anchor: 'end', text },
  ]
}

const shortLabel = ({ person }: Candidate): string => {
  const name = person.givenName ?? person.name
  return name.length > 16 ? `${name.slice(0, 15)}…` : name
}

/** Seven units a character is what 13 px characters come to on average. */
const boxOf = ({ x, y, anchor, text }: Label): Box => {
  const width = 7 * text.length + 4
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 11, bottom: y + 3 }
}

const isFree = (box: Box, taken: readonly Box[]): boolean =>
  box.left > 2 &&
  box.right < size - 2 &&
  box.top > 2 &&
  box.bottom < size - 2 &&
  taken.every(
    ({ left, right, top, bottom }) => box.right < left || box.left > right || box.bottom < top || box.top > bottom,
  )

const markHtml = ({ candidate, x, y, r }: Mark, label: Label | null): Html => {
  const { person, health } = candidate
  const at = label ?? { x, y: y - r - 5, anchor: 'middle', text: shortLabel(candidate) }
  return html`<a href="/people/${person.id}"${label === null ? '' : html` class="named"`} aria-label="${describeMark(person.name, health.band)}"><circle class="${health.band}" cx="${x}" cy="${y}" r="${r}"/><text x="${round(at.x)}" y="${round(at.y)}" text-anchor="${at.anchor}">${at.text}</text></a>
`
}

const round = (value: number): number => Math.round(value * 10) / 10

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
