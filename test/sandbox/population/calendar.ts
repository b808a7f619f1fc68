/** The owner's standing calendar: what recurs, what is hers alone, and what the whole company attends. */
import type { Meeting } from '../world.ts'
import type { Correspondent } from './correspondents.ts'
import type { Days } from './days.ts'
import { type SeriesPlan, series, singleMeeting, usualHour } from './meetings.ts'
import { employers, isAway, owner } from './owner.ts'
import { isAround, type Person } from './people.ts'
import { apart, type Setting } from './setting.ts'
import { subject } from './subjects.ts'

export interface Attendance {
  /** The first day of the world. */
  readonly from: number
  readonly people: readonly Person[]
  /** The rest of the two companies she worked for. */
  readonly formerStaff: readonly Correspondent[]
  readonly presentStaff: readonly Correspondent[]
  /** Met only in the stand-ups of the former employer, whichever days the world shows. */
  readonly standUpColleague: Correspondent
}

/** How far ahead her calendar is planned. */
export const bookedDays = 28

export const standingCalendar = (attendance: Attendance, setting: Setting): readonly Meeting[] => [
  ...seriesOfHerLife(attendance, apart(setting, 'attendees')).flatMap((plan, index) =>
    series(plan, apart(setting, `series ${index}`)),
  ),
  ...absences(attendance.from, apart(setting, 'absences')),
  ...booked(attendance.people, apart(setting, 'booked')),
]

/** Stories rest on the stand-ups of the last months at the former employer, so no world begins after them. */
const standUpDays = 240

const seriesOfHerLife = (attendance: Attendance, setting: Setting): readonly SeriesPlan[] => [
  ...atFormerEmployer(attendance, setting),
  ...atPresentEmployer(attendance, setting),
  ...ofHerOwn(attendance, setting),
]

const atFormerEmployer = (attendance: Attendance, { days }: Setting): readonly SeriesPlan[] => {
  const { until, domain } = employers.former
  const [lead, peer, ...others] = circle(attendance.people, 'old colleagues')
  const during = { from: attendance.from, to: until }
  return [
    {
      summary: 'Stand-up',
      organizer: lead ?? 'owner',
      others: [...someOf(lead), ...others.slice(0, 4), attendance.standUpColleague],
      from: Math.min(attendance.from, until - standUpDays),
      to: until,
      fallsOn: (day) => days.isWorkday(day),
      hour: 9.25,
      minutes: 15,
    },
    {
      summary: '1:1',
      organizer: lead ?? 'owner',
      others: someOf(lead),
      ...during,
      ...every(7, 2, 14, days),
      minutes: 30,
    },
    {
      summary: 'Design pairing',
      organizer: 'owner',
      others: someOf(peer),
      ...during,
      ...every(14, 4, 10.5, days),
      minutes: 60,
    },
    {
      summary: 'Studio meeting',
      organizer: lead ?? 'owner',
      others: [...someOf(lead), ...others.slice(0, 9)],
      rooms: [`room-attic@${domain}`],
      ...during,
      ...every(7, 1, 11, days),
      minutes: 60,
    },
    {
      summary: 'Company update',
      organizer: lead ?? 'owner',
      others: [...someOf(lead), ...attendance.formerStaff],
      ...during,
      ...every(28, 4, 16, days),
      minutes: 45,
    },
  ]
}

const atPresentEmployer = (attendance: Attendance, { days }: Setting): readonly SeriesPlan[] => {
  const { since, domain } = employers.present
  const [manager, report, ally, ...others] = circle(attendance.people, 'team')
  const [client, ...clients] = circle(attendance.people, 'clients')
  const during = { from: Math.max(attendance.from, since), to: bookedDays }
  const boss = manager ?? 'owner'
  return [
    {
      summary: 'Daily',
      organizer: boss,
      others: [...someOf(manager), ...someOf(report), ...someOf(ally), ...others.slice(0, 3)],
      ...during,
      fallsOn: (day) => days.isWorkday(day),
      hour: 9.5,
      minutes: 15,
    },
    {
      summary: `Lena / ${firstName(manager)}`,
      organizer: boss,
      others: someOf(manager),
      ...during,
      ...every(7, 3, 10, days),
      minutes: 30,
    },
    {
      summary: `${firstName(report)} / Lena`,
      organizer: 'owner',
      others: someOf(report),
      ...during,
      ...every(7, 2, 15, days),
      minutes: 30,
    },
    {
      summary: 'Product and design',
      organizer: 'owner',
      others: someOf(ally),
      ...during,
      ...every(28, 5, 11, days),
      minutes: 45,
    },
    {
      summary: 'Design critique',
      organizer: 'owner',
      others: [...someOf(report), ...others.slice(0, 6)],
      rooms: [`room-aalto@${domain}`, `screen-2@${domain}`],
      ...during,
      ...every(7, 4, 14, days),
      minutes: 60,
    },
    {
      summary: 'Sprint planning',
      organizer: boss,
      others: [...someOf(manager), ...someOf(report), ...someOf(ally), ...others],
      ...during,
      ...every(14, 1, 13, days),
      minutes: 90,
    },
    {
      summary: 'Steering',
      organizer: client ?? 'owner',
      others: [...someOf(client), ...clients.slice(0, 1), ...someOf(manager)],
      from: Math.max(attendance.from, -330),
      to: -150,
      ...every(14, 2, 16, days),
      minutes: 60,
    },
    {
      summary: 'All hands',
      organizer: boss,
      others: [...someOf(manager), ...attendance.presentStaff],
      ...during,
      ...every(14, 4, 16.5, days),
      minutes: 60,
    },
    {
      summary: 'Offsite',
      organizer: boss,
      others: [...someOf(manager), ...someOf(report), ...others, ...attendance.presentStaff.slice(0, 14)],
      ...during,
      ...every(182, 3, 9, days),
      minutes: 0,
      lastsDays: 2,
    },
  ]
}

