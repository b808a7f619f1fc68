/**
 * This week's people: everyone for whom a reason holds and no guard speaks, those first for whom a message is worth most:
 * how much the tie matters × how much a message now changes × how good the reason is. Up to seven, never padded: a fixed
 * number would work through everybody and mean nothing (rhythm hazard, finding 3). Being overdue is a gate in the reasons
 * and ranks nobody (finding 1). Deterministic for a given day. Pure.
 */
import { domainOf } from '../model/address.ts'
import { firstOf } from '../model/first-of.ts'
import { mailHosts } from '../model/mail-hosts.ts'
import { lastContactOf, type Person } from '../model/person.ts'
import { lastContactAt } from '../model/relationship.ts'
import { type HeldBack, type Reason, type ReasonKind, type Suggestion, stripWeeks } from '../model/report.ts'
import { daysBetween, type Instant, weekIndex } from '../model/time.ts'
import { contactWeeks } from '../score/signals/weeks.ts'
import {
  type Candidate,
  type FoundReason,
  type History,
  type ReasonRule,
  type Setting,
  saidOf,
  strengthOf,
} from './candidate.ts'
import { easyFirst } from './easy-first.ts'
import { eventAmong, type Occurrence } from './events.ts'
import { type Circumstances, guardOf, type PastSuggestion, takenUpDays } from './guards.ts'
import { type Preferences, worthOf } from './preferences.ts'
import { chosenRhythmReason } from './reasons/chosen-rhythm.ts'
import { dormantTieReason, isDormantAfter } from './reasons/dormant-tie.ts'
import { reasonRules } from './reasons/index.ts'
import { rhythmBrokenReason } from './reasons/rhythm-broken.ts'
import { mannerFor } from './tone.ts'

/**
 * Everyone whose history is worth reading: a reason may hold. Those whose moment passes first, all of them; of the others
 * the likeliest, and no more than can be read. `knownSince` is from when on everything has been read: of a silence that began earlier nobody can say whether it is one.
 */
export const shortlist = (
  candidates: readonly Candidate[],
  { setting, knownSince }: { readonly setting: Setting; readonly knownSince: Instant },
): readonly Candidate[] => {
  const mayHold = (rules: readonly ReasonRule[], candidate: Candidate): boolean =>
    isKnownSilence(candidate, setting, knownSince) && rules.some((rule) => rule.mayHold(candidate, setting))
  const urgent = candidates.filter((candidate) => mayHold(passingRules, candidate))
  const isUrgent = new Set(urgent)
  const others = firstOf(candidates, {
    most: Math.max(minOthers, maxShortlist - urgent.length),
    compare: (a, b) => promise(b) - promise(a) || a.person.id - b.person.id,
    isWanted: (candidate) => !isUrgent.has(candidate) && mayHold(waitingRules, candidate),
  })
  return [...urgent, ...others]
}

/** How many are overdue beyond the shortlist: nobody read their history, but they are not forgotten. */
export const overdueBeyond = (
  candidates: readonly Candidate[],
  from: { readonly shortlisted: readonly Candidate[]; readonly setting: Setting; readonly knownSince: Instant },
): number => {
  const { setting, knownSince } = from
  const isShortlisted = new Set(from.shortlisted)
  return candidates.filter(
    (candidate) =>
      !isShortlisted.has(candidate) &&
      isKnownSilence(candidate, setting, knownSince) &&
      overdueRules.some((rule) => rule.mayHold(candidate, setting)),
  ).length
}

/** What has been read holds the last contact, or is by itself a silence long enough for a tie that the calendar tells of. */
const isKnownSilence = (candidate: Candidate, setting: Setting, knownSince: Instant): boolean =>
  (lastContactAt(candidate.person.relationship, setting.now) ?? 0) >= knownSince ||
  (dormantTieReason.mayHold(candidate, setting) && isDormantAfter(candidate, daysBetween(knownSince, setting.now)))

export interface Selection {
  readonly suggestions: readonly Suggestion[]
  /** Whom a guard held back, for those who ask why somebody is not there; those who would have come first, first. */
  readonly heldBack: readonly HeldBack[]
}

export interface SelectionContext extends Pick<Circumstances, 'meetingsKnownUntil' | 'awayDaysSince'> {
  /** Until when what they wrote has been read. */
  readonly knownUntil: (person: Person) => Instant
  readonly setting: Setting
  readonly historyOf: (person: Person) => History
  /** Newest first. */
  readonly suggestedBefore: (person: Person) => readonly PastSuggestion[]
  readonly hasNewAddress: (person: Person) => boolean
  readonly preferences: Preferences
  /** How many may be suggested. */
  readonly most: number
  readonly isFirstMonth: boolean
}

