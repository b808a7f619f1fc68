/** Meetings as a calendar holds them: single ones and series. */
import type { Invitee, Meeting } from '../world.ts'
import { base32, type Chance } from './chance.ts'
import type { Correspondent } from './correspondents.ts'
import { DAY, type Days, MINUTE } from './days.ts'
import { isAway, owner } from './owner.ts'
import type { Setting } from './setting.ts'

export interface SingleMeeting {
  readonly day: number
  readonly hour: number
  readonly minutes: number
  readonly summary: string
  readonly others: readonly Correspondent[]
  readonly organizer: Correspondent | 'owner'
}

/** Lunches are at noon, walks in the evening, and work has its hours. */
export const usualHour = (summary: string, isOffice: boolean, chance: Chance): number => {
  if (summary.startsWith('Lunch')) return chance.pick([12, 12.5, 13])
  if (summary === 'Walk') return chance.pick([17, 18, 18.5])
  return isOffice ? chance.whole(18, 33) / 2 : chance.pick([8.5, 15, 18, 19])
}

/** One meeting with some others. A few of them are called off, declined or in doubt. */
export const singleMeeting = (plan: SingleMeeting, { days, now, chance }: Setting): Meeting => {
  const startsAt = days.at(plan.day, plan.hour)
  return {
    ...meetingOf(plan, startsAt),
    id: meetingId(chance),
    seriesId: null,
    ...chance.weighted(singleOutcomes).outcome(plan),
    updatedAt: Math.min(now - MINUTE, startsAt - Math.floor(chance.between(0.5, 9) * DAY)),
  }
}

/** A single meeting that takes place, with everybody. */
export const heldMeeting = (plan: SingleMeeting, { days, now, chance }: Setting): Meeting => {
  const startsAt = days.at(plan.day, plan.hour)
  return {
    ...meetingOf(plan, startsAt),
    id: meetingId(chance),
    seriesId: null,
    updatedAt: Math.min(now - 2 * DAY, startsAt - 3 * DAY),
  }
}

export interface SeriesPlan {
  readonly summary: string
  readonly organizer: Correspondent | 'owner'
  readonly others: readonly Correspondent[]
  readonly rooms?: readonly string[]
  /** First and last day it can fall on. */
  readonly from: number
  readonly to: number
  readonly fallsOn: (day: number) => boolean
  readonly hour: number
  readonly minutes: number
  /** Whole days: `minutes` and `hour` mean nothing then. */
  readonly lastsDays?: number
  readonly type?: string
  /** Events of one's own have no invitees, and are not declined while away. */
  readonly isOwn?: boolean
}

/** The instances of a recurring meeting. Its makers renew it every year, as people do, so each year is a series of its own. */
export const series = (plan: SeriesPlan, { days, now, chance }: Setting): readonly Meeting[] => {
  const invited = plan.isOwn === true ? [] : inviteesOf(plan)
  const declined = answered(invited, owner.address, 'declined')
  const instances: Meeting[] = []
  let renewedOn = Number.NEGATIVE_INFINITY
  let seriesId = ''
  for (let day = plan.from; day <= plan.to; day++) {
    if (!plan.fallsOn(day)) continue
    if (day - renewedOn >= renewedAfterDays) {
      renewedOn = day
      seriesId = meetingId(chance)
    }
    const when = hours(plan, day, days)
    const isSkipped = plan.isOwn !== true && isAway(day, days)
    const isAsPlanned = isSkipped || plan.isOwn === true || when.startsAt > now
    const outcome = isAsPlanned ? null : chance.weighted(instanceOutcomes).outcome
    instances.push({
      ...when,
      id: `${seriesId}_${stamp(when.startsAt, when.isAllDay)}`,
      seriesId,
      zone: owner.zone,
      status: outcome === 'cancelled' ? 'cancelled' : 'confirmed',
      summary: plan.summary,
      organizer: organizerOf(plan),
      invitees: isSkipped ? declined : inviteesAfter(outcome, invited, chance),
      type: plan.type ?? 'default',
      updatedAt: Math.min(now - MINUTE, outcome === null ? days.at(renewedOn - 7, 10) : when.startsAt - DAY / 2),
    })
  }
  return instances
}