const ofHerOwn = ({ from, people }: Attendance, { days, chance }: Setting): readonly SeriesPlan[] => {
  const own = { organizer: 'owner' as const, others: [], isOwn: true, from, to: bookedDays }
  const celebrated = [...circle(people, 'family'), ...circle(people, 'friends'), ...circle(people, 'team')]
  return [
    { ...own, summary: 'Focus', type: 'focusTime', ...every(7, 5, 9, days), minutes: 180 },
    { ...own, summary: 'Home', type: 'workingLocation', ...every(7, 5, 9, days), minutes: 0, lastsDays: 1 },
    { ...own, summary: 'Choir', ...every(7, 2, 19.5, days), minutes: 120 },
    { ...own, summary: 'Train to Hamburg', type: 'fromGmail', ...every(56, 4, 7.5, days), minutes: 110 },
    ...celebrated.map(({ name }, index) => {
      const birthday = days.date(-chance.whole(0, 364)).slice(5)
      return {
        ...own,
        summary: `${name}’s birthday`,
        type: 'birthday',
        fallsOn: (day: number) => days.date(day).slice(5) === birthday,
        hour: index,
        minutes: 0,
        lastsDays: 1,
      }
    }),
  ]
}

/** One out-of-office entry for each time away. */
const absences = (from: number, setting: Setting): readonly Meeting[] => {
  const meetings: Meeting[] = []
  for (let day = from; day <= bookedDays; day++) {
    if (!isAway(day, setting.days) || isAway(day - 1, setting.days)) continue
    let back = day
    while (isAway(back, setting.days)) back++
    const plan = { day, hour: 0, minutes: 0, summary: 'Out of office', others: [], organizer: 'owner' as const }
    const entry = singleMeeting(plan, setting)
    const startsAt = setting.days.at(day, 0)
    meetings.push({
      ...entry,
      endsAt: setting.days.at(back, 0),
      status: 'confirmed',
      invitees: [],
      type: 'outOfOffice',
      updatedAt: Math.min(entry.updatedAt, startsAt),
    })
  }
  return meetings
}

/** What stands in the calendar for the coming weeks besides the series. */
const booked = (people: readonly Person[], setting: Setting): readonly Meeting[] => {
  const { chance } = setting
  const present = people.filter((person) => isAround(person, 0))
  return chance.sample(present, singlesBooked).flatMap(({ as, circle }) => {
    const summary = subject('talk', chance)
    const plan = {
      day: setting.days.workday(chance.whole(3, bookedDays)),
      hour: usualHour(summary, circle.latency.isOffice, chance),
      minutes: chance.pick([30, 60, 90]),
      summary,
      others: [as],
      organizer: chance.happens(0.5) ? ('owner' as const) : as,
    }
    return isAway(plan.day, setting.days) ? [] : [singleMeeting(plan, setting)]
  })
}

const singlesBooked = 9

const circle = (people: readonly Person[], name: Person['circle']['name']): readonly Correspondent[] =>
  people.filter((person) => person.circle.name === name).map(({ as }) => as)

const someOf = (one: Correspondent | undefined): readonly Correspondent[] => (one === undefined ? [] : [one])

const firstName = (who: Correspondent | undefined): string => who?.name.split(' ')[0] ?? owner.givenName

/** Every so many days, on a weekday, at an hour. Weeks are counted from the first Monday of 1970, so nothing moves with `now`. */
const every = (period: number, weekday: number, hour: number, days: Days): Pick<SeriesPlan, 'fallsOn' | 'hour'> => ({
  hour,
  fallsOn: (day) => days.weekday(day) === weekday && Math.floor(days.midnight(day) / 86_400_000 - 4) % period < 7,
})
