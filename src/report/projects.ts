/**
 * Projects that have just come to an end: some weeks in which several people of one circle were in touch with the user again
 * and again, who hardly were before, and then none of them any more. A circle is a group that the user made, or those at one
 * organisation. Told from the summaries alone. Pure.
 */
import { domainOf } from '../model/address.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import { lastContactAt } from '../model/relationship.ts'
import type { ProjectCircle } from '../model/report.ts'
import { daysBetween, type Instant, weekIndex } from '../model/time.ts'
import { contactWeeks } from '../score/signals/weeks.ts'
import { type Candidate, isMutual, type ProjectEnd } from './candidate.ts'

/** By person: whoever carried a project that has ended a week or two ago. */
export const projectEndsAmong = (candidates: readonly Candidate[], now: Instant): ReadonlyMap<number, ProjectEnd> => {
  const found = new Map<number, ProjectEnd>()
  for (const [circle, members] of circlesAmong(candidates)) {
    const project = members.length < minPeople ? null : projectOf(members, now)
    if (project === null) continue
    const { endedAt, weeks, people, carriers } = project
    for (const { person } of carriers) {
      if (!found.has(person.id)) found.set(person.id, { circle, people, weeks, endedAt })
    }
  }
  return found
}

/** Fewer are a conversation. */
const minPeople = 3
/** Quiet for so long, everybody's weekend included; and told within two weeks, on one Monday and no other. */
const minQuietDays = 7
const maxQuietDays = 14
/** Shorter is an errand, longer is how they work together. */
const minWeeks = 4
const maxWeeks = 30
/** What of the weeks before may have had contact: whoever was in touch all along has a rhythm and no project. */
const weeksBefore = 26
const maxShareBefore = 0.2
/** In so much of the project those who count were in touch … */
const minShare = 0.4
/** … and so many of those are thanked. */
const maxCarriers = 2

interface Project {
  readonly endedAt: Instant
  readonly weeks: number
  readonly people: number
  readonly carriers: readonly Candidate[]
}

const projectOf = (members: readonly Candidate[], now: Instant): Project | null => {
  const endedAt = members.reduce((last, { person }) => Math.max(last, lastContactAt(person.relationship, now) ?? 0), 0)
  const ended = endedAt as Instant
  const quietDays = daysBetween(ended, now)
  if (quietDays < minQuietDays || quietDays >= maxQuietDays) return null
  const active = members.map((member) => ({ member, weeks: new Set(contactWeeks(member.person.relationship, now)) }))
  const isActive = (week: number): boolean => active.some(({ weeks }) => weeks.has(week))
  const last = weekIndex(ended)
  let first = last
  while (isActive(first - 1) && last - first <= maxWeeks) first -= 1
  const weeks = last - first + 1
  if (weeks < minWeeks || weeks > maxWeeks) return null
  const before = Array.from({ length: weeksBefore }, (_, index) => first - 1 - index)
  if (before.filter(isActive).length > maxShareBefore * weeksBefore) return null
  const carrying = active
    .map(({ member, weeks: own }) => ({ member, own: countIn(own, first, last) }))
    .filter(({ own }) => own >= Math.max(2, minShare * weeks))
    .sort((a, b) => b.own - a.own || a.member.person.id - b.member.person.id)
  if (carrying.length < minPeople) return null
  const carriers = carrying.map(({ member }) => member).filter((member) => isMutual(member, now))
  return { endedAt: ended, weeks, people: carrying.length, carriers: carriers.slice(0, maxCarriers) }
}

const countIn = (weeks: ReadonlySet<number>, first: number, last: number): number => {
  let count = 0
  for (let week = first; week <= last; week += 1) if (weeks.has(week)) count += 1
  return count
}

/** The groups the user made come before organisations: they know who belongs together. */
const circlesAmong = (
  candidates: readonly Candidate[],
): readonly (readonly [ProjectCircle, readonly Candidate[]])[] => {
  const groups = new Map<string, Candidate[]>()
  const organisations = new Map<string, Candidate[]>()
  const add = (to: Map<string, Candidate[]>, key: string, candidate: Candidate): void => {
    const members = to.get(key)
    if (members === undefined) to.set(key, [candidate])
    else members.push(candidate)
  }
  for (const candidate of candidates) {
    const { override, addresses } = candidate.person
    for (const name of override.groups) add(groups, name, candidate)
    for (const domain of new Set(addresses.map(domainOf))) {
      if (!mailHosts.has(domain)) add(organisations, domain, candidate)
    }
  }
  return [
    ...[...groups].map(([name, members]) => [{ kind: 'group', name }, members] as const),
    ...[...organisations].map(([domain, members]) => [{ kind: 'organisation', domain }, members] as const),
  ]
}
