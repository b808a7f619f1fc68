/** Gathers what a report is made of, and makes it. Also what the pages show of people: one path, so they cannot disagree. */
import { type Resolved, resolve } from '../infer/resolve.ts'
import { type Account, ownAddresses } from '../model/account.ts'
import { activeCorrections } from '../model/correction.ts'
import { type IndexSet, indexesOf, joinIndexes, noIndexes } from '../model/index-set.ts'
import type { Person } from '../model/person.ts'
import type { Report, StoredReport } from '../model/report.ts'
import type { Instant, LocalDate } from '../model/time.ts'
import type { User } from '../model/user.ts'
import type { Candidate, History } from '../report/candidate.ts'
import { composeReport } from '../report/compose.ts'
import { candidatesOf } from '../report/former.ts'
import type { PastSuggestion } from '../report/guards.ts'
import { knownSince } from '../report/notes.ts'
import { shortlist } from '../report/select.ts'
import { healthOf } from '../score/health.ts'
import { activityOf } from '../score/signals/activity.ts'
import { contactsOf } from '../store/contacts.ts'
import { correctionsOf } from '../store/corrections.ts'
import { interactionsWith } from '../store/interactions.ts'
import { latestReports } from '../store/reports.ts'
import type { Store } from '../store/store.ts'

/** Everyone the user is in touch with, and how it stands at `now`. */
export const peopleAt = async (
  store: Store,
  userId: number,
  accounts: readonly Account[],
  now: Instant,
): Promise<readonly Candidate[]> => {
  const { people } = await resolvedPeople(store, userId, accounts)
  const activity = activityOf(indexesOf(activeDaysOf(accounts)), now)
  return candidatesOf(people, ({ relationship }) => healthOf(relationship, now, activity), now)
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
  const candidates = await peopleAt(store, user.id, accounts, now)
  const shortlisted = shortlist(candidates, { now, knownSince: knownSince(accounts) })
  const [historyOf, earlier] = await Promise.all([
    historiesOf(
      store,
      user.id,
      shortlisted.map(({ person }) => person),
      now,
    ),
    latestReports(store, user.id, reportsRemembered),
  ])
  return composeReport({
    week,
    now,
    zone: user.zone,
    accounts,
    candidates,
    shortlisted,
    historyOf,
    lastSuggestionOf: suggestionsIn(earlier),
    lastReportAt: earlier[0]?.sentAt ?? null,
  })
}

/** Half a year of weeks: the longest anybody rests after a suggestion. */
const reportsRemembered = 26

const activeDaysOf = (accounts: readonly Account[]): IndexSet =>
  accounts.reduce((days, account) => joinIndexes(days, account.activeDays), noIndexes)

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

const suggestionsIn = (reports: readonly StoredReport[]): ((person: Person) => PastSuggestion | null) => {
  const last = new Map<number, PastSuggestion>()
  for (const { report } of reports) {
    for (const { personId, reason } of report?.suggestions ?? []) {
      if (report !== null && !last.has(personId)) last.set(personId, { at: report.at, kind: reason.kind })
    }
  }
  return ({ id }) => last.get(id) ?? null
}