export const select = (shortlisted: readonly Candidate[], context: SelectionContext): Selection => {
  const { setting } = context
  const free: Found[] = []
  const held: (Found & Pick<HeldBack, 'guard' | 'until'>)[] = []
  for (const candidate of shortlisted) {
    const { person } = candidate
    const history = context.historyOf(person)
    const found = findReason(candidate, history, setting)
    if (found === null) continue
    const worth =
      matterOf(candidate, found.reason.kind) *
      found.change *
      found.quality *
      worthOf(context.preferences, found.reason.kind)
    const guard = guardOf(candidate, found.reason, {
      history,
      suggested: context.suggestedBefore(person),
      hasNewAddress: context.hasNewAddress(person),
      knownUntil: context.knownUntil(person),
      meetingsKnownUntil: context.meetingsKnownUntil,
      awayDaysSince: context.awayDaysSince,
      now: setting.now,
    })
    if (guard === null) free.push({ ...found, candidate, worth })
    else held.push({ ...found, candidate, worth, ...guard })
  }
  free.sort(byWorth)
  const event = eventAmong(free, setting.now)
  const met = new Set(event?.shown)
  const chosen = withinLimits(free, { event, most: context.most })
  const ordered = easyFirst(
    chosen.filter((found) => !met.has(found)),
    { isFirstMonth: context.isFirstMonth, now: setting.now },
  )
  const isChosen = new Set(chosen)
  const late = free.filter((found) => !isChosen.has(found))
  const at = event === null ? undefined : { from: event.from, until: event.until }
  return {
    suggestions: [
      ...ordered.map(({ candidate, reason }) => suggestionOf(candidate, reason, setting.now)),
      // Those met at one occasion share a card, which stands last.
      ...chosen
        .filter((found) => met.has(found))
        .map(({ candidate, reason }) => ({
          ...suggestionOf(candidate, reason, setting.now),
          ...(at && { event: at }),
        })),
    ],
    heldBack: [...held, ...late.map((found) => ({ ...found, guard: 'no_room' as const, until: null }))]
      .sort(byWorth)
      .map(heldBackOf),
  }
}

/** Those suggested lately whom the user was in touch with since: the reason is gone, and that is why. */
export const contactedSince = (
  candidates: readonly Candidate[],
  context: Pick<SelectionContext, 'suggestedBefore'> & { readonly now: Instant },
): readonly HeldBack[] =>
  candidates.flatMap(({ person }) => {
    const [last] = context.suggestedBefore(person)
    if (last === undefined || daysBetween(last.at, context.now) > takenUpDays) return nobody
    if ((lastContactAt(person.relationship, context.now) ?? 0) <= last.at) return nobody
    const { id, name, givenName } = person
    return { personId: id, name, givenName, kind: last.kind, guard: 'contacted_since', until: null }
  })

const nobody: readonly HeldBack[] = []

const maxShortlist = 60
/** However many moments pass this week, so many others are looked at. */
const minOthers = 30

/** What will have passed next week, or be half as good: a reply, a first meeting, a new or a dead address. */
const isPassing: Readonly<Record<ReasonKind, boolean>> = {
  reply_owed: true,
  new_address: true,
  dead_address: true,
  new_acquaintance: true,
  follow_up: true,
  project_end: true,
  second_door: false,
  chosen_rhythm: false,
  rhythm_broken: false,
  gratitude: false,
  anniversary: false,
  introduction: false,
  hello: false,
  dormant_tie: false,
}
const passingRules = reasonRules.filter(({ kind }) => isPassing[kind])
const waitingRules = reasonRules.filter(({ kind }) => !isPassing[kind])
const overdueRules: readonly ReasonRule[] = [rhythmBrokenReason, chosenRhythmReason]

/** So that no kind of reason crowds out the others. */
const maxOfKind: Readonly<Record<ReasonKind, number>> = {
  reply_owed: 3,
  // Hardly anybody changes their address; two in one week are more likely our mistake.
  new_address: 1,
  dead_address: 1,
  new_acquaintance: 2,
  follow_up: 2,
  project_end: 2,
  second_door: 1,
  chosen_rhythm: 4,
  rhythm_broken: 7,
  gratitude: 1,
  anniversary: 1,
  introduction: 1,
  hello: 0,
  // Old but strong ties would never reach the top by themselves: a small share of every report is theirs, and never more.
  dormant_tie: 2,
}

/** More of one house, or of one group that the user made, would make it that group's report. */
const maxOfGroup = 3

/**
 * How much the tie matters. Where the chance of a comeback is what a message changes, the history of the tie is in it
 * already, and only what is not in it weighs.
 */
const matterOf = (candidate: Candidate, kind: ReasonKind): number =>
  comebackKinds.has(kind) ? saidOf(candidate) : strengthOf(candidate)

