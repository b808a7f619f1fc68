/**
 * The circles people stand in, for the picture of everyone: the user's own groups, and where they made none what is plain to
 * see: a shared surname, the user's own domain, a firm that many write from. Pure.
 */
import { folded } from '../infer/name-letters.ts'
import { type CanonicalAddress, domainOf } from '../model/address.ts'
import type { Band } from '../model/health.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import type { Person } from '../model/person.ts'
import type { Candidate } from './candidate.ts'

/** `group` is the user's own word; the others are told by a code, and a firm by its domain. */
export type CircleName =
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'family' | 'work' | 'others' }
  | { readonly kind: 'firm'; readonly domain: string }

export interface Circle {
  readonly of: CircleName
  /** In the order in which they came. */
  readonly members: readonly Candidate[]
  /** Of those with a rhythm, how many keep it, and how many there are. */
  readonly inRhythm: number
  readonly withRhythm: number
}

/** Who the user is, as far as it tells who belongs to them. */
export interface CircleOwner {
  readonly name: string
  readonly addresses: readonly CanonicalAddress[]
}

/** Everybody is in one circle, and the circle of all others is last. */
export const circlesOf = (candidates: readonly Candidate[], owner: CircleOwner): readonly Circle[] => {
  const circleOf = circleTest(candidates, owner)
  const members = new Map<string, { readonly of: CircleName; readonly members: Candidate[] }>()
  for (const candidate of candidates) {
    const of = circleOf(candidate.person)
    const key = circleKey(of)
    const known = members.get(key)
    if (known === undefined) members.set(key, { of, members: [candidate] })
    else known.members.push(candidate)
  }
  return [...members.values()]
    .map((circle) => ({ ...circle, ...rhythmCounts(circle.members) }))
    .sort((a, b) => order(a) - order(b) || b.members.length - a.members.length)
}

/** How a circle is named in an address of ours: a group by its name, the others by what no group is called. */
export const circleKey = (of: CircleName): string => {
  switch (of.kind) {
    case 'group':
      return of.name
    case 'firm':
      return `@${of.domain}`
    default:
      return `~${of.kind}`
  }
}

/** What stands out: the circle that keeps its rhythm best, and the one that keeps it worst; null where none does. */
export interface Finding {
  readonly close: CircleName | null
  readonly quiet: CircleName | null
}

export const findingOf = (circles: readonly Circle[]): Finding => {
  const told = circles.filter(({ of, withRhythm }) => of.kind !== 'others' && withRhythm >= minTold)
  const all = circles.reduce((sum, { withRhythm }) => sum + withRhythm, 0)
  const share = circles.reduce((sum, { inRhythm }) => sum + inRhythm, 0) / Math.max(1, all)
  const byShare = told.toSorted((a, b) => shareOf(b) - shareOf(a))
  const best = byShare[0]
  const worst = byShare.at(-1)
  return {
    close: best !== undefined && shareOf(best) >= closeShare ? best.of : null,
    quiet: worst !== undefined && shareOf(worst) <= Math.min(quietShare, share - minApart) ? worst.of : null,
  }
}

/** Of fewer, one person more or less would make the sentence. */
const minTold = 3
const closeShare = 0.75
const quietShare = 0.5
const minApart = 0.15

const shareOf = ({ inRhythm, withRhythm }: Circle): number => inRhythm / withRhythm

const order = ({ of: { kind } }: Circle): number => ['family', 'group', 'work', 'firm', 'others'].indexOf(kind)

const circleTest = (candidates: readonly Candidate[], owner: CircleOwner): ((person: Person) => CircleName) => {
  const surname = surnameOf(owner.name)
  const work = new Set(owner.addresses.map(domainOf).filter((domain) => !mailHosts.has(domain)))
  const firms = firmsAmong(candidates, work)
  return (person) => {
    const [group] = person.override.groups
    if (group !== undefined) return { kind: 'group', name: group }
    if (surname !== null && bears(surname, person.name)) return { kind: 'family' }
    const domains = person.addresses.map(domainOf)
    if (domains.some((domain) => work.has(domain))) return { kind: 'work' }
    const firm = domains.find((domain) => firms.has(domain))
    return firm === undefined ? { kind: 'others' } : { kind: 'firm', domain: firm }
  }
}

/** A name of one word has none. */
const surnameOf = (name: string): string | null => {
  const words = name.trim().split(/ +/)
  const last = words.at(-1)
  return words.length < 2 || last === undefined || last.includes('@') ? null : folded(last)
}

/** Most names of ten thousand are told apart without taking them to pieces. */
const bears = (surname: string, name: string): boolean =>
  /^[ -~]*$/.test(name) && !name.toLowerCase().endsWith(` ${surname}`) ? false : surnameOf(name) === surname

/** Fewer are no firm, and more firms are no picture. */
const minInFirm = 8
const maxFirms = 2

const firmsAmong = (candidates: readonly Candidate[], work: ReadonlySet<string>): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const { person } of candidates) {
    for (const domain of new Set(person.addresses.map(domainOf))) {
      if (!mailHosts.has(domain) && !work.has(domain)) counts.set(domain, (counts.get(domain) ?? 0) + 1)
    }
  }
  const firms = [...counts].filter(([, count]) => count >= minInFirm).sort((a, b) => b[1] - a[1])
  return new Set(firms.slice(0, maxFirms).map(([domain]) => domain))
}

const inRhythmBands: ReadonlySet<Band> = new Set(['thriving', 'steady'])
const rhythmBands: ReadonlySet<Band> = new Set(['thriving', 'steady', 'fading', 'quiet'])

const rhythmCounts = (members: readonly Candidate[]): Pick<Circle, 'inRhythm' | 'withRhythm'> => ({
  inRhythm: members.filter(({ health }) => inRhythmBands.has(health.band)).length,
  withRhythm: members.filter(({ health }) => rhythmBands.has(health.band)).length,
})
