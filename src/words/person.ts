/** What a person's page says beside their history: how things stand, why we think so, and what can be changed. Pure. */
import type { ChosenRhythm } from '../model/correction.ts'
import type { Health } from '../model/health.ts'
import type { Instant } from '../model/time.ts'
import { dayInWords, type ReportDay } from './dates.ts'
import { counted, nouns, numberInWords } from './numbers.ts'
import { rhythmInWords, spanInWords } from './spans.ts'

export const personWords = {
  merges: 'One person or two?',
  facts: 'How it’s worked out',
  adjust: 'Adjust',
  notNow: 'Not now',
  logCall: 'Log a call',
  logCoffee: 'Log a coffee',
  snooze: 'Snooze',
  snoozeWeek: 'A week',
  snoozeFortnight: 'Two weeks',
  snoozeMonth: 'A month',
  snoozeHalfYear: 'Half a year',
  lessOften: 'Less often',
  rhythm: 'Rhythm',
  group: 'Group',
  noGroup: 'none',
  elsewhere: 'Log something earlier',
  addresses: 'Addresses',
  mergeWith: 'Merge with someone',
  leaveOutTitle: 'Leave out',
  notTheirs: 'Not theirs',
  mine: 'This is my address',
  leaveOutAddress: 'Leave it out',
  sameAs: 'The same person as',
  find: 'Find',
  noOtherFound: 'No one here matches.',
  isOne: 'They’re one person',
} as const

/** What a fold shows while it is closed. */
export const describeAddressCount = (count: number): string => counted(count, nouns.address)

export const describeSnoozeShort = (until: Instant | null, day: ReportDay): string =>
  until === null || until <= day.at ? 'not snoozed' : `until ${dayInWords(until, day)}`

/** "every 3 weeks, learned" */
export const describeRhythmShort = (chosen: ChosenRhythm | null, usualGapDays: number | null): string => {
  if (chosen !== null) return `${rhythmInWords(chosen.idealDays)}, chosen`
  return usualGapDays === null ? 'not known yet' : `${rhythmInWords(usualGapDays)}, learned`
}

export const describeLeavingOut = (name: string): string =>
  `${name} won’t be suggested or counted. Nothing’s deleted, and you can undo it.`

export const describeNextMeeting = (at: Instant, day: ReportDay): string => `You meet next on ${dayInWords(at, day)}.`

export const describeWrite = (name: string): string => `Write to ${name}`

/** When the silence grew longer than this pair's silences are. */
export const describeBreak = (brokeAt: Instant, day: ReportDay): string =>
  `You fell out of step around ${dayInWords(brokeAt, day)}.`

export const describeSnoozed = (until: Instant, day: ReportDay): string => `Snoozed until ${dayInWords(until, day)}.`

export const describeBounced = (address: string, at: Instant, day: ReportDay): string =>
  `Mail to ${address} came back on ${dayInWords(at, day)}: it may no longer work.`

/** Around a link to the person of the former address. */
export const formerAddress = {
  before: 'They seem to have had',
  link: 'another address',
  after: 'before, which has gone quiet.',
} as const

export const describeRhythm = (rhythm: ChosenRhythm | null): string => {
  if (rhythm === null) return 'Learned from what you do.'
  const whom = rhythm.group === undefined ? '' : `, for everyone in “${rhythm.group}”`
  return `You chose${whom}: ideally ${rhythmInWords(rhythm.idealDays)}, too long after ${spanInWords(rhythm.tooLongDays)}.`
}

export const describeLeaveOutDomain = (domain: string, count: number, locale: string): string =>
  `Leave out everyone at ${domain} (${numberInWords(count, locale)})`

export const factWords = {
  firstInTouch: 'First in touch',
  weeks: 'Weeks in touch',
  lastMet: 'Last met',
  neverMet: 'never, as far as your calendar shows',
  how: 'How',
  replies: 'Replies',
  nextMeeting: 'Next meeting',
  closeness: 'Closeness',
  left: 'Since then',
  chance: 'Without a nudge',
  workedHint:
    'The chance of being in touch within the next 90 days, in points out of 100, and what each thing we know adds or takes away.',
} as const

export const describeWeeks = (weeks: number): string =>
  `${counted(Math.round(weeks * 10) / 10, nouns.week)}; a week counts half as much with every year that passes`

export const describeCloseness = (health: Pick<Health, 'chanceIfToday'>): string =>
  `${wholeCloseness(health)} out of 100: the chance of being in touch within 90 days of a contact`

const wholeCloseness = ({ chanceIfToday }: Pick<Health, 'chanceIfToday'>): number => Math.round(100 * chanceIfToday)

/** What the silence has left of the closeness, in per cent: both of them, as they are shown, come to the sum. */
export const describeLeft = (health: Pick<Health, 'chanceIfToday' | 'chanceIn90Days' | 'silenceDays'>): string => {
  const closeness = wholeCloseness(health)
  const share = closeness === 0 ? 100 : (100 * Math.round(100 * health.chanceIn90Days)) / closeness
  const left = `${Math.min(100, Math.round(share))}% of that`
  const quietWeeks = Math.floor((health.silenceDays ?? 0) / 7)
  return quietWeeks < 1
    ? left
    : `Down to ${left} after ${counted(quietWeeks, { one: 'quiet week', other: 'quiet weeks' })}`
}

/** As a range where too little is known to speak of a rhythm. */
export const describeChances = ({ chanceIn30Days, chanceIn180Days, usualGapDays }: Health): string => {
  const describe = usualGapDays === null ? describeRange : describeChance
  return `${describe(chanceIn30Days)} this month, ${describe(chanceIn180Days)} in the next six months`
}

/** "1 to 3 in 10" */
const describeRange = (chance: number): string => {
  const tenths = Math.round(chance * 10)
  return tenths <= 1 ? 'at most 2 in 10' : `${tenths - 1} to ${Math.min(10, tenths + 1)} in 10`
}

/** A tenth is as exact as the model is. */
const describeChance = (chance: number): string => {
  const tenths = Math.round(chance * 10)
  if (tenths === 0) return 'hardly any chance'
  return tenths === 10 ? 'almost certain' : `${tenths} in 10`
}

export const describeSum = (points: number): string => `Together: ${Math.round(points)} out of 100`
