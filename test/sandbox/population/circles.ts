/** The circles the owner moves in: how many people, and what is usual among them. Data, and the phases a tie goes through. */
import type { Chance } from './chance.ts'
import type { Latency } from './conversations.ts'
import { employers } from './owner.ts'
import type { Phase } from './rhythm.ts'
import type { Topic } from './subjects.ts'

export type CircleName =
  | 'mentors'
  | 'team'
  | 'old colleagues'
  | 'clients'
  | 'friends'
  | 'family'
  | 'peers'
  | 'acquaintances'

export interface Circle {
  readonly name: CircleName
  readonly size: number
  /** Share of the contacts that the owner begins: each person has their own within the range. */
  readonly initiative: readonly [number, number]
  /** Share of the contacts that are meetings. */
  readonly meets: readonly [number, number]
  /** Mean letters of a conversation. */
  readonly mails: number
  readonly latency: Latency
  /** Where they write from: their firm, the owner's, or a mailbox of their own. */
  readonly domains: 'firm' | 'former employer' | 'present employer' | 'private'
  /** What most of them are called. */
  readonly familyName?: string
  /** The stretches of one tie, within the days since `from`. */
  readonly stretches: (from: number, chance: Chance) => readonly Stretch[]
}

/** A phase, and what they write about in it: work and clients reach the owner at her work's address. */
export interface Stretch extends Phase {
  readonly topic: Topic
}

export const circles: readonly Circle[] = [
  {
    name: 'mentors',
    size: 3,
    initiative: [0.5, 0.9],
    meets: [0.3, 0.5],
    mails: 2.4,
    latency: { owner: 14, other: 30, isOffice: false },
    domains: 'private',
    stretches: (from, chance) => [{ from, to: 0, gapDays: chance.between(24, 50), topic: 'mentoring' }],
  },
  {
    name: 'team',
    size: 12,
    initiative: [0.3, 0.7],
    meets: [0.02, 0.08],
    mails: 2.6,
    latency: { owner: 3, other: 3, isOffice: true },
    domains: 'present employer',
    stretches: (_, chance) => {
      const { since } = employers.present
      const from = chance.happens(0.6) ? since : chance.whole(since, -200)
      return [{ from, to: 0, gapDays: chance.between(6, 13), topic: 'work' }]
    },
  },
  {
    name: 'old colleagues',
    size: 23,
    initiative: [0.1, 0.8],
    meets: [0.05, 0.3],
    mails: 2.4,
    latency: { owner: 5, other: 6, isOffice: true },
    domains: 'former employer',
    stretches: (from, chance) => {
      const { until } = employers.former
      const began = chance.happens(0.6) ? from : chance.whole(from, until - 200)
      return [{ from: began, to: until, gapDays: chance.between(9, 26), topic: 'work' }, ...afterwards(chance)]
    },
  },
  {
    name: 'clients',
    size: 18,
    initiative: [0.2, 0.6],
    meets: [0.1, 0.2],
    mails: 2.8,
    latency: { owner: 5, other: 9, isOffice: true },
    domains: 'firm',
    stretches: (from, chance) => projects(from, chance),
  },
  {
    name: 'friends',
    size: 18,
    initiative: [0, 1],
    meets: [0.1, 0.4],
    mails: 2.2,
    latency: { owner: 12, other: 18, isOffice: false },
    domains: 'private',
    stretches: (from, chance) => [
      {
        from,
        to: chance.happens(0.75) ? 0 : chance.whole(from, longAgo),
        gapDays: chance.between(18, 80),
        topic: 'friend',
      },
    ],
  },
  {
    name: 'family',
    familyName: 'Marquardt',
    size: 5,
    initiative: [0.3, 0.7],
    meets: [0.05, 0.15],
    mails: 2.2,
    latency: { owner: 9, other: 8, isOffice: false },
    domains: 'private',
    stretches: (from, chance) => [{ from, to: 0, gapDays: chance.between(9, 22), topic: 'family' }],
  },
  {
    name: 'peers',
    size: 24,
    initiative: [0, 0.9],
    meets: [0.05, 0.3],
    mails: 2.1,
    latency: { owner: 16, other: 30, isOffice: false },
    domains: 'firm',
    stretches: (from, chance) => {
      const began = chance.whole(from, longAgo)
      const to = chance.happens(0.6) ? 0 : chance.whole(began, longAgo)
      return [{ from: began, to, gapDays: chance.between(45, 140), topic: 'peer' }]
    },
  },
  {
    name: 'acquaintances',
    size: 30,
    initiative: [0, 0.6],
    meets: [0, 0.1],
    mails: 2,
    latency: { owner: 14, other: 20, isOffice: false },
    domains: 'private',
    // Met once, and not lately: whoever is new lately belongs to a story.
    stretches: (from, chance) => {
      const day = chance.whole(from, -60)
      return [{ from: day, to: day + 3, gapDays: 4, topic: 'acquaintance' }]
    },
  },
]

/** Ties that ended did so before this day: whoever went dormant since belongs to a story. */
const longAgo = -620

/** After the change of jobs some stay in touch, some for a while, some not at all. */
const afterwards = (chance: Chance): readonly Stretch[] => {
  if (chance.happens(0.3)) return []
  const from = employers.former.until + 1
  const to = chance.happens(0.5) ? 0 : chance.whole(from, longAgo)
  return [{ from, to, gapDays: chance.between(45, 130), topic: 'peer' }]
}

/** One to three projects of some months, and a word now and then between them and after. */
const projects = (from: number, chance: Chance): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let day = chance.whole(from, longAgo)
  for (let left = chance.whole(1, 3); left > 0; left--) {
    const end = day + chance.whole(40, 140)
    stretches.push({ from: day, to: end, gapDays: chance.between(4, 9), topic: 'client' })
    day = end + chance.whole(90, 400)
    const isLast = left === 1 || day > latestStart
    if (isLast && end < longAgo && chance.happens(0.4)) break
    stretches.push({ from: end + 30, to: isLast ? 0 : day, gapDays: chance.between(45, 100), topic: 'client' })
    if (isLast) break
  }
  return stretches
}

/** No project begins later: all are over by now. */
const latestStart = -300
