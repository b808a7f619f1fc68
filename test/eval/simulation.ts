/**
 * Two years of Mondays, with the product's own selection: over histories of real people, as they went, and over the life of
 * the sandbox's owner, once as it went and once with an owner who follows some of the suggestions. Tells who is suggested,
 * how often and what becomes of it; that nobody is nagged; and that nobody important is forgotten.
 */
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inferFromEvents, inferFromMessages } from '../../src/infer/page.ts'
import { type CanonicalAddress, canonicalAddress } from '../../src/model/address.ts'
import { noOverride } from '../../src/model/correction.ts'
import { type InteractionKind, isDirect } from '../../src/model/interaction.ts'
import type { Person } from '../../src/model/person.ts'
import { noRelationship, type Relationship, withInteraction } from '../../src/model/relationship.ts'
import { maxInReport } from '../../src/model/report.ts'
import { DAY, dayIndex, daysBetween, type Instant, instantFromMilliseconds, later, WEEK } from '../../src/model/time.ts'
import { parseEvent } from '../../src/providers/google/calendar/parse.ts'
import { parseMessage } from '../../src/providers/google/mail/parse.ts'
import { type Candidate, type History, plainSetting, type Setting } from '../../src/report/candidate.ts'
import { candidatesOf, movedAway } from '../../src/report/former.ts'
import type { PastSuggestion } from '../../src/report/guards.ts'
import { learnPreferences, outcomesFor } from '../../src/report/preferences.ts'
import { minChance } from '../../src/report/reasons/rhythm-broken.ts'
import { select, shortlist } from '../../src/report/select.ts'
import { healthOf } from '../../src/score/health.ts'
import { paceOf } from '../../src/score/pace.ts'
import { awayDaysUntil } from '../../src/score/signals/activity.ts'
import { eventResource } from '../sandbox/google/calendar-event.ts'
import { messageResource } from '../sandbox/google/gmail-letter.ts'
import { Chance } from '../sandbox/population/chance.ts'
import { populate } from '../sandbox/population/index.ts'
import type { Figure, Measured, Question } from './measured.ts'

/** What one user's people and they did, in order of time. */
export interface Life {
  readonly contacts: readonly Contact[]
  readonly until: Instant
}

interface Contact {
  /** Whoever it was, as a stable key. */
  readonly who: string
  readonly name: string
  readonly kind: InteractionKind
  readonly at: Instant
  readonly size: number
}

/** What two years of Mondays came to. */
export interface Outcome {
  readonly mondays: number
  readonly suggestions: number
  readonly people: number
  /** Suggestions after which the two were in touch within 60 and 180 days. */
  readonly within60: number
  readonly within180: number
  /** Suggestions old enough to tell. */
  readonly told: number
  /** The most suggestions of one person within 52 weeks, and the shortest pause between two of one, in days. */
  readonly maxInAYear: number
  readonly minPauseDays: number
  /** How often somebody was suggested again within their own rhythm, as it was known then. */
  readonly nagged: number
  /** Silences of important people that passed twice their rhythm, and those of them that neither list nor guard spoke of. */
  readonly broken: number
  readonly forgotten: number
  readonly kinds: ReadonlyMap<string, number>
}

const years = 2
/** Of the people one is closest to, so many are important. */
const importantPeople = 15
const shortSilenceDays = 37

/**
 * `follow` decides, for a suggestion, whether the user writes and whether it is answered; null for a life as it went.
 */
