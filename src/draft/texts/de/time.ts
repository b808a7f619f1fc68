/** Zeiten, wie man sie sagt. Pure. */
import type { Moment } from '../../moment.ts'
import type { SlotWords, TimeWords } from '../language.ts'

export const germanTime: TimeWords = {
  recently(moment) {
    const { days, weeks } = moment
    if (days <= 0) return 'heute'
    if (days === 1) return 'gestern'
    if (days <= 6) return `am ${weekday(moment.weekday)}`
    if (weeks === 1) return 'letzte Woche'
    if (weeks === 2) return 'vorletzte Woche'
    if (days <= 27) return 'vor ein paar Wochen'
    return inMonth(moment)
  },

  when: (moment) => (moment.days < 14 ? germanTime.recently(moment) : inMonth(moment)),

  duration({ count, unit, how }) {
    if (how === 'few') return count < 4 ? 'ein paar Wochen' : 'über einen Monat'
    const said =
      unit === 'months' && count === 6
        ? 'ein halbes Jahr'
        : count === 1
          ? { weeks: 'eine Woche', months: 'einen Monat', years: 'ein Jahr' }[unit]
          : `${numbers[count] ?? count} ${unit === 'years' ? 'Jahre' : 'Monate'}`
    if (how === 'just') return said
    return `${how === 'almost' ? 'fast' : 'über'} ${said}`
  },

  // A main clause: "wir haben uns zuletzt im Mai geschrieben".
  since({ how, encounter, topic, isOfTwo }, when) {
    const then = when === '' ? '' : ` ${when}`
    if (!isOfTwo) return `wir haben zuletzt${then} zu zweit voneinander gehört`
    if (encounter === 'call') return `wir haben zuletzt${then} telefoniert`
    if (encounter !== null) return `wir waren zuletzt${then} zusammen ${encounters[encounter]}`
    if (topic !== null && how === 'message') return `wir haben uns zuletzt${then} über ${topic.object} geschrieben`
    if (topic !== null) return `wir haben zuletzt${then} über ${topic.object} gesprochen`
    return `wir haben ${lastTimes[how].replace('{then}', then)}`
  },

  sinceMonth: (moment) => {
    const name = monthName(moment)
    if (moment.isThisYear || moment.months <= 4) return `seit ${name}`
    return moment.months < 12 ? `seit letztem ${name}` : `seit ${name} ${moment.year}`
  },

  fewWeeks: (days) => (days < 18 ? 'zwei, drei Wochen' : 'ein paar Wochen'),

  years: (count) => (count === 1 ? 'ein Jahr' : `${numbers[count] ?? count} Jahre`),

  anniversary: (count, isThisWeek) =>
    isThisWeek ? `diese Woche genau ${germanTime.years(count)}` : `fast genau ${germanTime.years(count)}`,

  yearsAgo: (count, isThisWeek) =>
    `${isThisWeek ? 'diese Woche' : 'fast genau'} vor ${count === 1 ? 'einem Jahr' : `${numbers[count] ?? count} Jahren`}`,

  weekday: (day) => weekday(day),

  month: (moment) => (moment.isThisYear ? monthName(moment) : `${monthName(moment)} ${moment.year}`),

  at: ({ encounter }) => (encounter === null ? '' : (places[encounter] ?? '')),
}

export const germanSlots: SlotWords = {
  howIs: () => 'wie läuft',
  is: () => 'ist',
  talked: (how) => (how === 'message' ? 'geschrieben' : 'gesprochen'),
  spoken: () => 'gesprochen',
  seeYou: (isCall) => (isCall ? 'mit dir zu sprechen' : 'dich zu sehen'),
  seeingYou: (isCall) => (isCall ? 'mit dir zu sprechen' : 'dich zu sehen'),
  aCompany: (company) => company,
  seen: (how, recently) =>
    how === 'thread'
      ? `wir waren ${recently} zwar beide in einer größeren Mailrunde`
      : `wir waren ${recently} zwar in derselben großen Runde`,
  ground: (name) => name,
  stretch: (weeks) => (weeks < 9 ? 'die letzten Wochen' : 'die letzten Monate'),
  stretchIn: (weeks) => (weeks < 9 ? 'den letzten Wochen' : 'den letzten Monaten'),
  shared: (name) => ` und kennt beide ${name}`,
}

const encounters = {
  coffee: 'Kaffee trinken',
  lunch: 'mittagessen',
  dinner: 'abendessen',
  breakfast: 'frühstücken',
  walk: 'spazieren',
  drinks: 'etwas trinken',
}

const places: Partial<Record<keyof typeof encounters | 'call', string>> = {
  coffee: ' beim Kaffee',
  lunch: ' beim Mittagessen',
  dinner: ' beim Abendessen',
  breakfast: ' beim Frühstück',
  walk: ' beim Spaziergang',
  call: ' am Telefon',
}

const lastTimes = {
  message: 'uns zuletzt{then} geschrieben',
  meeting: 'uns zuletzt{then} gesehen',
  call: 'zuletzt{then} telefoniert',
  elsewhere: 'zuletzt{then} voneinander gehört',
}

const numbers = 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn'.split(
  ' ',
)

const weekday = (day: number): string =>
  ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'][day - 1] ?? ''

const monthNames = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

const monthName = ({ month }: Moment): string => monthNames[month - 1] ?? ''

const inMonth = (moment: Moment): string => {
  const { days, months, year, isThisYear } = moment
  const name = monthName(moment)
  if (months === 0) return days < 21 ? 'vor ein paar Wochen' : 'Anfang des Monats'
  if (isThisYear || months <= 4) return `im ${name}`
  return months < 12 ? `letzten ${name}` : `im ${name} ${year}`
}
