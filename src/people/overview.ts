/** Gathers what a report is made of, and makes it. Also what the pages show of people: one path, so they cannot disagree. */
import type { Resolved } from '../infer/resolve.ts'
import type { Account } from '../model/account.ts'
import type { ActiveCorrection } from '../model/correction.ts'
import type { Health } from '../model/health.ts'
import { countedExchanges, type Exchange, isDirect, onceEach } from '../model/interaction.ts'
import type { Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import { type Report, type StoredReport, type TrendWeek, trendWeeks } from '../model/report.ts'
import { DAY, type Instant, type LocalDate, later } from '../model/time.ts'
import type { User } from '../model/user.ts'
import { type Candidate, candidateNumbered, type Setting } from '../report/candidate.ts'
import { type Before, composeReport } from '../report/compose.ts'
import { candidatesOf } from '../report/former.ts'
import type { PastSuggestion } from '../report/guards.ts'
import { introducible, introductionsAmong } from '../report/introductions.ts'
import { measuring } from '../report/measuring.ts'
import { knownSince } from '../report/notes.ts'
import { learnPreferences, outcomesFor, type Preferences } from '../report/preferences.ts'
import { shortlist } from '../report/select.ts'
import { healthOf, withChosenRhythm } from '../score/health.ts'
import { interactionsWith, type StoredInteraction, togetherAmong } from '../store/interactions.ts'
import { latestReportsQuestion, pastBandsQuestion, pastSuggestionsQuestion } from '../store/reports.ts'
import type { Store } from '../store/store.ts'
import { type FindPeople, findingPeople, type PeopleOf } from './directory.ts'

/** Everyone the user is in touch with, and how it stands at `now`. */
export const peopleAt = async (find: FindPeople, of: PeopleOf, now: Instant): Promise<readonly Candidate[]> =>
  (await everyoneAt(find, of, now)).candidates

/** The same, with who is no person and why. */
export const everyoneAt = async (find: FindPeople, of: PeopleOf, now: Instant): Promise<Everyone> =>
  everyoneOf((await find(of)).resolved, of.accounts, now)

interface Everyone {
  readonly resolved: Resolved
  readonly candidates: readonly Candidate[]
}

const everyoneOf = (resolved: Resolved, accounts: readonly Account[], now: Instant): Everyone => {
  const { measured, pace } = measuring(resolved.people, accounts, now)
  const health = (person: Person): Health =>
    withChosenRhythm(healthOf(measured(person), now, pace), person.override.rhythm)
  return { resolved, candidates: candidatesOf(resolved.people, health, { now, knownSince: knownSince(accounts) }) }
}

/** Whose report, of which week, as of when. */
interface ReportOf {
  readonly user: User
  readonly accounts: readonly Account[]
  readonly week: LocalDate
  readonly now: Instant
}

/** What the week's report says. Claims nothing, and keeps nothing. */
export const buildReport = async (store: Store, of: ReportOf): Promise<Report> =>
  (await buildOverview(store, findingPeople(store), of)).report

/** A report as it would be made, everyone it chose from, and the week's as it went out, or null. */
export interface Overview {
  readonly report: Report
  readonly candidates: readonly Candidate[]
  /** Without those whom the user has been in touch with since, or who are nobody's any more. */
  readonly sent: Report | null
}

/** The report, with what else is known where it is made. */
export const buildOverview = async (store: Store, find: FindPeople, of: ReportOf): Promise<Overview> => {
  const { user, accounts, week, now } = of
  const { resolved, corrections, answers } = await find(
    { userId: user.id, accounts },
    pastSuggestionsQuestion(store, user.id, reportsRemembered),
    latestReportsQuestion(store, user.id, 2),
    pastBandsQuestion(store, user.id, trendWeeks - 1),
  )
  const [suggestions, latest, trend] = answers
  const { candidates } = everyoneOf(resolved, accounts, now)
  const past = pastOf(suggestions, corrections)
  const isRead = knownSince(accounts) === 0
  const setting: Setting = {
    now,
    recordsSince: isRead ? oldestContact(candidates) : null,
    introductions: await introductionsFor(store, user.id, { candidates, past, now, isRead }),
  }
  const shortlisted = shortlist(candidates, { setting, knownSince: knownSince(accounts) })
  const { historyOf, accountOf } = await readHistories(
    store,
    user.id,
    shortlisted.map(({ person }) => person),
    now,
  )
  const report = composeReport({
    week,
    zone: user.zone,
    locale: user.locale,
    accounts,
    candidates,
    shortlisted,
    setting,
    historyOf,
    suggestedBefore: past.of,
    preferences: preferencesOf(candidates, past, now),
    before: beforeOf(latest, trend, of),
    accountOf,
  })
  const sent = latest.find((each) => each.week === week && each.sentAt !== null)?.report ?? null
  return { report, candidates, sent: sent && stillOpen(sent, candidates, now) }
}

const stillOpen = (sent: Report, candidates: readonly Candidate[], now: Instant): Report => ({
  ...sent,
  suggestions: sent.suggestions.filter(({ personId }) => {
    const candidate = candidateNumbered(candidates, personId)
    return candidate !== undefined && (lastContactAt(candidate.person.relationship, now) ?? 0) <= sent.at
  }),
})

/** What this report must know of those before it. */
const beforeOf = (
  latest: readonly StoredReport[],
  trend: readonly TrendWeek[],
  { user, week }: Pick<ReportOf, 'user' | 'week'>,
): Before => {
  // A report that is made once more, as for a preview, does not count itself.
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

/** More than a year of weeks: the longest anybody rests after a suggestion, and what the preferences rest on. */
const reportsRemembered = 60

const preferencesOf = (candidates: readonly Candidate[], past: Past, now: Instant): Preferences =>
  learnPreferences(
    candidates.flatMap(({ person }) => outcomesFor(person, past.of(person), now)),
    past.countSince,
  )

/** What the answers have taught so far, for the page that shows it. */
export const preferencesAt = async (
  store: Store,
  find: FindPeople,
  of: PeopleOf,
  now: Instant,
): Promise<Preferences> => {
  const { resolved, corrections, answers } = await find(
    of,
    pastSuggestionsQuestion(store, of.userId, reportsRemembered),
  )
  return preferencesOf(everyoneOf(resolved, of.accounts, now).candidates, pastOf(answers[0], corrections), now)
}

/** Reading who was seen with whom costs more than all the rest, and introductions are rare: once in so many days. */
const introductionDays = 28

const introductionsFor = async (
  store: Store,
  userId: number,
  from: {
    readonly candidates: readonly Candidate[]
    readonly past: Past
    readonly now: Instant
    readonly isRead: boolean
  },
): Promise<Setting['introductions']> => {
  const { candidates, past, now } = from
  const isLately = past.all.some(({ kind, at }) => kind === 'introduction' && later(at, introductionDays * DAY) > now)
  const known = from.isRead && !isLately ? introducible(candidates, now) : []
  if (known.length < 2) return new Map()
  return introductionsAmong(
    known,
    await togetherAmong(
      store,
      userId,
      known.map(({ person }) => person),
    ),
  )
}

const oldestContact = (candidates: readonly Candidate[]): Instant | null =>
  candidates.reduce<Instant | null>((oldest, { person: { relationship } }) => {
    const { firstAt } = relationship
    return firstAt !== null && (oldest === null || firstAt < oldest) ? firstAt : oldest
  }, null)

/** What happened between the user and each of these people, newest first, nothing after `now`. */
export const historiesOf = async (
  ...of: Parameters<typeof readHistories>
): Promise<(person: Person) => readonly Exchange[]> => (await readHistories(...of)).historyOf

/** What happened between the user and these people, and through which account the last of it did. */
const readHistories = async (
  store: Store,
  userId: number,
  people: readonly Person[],
  now: Instant,
): Promise<{
  readonly historyOf: (person: Person) => readonly Exchange[]
  readonly accountOf: (personId: number) => number | null
}> => {
  const contactIds = people.flatMap((person) => person.contactIds)
  const byContact =
    contactIds.length === 0
      ? new Map<number, StoredInteraction[]>()
      : Map.groupBy(await interactionsWith(store, { userId, contactIds, until: now }), ({ contactId }) => contactId)
  const countedOf = ({ contactIds: ids, override }: Person): readonly StoredInteraction[] =>
    ids.flatMap((id) => countedExchanges(byContact.get(id) ?? [], override.isPerson))
  const personOf = new Map(people.map((person) => [person.id, person]))
  return {
    historyOf: (person) =>
      [...onceEach(countedOf(person)), ...loggedUntil(person.override.logged, now)].sort(newestFirst),
    accountOf: (personId) => {
      const person = personOf.get(personId)
      const direct = person === undefined ? [] : countedOf(person).filter(({ kind }) => isDirect(kind))
      return direct.toSorted(newestFirst)[0]?.accountId ?? null
    },
  }
}

const newestFirst = (a: { readonly at: Instant }, b: { readonly at: Instant }): number => b.at - a.at

/** A call or a coffee is a meeting of two. */
const loggedUntil = (logged: Person['override']['logged'], now: Instant): readonly Exchange[] =>
  logged
    .filter(({ at }) => at <= now)
    .map(({ at }, index) => ({
      feed: 'calendar',
      kind: 'met',
      at,
      size: 1,
      role: 'to',
      isAnswer: false,
      isRecurring: false,
      response: 'accepted',
      // No number of a stored letter is negative.
      message: -1 - index,
      thread: -1 - index,
    }))
