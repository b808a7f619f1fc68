/** Times as English speakers say them. Pure. */
import type { Moment } from '../../moment.ts'
import type { Topic } from '../../topic.ts'
import type { TimeWords } from '../language.ts'

export const englishTime: TimeWords = {
  recently(moment) {
    const { days, weeks } = moment
    if (days <= 0) return 'today'
    if (days === 1) return 'yesterday'
    if (days <= 6) return `on ${weekday(moment.weekday)}`
    if (weeks === 1) return 'last week'
    if (days <= 10) return 'the other week'
    if (days <= 17) return 'a couple of weeks ago'
    if (days <= 27) return 'a few weeks ago'
    return inMonth(moment)
  },

  when: (moment) => (moment.days < 28 ? englishTime.recently(moment) : inMonth(moment)),

  duration({ count, unit, how }) {
    if (how === 'few') return count < 4 ? 'a few weeks' : 'over a month'
    if (unit === 'months' && how === 'over' && count === 1) return 'over a month'
    const said =
      unit === 'years' && count === 1
        ? 'a year'
        : unit === 'months' && count === 6
          ? 'half a year'
          : plural(count, unit)
    return how === 'just' ? said : `${how} ${said}`
  },

  since({ how, encounter, topic, isOfTwo }, when) {
    const then = when === '' ? '' : ` ${when}`
    if (!isOfTwo) return `since the two of us were last in touch${then}`
    if (encounter !== null) return `since ${encounters[encounter]}${then}`
    if (topic !== null && isOccasion(topic) && how === 'meeting') return `since ${topic.object}${then}`
    if (topic !== null) return `since we ${how === 'message' ? 'emailed' : 'talked'} about ${topic.object}${then}`
    return when.startsWith('last ') ? `since we ${pastTimes[how]}${then}` : `since we ${lastTimes[how]}${then}`
  },

  sinceMonth: (moment) => {
    const name = monthName(moment)
    if (moment.isThisYear || moment.months <= 4) return `since ${name}`
    return moment.months < 12 ? `since last ${name}` : `since ${name} ${moment.year}`
  },

  fewWeeks: (days) => (days < 18 ? 'a couple of weeks' : days < 52 ? 'a few weeks' : 'a couple of months'),

  years: (count) => (count === 1 ? 'a year' : `${numbers[count] ?? count} years`),

  anniversary: (count, isThisWeek) =>
    isThisWeek ? `${englishTime.years(count)} this week` : `almost ${englishTime.years(count)}`,

  yearsAgo: (count, isThisWeek) =>
    isThisWeek ? `${englishTime.years(count)} ago this week` : `almost ${englishTime.years(count)} ago`,

  weekday: (day) => weekday(day),

  month: (moment) => (moment.isThisYear ? monthName(moment) : `${monthName(moment)} ${moment.year}`),

  at({ encounter, topic }) {
    if (encounter !== null) return places[encounter] ?? ''
    return topic !== null && isOccasion(topic) ? ` at ${topic.object}` : ''
  },
}

/** What people sit together for, and not what they work on. */
const isOccasion = ({ kind, title }: Topic): boolean => kind === 'event' || /\b(?:review|critique)$/i.test(title)

const encounters = {
  coffee: 'our coffee',
  lunch: 'our lunch',
  dinner: 'our dinner',
  breakfast: 'our breakfast',
  walk: 'our walk',
  call: 'our call',
  drinks: 'our drinks',
}

const places: Partial<Record<keyof typeof encounters, string>> = {
  coffee: ' over coffee',
  lunch: ' over lunch',
  dinner: ' over dinner',
  breakfast: ' over breakfast',
  drinks: ' over drinks',
}

const lastTimes = {
  message: 'last talked',
  meeting: 'last saw each other',
  call: 'last talked',
  elsewhere: 'were last in touch',
}

/** Where "last December" follows. */
const pastTimes = {
  message: 'talked',
  meeting: 'saw each other',
  call: 'talked',
  elsewhere: 'were in touch',
}

const numbers = 'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ')

const plural = (count: number, unit: string): string =>
  count === 1 ? `a ${unit.slice(0, -1)}` : `${numbers[count] ?? count} ${unit}`

const weekday = (day: number): string =>
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][day - 1] ?? ''

const monthNames = 'January February March April May June July August September October November December'.split(' ')

const monthName = ({ month }: Moment): string => monthNames[month - 1] ?? ''

/** "in May"; "last December" where the year has turned and the month alone could be taken for the one to come. */
const inMonth = (moment: Moment): string => {
  const { days, months, year, isThisYear } = moment
  const name = monthName(moment)
  if (months === 0) return days < 21 ? 'earlier this month' : 'at the beginning of the month'
  if (isThisYear || months <= 4) return `in ${name}`
  return months < 12 ? `last ${name}` : `in ${name} ${year}`
}
