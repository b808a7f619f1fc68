/** The forms of the settings page as values, or what is wrong with their fields. Pure. */
import * as v from 'valibot'
import { canonicalAddress } from '../../model/address.ts'
import { type WritingPlace, writingPlaces } from '../../model/check-in.ts'
import type { Fields } from '../../model/json.ts'
import { knownLocale } from '../../model/locale.ts'
import type { Result } from '../../model/result.ts'
import { isTimeZone, type Weekday } from '../../model/time.ts'
import { type ReadsBack, type ReportTime, readsBackChoices, type User } from '../../model/user.ts'
import { type FormErrors, parseForm, readAs } from '../kit/parse-form.ts'

export interface SettingsForm {
  /** Null for no Monday email. */
  readonly report: ReportTime | null
  readonly zone: string
  readonly locale: string
  readonly writesIn: WritingPlace
}

/** What a form does not speak of stays as it is. */
export const settingsIn = (fields: Fields, user: Pick<User, 'locale' | 'writesIn'>): Result<SettingsForm, FormErrors> =>
  parseForm(settingsSchema, { locale: user.locale, writesIn: user.writesIn, ...fields })

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

const hourIn = (text: string): number | null => {
  const hour = text === '' ? Number.NaN : Number(text)
  return Number.isInteger(hour) && hour >= 0 && hour <= 23 ? hour : null
}

const settingsSchema = v.pipe(
  v.object({
    reports: v.optional(v.string()),
    weekday: readAs((text) => weekdays.find((weekday) => String(weekday) === text) ?? null, 'weekday'),
    hour: readAs(hourIn, 'hour'),
    zone: readAs((text) => (isTimeZone(text.trim()) ? text.trim() : null), 'zone'),
    locale: readAs(knownLocale, 'choice'),
    writesIn: readAs((text) => writingPlaces.find((place) => place === text) ?? null, 'choice'),
  }),
  v.transform(
    ({ reports, weekday, hour, ...rest }): SettingsForm => ({
      report: reports === 'on' ? { weekday, hour } : null,
      ...rest,
    }),
  ),
)

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
