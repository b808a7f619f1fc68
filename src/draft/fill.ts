/** The words that fill the slots of a text, from facts alone. A slot without a fact is absent, and so is every text that needs it. Pure. */
import { plainName } from '../model/plain-name.ts'
import { DAY, daysBetween, type Instant } from '../model/time.ts'
import { type Facts, lastSeenOf } from './facts.ts'
import { durationOf, momentOf } from './moment.ts'
import type { Occasion } from './occasion.ts'
import type { Language } from './texts/language.ts'

export type Slots = ReadonlyMap<string, string>

export const slotsFor = (occasion: Occasion, facts: Facts, language: Language): Slots => {
  const { reason, topic, company, ground, last, passedDay, sentAt } = facts
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
  if (last !== null) {
    const when = time.when(momentOf(last.at, day))
    put('when', when)
    put('recently', time.recently(momentOf(last.at, day)))
    const duration = durationOf(daysBetween(last.at, sentAt))
    put('duration', time.duration(duration))
    const days = daysBetween(last.at, sentAt)
    if (duration.how !== 'few') put('longer', time.duration(duration))
    if (last.encounter !== null || last.topic !== null) put('sinceIt', time.since(last, when))
    if (days >= minMonthDays) put('sinceMonth', time.sinceMonth(momentOf(last.at, day)))
    if (days >= minWeeksDays && duration.how === 'few' && last.isOfTwo) put('fewWeeks', time.fewWeeks(days))
    put('sinceBare', time.since(last, ''))
    put('talked', words.talked(last.how))
    put('spoken', words.spoken(last.how))
    put('month', time.month(momentOf(last.at, day)))
    put('met', time.recently(momentOf(last.at, day)))
    put('at', time.at(last))
    put('seeYou', words.seeYou(last.encounter === 'call' || last.how === 'call'))
    put('seeingYou', words.seeingYou(last.encounter === 'call' || last.how === 'call'))
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