export const walk = (life: Life, follow: ((chanceOfAnswer: number) => 'nothing' | 'written' | 'answered') | null) => {
  const people = new Map<string, { id: number; name: string; relationship: Relationship; history: Contact[] }>()
  const activeDays = new Set<number>()
  const queue = [...life.contacts]
  const added: Contact[] = []
  const suggested = new Map<number, PastSuggestion[]>()
  const suggestions: { readonly id: number; readonly at: Instant; readonly gapDays: number }[] = []
  const kinds = new Map<string, number>()
  const contactsOf = new Map<number, Instant[]>()
  const spokenOf = new Map<string, Instant>()
  const brokenSilences = new Map<string, boolean>()
  const backlog = new Set<string>()
  const idOf = new Map<string, string>()

  const learn = (contact: Contact): void => {
    let known = people.get(contact.who)
    if (known === undefined) {
      known = { id: people.size, name: contact.name, relationship: noRelationship, history: [] }
      people.set(contact.who, known)
      idOf.set(String(known.id), contact.who)
    }
    known.relationship = withInteraction(known.relationship, contact)
    known.history.unshift(contact)
    if (!isDirect(contact.kind)) return
    activeDays.add(dayIndex(contact.at))
    contactsOf.set(known.id, [...(contactsOf.get(known.id) ?? []), contact.at])
  }

  let next = 0
  const start = later(life.until, -years * 52 * WEEK)
  for (let now = start; now <= life.until; now = later(now, WEEK)) {
    const due = added.splice(0)
    for (let contact = queue[next]; contact !== undefined && contact.at < now; contact = queue[next]) {
      due.push(contact)
      next += 1
    }
    for (const contact of due.sort((a, b) => a.at - b.at)) {
      if (contact.at < now) learn(contact)
      else added.push(contact)
    }
    const days = [...activeDays].sort((a, b) => a - b)
    const known = [...people.values()].filter(
      ({ relationship }) => relationship.lastSentAt !== null || relationship.meetingsAt.length > 0,
    )
    const pace = paceOf(
      known.map(({ relationship }) => relationship),
      days,
      now,
    )
    const candidates = candidatesOf(known.map(personOf), ({ relationship }) => healthOf(relationship, now, pace), {
      now,
      knownSince: 0 as Instant,
    })
    const moved = movedAway(candidates)
    const setting: Setting = plainSetting(now)
    const suggestedBefore = ({ id }: Person): readonly PastSuggestion[] => suggested.get(id) ?? []
    const outcomes = candidates.flatMap(({ person }) => outcomesFor(person, suggestedBefore(person), now))
    const chosen = select(shortlist(candidates, { setting, knownSince: 0 as Instant }), {
      setting,
      historyOf: ({ id }): History => people.get(idOf.get(String(id)) ?? '')?.history ?? [],
      suggestedBefore,
      hasNewAddress: ({ id }) => moved.has(id),
      preferences: learnPreferences(outcomes, null),
      knownUntil: () => now,
      meetingsKnownUntil: now,
      awayDaysSince: awayDaysUntil(days, now),
      most: maxInReport,
      isFirstMonth: false,
    })
    const byId = new Map(candidates.map((candidate) => [candidate.person.id, candidate]))
    for (const { personId, reason } of chosen.suggestions) {
      const candidate = byId.get(personId)
      if (candidate === undefined) continue
      suggestions.push({ id: personId, at: now, gapDays: candidate.health.usualGapDays ?? 0 })
      suggested.set(personId, [{ at: now, kind: reason.kind }, ...suggestedBefore(candidate.person)])
      kinds.set(reason.kind, (kinds.get(reason.kind) ?? 0) + 1)
      const deed = follow?.(candidate.health.chanceIn180Days) ?? 'nothing'
      const who = idOf.get(String(personId)) ?? ''
      const mail = { who, name: candidate.person.name, size: 1 }
      if (deed !== 'nothing') added.push({ ...mail, kind: 'sent', at: later(now, 2 * DAY) })
      if (deed === 'answered') added.push({ ...mail, kind: 'received', at: later(now, 4 * DAY) })
    }
    const named = [...chosen.suggestions, ...chosen.heldBack.filter(({ guard }) => guard !== 'no_room')]
    for (const { personId } of named) spokenOf.set(silenceKey(byId.get(personId), now), now)
    for (const candidate of importantSilent(candidates)) {
      const key = silenceKey(candidate, now)
      // What lay broken before the first Monday waits in line for weeks: lists are short.
      if (now === start) backlog.add(key)
      if (!backlog.has(key)) brokenSilences.set(key, spokenOf.has(key))
    }
  }
  return {
    ...countsOf(suggestions, contactsOf, life.until),
    kinds,
    ...silencesOf(brokenSilences),
    mondays: years * 52 + 1,
  }
}

/** One silence of one person: it ends with the next contact. */
const silenceKey = (candidate: Candidate | undefined, now: Instant): string =>
  candidate === undefined
    ? ''
    : `${candidate.person.id} ${dayIndex(later(now, -Math.round((candidate.health.silenceDays ?? 0) * DAY)))}`

const personOf = (known: {
  readonly id: number
  readonly name: string
  readonly relationship: Relationship
}): Person => ({
  ...known,
  givenName: null,
  address: '',
  bouncedAt: null,
  languages: '',
  contactIds: [known.id],
  addresses: [],
  override: noOverride,
})

