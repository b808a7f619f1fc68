/** Gathers what a report is made of, and composes it. The pages show people from the same path, so the two cannot disagree. */
import type { Resolved } from '../infer/resolve.ts'
import type { Account } from '../model/account.ts'
import type { ActiveCorrection } from '../model/correction.ts'
import type { Health } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import { type Report, type StoredReport, type Suggestion, type TrendWeek, trendWeeks } from '../model/report.ts'
import { DAY, type Instant, type LocalDate, later } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { type Candidate, candidateNumbered, plainSetting, type Setting } from '../report/candidate.ts'
import { companyToRead, peopleToRead, settingFrom } from '../report/company.ts'
import { type Before, composeReport } from '../report/compose.ts'
import { candidatesOf } from '../report/former.ts'
import type { PastSuggestion } from '../report/guards.ts'
import { measuring } from '../report/measuring.ts'
import { meetingSoon } from '../report/meetings.ts'
import { knownSince } from '../report/notes.ts'
import { learnPreferences, outcomesFor, type Preferences } from '../report/preferences.ts'
import { projectEndsAmong } from '../report/projects.ts'
import { shortlist } from '../report/select.ts'
import { mayWait } from '../report/waiting.ts'
import { healthOf, withChosenRhythm } from '../score/health.ts'
import { togetherAmong } from '../store/interactions.ts'
import { latestReportsQuestion, pastBandsQuestion, pastSuggestionsQuestion } from '../store/reports.ts'
import type { Store } from '../store/store.ts'
import { type Directory, openDirectory, type PeopleOf } from './directory.ts'
import { historiesOf } from './history.ts'
import { orderedFacts } from './suggestion-facts.ts'

export interface PeopleDeps {
  readonly store: Store
  readonly directory: Pick<Directory, 'find'>
}

/** Whose people, as of when. */
export interface EveryoneOf extends PeopleOf {
  readonly now: Instant
}

/** Everyone the user is in touch with and how it stands, and who is no person and why. */
export const everyoneAt = async (
  { directory }: Pick<PeopleDeps, 'directory'>,
  { now, ...of }: EveryoneOf,
): Promise<Everyone> => everyoneOf((await directory.find(of)).resolved, of.accounts, now)

export interface Everyone {
  readonly resolved: Resolved
  readonly candidates: readonly Candidate[]
}

/** The same of people who are known already. */
export const everyoneOf = (resolved: Resolved, accounts: readonly Account[], now: Instant): Everyone => {
  const { measured, pace } = measuring(resolved.people, accounts, now)
  const health = (person: Person): Health =>
    withChosenRhythm(healthOf(measured(person), now, pace), person.override.rhythm)
  return { resolved, candidates: candidatesOf(resolved.people, health, { now, knownSince: knownSince(accounts) }) }
}

/** Whose report, of which week, as of when. */
export interface ReportOf {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly week: LocalDate
  readonly now: Instant
}

/** What the week's report says, from everything read afresh. Claims nothing, and keeps nothing. */
export const buildReport = async ({ store }: Pick<PeopleDeps, 'store'>, of: ReportOf): Promise<Report> =>
  (await buildOverview({ store, directory: openDirectory(store) }, of)).report

/** A report as it would be made now, everyone it chose from, and the week's report as it went out, or null. */
export interface Overview {
  readonly report: Report
  readonly candidates: readonly Candidate[]
  /** It leaves out whom the user has been in touch with since, put off since, or left out. */
  readonly sent: Report | null
  /** What holds of the log. */
  readonly corrections: readonly ActiveCorrection[]
}

/** The report, and what the pages show beside it. Claims nothing, and keeps nothing. */
export const buildOverview = async ({ store, directory }: PeopleDeps, of: ReportOf): Promise<Overview> => {
  const { user, accounts, week, now } = of
  const { resolved, corrections, answers } = await directory.find(
    { userId: user.id, accounts },
    pastSuggestionsQuestion(store, user.id, reportsRemembered),
    latestReportsQuestion(store, user.id, 2),
    pastBandsQuestion(store, user.id, trendWeeks - 1),
  )
  const [suggestions, latest, trend] = answers
  const { candidates } = everyoneOf(resolved, accounts, now)
  const past = pastOf(suggestions, corrections)
  const isRead = knownSince(accounts) === 0
  const known: Setting = {
    ...plainSetting(now),
    recordsSince: isRead ? oldestContact(candidates) : null,
    projectEnds: isRead ? projectEndsAmong(candidates, now) : new Map(),
  }
  const setting = isRead ? await withCompany(store, known, { userId: user.id, week, candidates, past }) : known
  const shortlisted = shortlist(candidates, { setting, knownSince: knownSince(accounts) })
  const waiting = mayWait(candidates, { suggestedBefore: past.of, now })
  const meeting = meetingSoon(candidates, now)
  const people = [...new Set([...shortlisted, ...waiting, ...meeting])].map(({ person }) => person)
  const { historyOf, accountOf, factsOf } = await historiesOf(store, { userId: user.id, people, now })
  const composed = composeReport({
    week,
    zone: user.zone,
    locale: user.locale,
    accounts,
    candidates,
    shortlisted,
    waiting,
    meeting,
    setting,
    historyOf,
    suggestedBefore: past.of,
    apart: resolved.apart,
    preferences: preferencesOf(candidates, past, now),
    before: beforeOf(latest, trend, of),
    accountOf,
  })
  const withFacts = (each: Suggestion): Suggestion => ({
    ...each,
    known: { ...factsOf(each.personId, isRead), ...orderedFacts(each, candidates) },
  })
  const report = {
    ...composed,
    suggestions: composed.suggestions.map(withFacts),
    waiting: (composed.waiting ?? []).map(withFacts),
  }
  const sent = latest.find((each) => each.week === week && each.sentAt !== null)?.report ?? null
  return { report, candidates, sent: sent && stillOpen(sent, { candidates, corrections, now }), corrections }
}

