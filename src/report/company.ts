/**
 * Who keeps company with whom, as far as a report needs it: whom to introduce, through whom a second door opens, and which
 * old ties lead out of the present circle. Reading it costs more than all the rest, so it is read only when it is due. Pure.
 */
import { firstOf } from '../model/first-of.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import type { Candidate, Setting } from './candidate.ts'
import { introducible, introductionsAmong, type Together } from './introductions.ts'
import { dormantTieReason } from './reasons/dormant-tie.ts'
import { secondDoorReason } from './reasons/second-door.ts'

/** Whose company is read. */
export interface CompanyToRead {
  /** The present circle: the closest, in touch at the moment. */
  readonly present: readonly Candidate[]
  readonly dormant: readonly Candidate[]
  readonly doors: readonly Candidate[]
}

export const companyToRead = (
  candidates: readonly Candidate[],
  setting: Setting,
  { week, hasIntroduced }: { readonly week: LocalDate; readonly hasIntroduced: boolean },
): CompanyToRead => {
  const likeliest = (rule: typeof dormantTieReason, most: number): readonly Candidate[] =>
    firstOf(candidates, {
      most,
      compare: (a, b) => b.health.chanceIn180Days - a.health.chanceIn180Days || a.person.id - b.person.id,
      isWanted: (candidate) => rule.mayHold(candidate, setting),
    })
  const dormant = isBridgeWeek(week) ? likeliest(dormantTieReason, maxDormant) : []
  const doors = likeliest(secondDoorReason, maxDoors)
  const isNeeded = !hasIntroduced || dormant.length + doors.length > 0
  return { present: isNeeded ? introducible(candidates, setting.now) : [], dormant, doors }
}

/** Everyone of them, once. */
export const peopleToRead = ({ present, dormant, doors }: CompanyToRead): readonly Candidate['person'][] => [
  ...new Set([...present, ...dormant, ...doors].map(({ person }) => person)),
]

/** What their company says. */
export const settingFrom = (
  { present, dormant, doors }: CompanyToRead,
  together: readonly Together[],
  { hasIntroduced, now }: { readonly hasIntroduced: boolean; readonly now: Instant },
): Pick<Setting, 'introductions' | 'bridges' | 'through'> => ({
  introductions: hasIntroduced ? new Map() : introductionsAmong(present, together),
  bridges: new Set(dormant.filter((each) => isBridge(each, { present, together, now })).map(({ person }) => person.id)),
  through: new Map(doors.map(({ person }) => [person.id, namesBeside(person.id, { present, together })])),
})

/** One a month: the Monday on or before the seventh. */
const isBridgeWeek = (week: LocalDate): boolean => Number(week.slice(8, 10)) <= 7

const maxDormant = 8
const maxDoors = 4

/** Long known, and beside hardly anybody of the present circle. A circle of few says nothing. */
const isBridge = (
  { person }: Candidate,
  from: { readonly present: readonly Candidate[]; readonly together: readonly Together[]; readonly now: Instant },
): boolean => {
  const { firstAt } = person.relationship
  if (firstAt === null || from.now - firstAt < minKnownSeconds || from.present.length < minCircle) return false
  return besideOf(person.id, from).length <= maxCommon
}

const minKnownSeconds = 2 * 365 * 86_400
const minCircle = 5
const maxCommon = 1

/** Those of the present circle who were on one message or in one meeting with them, those seen most first. */
const besideOf = (
  personId: number,
  { present, together }: { readonly present: readonly Candidate[]; readonly together: readonly Together[] },
) => {
  const timesWith = new Map(
    together.flatMap(({ a, b, times }) => (a === personId ? [[b, times]] : b === personId ? [[a, times]] : [])),
  )
  return present
    .map(({ person }) => ({ person, times: timesWith.get(person.id) ?? 0 }))
    .filter(({ person, times }) => times > 0 && person.id !== personId)
    .sort((a, b) => b.times - a.times)
}

/** Once on a message together is chance. */
const minTimes = 2
const maxNames = 2

const namesBeside = (personId: number, from: Parameters<typeof besideOf>[1]): readonly string[] =>
  besideOf(personId, from)
    .filter(({ times }) => times >= minTimes)
    .slice(0, maxNames)
    .map(({ person }) => person.name)
