/** Gathers what a report is made of, and makes it. Also what the pages show of people: one path, so they cannot disagree. */
import { type Resolved, resolve } from '../infer/resolve.ts'
import { type Account, ownAddresses } from '../model/account.ts'
import { activeCorrections } from '../model/correction.ts'
import type { Health } from '../model/health.ts'
import type { Person } from '../model/person.ts'
import { measurableSince } from '../model/relationship.ts'
import type { Report } from '../model/report.ts'
import { DAY, type Instant, type LocalDate, later } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Candidate, History, Setting } from '../report/candidate.ts'
import { composeReport } from '../report/compose.ts'
import { candidatesOf } from '../report/former.ts'
import type { PastSuggestion } from '../report/guards.ts'
import { introducible, introductionsAmong } from '../report/introductions.ts'
import { knownDays, knownSince, measuredSince } from '../report/notes.ts'
import { learnPreferences, outcomesFor, type Preferences } from '../report/preferences.ts'
import { shortlist } from '../report/select.ts'
import { healthOf, withChosenRhythm } from '../score/health.ts'
import { activityOf } from '../score/signals/activity.ts'
import { contactsOf } from '../store/contacts.ts'
import { correctionsOf } from '../store/corrections.ts'
import { interactionsWith, togetherAmong } from '../store/interactions.ts'
import { latestReports, pastSuggestions } from '../store/reports.ts'
import type { Store } from '../store/store.ts'

/** Everyone the user is in touch with, and how it stands at `now`. */
export const peopleAt = async (
  store: Store,
  userId: number,
  accounts: readonly Account[],
  now: Instant,
): Promise<readonly Candidate[]> => (await everyoneAt(store, userId, accounts, now)).candidates

/** The same, with who is no person and why. */
export const everyoneAt = async (
  store: Store,
  userId: number,
  accounts: readonly Account[],
  now: Instant,
): Promise<{ readonly resolved: Resolved; readonly candidates: readonly Candidate[] }> => {
  const resolved = await resolvedPeople(store, userId, accounts)
  const since = measuredSince(accounts)
  const activity = activityOf(knownDays(accounts), now)
  const health = ({ relationship, wishes }: Person): Health =>
    withChosenRhythm(healthOf(measurableSince(relationship, since, now), now, activity), wishes.rhythm)
  return { resolved, candidates: candidatesOf(resolved.people, health, now) }
}

/** Who the user's people are, and who is none and why: what was inferred, with what the user said replayed over it. */
export const resolvedPeople = async (store: Store, userId: number, accounts: readonly Account[]): Promise<Resolved> => {
  const [contacts, corrections] = await Promise.all([contactsOf(store, userId), correctionsOf(store, userId)])
  return resolve({ contacts, own: ownAddresses(accounts) }, activeCorrections(corrections))
}

export const buildReport = async (
  store: Store,
  of: { readonly user: User; readonly accounts: readonly Account[]; readonly week: LocalDate; readonly now: Instant },
): Promise<Report> => {
  const { user, accounts, week, now } = of
  const [candidates, past, [lastReport]] = await Promise.all([
    peopleAt(store, user.id, accounts, now),
    answersSoFar(store, user.id),
    latestReports(store, user.id, 1),
  ])
  const isRead = knownSince(accounts) === 0
  const setting: Setting = {
    now,
    recordsSince: isRead ? oldestContact(candidates) : null,
    introductions: await introductionsFor(store, user.id, { candidates, past, now, isRead }),
  }
  const shortlisted = shortlist(candidates, { setting, knownSince: knownSince(accounts) })
  const historyOf = await historiesOf(
    store,
    user.id,
    shortlisted.map(({ person }) => person),
    now,
  )
  return composeReport({
    week,
    zone: user.zone,
    accounts,
    candidates,
    shortlisted,
    setting,
    historyOf,
    suggestedBefore: past.of,
    preferences: preferencesOf(candidates, past, now),
    lastReportAt: lastReport?.sentAt ?? null,
  })
}

/** What earlier reports suggested, and since when the answers count. */
interface Past {
  readonly of: (person: Person) => readonly PastSuggestion[]
  readonly all: readonly (PastSuggestion & { readonly personId: number })[]
  readonly countSince: Instant | null
}

const answersSoFar = async (store: Store, userId: number): Promise<Past> => {
  const [all, corrections] = await Promise.all([
    pastSuggestions(store, userId, reportsRemembered),
    correctionsOf(store, userId),
  ])
  const byPerson = new Map<number, PastSuggestion[]>()
  for (const { personId, at, kind } of all) {
    const known = byPerson.get(personId)
    if (known === undefined) byPerson.set(personId, [{ at, kind }])
    else known.push({ at, kind })
  }
  const forgotten = activeCorrections(corrections).flatMap(({ correction }) =>
    correction.kind === 'forget_preferences' ? correction.before : [],
  )
  return {
    // A merged person was suggested where one of theirs was.
    of: ({ contactIds }) => contactIds.flatMap((id) => byPerson.get(id) ?? []).sort((a, b) => b.at - a.at),
    all,
    countSince: forgotten.at(-1) ?? null,
  }
}

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
  userId: number,
  accounts: readonly Account[],
  now: Instant,
): Promise<Preferences> => {
  const [candidates, past] = await Promise.all([peopleAt(store, userId, accounts, now), answersSoFar(store, userId)])
  return preferencesOf(candidates, past, now)
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

export const historiesOf = async (
  store: Store,
  userId: number,
  people: readonly Person[],
  now: Instant,
): Promise<(person: Person) => History> => {
  const contactIds = people.flatMap((person) => person.contactIds)
  const byContact = new Map<number, History[number][]>()
  if (contactIds.length > 0) {
    for (const { contactId, kind, at, size } of await interactionsWith(store, { userId, contactIds, until: now })) {
      const known = byContact.get(contactId)
      if (known === undefined) byContact.set(contactId, [{ kind, at, size }])
      else known.push({ kind, at, size })
    }
  }
  return ({ contactIds: ids, wishes: { logged } }) =>
    [...ids.flatMap((id) => byContact.get(id) ?? []), ...loggedUntil(logged, now)].sort((a, b) => b.at - a.at)
}

/** A call or a coffee is a meeting of two. */
const loggedUntil = (logged: Person['wishes']['logged'], now: Instant): History =>
  logged.filter(({ at }) => at <= now).map(({ at }) => ({ kind: 'met', at, size: 1 }))
