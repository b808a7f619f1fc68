/** The user's groups, and whom to propose for them: people who turn up on the same messages and in the same meetings. */
import { groupProposals } from '../infer/groups.ts'
import type { Person } from '../model/person.ts'
import { DAY, later } from '../model/time.ts'
import { togetherOn } from '../store/interactions.ts'
import { type EveryoneOf, everyoneAt, type PeopleDeps } from './overview.ts'

export interface Groups {
  /** Everyone, the closest first. */
  readonly people: readonly Person[]
  /** By name, in alphabetical order. */
  readonly groups: readonly (readonly [name: string, members: readonly Person[]])[]
  readonly proposals: ReturnType<typeof groupProposals>
}

export const groupsAt = async (deps: PeopleDeps, of: EveryoneOf): Promise<Groups> => {
  const { candidates } = await everyoneAt(deps, of)
  const people = candidates
    .toSorted((a, b) => b.health.closeness - a.health.closeness || a.person.id - b.person.id)
    .map(({ person }) => person)
  const contactIds = people.slice(0, maxCompared).flatMap((person) => person.contactIds)
  const from = later(of.now, -comparedYears * 365 * DAY)
  const shared = await togetherOn(deps.store, { userId: of.userId, contactIds, from, maxOthers })
  return { people, groups: groupsOf(people), proposals: groupProposals(people, shared) }
}

/** Only the closest are compared: the rest share too few messages and meetings to tell. */
const maxCompared = 150
const comparedYears = 5
/** A larger round says little about who belongs together. */
const maxOthers = 8

const groupsOf = (people: readonly Person[]): Groups['groups'] => {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    for (const group of person.override.groups) groups.set(group, [...(groups.get(group) ?? []), person])
  }
  return [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1))
}