const comebackKinds: ReadonlySet<ReasonKind> = new Set(['rhythm_broken', 'dormant_tie', 'second_door', 'gratitude'])

const promise = (candidate: Candidate): number => saidOf(candidate) * candidate.health.comeback

const findReason = (candidate: Candidate, history: History, setting: Setting): FoundReason | null => {
  for (const rule of reasonRules) {
    const found = rule.mayHold(candidate, setting) ? rule.find(candidate, history, setting) : null
    if (found !== null) return found
  }
  return null
}

type Found = FoundReason & { readonly candidate: Candidate; readonly worth: number }

const byWorth = (a: Found, b: Found): number => b.worth - a.worth || a.candidate.person.id - b.candidate.person.id

/**
 * `found` by falling worth; the answer too. Those met at one occasion come as one, and so does one place of the dormant, which
 * once a month is for whoever leads out of the present circle; another dormant one gets a place where room is left, for what
 * is urgent this week is so no more next week.
 */
const withinLimits = (
  found: readonly Found[],
  { event, most }: { readonly event: Occurrence<Found> | null; readonly most: number },
): readonly Found[] => {
  const taken: Found[] = [...(event?.shown ?? [])].slice(0, most)
  const met = new Set([...(event?.shown ?? []), ...(event?.others ?? [])])
  const counts = new Map<string, number>()
  const take = (entry: Found): void => {
    if (met.has(entry) || taken.includes(entry)) return
    const kind = `kind ${entry.reason.kind}`
    const groups = [...groupsOf(entry.candidate.person), ...(isBridge(entry) ? ['bridge'] : [])]
    if (taken.length >= most || (counts.get(kind) ?? 0) >= maxOfKind[entry.reason.kind]) return
    if (groups.some((group) => (counts.get(group) ?? 0) >= (group === 'bridge' ? 1 : maxOfGroup))) return
    for (const key of [kind, ...groups]) counts.set(key, (counts.get(key) ?? 0) + 1)
    taken.push(entry)
  }
  const dormant = found.filter(({ reason }) => reason.kind === 'dormant_tie')
  const [firstDormant] = [...dormant.filter(isBridge), ...dormant]
  if (firstDormant !== undefined) take(firstDormant)
  for (const entry of found) if (entry.reason.kind !== 'dormant_tie') take(entry)
  for (const entry of dormant) take(entry)
  return taken.sort(byWorth)
}

const isBridge = ({ reason }: Found): boolean => reason.kind === 'dormant_tie' && reason.isBridge === true

const groupsOf = ({ addresses, override }: Person): readonly string[] => {
  const domains = new Set(addresses.map(domainOf).filter((domain) => !mailHosts.has(domain)))
  return [...override.groups.map((group) => `group ${group}`), ...[...domains].map((domain) => `house ${domain}`)]
}

export const suggestionOf = (candidate: Candidate, reason: Reason, now: Instant): Suggestion => {
  const { id, name, givenName, address, movedAt } = candidate.person
  const { band, usualGapDays } = candidate.health
  const last = lastContactOf(candidate.person, now)
  const reached = reason.kind === 'dead_address' ? '' : address
  const isLate = movedAt !== undefined && daysBetween(movedAt, now) <= maxMovedDays
  return {
    personId: id,
    name,
    givenName,
    address: reached,
    ...(isLate && { movedAt }),
    reason,
    ...stripOf(candidate, now),
    standing: { band, usualGapDays },
    ...mannerFor(candidate, now),
    // Another way is a shorter one.
    ...(reason.kind === 'second_door' && givenName !== null && { tone: 'brief' as const }),
    ...(last !== null && { last }),
  }
}

/** The last year; of an old tie as many years as show what it was. */
const stripOf = ({ person: { relationship } }: Candidate, now: Instant): Pick<Suggestion, 'strip' | 'stripSpan'> => {
  const current = weekIndex(now)
  const weeksAgo = contactWeeks(relationship, now).map((week) => current - week)
  const silentWeeks = weeksAgo.at(-1) ?? 0
  const known = (weeksAgo[0] ?? 0) + 1
  const wanted = silentWeeks <= stripWeeks / 2 ? stripWeeks : Math.min(maxStripWeeks, silentWeeks * 3)
  const span = Math.max(stripWeeks, Math.min(wanted, known + 4))
  const strip = weeksAgo.filter((ago) => ago < span)
  return span === stripWeeks ? { strip } : { strip, stripSpan: span }
}

const maxStripWeeks = 5 * stripWeeks

/** After half a year a new address is no news. */
const maxMovedDays = 182

const heldBackOf = ({ candidate, reason, guard, until }: Found & Pick<HeldBack, 'guard' | 'until'>): HeldBack => {
  const { id, name, givenName } = candidate.person
  return { personId: id, name, givenName, kind: reason.kind, guard, until }
}
