/**
 * A year of the user's people, once a year: in the week in which their first account was connected. Nobody is counted twice,
 * and only those who were in touch often enough to speak of. Pure.
 */
import type { Account } from '../model/account.ts'
import type { NamedPerson, YearInPeople } from '../model/report.ts'
import { type Instant, type LocalDate, localDate, weekIndex } from '../model/time.ts'
import { contactWeeks } from '../score/signals/weeks.ts'
import { byCloseness, type Candidate, isMutual } from './candidate.ts'

/** Null in any other week, and in the first year. */
export const yearInPeople = (
  candidates: readonly Candidate[],
  of: {
    readonly accounts: readonly Pick<Account, 'createdAt'>[]
    readonly week: LocalDate
    readonly zone: string
    readonly now: Instant
  },
): YearInPeople | null => {
  const years = yearsSince(of)
  if (years === null) return null
  const mutual = candidates.filter((candidate) => isMutual(candidate, of.now))
  const at = (turn: YearTurn): readonly Candidate[] =>
    mutual.filter(({ person }) => turnOf(contactWeeks(person.relationship, of.now), weekIndex(of.now)) === turn)
  const [kept, found, quiet] = [at('kept'), at('found'), at('quiet')]
  const named = (people: readonly Candidate[]): readonly NamedPerson[] =>
    [...people].sort(byCloseness).slice(0, maxNamed).map(namedOf)
  return {
    years,
    kept: kept.length,
    foundAgain: found.length,
    grownQuiet: quiet.length,
    found: named(found),
    toKeep: named([...kept, ...found]),
  }
}

type YearTurn = 'kept' | 'found' | 'quiet'

/** Weeks in touch in a year that make somebody one of the user's people. */
const minWeeks = 3
const yearWeeks = 52
/** Half a year without contact is a silence that somebody comes back from, or went into. */
const silentWeeks = 26
const maxNamed = 3

/** What the year was to a tie, from the weeks in touch, rising; null where there is nothing to tell. */
export const turnOf = (weeks: readonly number[], now: number): YearTurn | null => {
  const thisYear = weeks.filter((week) => week > now - yearWeeks)
  const yearBefore = weeks.filter((week) => week <= now - yearWeeks && week > now - 2 * yearWeeks)
  const [first] = thisYear
  const before = weeks.filter((week) => week <= now - yearWeeks)
  const last = weeks.at(-1) ?? Number.NEGATIVE_INFINITY
  if (now - last >= silentWeeks) return yearBefore.length + thisYear.length >= minWeeks ? 'quiet' : null
  const isBack = first !== undefined && before.length >= minWeeks && first - (before.at(-1) ?? first) >= silentWeeks
  if (isBack) return 'found'
  return thisYear.length >= minWeeks && yearBefore.length >= minWeeks ? 'kept' : null
}

/** Whole years on the day of this week that the first account was connected on; null where there is no such day. */
const yearsSince = ({
  accounts,
  week,
  zone,
}: {
  readonly accounts: readonly Pick<Account, 'createdAt'>[]
  readonly week: LocalDate
  readonly zone: string
}): number | null => {
  const first = accounts.map(({ createdAt }) => localDate(createdAt, zone)).sort()[0]
  if (first === undefined) return null
  for (let day = 0; day < 7; day += 1) {
    const date = new Date(Date.parse(week) + day * 86_400_000).toISOString().slice(0, 10)
    const years = Number(date.slice(0, 4)) - Number(first.slice(0, 4))
    if (date.slice(5) === dayOfYear(first) && years >= 1) return years
  }
  return null
}

/** Whoever came on a leap day is told on the last of February. */
const dayOfYear = (date: LocalDate): string => (date.slice(5) === '02-29' ? '02-28' : date.slice(5))

const namedOf = ({ person: { id, name, givenName } }: Candidate): NamedPerson => ({ personId: id, name, givenName })
