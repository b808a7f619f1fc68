/**
 * One week of a mailbox's owner: their people, the report that is due, and everything it was made from, with nothing known of
 * what came after. Read in memory by the product's own stages, without a database.
 */
import { resolve } from '../../src/infer/resolve.ts'
import { type Account, noProgress } from '../../src/model/account.ts'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { noIndexes, withIndex } from '../../src/model/index-set.ts'
import type { Interaction } from '../../src/model/interaction.ts'
import { usualLocale } from '../../src/model/locale.ts'
import type { Report } from '../../src/model/report.ts'
import { type Instant, instantFromMilliseconds, mondayOf } from '../../src/model/time.ts'
import { type Candidate, plainSetting, type Setting } from '../../src/report/candidate.ts'
import { companyToRead, peopleToRead, settingFrom } from '../../src/report/company.ts'
import { composeReport } from '../../src/report/compose.ts'
import { candidatesOf } from '../../src/report/former.ts'
import { meetingSoon } from '../../src/report/meetings.ts'
import { learnPreferences } from '../../src/report/preferences.ts'
import { projectEndsAmong } from '../../src/report/projects.ts'
import { shortlist } from '../../src/report/select.ts'
import { healthOf, withChosenRhythm } from '../../src/score/health.ts'
import { paceOf, type UserPace } from '../../src/score/pace.ts'
import { readFeeds } from '../account.ts'
import type { Mailbox } from '../sandbox/world.ts'
import { readMailbox } from './read-mailbox.ts'

export interface Week {
  readonly mailbox: Mailbox
  readonly now: Instant
  readonly pace: UserPace
  readonly candidates: readonly Candidate[]
  readonly setting: Setting
  /** Newest first. */
  readonly historyOf: (person: { readonly addresses: readonly CanonicalAddress[] }) => readonly Interaction[]
  readonly report: Report
}

/** Takes everything later than `milliseconds` out of the mailbox. */
export const weekOf = (mailbox: Mailbox, milliseconds: number): Week => {
  for (const { id, at } of mailbox.newestFirst) if (at > milliseconds) mailbox.remove(id)
  const now = instantFromMilliseconds(milliseconds)
  const { contacts, own, activeDays, interactions } = readMailbox(mailbox, milliseconds)
  const { people, apart } = resolve({ contacts, own }, [])
  const days = [...activeDays].sort((a, b) => a - b)
  const pace = paceOf(
    people.map(({ relationship }) => relationship),
    days,
    now,
  )
  const candidates = candidatesOf(
    people,
    ({ relationship, override }) => withChosenRhythm(healthOf(relationship, now, pace), override.rhythm),
    { now, knownSince: 0 as Instant },
  )
  const histories = Map.groupBy(interactions, ({ who }) => who.address)
  const historyOf = ({ addresses }: { readonly addresses: readonly CanonicalAddress[] }): readonly Interaction[] =>
    addresses
      .flatMap((address) => histories.get(address) ?? [])
      .filter(({ at }) => at <= now)
      .sort((a, b) => b.at - a.at)
  const oldest = Math.min(...people.flatMap(({ relationship: { firstAt } }) => firstAt ?? []))
  const known: Setting = {
    ...plainSetting(now),
    recordsSince: oldest as Setting['recordsSince'],
    projectEnds: projectEndsAmong(candidates, now),
  }
  const company = companyToRead(candidates, known, { week: mondayOf(now, 'UTC'), hasIntroduced: false })
  const read = peopleToRead(company)
  const personOf = new Map(read.flatMap(({ addresses, id }) => addresses.map((address) => [address, id])))
  const together = togetherOf(interactions, personOf)
  const setting: Setting = { ...known, ...settingFrom(company, together, { hasIntroduced: false, now }) }
  const report = composeReport({
    week: mondayOf(now, 'UTC'),
    zone: 'UTC',
    locale: usualLocale,
    accounts: [readAccount(mailbox.owner.address, days, now)],
    candidates,
    shortlisted: shortlist(candidates, { setting, knownSince: 0 as typeof now }),
    waiting: [],
    meeting: meetingSoon(candidates, now),
    setting,
    historyOf,
    suggestedBefore: () => [],
    apart,
    preferences: learnPreferences([], null),
    before: { number: 0, isFirst: true, sentAt: null, trend: [], notes: [] },
    accountOf: () => null,
  })
  return { mailbox, now, pace, candidates, setting, historyOf, report }
}

/** A mailbox that has been read to the end, just now. */
const readAccount = (address: string, activeDays: readonly number[], now: Instant): Account => {
  return {
    id: 1,
    userId: 1,
    provider: 'google',
    subject: '1',
    address,
    aliases: [],
    createdAt: now,
    readsBack: null,
    grant: '',
    status: { kind: 'active' },
    revision: 0,
    leaseUntil: now,
    stops: {},
    notBefore: now,
    feeds: readFeeds(now),
    quotaWindow: [],
    progress: noProgress,
    endedReads: [],
    activeDays: activeDays.reduce(withIndex, noIndexes),
  }
}

/** How often two of them were on one item, by their ids. */
const togetherOf = (
  interactions: readonly { readonly item: string; readonly who: { readonly address: CanonicalAddress } }[],
  personOf: ReadonlyMap<CanonicalAddress, number>,
) => {
  const times = new Map<string, number>()
  for (const on of Map.groupBy(interactions, ({ item }) => item).values()) {
    const ids = [...new Set(on.flatMap(({ who }) => personOf.get(who.address) ?? []))].sort((a, b) => a - b)
    for (const [index, a] of ids.entries()) {
      for (const b of ids.slice(index + 1)) times.set(`${a} ${b}`, (times.get(`${a} ${b}`) ?? 0) + 1)
    }
  }
  return [...times].map(([pair, count]) => {
    const [a = 0, b = 0] = pair.split(' ').map(Number)
    return { a, b, times: count }
  })
}
