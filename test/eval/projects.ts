/**
 * Whether the end of a project is seen: projects are planted into the mail of the sandbox's owner, with what looks like one
 * and is none beside them, and every Monday of a year the product's own inference and detection say what has ended. Whatever
 * they find that was not planted counts against them.
 */
import { noOverride } from '../../src/model/correction.ts'
import type { Person } from '../../src/model/person.ts'
import { noRelationship, withInteraction } from '../../src/model/relationship.ts'
import { DAY, type Instant, instantFromMilliseconds, later, WEEK } from '../../src/model/time.ts'
import type { Candidate } from '../../src/report/candidate.ts'
import { projectEndsAmong } from '../../src/report/projects.ts'
import { healthOf } from '../../src/score/health.ts'
import { usualPace } from '../pace.ts'
import { Chance } from '../sandbox/population/chance.ts'
import { populate } from '../sandbox/population/index.ts'
import type { Mail, Mailbox } from '../sandbox/world.ts'
import { columns, type Measured, type Question, share } from './measured.ts'
import { readMailbox } from './read-mailbox.ts'

export const judgeProjects = async ({ isShort }: Question): Promise<Measured> => {
  const seeds = isShort ? [1] : [1, 2, 3]
  const total = { found: 0, wrong: 0, missed: 0 }
  const rows = seeds.map((seed) => {
    const { found, wrong, missed } = judgeSeed(seed)
    total.found += found
    total.wrong += wrong.length
    total.missed += missed.length
    return [`seed ${seed}`, String(found), wrong.join(' ') || '–', missed.join(' ') || '–']
  })
  const precision = total.found / Math.max(1, total.found + total.wrong)
  const recall = total.found / Math.max(1, total.found + total.missed)
  const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall)
  return {
    figures: [
      share('project ends: F1', f1, 0.9),
      share('project ends: precision', precision),
      share('project ends: recall', recall),
    ],
    table: columns([['', 'found', 'wrong', 'missed'], ...rows]),
  }
}

const now = Date.UTC(2026, 10, 23, 7)
const mondays = 52
/** Of each kind, in each mailbox. */
const planted = { projects: 14, ongoing: 3, pairs: 4, pauses: 3 }

interface Planted {
  readonly domain: string
  /** When a project ended; null of what is none. */
  readonly endedAt: Instant | null
}

interface Outcome {
  readonly found: number
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
}

const judgeSeed = (seed: number): Outcome => {
  const mailbox = populate({ seed, now })
  const chance = new Chance(seed)
  const projects = plantAll(mailbox, chance)
  const told = toldIn(mailbox)
  const isHit = ({ domain, at }: Told): boolean =>
    projects.some((each) => each.domain === domain && each.endedAt !== null && isInTime(each.endedAt, at))
  const hits = new Set(told.filter(isHit).map(({ domain }) => domain))
  return {
    found: hits.size,
    wrong: told.filter((each) => !isHit(each)).map(({ domain }) => domain),
    missed: projects.flatMap(({ domain, endedAt }) => (endedAt === null || hits.has(domain) ? [] : [domain])),
  }
}

/** Within two weeks. */
const isInTime = (endedAt: Instant, at: Instant): boolean => at > endedAt && at - endedAt <= 14 * DAY

interface Told {
  readonly domain: string
  readonly at: Instant
}

/** Every Monday of the year before `now`, with nothing known of what came after. */
const toldIn = (mailbox: Mailbox): readonly Told[] => {
  const { interactions } = readMailbox(mailbox, now)
  const byAddress = [...Map.groupBy(interactions, ({ who }) => who.address)]
  return Array.from({ length: mondays }, (_, index) =>
    later(instantFromMilliseconds(now), (index + 1 - mondays) * WEEK),
  ).flatMap((at) => {
    const candidates = byAddress.flatMap(([address, all], id): readonly Candidate[] => {
      const relationship = all.reduce((tie, each) => (each.at > at ? tie : withInteraction(tie, each)), noRelationship)
      if (relationship.firstAt === null) return []
      const person: Person = {
        ...{ id, name: address, givenName: null, address, bouncedAt: null, contactIds: [id], addresses: [address] },
        ...{ relationship, override: noOverride, languages: '' },
      }
      return [{ person, health: healthOf(relationship, at, usualPace), former: null }]
    })
    const ends = projectEndsAmong(candidates, at).values()
    const domains = [...ends].flatMap(({ circle }) => (circle.kind === 'organisation' ? [circle.domain] : []))
    return [...new Set(domains)].map((domain) => ({ domain, at }))
  })
}

const plantAll = (mailbox: Mailbox, chance: Chance): readonly Planted[] => {
  const plant = plantingIn(mailbox, chance)
  const ends = (): number => chance.whole(20, 7 * (mondays - 2))
  const many = (count: number, make: (index: number) => Planted): readonly Planted[] =>
    Array.from({ length: count }, (_, index) => make(index))
  return [
    ...many(planted.projects, (index) => {
      const endDaysAgo = ends()
      const people = chance.whole(3, 6)
      return plant(`atlas${index}.example`, { people, weeks: chance.whole(5, 12), endDaysAgo })
    }),
    ...many(planted.ongoing, (index) => ({
      ...plant(`ongoing${index}.example`, { people: 4, weeks: 40, endDaysAgo: 0 }),
      endedAt: null,
    })),
    ...many(planted.pairs, (index) => ({
      ...plant(`pair${index}.example`, { people: 2, weeks: 8, endDaysAgo: ends() }),
      endedAt: null,
    })),
    // A week off in the middle.
    ...many(planted.pauses, (index) => {
      const domain = `pause${index}.example`
      const endDaysAgo = ends()
      plant(domain, { people: 4, weeks: 5, endDaysAgo: endDaysAgo + 42 })
      return plant(domain, { people: 4, weeks: 5, endDaysAgo })
    }),
  ]
}

/** Weeks in which most of the people write and are written to, on working days. */
const plantingIn = (mailbox: Mailbox, chance: Chance) => {
  let number = 0
  const deliver = (at: number, from: string, to: string, isSent: boolean): void => {
    number += 1
    const id = (0xfeed0000 + number).toString(16).padStart(16, '0')
    const headers = [`From: ${from}`, `To: ${to}`, `Subject: Plan ${number}`, `Message-ID: <${id}@planted.example>`]
    const mail: Mail = {
      id,
      threadId: id,
      at,
      headers: headers.join('\n'),
      labels: [isSent ? 'SENT' : 'INBOX'],
      size: 900,
      body: null,
    }
    mailbox.deliver(mail)
  }
  return (
    domain: string,
    { people, weeks, endDaysAgo }: { readonly people: number; readonly weeks: number; readonly endDaysAgo: number },
  ): Planted => {
    let last = 0
    for (let week = 0; week < weeks; week += 1) {
      for (let person = 0; person < people; person += 1) {
        // The first carry it all along; of the others some weeks are missing.
        if (week > 0 && person > 1 && !chance.happens(0.75)) continue
        const day = endDaysAgo + 7 * week + chance.whole(0, 3)
        const at = now - day * DAY * 1000 - chance.whole(1, 8) * 3_600_000
        const address = `${'abcdef'[person]}.person@${domain}`
        deliver(at, `Person ${'ABCDEF'[person]} <${address}>`, mailbox.owner.address, false)
        deliver(at + 1_800_000, mailbox.owner.address, address, true)
        last = Math.max(last, at + 1_800_000)
      }
    }
    return { domain, endedAt: instantFromMilliseconds(last) }
  }
}