/**
 * A report as it went out, without whom the user has been in touch with since, put off since, or left out. Told from the
 * corrections that hold now, so that whoever is taken back comes back.
 */
export const stillOpen = (
  sent: Report,
  from: {
    readonly candidates: readonly Candidate[]
    readonly corrections: readonly ActiveCorrection[]
    readonly now: Instant
  },
): Report => {
  const { candidates, corrections, now } = from
  const lessOften = new Set(
    corrections.flatMap(({ at, correction }) =>
      correction.kind === 'less_often' && at >= sent.at ? [correction.address] : [],
    ),
  )
  const isOpen = ({ personId }: Suggestion): boolean => {
    const person = candidateNumbered(candidates, personId)?.person
    if (person === undefined || (lastContactAt(person.relationship, now) ?? 0) > sent.at) return false
    const { snoozedUntil } = person.override
    return (snoozedUntil === null || snoozedUntil <= now) && !person.addresses.some((one) => lessOften.has(one))
  }
  return {
    ...sent,
    suggestions: sent.suggestions.filter(isOpen),
    ...(sent.waiting !== undefined && { waiting: sent.waiting.filter(isOpen) }),
  }
}

/** What this report must know of the reports before it. */
const beforeOf = (
  latest: readonly StoredReport[],
  trend: readonly TrendWeek[],
  { user, week }: Pick<ReportOf, 'user' | 'week'>,
): Before => {
  // A preview is the week's report made once more: it does not count itself.
  const last = latest.find((each) => each.week < week)
  const isInDoubt = last?.failure === 'in_doubt'
  return {
    number: last === undefined ? 0 : (last.report?.number ?? 1),
    isFirst: latest.every(({ sentAt }) => sentAt === null),
    sentAt: last?.sentAt ?? null,
    trend: trend.filter((each) => each.week < week),
    notes: isInDoubt ? [{ kind: 'report_in_doubt', address: user.address, since: last.claimedAt }] : [],
  }
}

/** What earlier reports suggested, and since when the answers count. */
interface Past {
  readonly of: (person: Person) => readonly PastSuggestion[]
  readonly all: readonly (PastSuggestion & { readonly personId: number })[]
  readonly countSince: Instant | null
}

const pastOf = (all: Past['all'], corrections: readonly ActiveCorrection[]): Past => {
  const byPerson = new Map<number, PastSuggestion[]>()
  for (const { personId, at, kind } of all) {
    const known = byPerson.get(personId)
    if (known === undefined) byPerson.set(personId, [{ at, kind }])
    else known.push({ at, kind })
  }
  const forgotten = corrections.flatMap(({ correction }) =>
    correction.kind === 'forget_preferences' ? correction.before : [],
  )
  return {
    of: ({ id, contactIds }) =>
      contactIds.length < 2
        ? (byPerson.get(id) ?? neverSuggested)
        : // A merged person was suggested where one of theirs was.
          contactIds.flatMap((one) => byPerson.get(one) ?? []).sort((a, b) => b.at - a.at),
    all,
    countSince: forgotten.at(-1) ?? null,
  }
}

const neverSuggested: readonly PastSuggestion[] = []

/** More than a year of weeks: nobody rests longer after a suggestion, and preferences rest on no older ones. */
const reportsRemembered = 60

const preferencesOf = (candidates: readonly Candidate[], past: Past, now: Instant): Preferences =>
  learnPreferences(
    candidates.flatMap(({ person }) => outcomesFor(person, past.of(person), now)),
    past.countSince,
  )

/** What the user's answers to suggestions have taught so far. */
export const preferencesAt = async (
  { store, directory }: PeopleDeps,
  { now, ...of }: EveryoneOf,
): Promise<Preferences> => {
  const { resolved, corrections, answers } = await directory.find(
    of,
    pastSuggestionsQuestion(store, of.userId, reportsRemembered),
  )
  return preferencesOf(everyoneOf(resolved, of.accounts, now).candidates, pastOf(answers[0], corrections), now)
}

/** Introductions come once in so many days: to read who was seen with whom costs more than all the rest. */
const introductionDays = 28

/** Whose company is read depends on what is due this week: in most weeks, nobody's. */
const withCompany = async (
  store: Store,
  known: Setting,
  from: {
    readonly userId: number
    readonly week: LocalDate
    readonly candidates: readonly Candidate[]
    readonly past: Past
  },
): Promise<Setting> => {
  const { candidates, past, week, userId } = from
  const { now } = known
  const hasIntroduced = past.all.some(
    ({ kind, at }) => kind === 'introduction' && later(at, introductionDays * DAY) > now,
  )
  const company = companyToRead(candidates, known, { week, hasIntroduced })
  if (company.present.length === 0) return known
  const together = await togetherAmong(store, userId, peopleToRead(company))
  return { ...known, ...settingFrom(company, together, { hasIntroduced, now }) }
}

const oldestContact = (candidates: readonly Candidate[]): Instant | null =>
  candidates.reduce<Instant | null>((oldest, { person: { relationship } }) => {
    const { firstAt } = relationship
    return firstAt !== null && (oldest === null || firstAt < oldest) ? firstAt : oldest
  }, null)
