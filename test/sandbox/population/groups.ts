/** Threads of several people, and letters to crowds. */
import type { Chance } from './chance.ts'
import type { CircleName } from './circles.ts'
import { converseInGroup, type GroupThread } from './conversations.ts'
import type { MailPlan } from './letter-plan.ts'
import { atWork, employers, herself, isAway } from './owner.ts'
import { isAround, type Person } from './people.ts'
import { contactDays, momentOn } from './rhythm.ts'
import { apart, type Setting } from './setting.ts'
import { isWork, subject, type Topic } from './subjects.ts'

interface Gathering {
  readonly circles: readonly CircleName[]
  readonly perYear: number
  /** The last day of it. */
  readonly to: number
  /** Others in it, the fewest and the most. */
  readonly size: readonly [number, number]
  readonly mails: readonly [number, number]
  readonly ownersShare: number
  readonly topic: Topic
}

const work = { ownersShare: 0.3, topic: 'work' } as const
const everyone: readonly CircleName[] = ['team', 'friends', 'peers']

const gatherings: readonly Gathering[] = [
  { circles: ['team'], perYear: 55, to: 0, size: [3, 7], mails: [2, 7], ...work },
  { circles: ['old colleagues'], perYear: 55, to: employers.former.until, size: [3, 7], mails: [2, 6], ...work },
  { circles: ['old colleagues'], perYear: 3, to: 0, size: [3, 7], mails: [3, 9], ownersShare: 0.1, topic: 'friend' },
  {
    circles: ['clients', 'team'],
    perYear: 22,
    to: 0,
    size: [3, 5],
    mails: [2, 6],
    ownersShare: 0.35,
    topic: 'client',
  },
  { circles: ['friends'], perYear: 14, to: 0, size: [3, 7], mails: [3, 9], ownersShare: 0.2, topic: 'friend' },
  { circles: ['family'], perYear: 12, to: 0, size: [3, 5], mails: [2, 7], ownersShare: 0.3, topic: 'family' },
  { circles: ['peers', 'mentors'], perYear: 9, to: 0, size: [3, 6], mails: [2, 5], ownersShare: 0.2, topic: 'peer' },
  { circles: everyone, perYear: 12, to: 0, size: [10, 40], mails: [1, 4], ownersShare: 0.08, topic: 'announcement' },
]

/** The group threads since the day `from`; at pace 2 twice as many as at pace 1. */
export const groupThreads = (
  people: readonly Person[],
  { from, pace }: { readonly from: number; readonly pace: number },
  setting: Setting,
): readonly MailPlan[] =>
  gatherings.flatMap((gathering, index) => {
    const stream = apart(setting, `gathering ${index}`)
    const pool = people.filter(({ circle }) => gathering.circles.includes(circle.name))
    const phase = { from, to: gathering.to, gapDays: 365 / (gathering.perYear * pace) }
    return contactDays(phase, stream.chance).flatMap((day) => gather(gathering, { pool, day }, stream))
  })

const gather = (
  gathering: Gathering,
  { pool, day }: { readonly pool: readonly Person[]; readonly day: number },
  setting: Setting,
): readonly MailPlan[] => {
  const { chance } = setting
  const present = pool.filter((person) => isAround(person, day))
  const people = chance.sample(present, chance.whole(...gathering.size))
  const [first] = people
  if (first === undefined || people.length < gathering.size[0]) return []
  const opensAt = momentOn(day, first.habits, setting.days, chance)
  if (opensAt >= setting.now) return []
  const members = people.map(({ as }) => as)
  const isCrowd = gathering.topic === 'announcement'
  return converseInGroup(
    {
      members,
      self: isWork(gathering.topic) ? atWork(day) : herself,
      opensAt,
      mails: chance.whole(...gathering.mails),
      subject: subject(gathering.topic, chance),
      latency: first.circle.latency,
      ownersShare: isAway(setting.days.dayOf(opensAt), setting.days) ? 0 : gathering.ownersShare,
      ...(isCrowd ? crowdAddress(members, chance) : {}),
    },
    setting,
  )
}

/** Crowds are addressed one by one, as a named group (RFC 5322 §3.4), or not at all; the names of so many are left out. */
const crowdAddress = (members: GroupThread['members'], chance: Chance): Partial<GroupThread> => {
  const way = chance.whole(1, 4)
  if (way === 2) return { addressedTo: [], mails: 1 }
  const everyone = [herself, ...members].map(({ address }) => address)
  return { addressedTo: way === 1 ? [`Everybody: ${everyone.join(', ')};`] : everyone }
}
