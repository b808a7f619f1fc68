/** El tiempo, como se dice. Pure. */
import type { Moment } from '../../moment.ts'
import type { SlotWords, TimeWords } from '../language.ts'

export const spanishTime: TimeWords = {
  recently(moment) {
    const { days, weeks } = moment
    if (days <= 0) return 'hoy'
    if (days === 1) return 'ayer'
    if (days <= 6) return `el ${weekday(moment.weekday)}`
    if (weeks === 1) return 'la semana pasada'
    if (days <= 17) return 'hace un par de semanas'
    if (days <= 27) return 'hace unas semanas'
    return inMonth(moment)
  },

  when: (moment) => (moment.days < 14 ? spanishTime.recently(moment) : inMonth(moment)),

  duration({ count, unit, how }) {
    if (how === 'few') return count < 4 ? 'unas semanas' : 'más de un mes'
    const words =
      unit === 'years'
        ? count === 1
          ? 'un año'
          : `${numbers[count] ?? count} años`
        : count === 1
          ? 'un mes'
          : `${numbers[count] ?? count} meses`
    if (how === 'just') return words
    return how === 'almost' ? `casi ${words}` : `más de ${words}`
  },

  // A noun phrase: "nuestra última charla".
  since({ how, encounter, topic, isOfTwo }) {
    if (!isOfTwo) return 'la última vez que hablamos a solas'
    if (encounter !== null) return encounters[encounter]
    if (topic !== null)
      return how === 'message' ? `los mensajes sobre ${topic.object}` : `la charla sobre ${topic.object}`
    return lastTimes[how]
  },

  sinceMonth: (moment) => {
    const name = monthName(moment)
    if (moment.isThisYear || moment.months <= 4) return `desde ${name}`
    return moment.months < 12 ? `desde ${name} del año pasado` : `desde ${name} de ${moment.year}`
  },

  fewWeeks: (days) => (days < 18 ? 'un par de semanas' : 'unas semanas'),

  years: (count) => (count === 1 ? 'un año' : `${numbers[count] ?? count} años`),

  anniversary: (count, isThisWeek) =>
    isThisWeek ? `${spanishTime.years(count)} esta semana` : `casi ${spanishTime.years(count)}`,

  yearsAgo: (count, isThisWeek) =>
    isThisWeek ? `esta semana hace ${spanishTime.years(count)}` : `hace casi ${spanishTime.years(count)}`,

  weekday: (day) => weekday(day),

  month: (moment) =>
    moment.isThisYear || moment.months <= 4 ? monthName(moment) : `${monthName(moment)} de ${moment.year}`,

  at: ({ encounter }) => (encounter === null ? '' : (places[encounter] ?? '')),
}

export const spanishSlots: SlotWords = {
  howIs: () => 'cómo va',
  is: () => 'está',
  talked: (how) => (how === 'message' ? 'escribimos' : 'hablamos'),
  spoken: () => 'hablado',
  seeYou: (isCall) => (isCall ? 'hablar contigo' : 'verte'),
  seeingYou: (isCall) => (isCall ? 'hablar contigo' : 'verte'),
  aCompany: (company) => company,
  seen: (how, recently) =>
    how === 'thread' ? `coincidimos en un correo de grupo ${recently}` : `coincidimos en una reunión ${recently}`,
  ground: (name) => name.toLowerCase(),
  stretch: (weeks) => (weeks < 9 ? 'estas últimas semanas' : 'estos últimos meses'),
  stretchIn: (weeks) => (weeks < 9 ? 'estas últimas semanas' : 'estos últimos meses'),
  shared: (name) => ` y conocéis a ${name}`,
}

const encounters = {
  coffee: 'nuestro café',
  lunch: 'nuestra comida',
  dinner: 'nuestra cena',
  breakfast: 'nuestro desayuno',
  walk: 'nuestro paseo',
  call: 'nuestra llamada',
  drinks: 'nuestras copas',
}

const places: Partial<Record<keyof typeof encounters, string>> = {
  coffee: ' con un café',
  lunch: ' en la comida',
  dinner: ' en la cena',
  call: ' por teléfono',
}

const lastTimes = {
  message: 'nuestro último correo',
  meeting: 'la última vez que nos vimos',
  call: 'nuestra última llamada',
  elsewhere: 'la última vez que hablamos',
}

const numbers = 'cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince'.split(' ')

const weekday = (day: number): string =>
  ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'][day - 1] ?? ''

const monthNames = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

const monthName = ({ month }: Moment): string => monthNames[month - 1] ?? ''

const inMonth = (moment: Moment): string => {
  const { days, months, year, isThisYear } = moment
  const name = monthName(moment)
  if (months === 0) return days < 21 ? 'hace unas semanas' : 'a principios de mes'
  if (isThisYear || months <= 4) return `en ${name}`
  return months < 12 ? `en ${name} del año pasado` : `en ${name} de ${year}`
}