/** Those the user is closest to, silent for more than twice their rhythm, and not beyond hope. */
const importantSilent = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...candidates]
    .sort((a, b) => b.health.closeness - a.health.closeness)
    .slice(0, importantPeople)
    .filter(
      ({ person: { relationship }, health }) =>
        relationship.lastReceivedAt !== null &&
        relationship.lastSentAt !== null &&
        (health.overdue ?? 0) > 2 &&
        (health.silenceDays ?? 0) > shortSilenceDays &&
        health.chanceIn180Days >= minChance,
    )

const silencesOf = (silences: ReadonlyMap<string, boolean>) => ({
  broken: silences.size,
  forgotten: [...silences.values()].filter((isSpokenOf) => !isSpokenOf).length,
})

const countsOf = (
  suggestions: readonly { readonly id: number; readonly at: Instant; readonly gapDays: number }[],
  contactsOf: ReadonlyMap<number, readonly Instant[]>,
  until: Instant,
) => {
  const byPerson = Map.groupBy(suggestions, ({ id }) => id)
  const isFollowed = ({ id, at }: { id: number; at: Instant }, days: number): boolean =>
    (contactsOf.get(id) ?? []).some((contact) => contact > at && daysBetween(at, contact) <= days)
  const told = suggestions.filter(({ at }) => daysBetween(at, until) >= 180)
  let maxInAYear = 0
  let minPauseDays = Number.POSITIVE_INFINITY
  let nagged = 0
  for (const own of byPerson.values()) {
    for (const [index, { at }] of own.entries()) {
      maxInAYear = Math.max(maxInAYear, own.filter((each) => each.at >= at && each.at < at + 52 * WEEK).length)
      const before = own[index - 1]
      if (before === undefined) continue
      const pause = daysBetween(before.at, at)
      minPauseDays = Math.min(minPauseDays, pause)
      if (pause < Math.min(own[index]?.gapDays ?? 0, 182)) nagged += 1
    }
  }
  return {
    suggestions: suggestions.length,
    people: byPerson.size,
    told: told.length,
    within60: told.filter((each) => isFollowed(each, 60)).length,
    within180: told.filter((each) => isFollowed(each, 180)).length,
    maxInAYear,
    minPauseDays,
    nagged,
  }
}

/** The part of harness.mjs that is used; its README documents it. */
interface Harness {
  loadCatalogue(folder: string): { readonly datasets: readonly DataSet[] }
  loadDataset(folder: string, entry: DataSet): readonly RawMessage[]
  egoSplit(dataset: string, ego: number): 0 | 1
  indexByEgo(messages: readonly RawMessage[], egos: ReadonlySet<number>): ReadonlyMap<number, readonly number[]>
  expand(message: RawMessage, ego: number, reply: null, emit: (who: number, event: RawEvent) => void): void
}
interface DataSet {
  readonly name: string
  readonly egos: readonly number[]
  readonly end: number
}
interface RawMessage {
  readonly t: number
}
interface RawEvent {
  readonly t: number
  readonly dir: 'out' | 'in' | 'co'
  readonly direct: boolean
  readonly n: number
}

/** The open half's users, each with all of their life up to the end of the data. */
export const publicLives = async (place: string, most: number): Promise<ReadonlyMap<string, readonly Life[]>> => {
  const harness: Harness = await import(pathToFileURL(place).href)
  const folder = join(dirname(place), 'data')
  const lives = new Map<string, readonly Life[]>()
  for (const entry of harness.loadCatalogue(folder).datasets) {
    const messages = harness.loadDataset(folder, entry)
    const egos = entry.egos.filter((ego) => harness.egoSplit(entry.name, ego) === 1).slice(0, most)
    const index = harness.indexByEgo(messages, new Set(egos))
    const until = Math.min(entry.end, messages.at(-1)?.t ?? entry.end) as Instant
    lives.set(
      entry.name,
      egos.map((ego) => {
        const contacts: Contact[] = []
        for (const at of index.get(ego) ?? []) {
          const message = messages[at]
          if (message === undefined) continue
          harness.expand(message, ego, null, (who, { t, dir, direct, n }) => {
            const kind = !direct ? 'seen' : dir === 'out' ? 'sent' : 'received'
            contacts.push({ who: String(who), name: `Person ${who}`, kind, at: t as Instant, size: n })
          })
        }
        return { contacts, until }
      }),
    )
  }
  return lives
}