/** What becomes of an instance. Most are as they were planned, and share their list of invitees. */
const instanceOutcomes = [
  { weight: 86, outcome: null },
  { weight: 4, outcome: 'cancelled' },
  { weight: 6, outcome: 'someone declines' },
  { weight: 2, outcome: 'owner declines' },
  { weight: 2, outcome: 'owner is in doubt' },
] as const

type InstanceOutcome = (typeof instanceOutcomes)[number]['outcome']

const inviteesAfter = (outcome: InstanceOutcome, invited: readonly Invitee[], chance: Chance): readonly Invitee[] => {
  const others = invited.filter(({ address, isResource }) => address !== owner.address && isResource !== true)
  switch (outcome) {
    case null:
    case 'cancelled':
      return invited
    case 'someone declines':
      return others.length < 2 ? invited : answered(invited, chance.pick(others).address, 'declined')
    case 'owner declines':
      return answered(invited, owner.address, 'declined')
    case 'owner is in doubt':
      return answered(invited, owner.address, 'tentative')
  }
}

const singleOutcomes: readonly { weight: number; outcome: (plan: SingleMeeting) => Partial<Meeting> }[] = [
  { weight: 88, outcome: () => ({}) },
  { weight: 5, outcome: () => ({ status: 'cancelled' }) },
  { weight: 3, outcome: (plan) => ({ invitees: answered(inviteesOf(plan), owner.address, 'declined') }) },
  { weight: 2, outcome: (plan) => ({ invitees: answered(inviteesOf(plan), owner.address, 'tentative') }) },
  { weight: 2, outcome: () => ({ status: 'tentative' }) },
  { weight: 3, outcome: (plan) => ({ invitees: inviteesOf(plan).map(unanswered) }) },
]

const unanswered = (invitee: Invitee): Invitee =>
  invitee.address === owner.address ? invitee : { ...invitee, response: 'needsAction' }

const meetingOf = (plan: SingleMeeting, startsAt: number): Omit<Meeting, 'id' | 'seriesId' | 'updatedAt'> => ({
  startsAt,
  endsAt: startsAt + plan.minutes * MINUTE,
  isAllDay: false,
  zone: owner.zone,
  status: 'confirmed',
  summary: plan.summary,
  organizer: organizerOf(plan),
  invitees: inviteesOf(plan),
  type: 'default',
})

const renewedAfterDays = 365

const organizerOf = ({ organizer }: { readonly organizer: Correspondent | 'owner' }): Meeting['organizer'] =>
  organizer === 'owner'
    ? { address: owner.address, name: owner.name }
    : { address: organizer.address, name: organizer.name }

const inviteesOf = (plan: {
  readonly others: readonly Correspondent[]
  readonly rooms?: readonly string[]
}): readonly Invitee[] => [
  { address: owner.address, name: owner.name, response: 'accepted' },
  ...plan.others.map(({ address, name }): Invitee => ({ address, name, response: 'accepted' })),
  ...(plan.rooms ?? []).map(
    (address): Invitee => ({ address, name: 'Meeting room', response: 'accepted', isResource: true }),
  ),
]

const answered = (invitees: readonly Invitee[], who: string, response: Invitee['response']): readonly Invitee[] =>
  invitees.map((invitee) => (invitee.address === who ? { ...invitee, response } : invitee))

/** Google's: base32hex. */
const meetingId = (chance: Chance): string => chance.token(26, base32)

const hours = (plan: SeriesPlan, day: number, days: Days): Pick<Meeting, 'startsAt' | 'endsAt' | 'isAllDay'> => {
  if (plan.lastsDays !== undefined) {
    return { startsAt: days.midnight(day), endsAt: days.midnight(day + plan.lastsDays), isAllDay: true }
  }
  const startsAt = days.at(day, plan.hour)
  return { startsAt, endsAt: startsAt + plan.minutes * MINUTE, isAllDay: false }
}

/** `20261123T090000Z`, or `20261123` for a whole day. */
const stamp = (at: number, isAllDay: boolean): string => {
  const instant = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
  return isAllDay ? instant.slice(0, 8) : instant
}
