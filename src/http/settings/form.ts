/** The forms of the settings page as values, or what is wrong with their fields. Pure. */
import * as v from 'valibot'
import { canonicalAddress } from '../../model/address.ts'
import { type WritingPlace, writingPlaces } from '../../model/check-in.ts'
import type { Fields } from '../../model/json.ts'
import { knownLocale } from '../../model/locale.ts'
import type { Result } from '../../model/result.ts'
import {
  daysBetween,
  type Instant,
  isTimeZone,
  type LocalDate,
  localDate,
  midnightOf,
  type Weekday,
} from '../../model/time.ts'
import { type Away, type ReadsBack, type ReportTime, readsBackChoices, type User } from '../../model/user.ts'
import type { FormError } from '../../words/form-error.ts'
import { dateIn } from '../kit/dates.ts'
import { type FormErrors, parseForm, readAs } from '../kit/parse-form.ts'

export interface SettingsForm {
  /** Null for no Monday email. */
  readonly report: ReportTime | null
  readonly zone: string
  readonly locale: string
  readonly writesIn: WritingPlace
  readonly away: Away | null
}

/** What a form does not speak of stays as it is. */
export const settingsIn = (
  fields: Fields,
  user: Pick<User, 'locale' | 'writesIn' | 'away' | 'zone'>,
  now: Instant,
): Result<SettingsForm, FormErrors> => {
  const { from, until } = awayToCome(user, now) ?? { from: '', until: '' }
  const { locale, writesIn } = user
  return parseForm(settingsSchema(localDate(now, user.zone)), {
    locale,
    writesIn,
    awayFrom: from,
    awayUntil: until,
    ...fields,
  })
}

/** The days away, as long as one of them is still to come. */
export const awayToCome = ({ away, zone }: Pick<User, 'away' | 'zone'>, now: Instant): Away | null =>
  away !== null && away.until >= localDate(now, zone) ? away : null

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const hourIn = (text: string): number | null => {
  const hour = text === '' ? Number.NaN : Number(text)
  return Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : null
}

const dateOrNone = readAs((text) => (text === '' || dateIn(text) !== null ? text : null), 'date')

const settingsSchema = (today: LocalDate) =>
  v.pipe(
    v.object({
      reports: v.optional(v.string()),
      weekday: readAs((text) => weekdays.find((weekday) => String(weekday) === text) ?? null, 'weekday'),
      hour: readAs(hourIn, 'hour'),
      zone: readAs((text) => (isTimeZone(text.trim()) ? text.trim() : null), 'zone'),
      locale: readAs(knownLocale, 'choice'),
      writesIn: readAs((text) => writingPlaces.find((place) => place === text) ?? null, 'choice'),
      awayFrom: dateOrNone,
      awayUntil: dateOrNone,
    }),
    v.forward(
      v.partialCheck(
        [['awayFrom'], ['awayUntil']],
        ({ awayFrom, awayUntil }) => awayFrom !== '' || awayUntil === '',
        'away_both',
      ),
      ['awayFrom'],
    ),
    v.forward(
      v.partialCheck(
        [['awayFrom'], ['awayUntil']],
        (fields) => endProblem(fields, today) === null,
        ({ input }) => endProblem(input, today) ?? 'choice',
      ),
      ['awayUntil'],
    ),
    v.transform(
      ({ reports, weekday, hour, awayFrom, awayUntil, ...rest }): SettingsForm => ({
        report: reports === 'on' ? { weekday, hour } : null,
        away: awayFrom === '' ? null : { from: awayFrom, until: awayUntil },
        ...rest,
      }),
    ),
  )

/** What is wrong with the last day away, by the first one and by today. */
const endProblem = (
  { awayFrom, awayUntil }: { readonly awayFrom: string; readonly awayUntil: string },
  today: LocalDate,
): FormError | null => {
  if (awayFrom === '') return null
  if (awayUntil === '') return 'away_both'
  if (awayUntil < awayFrom) return 'away_order'
  if (awayUntil < today) return 'day_passed'
  return daysBetween(midnightOf(awayFrom), midnightOf(awayUntil)) > maxAwayDays ? 'away_long' : null
}

/** For longer than that, the email can be switched off. */
const maxAwayDays = 366

/** Null stands for everything, so that the value is in a record. */
export const readsBackIn = (fields: Fields): Result<{ readonly years: ReadsBack }, FormErrors> =>
  parseForm(readsBackSchema, fields)

export const readsBackValue = (years: ReadsBack): string => String(years ?? 'all')

const readsBackSchema = v.object({
  years: v.pipe(
    readAs((text) => readsBackChoices.map(readsBackValue).find((choice) => choice === text) ?? null, 'choice'),
    v.transform((choice): ReadsBack => readsBackChoices.find((years) => readsBackValue(years) === choice) ?? null),
  ),
})

/** An address to send mail to, spelled as it was typed. */
export const mailAddressIn = (fields: Fields): Result<{ readonly address: string }, FormErrors> =>
  parseForm(mailAddressSchema, fields)

const mailAddressSchema = v.object({
  address: readAs((text) => (canonicalAddress(text) === null ? null : text.trim()), 'address'),
})

/** Deleting everything asks for a tick. */
export const sureIn = (fields: Fields): Result<unknown, FormErrors> => parseForm(sureSchema, fields)

const sureSchema = v.object({ sure: readAs((text) => (text === 'on' ? text : null), 'unsure') })
