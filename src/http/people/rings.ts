/**
 * In which ring of the fan somebody stands: by what the tie is, as far as there is room beside the others of their wedge.
 * Nobody stands nearer than somebody closer of the same wedge. Pure.
 */
import { fanSize, wedgeEdges } from './fan-layout.ts'

export type Ring = 0 | 1 | 2

export interface RingPerson {
  /** 0–100. */
  readonly closeness: number
  readonly wedge: number
}

/** `people` come closest first; the answer is in their order. */
export const ringsOf = (people: readonly RingPerson[], wedges: number): readonly Ring[] => {
  const counts = Array.from({ length: wedges }, (_, wedge) => people.filter((person) => person.wedge === wedge).length)
  const edges = wedgeEdges(counts)
  const room = counts.map((_, wedge) => roomIn((edges[wedge + 1] ?? 0) - (edges[wedge] ?? 0)))
  const reached = counts.map((): Ring => 0)
  return people.map(({ closeness, wedge }) => {
    const left = room[wedge] ?? []
    let ring = laterRing(reached[wedge] ?? 0, ringBy(closeness))
    while (ring < 2 && (left[ring] ?? 0) < 1) ring = laterRing(ring, ring === 0 ? 1 : 2)
    left[ring] = (left[ring] ?? 0) - 1
    reached[wedge] = ring
    return ring
  })
}

const laterRing = (a: Ring, b: Ring): Ring => (a > b ? a : b)

/** All but certain to be in touch within three months of a contact; likely; and whoever else is among the closest. */
const ringBy = (closeness: number): Ring => (closeness >= 95 ? 0 : closeness >= 88 ? 1 : 2)

/** What a mark takes with its name and the air around them, in square units. */
const spaceForOne = 4200

const roomIn = (angle: number): number[] =>
  fanSize.radii.map((outer, ring) => {
    const inner = ring === 0 ? fanSize.you : (fanSize.radii[ring - 1] ?? 0)
    return Math.max(1, Math.floor((angle * (outer ** 2 - inner ** 2)) / 2 / spaceForOne))
  })
