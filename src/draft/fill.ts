/** The words that fill the slots of a text, from facts alone. A slot without a fact is absent, and so is every text that needs it. Pure. */
import { plainName } from '../model/plain-name.ts'
import { DAY, daysBetween, type Instant } from '../model/time.ts'
import { type Facts, lastSeenOf } from './facts.ts'
import { durationOf, momentOf } from './moment.ts'
import type { Occasion } from './occasion.ts'
import type { Language } from './texts/language.ts'

export type Slots = ReadonlyMap<string, string>

export const slotsFor = (occasion: Occasion, facts: Facts, language: Language): Slots => {
  const { reason, topic, company, ground, last, named, passedDay, sentAt } = facts
  const { time, slots: words } = language
  const day = { sentAt, zone: occasion.zone }
  const filled = new Map<string, string>()
  const put = (name: string, value: string): void => {
    filled.set(name, value)
    filled.set(name.charAt(0).toUpperCase() + name.slice(1), value.charAt(0).toUpperCase() + value.slice(1))
  }
  if (topic !== null) {
    put('topic', topic.phrase)
    put('object', topic.object)
    put('oblique', topic.oblique)
    put('title', topic.title)
    put('howIs', words.howIs(topic.isPlural))
    put('isPlain', words.is(topic.isPlural))
  }
  const told = named ?? last
  if (told !== null) {
    const when = time.when(momentOf(told.at, day))
    const days = daysBetween(told.at, sentAt)
    const duration = durationOf(days)
    put('when', when)
    put('duration', time.duration(duration))
    if (duration.how !== 'few') put('longer', time.duration(duration))
    if (named !== null) put('sinceIt', time.since(told, when))
    if (named !== null && days >= minWeeksDays && days < maxNamedWeeksDays) put('namedWeeks', time.fewWeeks(days))
    put('sinceBare', time.since(told, ''))
  }
  if (last !== null) {
    const days = daysBetween(last.at, sentAt)
    const isCall = last.encounter === 'call' || last.how === 'call'
    put('recently', time.recently(momentOf(last.at, day)))
    if (days >= minMonthDays && last.isOfTwo) put('sinceMonth', time.sinceMonth(momentOf(last.at, day)))
    if (days >= minWeeksDays && days < maxWeeksDays && last.isOfTwo) put('fewWeeks', time.fewWeeks(days))
    if (last.isOfTwo && (named === null || named.at === last.at)) put('talked', words.talked(last.how))
    put('spoken', words.spoken(last.how))
    put('month', time.month(momentOf(last.at, day)))
    put('met', time.recently(momentOf(last.at, day)))
    put('at', time.at(last))
    put('seeYou', words.seeYou(isCall))
    put('seeingYou', words.seeingYou(isCall))
  }
  const seen = lastSeenOf(occasion)
  if (seen?.how === 'meeting' && daysBetween(seen.at, sentAt) <= maxSeenDays)
    put('seen', words.seen(seen.how, time.when(momentOf(seen.at, day))))
  if (company !== null) {
    put('company', company)
    put('aCompany', words.aCompany(company))
  }
  if (passedDay !== null) put('weekday', time.weekday(passedDay))
  if (reason.kind === 'dead_address') put('bounced', time.when(momentOf(reason.bouncedAt, day)))
  if (reason.kind === 'anniversary') {
    const isThisWeek = isInWeek(anniversaryOf(reason.firstAt, reason.years), day)
    put('anniversary', time.anniversary(reason.years, isThisWeek))
    put('yearsAgo', time.yearsAgo(reason.years, isThisWeek))
    put('yearsBare', time.years(reason.years))
  }
  if (reason.kind === 'project_end') {
    put('stretch', words.stretch(reason.weeks))
    put('stretchIn', words.stretchIn(reason.weeks))
  }
  if (reason.kind === 'introduction') {
    put('other', plainName(reason.other.name))
    const [first] = reason.shared
    put('shared', first === undefined ? '' : words.shared(plainName(first)))
    if (ground !== null) put('ground', words.ground(ground))
  }
  return filled
}

/** A crowd that both were in before this is nothing to begin with. */
const maxSeenDays = 60
/** "Since October" of a silence shorter than this sounds longer than it is. */
const minMonthDays = 42
/** A silence shorter than this is none. */
const minWeeksDays = 12
/** From here on a silence is counted in months, and the time since something that has a name later still. */
const maxWeeksDays = 52
const maxNamedWeeksDays = 75

/** Slots that may be empty: what stands in them is said only where it is known. */
const optional = new Set(['at', 'shared'])

/** Null where a fact is missing. */
export const filled = (text: string, slots: Slots): string | null => {
  let isWhole = true
  const whole = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots.get(name)
    if (value === undefined || (value === '' && !optional.has(name))) isWhole = optional.has(name) && isWhole
    return value ?? ''
  })
  return isWhole ? whole : null
}

const anniversaryOf = (firstAt: Instant, years: number): Instant =>
  (firstAt + Math.round(years * 365.2425 * DAY)) as Instant

const isInWeek = (at: Instant, day: { readonly sentAt: Instant; readonly zone: string }): boolean =>
  momentOf(at, day).weeks === 0