/** The sandbox's owner, read by the product's own inference. */
export const sandboxLife = (seed: number, milliseconds: number): Life => {
  const mailbox = populate({ seed, now: milliseconds, messages: 6000 })
  const now = instantFromMilliseconds(milliseconds)
  const own = new Set<CanonicalAddress>(
    [mailbox.owner.address, ...mailbox.owner.aliases].flatMap((address) => canonicalAddress(address) ?? []),
  )
  const view = { format: 'metadata', headers: null, isMetadataOnly: true } as const
  const mails = mailbox.newestFirst.flatMap((mail) => parseMessage(messageResource(mail, '1', view)) ?? [])
  const calendar = {
    owner: mailbox.owner,
    zone: mailbox.owner.zone,
    maxAttendees: 100,
    origin: 'https://calendar.test',
  }
  const events = [...mailbox.meetings.values()].flatMap((meeting) => parseEvent(eventResource(meeting, calendar)) ?? [])
  const fromMail = inferFromMessages(mails, { own, now })
  const lists = new Set(fromMail.interactions.flatMap(({ who, isThroughList }) => (isThroughList ? who.address : [])))
  const contacts = [...fromMail.interactions, ...inferFromEvents(events, { own, now }).interactions]
    .filter(({ who, at }) => !lists.has(who.address) && at <= now)
    .map(({ who, kind, at, size }) => ({ who: who.address, name: who.name || who.address, kind, at, size }))
  return { contacts: contacts.sort((a, b) => a.at - b.at), until: now }
}

/** Follows four suggestions in ten; whoever would have come back by themselves answers, and some of the others. */
const diligent = (chance: Chance) => (chanceOfAnswer: number) =>
  !chance.happens(0.4) ? 'nothing' : chance.happens(0.4 + 0.5 * chanceOfAnswer) ? 'answered' : 'written'

export const simulateMondays = async ({ place, isShort }: Question): Promise<Measured> => {
  const rows: { readonly name: string; readonly outcomes: readonly Outcome[] }[] = []
  for (const [name, lives] of await publicLives(place, isShort ? 6 : 30)) {
    rows.push({ name: `${name}, as it went`, outcomes: lives.map((life) => walk(life, null)) })
  }
  const life = sandboxLife(1, Date.UTC(2026, 10, 23, 7))
  rows.push({ name: 'sandbox, as it went', outcomes: [walk(life, null)] })
  rows.push({ name: 'sandbox, 4 in 10 followed', outcomes: [walk(life, diligent(new Chance(1)))] })
  const all = rows.flatMap(({ outcomes }) => outcomes)
  const sum = (of: (outcome: Outcome) => number): number => all.reduce((total, outcome) => total + of(outcome), 0)
  return {
    figures: [
      figure(
        'mondays: suggested again within their own rhythm',
        sum(({ nagged }) => nagged),
        0,
        'lower',
      ),
      figure(
        'mondays: important silences passed over',
        sum(({ forgotten }) => forgotten),
        0,
        'lower',
      ),
      figure(
        'mondays: important silences',
        sum(({ broken }) => broken),
        null,
        'higher',
      ),
    ],
    table: [
      ['', 'users', 'a week', 'people', 'back in 60 d', 'in 180 d', 'most a year', 'shortest pause', 'passed over'],
      ...rows.map(({ name, outcomes }) => rowOf(name, outcomes)),
    ]
      .map((cells) => `  ${cells.map((cell, column) => (column === 0 ? cell.padEnd(28) : cell.padStart(15))).join('')}`)
      .concat(rows.map(({ name, outcomes }) => `  ${name}: ${describeKinds(outcomes)}`))
      .join('\n'),
  }
}

const figure = (name: string, value: number, target: number | null, better: Figure['better']): Figure => ({
  name,
  value,
  unit: 'count',
  target,
  better,
})

const rowOf = (name: string, outcomes: readonly Outcome[]): readonly string[] => {
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((total, each) => total + of(each), 0)
  const told = sum((each) => each.told)
  const share = (count: number): string => (told === 0 ? '–' : (count / told).toFixed(2))
  return [
    name,
    String(outcomes.length),
    (sum((each) => each.suggestions) / sum((each) => each.mondays)).toFixed(2),
    (sum((each) => each.people) / outcomes.length).toFixed(1),
    share(sum((each) => each.within60)),
    share(sum((each) => each.within180)),
    String(Math.max(...outcomes.map((each) => each.maxInAYear))),
    `${Math.round(Math.min(...outcomes.map((each) => each.minPauseDays)))} d`,
    `${sum((each) => each.forgotten)} of ${sum((each) => each.broken)}`,
  ]
}

const describeKinds = (outcomes: readonly Outcome[]): string => {
  const kinds = new Map<string, number>()
  for (const outcome of outcomes) {
    for (const [kind, count] of outcome.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + count)
  }
  return [...kinds]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => `${kind.replaceAll('_', ' ')} ${count}`)
    .join(', ')
}
