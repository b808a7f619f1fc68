/** The small links of a check-in as corrections, and what each counts as. Pure. */
import * as v from 'valibot'
import type { CanonicalAddress } from '../../model/address.ts'
import type { Correction } from '../../model/correction.ts'
import type { Fields } from '../../model/json.ts'
import type { SuggestionAct } from '../../model/report.ts'
import type { Result } from '../../model/result.ts'
import { HOUR, type Instant } from '../../model/time.ts'
import type { ActName } from '../../words/check-in-page.ts'
import { snoozeSchema } from '../kit/dates.ts'
import { type FormErrors, parseForm } from '../kit/parse-form.ts'

export const actOf: Readonly<Record<ActName, Exclude<SuggestionAct, 'opened'>>> = {
  done: 'done',
  later: 'snoozed',
  less: 'less_often',
  not: 'not_a_person',
}

export const snoozeDays = { days: 3, week: 7, fortnight: 14, month: 30 } as const

/** What the form asks for, or what is wrong with its fields. */
export const actCorrection = (
  name: ActName,
  address: CanonicalAddress,
  form: { readonly fields: Fields; readonly now: Instant },
): Result<Correction, FormErrors> => {
  const { fields, now } = form
  switch (name) {
    case 'done':
      // To the hour: a second click says nothing new.
      return { ok: true, value: { kind: 'log', address, how: 'elsewhere', at: (now - (now % HOUR)) as Instant } }
    case 'later':
      return parseForm(
        v.pipe(
          snoozeSchema(fields, now),
          v.transform((until): Correction => ({ kind: 'snooze', address, until })),
        ),
        fields,
      )
    case 'less':
      return { ok: true, value: { kind: 'less_often', address } }
    case 'not':
      return { ok: true, value: { kind: 'ignore', target: { kind: 'person', address } } }
  }
}
