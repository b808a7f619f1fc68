/** What the small links do with somebody: as pages say it beforehand, as corrections, and as they say it afterwards. Pure. */
import type { CanonicalAddress } from '../../model/address.ts'
import type { Correction } from '../../model/correction.ts'
import type { Fields } from '../../model/json.ts'
import type { SuggestionAct } from '../../model/report.ts'
import { DAY, HOUR, type Instant, later, startOfDay } from '../../model/time.ts'

/** The last part of a link's address. */
export const actNames = ['done', 'later', 'less', 'not'] as const
export type ActName = (typeof actNames)[number]

export interface Act {
  readonly act: Exclude<SuggestionAct, 'opened'>
  readonly title: (name: string) => string
  /** What the button will do. */
  readonly does: (name: string) => string
  readonly button: string
}

export const acts: Readonly<Record<ActName, Act>> = {
  done: {
    act: 'done',
    title: (name) => `In touch with ${name} elsewhere?`,
    does: (name) =>
      `This notes that you and ${name} were in touch today, by a call, a coffee or some other way that your mail does not show. It counts like any other contact.`,
    button: 'Yes, note it',
  },
  later: {
    act: 'snoozed',
    title: (name) => `Suggest ${name} later?`,
    does: (name) => `${name} is not suggested before the day you choose. Everything else stays as it is.`,
    button: 'Not before then',
  },
  less: {
    act: 'less_often',
    title: (name) => `Suggest ${name} less often?`,
    does: (name) => `After each suggestion ${name} will be left alone for twice as long as now.`,
    button: 'Less often',
  },
  not: {
    act: 'not_a_person',
    title: (name) => `Leave ${name} out?`,
    does: (name) =>
      `${name} leaves your people and is not suggested again. Nothing is deleted, and you can take this back at any time.`,
    button: 'Leave them out',
  },
}

export const snoozeDays: readonly (readonly [label: string, days: number])[] = [
  ['A week', 7],
  ['A month', 30],
]

/** What the form asks for, or null where it asks for nothing that makes sense. */
export const actCorrection = (
  name: ActName,
  address: CanonicalAddress,
  form: { readonly fields: Fields; readonly now: Instant },
): Correction | null => {
  const { fields, now } = form
  switch (name) {
    case 'done':
      // To the hour: a second click says nothing new.
      return { kind: 'log', address, how: 'elsewhere', at: (now - (now % HOUR)) as Instant }
    case 'later': {
      const until = snoozeUntil(fields, now)
      return until === null ? null : { kind: 'snooze', address, until }
    }
    case 'less':
      return { kind: 'less_often', address }
    case 'not':
      return { kind: 'ignore', target: { kind: 'person', address } }
  }
}

/** Ten years: who wants longer means for ever, and there is another button for that. */
export const maxDays = 3660

/** Until when a form lets somebody rest: so many days from today, or a day still to come; null where it says neither. */
export const snoozeUntil = ({ days, until }: Fields, now: Instant): Instant | null => {
  const today = startOfDay(now)
  const count = Number(days)
  if (days !== undefined && Number.isInteger(count) && count >= 1 && count <= maxDays) return later(today, count * DAY)
  const date = typeof until === 'string' && until !== '' ? Date.parse(`${until}T00:00:00Z`) / 1000 : Number.NaN
  return Number.isInteger(date) && date > now && date <= now + maxDays * DAY ? (date as Instant) : null
}
