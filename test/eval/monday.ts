/**
 * `node test/eval/monday.ts [FILE.mbox…] [--me ADDRESS] [--at DATE] [--weeks-ago N] [--drafts]`: a Monday's report for the owner of a
 * mailbox, with every reason, its evidence and whoever was held back, to be read by eye: does it make sense? Without a file,
 * the sandbox's. `--weeks-ago` is as it was then, with nothing known of what came after; `--drafts` shows each check-in.
 */
import { parseArgs } from 'node:util'
import { draftCheckIn, toneOf } from '../../src/draft/check-in.ts'
import { resolve } from '../../src/infer/resolve.ts'
import { type Account, noProgress } from '../../src/model/account.ts'
import type { CanonicalAddress } from '../../src/model/address.ts'
import { noIndexes, withIndex } from '../../src/model/index-set.ts'
import { usualLocale } from '../../src/model/locale.ts'
import { DAY, type Instant, instantFromMilliseconds, localDate, mondayOf, WEEK } from '../../src/model/time.ts'
import type { History, Setting } from '../../src/report/candidate.ts'
import { composeReport } from '../../src/report/compose.ts'
import { candidatesOf } from '../../src/report/former.ts'
import { introducible, introductionsAmong } from '../../src/report/introductions.ts'
import { learnPreferences } from '../../src/report/preferences.ts'
import { shortlist } from '../../src/report/select.ts'
import { healthOf, withChosenRhythm } from '../../src/score/health.ts'
import { paceOf } from '../../src/score/pace.ts'
import { explain } from '../../src/words/health.ts'
import { describeHeldBack } from '../../src/words/held-back.ts'
import { describeReason, reasonKinds } from '../../src/words/reason.ts'
import { describeBands, describeHeadline, describeReconnection } from '../../src/words/week.ts'
import { loadArchive } from '../sandbox/archive/index.ts'
import { populate } from '../sandbox/population/index.ts'
import { readMailbox } from './read-mailbox.ts'

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      me: { type: 'string', multiple: true, default: [] },
      at: { type: 'string' },
      'weeks-ago': { type: 'string', default: '0' },
      drafts: { type: 'boolean', default: false },
    },
  })
  const end = values.at === undefined ? Date.now() : Date.parse(values.at)
  const milliseconds = end - Number(values['weeks-ago']) * 1000 * WEEK
  const mailbox =
    positionals.length === 0
      ? populate({ seed: 1, now: end })
      : (await loadArchive({ mbox: positionals, ics: [], me: values.me, shift: true, now: end })).mailbox
  for (const { id, at } of mailbox.newestFirst) if (at > milliseconds) mailbox.remove(id)
  const now = instantFromMilliseconds(milliseconds)
  const { contacts, own, activeDays, interactions } = readMailbox(mailbox, milliseconds)
  const { people } = resolve({ contacts, own }, [])
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
  const historyOf = ({ addresses }: { readonly addresses: readonly CanonicalAddress[] }): History =>
    addresses
      .flatMap((address) => histories.get(address) ?? [])
      .filter(({ at }) => at <= now)
      .sort((a, b) => b.at - a.at)
  const oldest = Math.min(...people.flatMap(({ relationship: { firstAt } }) => firstAt ?? []))
  const known = introducible(candidates, now)
  const personOf = new Map(known.flatMap(({ person }) => person.addresses.map((address) => [address, person.id])))
  const setting: Setting = {
    now,
    recordsSince: oldest as Setting['recordsSince'],
    introductions: introductionsAmong(known, togetherOf(interactions, personOf)),
  }
  const report = composeReport({
    week: mondayOf(now, 'UTC'),
    zone: 'UTC',
    locale: usualLocale,
    accounts: [readAccount(mailbox.owner.address, days, now)],
    candidates,
    shortlisted: shortlist(candidates, { setting, knownSince: 0 as typeof now }),
    setting,
    historyOf,
    suggestedBefore: () => [],
    preferences: learnPreferences([], null),
    before: { number: 0, isFirst: true, sentAt: null, trend: [], notes: [] },
    accountOf: () => null,
  })
  console.log(
    `${mailbox.owner.address}, ${localDate(now, 'UTC')}: ${candidates.length} people, ${describeBands(report)}`,
  )
  console.log(
    `ties come back ${pace.returning.toFixed(2)} times as often as usual; activity ${pace.activity.toFixed(2)}\n`,
  )
  console.log(`${describeHeadline(report)}\n`)
  const byId = new Map(candidates.map((candidate) => [candidate.person.id, candidate]))
  for (const suggestion of report.suggestions) {
    const candidate = byId.get(suggestion.personId)
    if (candidate === undefined) continue
    const { health } = candidate
    console.log(`${suggestion.name} <${suggestion.address}>: ${reasonKinds[suggestion.reason.kind]}`)
    console.log(`  ${describeReason(suggestion, report)}`)
    console.log(
      `  ${health.band}, closeness ${health.closeness.toFixed(0)}, left ${health.health.toFixed(0)}, within half a year ${health.chanceIn180Days.toFixed(2)}. ${explain(health)}`,
    )
    const lately = historyOf(candidate.person)
      .slice(0, 8)
      .map(({ kind, at, size }) => `${kind} ${((now - at) / DAY).toFixed(0)}d${size > 1 ? `/${size}` : ''}`)
    console.log(`  ${lately.join(', ')}\n`)
    if (values.drafts) {
      const occasion = { suggestion, at: now, zone: 'UTC', userName: mailbox.owner.name }
      const { tone, subject, text } = draftCheckIn(occasion, toneOf(suggestion))
      console.log(`  ${tone}, ${text.split(/\s+/).length} words: ${subject}\n\n${text.replace(/^(?=.)/gm, '    ')}`)
    }
  }
  for (const each of report.reconnections) console.log(`It worked: ${describeReconnection(each, report)}`)
  console.log('\nNot this week')
  for (const held of report.heldBack ?? [])
    console.log(`  ${held.name} (${reasonKinds[held.kind]}): ${describeHeldBack(held, report)}`)
}

/** A mailbox that has been read to the end, just now. */
const readAccount = (address: string, activeDays: readonly number[], now: Instant): Account => {
  const feed = { cursor: null, past: 'done', readAt: now, recheckSince: null, pass: null } as const
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
    notBefore: now,
    feeds: { mail: feed, calendar: feed },
    quotaWindow: [],
    progress: noProgress,
    checks: [],
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

await main()
