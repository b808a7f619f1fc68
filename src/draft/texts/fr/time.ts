/** Le temps, comme on le dit. Pure. */
import type { Moment } from '../../moment.ts'
import type { SlotWords, TimeWords } from '../language.ts'

export const frenchTime: TimeWords = {
  recently(moment) {
    const { days, weeks } = moment
    if (days <= 0) return 'aujourd’hui'
    if (days === 1) return 'hier'
    if (days <= 6) return weekday(moment.weekday)
    if (weeks === 1) return 'la semaine dernière'
    if (days <= 17) return 'il y a une quinzaine de jours'
    if (days <= 27) return 'il y a quelques semaines'
    return inMonth(moment)
  },

  when: (moment) => (moment.days < 14 ? frenchTime.recently(moment) : inMonth(moment)),

  duration({ count, unit, how }) {
    if (how === 'few') return count < 4 ? 'quelques semaines' : 'plus d’un mois'
    const words =
      unit === 'years'
        ? count === 1
          ? 'un an'
          : `${numbers[count] ?? count} ans`
        : count === 1
          ? 'un mois'
          : `${numbers[count] ?? count} mois`
    if (how === 'just') return words
    if (how === 'almost') return `presque ${words}`
    return words.startsWith('un ') || words.startsWith('onze') ? `plus d’${words}` : `plus de ${words}`
  },

  // A noun phrase: "notre dernier échange".
  since({ how, encounter, topic, isOfTwo }) {
    if (!isOfTwo) return 'notre dernier échange à deux'
    if (encounter !== null) return encounters[encounter]
    if (topic !== null) return `notre ${how === 'message' ? 'échange' : 'discussion'} sur ${topic.object}`
    return lastTimes[how]
  },

  sinceMonth: (moment) => {
    const name = monthName(moment)
    if (moment.isThisYear || moment.months <= 4) return `depuis ${name}`
    return moment.months < 12 ? `depuis ${name} dernier` : `depuis ${name} ${moment.year}`
  },

  fewWeeks: (days) => (days < 18 ? 'une quinzaine de jours' : 'quelques semaines'),

  years: (count) => (count === 1 ? 'un an' : `${numbers[count] ?? count} ans`),

  anniversary: (count, isThisWeek) =>
    isThisWeek ? `${frenchTime.years(count)} cette semaine` : `bientôt ${frenchTime.years(count)}`,

  yearsAgo: (count, isThisWeek) =>
    isThisWeek ? `il y a ${frenchTime.years(count)} cette semaine` : `il y a presque ${frenchTime.years(count)}`,

  weekday: (day) => weekday(day),

  month: (moment) =>
    moment.isThisYear || moment.months <= 4 ? monthName(moment) : `${monthName(moment)} ${moment.year}`,

  at: ({ encounter }) => (encounter === null ? '' : (places[encounter] ?? '')),
}

export const frenchSlots: SlotWords = {
  howIs: () => 'où en est',
  is: () => 'est',
  talked: (how) => (how === 'message' ? 'écrit' : 'parlé'),
  spoken: () => 'parlé',
  seeYou: (isCall) => (isCall ? 'te reparler' : 'te revoir'),
  seeingYou: (isCall) => (isCall ? 'te reparler' : 'te revoir'),
  aCompany: (company) => company,
  seen: (how, recently) =>
    how === 'thread'
      ? `on était dans la même boucle de mails ${recently}`
      : `on était dans la même réunion ${recently}`,
  ground: (name) => name,
  stretch: (weeks) => (weeks < 9 ? 'ces dernières semaines' : 'ces derniers mois'),
  stretchIn: (weeks) => (weeks < 9 ? 'ces dernières semaines' : 'ces derniers mois'),
  shared: (name) => ` et vous connaissez tous les deux ${name}`,
}

const encounters = {
  coffee: 'notre café',
  lunch: 'notre déjeuner',
  dinner: 'notre dîner',
  breakfast: 'notre petit déjeuner',
  walk: 'notre balade',
  call: 'notre appel',
  drinks: 'notre verre',
}

const places: Partial<Record<keyof typeof encounters, string>> = {
  coffee: ' autour d’un café',
  lunch: ' à déjeuner',
  dinner: ' à dîner',
  drinks: ' autour d’un verre',
}

const lastTimes = {
  message: 'notre dernier échange',
  meeting: 'notre dernier rendez-vous',
  call: 'notre dernier appel',
  elsewhere: 'notre dernier échange',
}

const numbers = 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze'.split(' ')

const weekday = (day: number): string =>
  ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'][day - 1] ?? ''

const monthNames = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')

const monthName = ({ month }: Moment): string => monthNames[month - 1] ?? ''

const inMonth = (moment: Moment): string => {
  const { days, months, year, isThisYear } = moment
  const name = monthName(moment)
  if (months === 0) return days < 21 ? 'il y a quelques semaines' : 'au début du mois'
  if (isThisYear || months <= 4) return `en ${name}`
  return months < 12 ? `en ${name} dernier` : `en ${name} ${year}`
}
