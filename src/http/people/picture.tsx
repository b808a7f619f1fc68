/** The picture of everyone: a finding, counts that add up and filter, the fan, and on narrow screens shelves. */
import type { Report } from '../../model/report.ts'
import { type Candidate, closestOf, nearnessOf } from '../../report/candidate.ts'
import { type Circle, circleKey, findingOf } from '../../report/circles.ts'
import { describeBandCount, peopleWords } from '../../words/people.ts'
import {
  describeCircle,
  describeFinding,
  describePicture,
  describePictureLabel,
  describeRhythmCount,
  pictureWords,
} from '../../words/picture.ts'
import { bandsInOrder, Legend } from '../kit/marks.tsx'
import { Fan, type FanMark } from './fan.tsx'
import { filterHref, noFilter } from './filter.ts'
import { ringsOf } from './rings.ts'
import { Shelves } from './shelves.tsx'

interface PictureProps {
  readonly candidates: readonly Candidate[]
  /** Of everyone. */
  readonly circles: readonly Circle[]
  readonly bands: Report['bands']
  /** Whom this week's email names. */
  readonly named: ReadonlySet<number>
  readonly locale: string
}

export const Picture = ({ candidates, circles, bands, named, locale }: PictureProps) => {
  const shown = shownOf(candidates, named)
  const wedges = wedgesOf(circles, shown)
  const finding = findingOf(wedges.map(({ circle }) => circle))
  const toldAt = wedges.findIndex(({ circle: { of } }) => of === finding.quiet)
  const told = toldAt < 0 ? null : toldAt
  const people = peopleOf(wedges, { shown, named })
  const captions = wedges.map(({ circle }) => ({ name: describeCircle(circle.of), note: describeRhythmCount(circle) }))
  const isGuessed = wedges.some(({ circle: { of } }) => of.kind !== 'group' && of.kind !== 'others')
  return (
    <section aria-labelledby="says">
      <h2 class="says" id="says">
        {describeFinding(finding) ?? peopleWords.yourPeople}
      </h2>
      <p class="muted">
        {describePicture({
          shown: people.length,
          all: candidates.length,
          isAnyCircled: people.some(({ isCircled }) => isCircled),
          told: finding.quiet,
          locale,
        })}
        {isGuessed && (
          <>
            {' '}
            {pictureWords.guessed} <a href="/people/groups">{pictureWords.makeGroups}</a>
          </>
        )}
      </p>
      <Legend
        counts={bandsInOrder
          .filter((band) => bands[band] > 0)
          .map((band) => ({
            band,
            label: describeBandCount(band, bands[band], locale),
            href: filterHref(noFilter, { band }),
          }))}
      />
      <a class="skip here" href="#everyone">
        {pictureWords.skip}
      </a>
      <Fan wedges={captions} people={people} told={told} label={describePictureLabel(people.length, finding.quiet)} />
      <Shelves
        told={told}
        shelves={wedges.map(({ circle }, wedge) => ({
          name: describeCircle(circle.of),
          note: describeRhythmCount(circle),
          href: filterHref(noFilter, { group: circleKey(circle.of) }),
          people: people.filter((person) => person.wedge === wedge).toSorted((a, b) => a.rank - b.rank),
        }))}
      />
    </section>
  )
}

/** As many as can be told apart at a glance. */
const maxShown = 36

/** The closest, and whoever this week is about. */
const shownOf = (candidates: readonly Candidate[], named: ReadonlySet<number>): readonly Candidate[] => {
  const thisWeek = candidates.filter(({ person }) => named.has(person.id))
  const closest = closestOf(candidates, maxShown).filter(({ person }) => !named.has(person.id))
  return closestOf([...thisWeek, ...closest.slice(0, maxShown - thisWeek.length)], maxShown)
}

interface Wedge {
  readonly circle: Circle
  readonly isRest: boolean
}

/** More are no picture: the smallest of them are drawn with everyone else. */
const maxWedges = 6

const wedgesOf = (circles: readonly Circle[], shown: readonly Candidate[]): readonly Wedge[] => {
  const isShown = new Set(shown)
  const count = ({ members }: Circle): number => members.filter((member) => isShown.has(member)).length
  const drawn = circles.filter((circle) => circle.of.kind !== 'others' && count(circle) > 0)
  const kept = new Set(drawn.toSorted((a, b) => count(b) - count(a)).slice(0, maxWedges - 1))
  const rest = circles.filter((circle) => !kept.has(circle))
  const wedges = circles.filter((circle) => kept.has(circle)).map((circle) => ({ circle, isRest: false }))
  if (!rest.some((circle) => count(circle) > 0)) return wedges
  const others: Circle = {
    of: { kind: 'others' },
    members: rest.flatMap(({ members }) => members),
    inRhythm: rest.reduce((sum, { inRhythm }) => sum + inRhythm, 0),
    withRhythm: rest.reduce((sum, { withRhythm }) => sum + withRhythm, 0),
  }
  // Beside the family: whoever is left is mostly friends.
  return [...wedges.slice(0, 1), { circle: others, isRest: true }, ...wedges.slice(1)]
}

interface Ranked extends FanMark {
  readonly rank: number
}

/** In the order in which they choose their places: this week's first, then the closest. */
const peopleOf = (
  wedges: readonly Wedge[],
  { shown, named }: { readonly shown: readonly Candidate[]; readonly named: ReadonlySet<number> },
): readonly Ranked[] => {
  const wedgeOf = new Map(
    wedges.flatMap(({ circle }, wedge) => circle.members.map((member) => [member, wedge] as const)),
  )
  const labels = labelsOf(shown)
  const rings = ringsOf(
    shown.map((candidate) => ({
      closeness: nearnessOf(candidate),
      wedge: wedgeOf.get(candidate) ?? 0,
    })),
    wedges.length,
  )
  return shown
    .map((candidate, rank): Ranked => {
      const { person, health } = candidate
      return {
        id: person.id,
        name: person.name,
        label: labels.get(candidate) ?? person.name,
        band: health.band,
        wedge: wedgeOf.get(candidate) ?? 0,
        ring: rings[rank] ?? 2,
        isCircled: named.has(person.id),
        rank,
      }
    })
    .sort((a, b) => Number(b.isCircled) - Number(a.isCircled) || a.rank - b.rank)
}

const maxLabel = 16

/** Given names, and the first letter of what follows where two share one. */
const labelsOf = (shown: readonly Candidate[]): ReadonlyMap<Candidate, string> => {
  const short = ({ person }: Candidate): string => person.givenName ?? person.name
  const bearers = Map.groupBy(shown, short)
  return new Map(
    shown.map((candidate) => {
      const name = short(candidate)
      const isShared = (bearers.get(name)?.length ?? 0) > 1 && candidate.person.givenName !== null
      const initial = candidate.person.name
        .split(' ')
        .findLast((word) => word !== name)
        ?.at(0)
      const label = isShared && initial !== undefined ? `${name} ${initial}.` : name
      return [candidate, label.length > maxLabel ? `${label.slice(0, maxLabel - 1)}…` : label]
    }),
  )
}
